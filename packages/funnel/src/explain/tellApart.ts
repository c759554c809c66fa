import { multiplyDecimals, roundDecimal } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { FunnelLocale } from '../locales/types.js'
import { inWords } from './shownShare.js'

/** So many decimal places more, at most, are told of numbers that look alike and differ. */
const MOST = 10

/** Decimal places of percentages. */
const DIGITS = 2

const PERCENT = 100

/** Shows two numbers with as many decimal places more than usual as it takes to tell them apart. */
export function tellApart(one: number, other: number, show: (value: number, more: number) => string): readonly [string, string] {
  const usual = [show(one, 0), show(other, 0)] as const
  if (one === other) return usual
  let told: readonly [string, string] = usual
  for (let more = 1; told[0] === told[1] && more <= MOST; more += 1) told = [show(one, more), show(other, more)]
  return told[0] === told[1] ? usual : told
}

/** A share in percent, as {@link inWords} says it, with so many decimal places more; for a template that has the space before it. */
export function shownShareTo(share: number, locale: FunnelLocale, more = 0): string {
  return inWords(shownPercentTo(share, more), locale).trimStart()
}

/** The same without words and without the sign, such as `<0.01`. */
export function shownPercentTo(share: number, more: number): string {
  const digits = DIGITS + more
  const rounded = roundDecimal(multiplyDecimals(share, PERCENT), digits)
  const least = new Decimal(10).pow(-digits)
  if (rounded === '0' && share > 0) return `<${decimalText(least)}`
  return rounded === '100' && share < 1 ? `>${decimalText(new Decimal(PERCENT).minus(least))}` : rounded
}
