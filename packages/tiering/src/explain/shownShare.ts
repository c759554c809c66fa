import type { DecimalString } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { isNil, shown, shownPercent } from '@clientele/core/explain'

const DECIMAL_PLACES = 2

/** A share in percent, without the sign; it may be below 0 or above 100, where some values are below 0. */
export function shownShare(share: number): string {
  return shown(shownPercent(share))
}

/** A share in percent, rounded to two decimal places, or to as many more as show on which side of each percentage it is. */
export function shownShareApart(share: number, percents: readonly DecimalString[]): string {
  const percent = new Decimal(share).times(100)
  const bounds = percents.filter((bound) => !isNil(bound))
  for (let places = DECIMAL_PLACES; ; places++) {
    const rounded = percent.toDecimalPlaces(places)
    if (rounded.eq(percent) || bounds.every((bound) => rounded.cmp(bound) === percent.cmp(bound))) return shown(decimalText(rounded))
  }
}
