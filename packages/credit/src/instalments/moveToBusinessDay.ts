import { type BusinessDays, civilDate } from '@clientele/core/days'
import type { BusinessDayConvention } from './types.js'

/**
 * Moves a day to a business day, unless it is one; to no day of the years 1 to 9999 where there is none on that side.
 *
 * Source: ISDA, *2006 ISDA Definitions*, section 4.12, business day conventions.
 */
export function moveToBusinessDay(day: number, convention: BusinessDayConvention, { isOpen, add }: BusinessDays): number {
  if (isOpen(day)) return day
  if (convention === 'preceding') return add(day, -1)
  const following = add(day, 1)
  return convention === 'following' || monthOf(following) === monthOf(day) ? following : add(day, -1)
}

function monthOf(day: number): number {
  const { year, month } = civilDate(day)
  return year * 12 + month
}
