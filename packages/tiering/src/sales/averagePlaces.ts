import { shownDigits } from '../money/currency.js'

/** How many more decimal places than the totals averages are shown with where there is no currency, and from how many on with no more. */
const MORE_PLACES = 2
const ENOUGH_PLACES = 6

/** How many decimal places averages are rounded to; totals are units of so many digits. It takes O(n) for n totals. */
export function averagePlaces(totals: readonly bigint[], digits: number, currency: string | undefined): number {
  if (currency !== undefined) return shownDigits(currency)
  const places = placesOf(totals, digits)
  return Math.max(places, Math.min(places + MORE_PLACES, ENOUGH_PLACES))
}

/** How many decimal places units of so many digits need. */
function placesOf(units: readonly bigint[], digits: number): number {
  let places = 0
  let unit = 10n ** BigInt(digits)
  for (const one of units) {
    if (one % unit === 0n) continue
    places = digits - countEndingZeros(String(one))
    unit = 10n ** BigInt(digits - places)
  }
  return places
}

function countEndingZeros(text: string): number {
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return text.length - end
}
