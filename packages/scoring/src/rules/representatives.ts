import { addCalendarDays, isCalendarDate, type JsonValue } from '@clientele/core'
import { checkDecimal } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'

/** How many digits core reads on either side of the point. */
const DIGITS = 1000
const GREATEST: Decimal = /* @__PURE__ */ new Decimal(`${/* @__PURE__ */ '9'.repeat(DIGITS)}.${/* @__PURE__ */ '9'.repeat(DIGITS)}`)

/**
 * Values that stand for all that a field may hold: whatever it holds, one of these answers alike to every `equals`, `not-equals`, `in`,
 * `at-least`, `at-most`, `above` and `below` with the values given. `undefined` stands for a missing field and for what is no scalar.
 */
export function representatives(values: readonly JsonValue[]): (JsonValue | undefined)[] {
  const texts = values.filter((value) => typeof value === 'string')
  return [undefined, null, true, false, freshText(texts), ...texts, ...decimalsAround(values), ...datesAround(texts)]
}

/** A text that is none of these, no decimal and no date. */
function freshText(texts: readonly string[]): string {
  return 'x'.repeat(1 + texts.reduce((longest, text) => Math.max(longest, text.length), 0))
}

/** Every decimal among the values, one between each two neighbours, one below and one above all, as far as core reads such decimals. */
function decimalsAround(values: readonly JsonValue[]): string[] {
  const sorted = values.flatMap((value) => checkDecimal(value, [], []) ?? []).sort((a, b) => a.cmp(b))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const between = sorted.map((decimal, index) => middle(decimal, sorted[index + 1] ?? decimal))
  return [...sorted, ...between, Decimal.max(first.minus(1), GREATEST.neg()), Decimal.min(last.plus(1), GREATEST)].map(decimalText)
}

/** A decimal between two, or the lower of them where core reads none between. */
function middle(lower: Decimal, upper: Decimal): Decimal {
  return lower.plus(upper).div(2).toDecimalPlaces(DIGITS, Decimal.ROUND_FLOOR)
}

/** Every date among the texts, and the days before and after; between two of them lie such days or none. */
function datesAround(texts: readonly string[]): string[] {
  return texts.filter(isCalendarDate).flatMap((date) => [-1, 0, 1].flatMap((days) => shift(date, days)))
}

/** The day so many days later, if the calendar has it. */
function shift(date: string, days: number): string[] {
  try {
    return [addCalendarDays(date, days)]
  } catch {
    return []
  }
}
