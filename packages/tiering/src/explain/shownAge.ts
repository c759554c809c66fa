import { formatMessage } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import type { AgeUnit } from '../purchases/types.js'
import { shownNumber } from './shownNumber.js'

/** So many units of age, which need not be whole, in words. */
export function shownAge(age: number, unit: AgeUnit, locale: TieringLocale): string {
  return ageText(shownNumber(age), unit, locale)
}

/** A number of units of age that is already shown. */
export function ageText(number: string, unit: AgeUnit, { core }: TieringLocale): string {
  const { one, many } = core.durations[unit === 'day' ? 'days' : 'weeks']
  return formatMessage(number === '1' ? one : many, { number })
}
