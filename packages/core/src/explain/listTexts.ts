import type { CoreLocale } from '../locales/types.js'
import { formatMessage } from '../texts/formatMessage.js'

const LISTED = 20

/**
 * Says a list in words, for a sentence: of a long one the first 20 members, and how many more there are.
 *
 * @param texts - The members, any number of them.
 * @param locale - The language.
 * @returns One text; it is empty where the list is.
 * @example
 * import { listTexts } from '@clientele/core/explain'
 * import { zhCN } from '@clientele/core/locales/zh-CN'
 *
 * listTexts(['A', 'B', 'C'], zhCN) //=> 'A、B、C'
 */
export function listTexts(texts: readonly string[], locale: CoreLocale): string {
  const more = texts.length > LISTED ? [formatMessage(locale.more, { number: texts.length - LISTED })] : []
  return [...texts.slice(0, LISTED), ...more].join(locale.listSeparator)
}
