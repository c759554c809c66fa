import { isPageId } from '../pages/pageIds.js'
import type { Language } from '../pages/types.js'
import type { Address } from './types.js'

/** What a browser tells: the part of the address from `#`, the part from `?`, and the languages of its user. */
export interface Surroundings {
  readonly hash: string
  readonly search: string
  readonly languages: readonly string[]
}

/** What belongs to no page. */
export const COMMON_FIELDS = ['lang', 'large', 'answers']

/** Reads a link. What it says in vain is left out: a page that does not exist is the first one, a language that is not spoken is the browser's. */
export function readAddress({ hash, search, languages }: Surroundings): Address {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#\/?/, ''), '?')
  const given = new URLSearchParams(query)
  const fields = [...given].filter(([field]) => !COMMON_FIELDS.includes(field))
  return {
    page: isPageId(path) ? path : 'home',
    language: languageOf(given.get('lang')) ?? languageOf(new URLSearchParams(search).get('lang')) ?? preferredOf(languages),
    isLarge: given.get('large') === 'yes',
    areAnswersShown: given.get('answers') === 'shown',
    fields: Object.fromEntries(fields),
  }
}

function splitOnce(text: string, separator: string): string[] {
  const place = text.indexOf(separator)
  return place === -1 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

/** Any Chinese is answered in the simplified one, any English in English. */
function languageOf(tag: string | null): Language | undefined {
  if (tag === null) return undefined
  if (/^zh\b/i.test(tag)) return 'zh-CN'
  return /^en\b/i.test(tag) ? 'en' : undefined
}

function preferredOf(languages: readonly string[]): Language {
  return languages.map(languageOf).find((language) => language !== undefined) ?? 'en'
}
