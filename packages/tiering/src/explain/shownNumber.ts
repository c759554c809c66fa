import { Decimal, decimalText } from '@clientele/core/decimal'
import { shown } from '@clientele/core/explain'

const DECIMAL_PLACES = 2

/** What next to nothing looks like, so that it does not look like nothing. */
const LEAST = { above: '<0.01', below: '>-0.01' }

/** A number within a sentence, rounded half-up to two decimal places; one that is near to 0 does not look as if it were that. */
export function shownNumber(number: number): string {
  return shownDecimal(new Decimal(number))
}

/** How much a number changes, rounded likewise and with its sign. */
export function shownChange(from: number, to: number): string {
  const change = new Decimal(to).minus(from)
  const text = shownDecimal(change)
  return change.gt(0) && text !== LEAST.above ? `+${text}` : text
}

/** Two numbers, rounded likewise, or to as many more decimal places as show which of them is greater; none is needed where one of them is 0. */
export function shownApart(a: number, b: number): readonly [string, string] {
  const [first, second] = [new Decimal(a), new Decimal(b)]
  if (first.isZero() || second.isZero()) return [shownDecimal(first), shownDecimal(second)]
  for (let places = DECIMAL_PLACES; ; places++) {
    if (first.toDecimalPlaces(places).cmp(second.toDecimalPlaces(places)) === first.cmp(second))
      return [shownDecimal(first, places), shownDecimal(second, places)]
  }
}

function shownDecimal(number: Decimal, places: number = DECIMAL_PLACES): string {
  const rounded = number.toDecimalPlaces(places)
  if (!rounded.isZero() || number.isZero()) return shown(decimalText(rounded))
  return shown(number.gt(0) ? LEAST.above : LEAST.below)
}
