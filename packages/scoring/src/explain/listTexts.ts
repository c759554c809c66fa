import { formatMessage } from '@clientele/core/explain'
import type { ScoringLocale } from '../locales/types.js'

const LISTED = 20

/** A list in words: of a long one the first 20, and how many more there are. */
export function listTexts(texts: readonly string[], locale: ScoringLocale): string {
  const more = texts.length > LISTED ? [formatMessage(locale.ranking.more, { number: texts.length - LISTED })] : []
  return [...texts.slice(0, LISTED), ...more].join(locale.listSeparator)
}
