import type { LocalizedText } from '../types.js'

/**
 * Picks the text of a language: the tag itself, else the same language in the same script, else the same language, else English, else
 * any there is. Among equals the tag that comes first in the alphabet is taken, so the order of the tags does not matter.
 *
 * @param text - One string, or a string per language tag.
 * @param languageTag - The language wanted, such as `'en'` or `'zh-CN'`; upper and lower case do not matter. Chinese without a script is
 * read as Simplified, but Traditional in Taiwan, Hong Kong and Macau.
 * @returns The best text there is; an empty string where there is none.
 * @example
 * import { localizeText } from '@clientele/core'
 *
 * localizeText({ en: 'Reputation', 'zh-CN': '信誉', 'zh-TW': '信譽' }, 'zh-Hans') //=> '信誉'
 * localizeText({ en: 'Reputation', 'zh-CN': '信誉' }, 'fr') //=> 'Reputation'
 */
export function localizeText(text: LocalizedText, languageTag: string): string {
  if (typeof text === 'string') return text
  const tags = Object.keys(text).sort()
  const wanted = languageTag.toLowerCase()
  const find = (matches: (tag: string) => boolean): string | undefined => tags.find((tag) => matches(tag.toLowerCase()))
  const best =
    find((tag) => tag === wanted) ??
    find((tag) => languageOf(tag) === languageOf(wanted) && scriptOf(tag) === scriptOf(wanted)) ??
    find((tag) => languageOf(tag) === languageOf(wanted)) ??
    find((tag) => languageOf(tag) === 'en') ??
    tags[0]
  return best === undefined ? '' : (text[best] as string)
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0] as string
}

function scriptOf(tag: string): string {
  const [language, ...parts] = tag.split('-')
  const script = parts.find((part) => /^[a-z]{4}$/.test(part))
  if (script !== undefined || language !== 'zh') return script ?? ''
  return parts.some((part) => ['tw', 'hk', 'mo'].includes(part)) ? 'hant' : 'hans'
}
