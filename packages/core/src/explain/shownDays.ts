import type { CoreLocale } from '../locales/types.js'
import { formatMessage } from '../texts/formatMessage.js'

/**
 * Shows so many days, in words.
 *
 * @param number - A count.
 * @param locale - The language.
 * @returns The number and its unit.
 * @example
 * import { shownDays } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * shownDays(1, en) //=> '1 day'
 * shownDays(30, en) //=> '30 days'
 */
export function shownDays(number: number, { durations }: CoreLocale): string {
  return formatMessage(durations.days[number === 1 ? 'one' : 'many'], { number })
}
