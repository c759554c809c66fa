import { readDurationParts } from '../conditions/duration.js'
import type { CoreLocale } from '../locales/types.js'
import { formatMessage } from '../texts/formatMessage.js'

/**
 * Shows a duration in words, in the units that it is written with.
 *
 * @param duration - An ISO 8601 duration in years, months, weeks and days.
 * @param locale - The language.
 * @returns The units that are not 0; other text as it is.
 * @example
 * import { shownDuration } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * shownDuration('P1Y2M', en) //=> '1 year, 2 months'
 */
export function shownDuration(duration: string, { durations, durationSeparator }: CoreLocale): string {
  const parts = readDurationParts(duration)
  if (parts === undefined) return duration
  const units = (['years', 'months', 'weeks', 'days'] as const).filter((unit) => parts[unit] > 0)
  const shown = units.length === 0 ? (['days'] as const) : units
  return shown.map((unit) => formatMessage(durations[unit][parts[unit] === 1 ? 'one' : 'many'], { number: parts[unit] })).join(durationSeparator)
}
