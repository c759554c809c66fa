import type { LocalizedText } from '../types.js'

/**
 * Picks the text of a language: the tag itself, else the same language under another tag, else English, else the first there is.
 *
 * @param text - One string, or a string per language tag.
 * @param languageTag - The language wanted, such as `'en'` or `'zh-CN'`; upper and lower case do not matter.
 * @returns The best text there is; an empty string where there is none.
 * @example
 * import { localizeText } from '@clientele/core'
 *
 * localizeText({ en: 'Reputation', 'zh-CN': '信誉' }, 'zh-Hans') //=> '信誉'
 * localizeText({ en: 'Reputation', 'zh-CN': '信誉' }, 'fr') //=> 'Reputation'
 */
export function localizeText(text: LocalizedText, languageTag: string): string {
  if (typeof text === 'string') return text
  const entries = Object.entries(text)
  const wanted = languageTag.toLowerCase()
  const find = (matches: (tag: string) => boolean): string | undefined => entries.find(([tag]) => matches(tag.toLowerCase()))?.[1]
  return (
    find((tag) => tag === wanted) ??
    find((tag) => languageOf(tag) === languageOf(wanted)) ??
    find((tag) => languageOf(tag) === 'en') ??
    entries[0]?.[1] ??
    ''
  )
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0] as string
}
