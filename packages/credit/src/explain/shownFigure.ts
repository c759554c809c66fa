import type { DecimalString } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shown } from '@clientele/core/explain'
import type { CreditLocale } from '../locales/types.js'

const DECIMAL_PLACES = 2
const SIGNIFICANT_DIGITS = 2

/** A figure rounded half-up to so many decimal places; one near to 0 keeps two digits. */
export function roundFigure(figure: Decimal, places: number = DECIMAL_PLACES): Decimal {
  const rounded = figure.toDecimalPlaces(places)
  return rounded.isZero() ? figure.toSignificantDigits(SIGNIFICANT_DIGITS) : rounded
}

/** A figure within a sentence, rounded by {@link roundFigure} or as given, and said to be about that where it is not exact. */
export function shownFigure(figure: DecimalString | Decimal, { figures }: CreditLocale, rounded: Decimal = roundFigure(new Decimal(figure))): string {
  return formatMessage(rounded.eq(figure) ? figures.exact : figures.about, { figure: shown(decimalText(rounded)) })
}

/** A change within a sentence: rounded likewise, and with its sign. */
export function shownChange(figure: DecimalString | Decimal, { figures }: CreditLocale): string {
  const rounded = roundFigure(new Decimal(figure))
  const sign = rounded.gt(0) ? '+' : ''
  return formatMessage(rounded.eq(figure) ? figures.exact : figures.about, { figure: sign + shown(decimalText(rounded)) })
}

/** A number of days within a sentence, which need not be whole. */
export function shownFigureOfDays(days: number | DecimalString, locale: CreditLocale, rounded: Decimal = roundFigure(new Decimal(days))): string {
  const { one, many } = locale.core.durations.days
  return formatMessage(new Decimal(days).eq(1) ? one : many, { number: shownFigure(new Decimal(days), locale, rounded) })
}

/** A figure rounded to two decimal places, or to as many more as are needed to stand as it does to each of the bounds: below, on or above it. */
export function roundApart(figure: Decimal, bounds: readonly Decimal[]): Decimal {
  for (let places = DECIMAL_PLACES; ; places++) {
    const rounded = figure.toDecimalPlaces(places)
    if (rounded.eq(figure) || bounds.every((bound) => rounded.cmp(bound) === figure.cmp(bound))) return rounded
  }
}

/** Two different figures rounded to two decimal places, or to as many more as are needed to tell them apart. */
export function roundBoth(a: Decimal, b: Decimal): readonly [Decimal, Decimal] {
  for (let places = DECIMAL_PLACES; ; places++) {
    const rounded = [a.toDecimalPlaces(places), b.toDecimalPlaces(places)] as const
    if (!rounded[0].eq(rounded[1]) || a.eq(b)) return rounded
  }
}
