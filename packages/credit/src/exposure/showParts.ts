import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'
import { showMoney } from './exchange.js'
import type { MeasuredExposure } from './measureExposure.js'
import type { ExposedPart } from './types.js'

/**
 * The parts of an exposure as money. Those that count add up to the total as it is shown: each is rounded down, and the units that are then lacking
 * go to the greatest remainders, to the first of those alike.
 *
 * Source: the largest remainder method, A. Hamilton 1792; M. L. Balinski and H. P. Young, *Fair Representation*, 1982, chapter 2.
 */
export function showParts({ parts, total, exchange }: MeasuredExposure): ExposedPart[] {
  const { scale, digits } = exchange
  const counted = parts.filter(({ isCounted }) => isCounted).map(({ part, units }) => ({ part, units, floor: divideRounded(units, scale, 'floor') }))
  const lacking = counted.reduce((left, { floor }) => left - floor, divideRounded(total, scale, 'half-up'))
  const byRemainder = [...counted].sort((a, b) => compare(b.units - b.floor * scale, a.units - a.floor * scale))
  const raised = new Set(byRemainder.slice(0, Number(lacking)))
  const shown = new Map(counted.map((one) => [one.part, moneyText(raised.has(one) ? one.floor + 1n : one.floor, digits)]))
  return parts.map(({ part, units, isCounted }) => ({ part, amount: shown.get(part) ?? showMoney(units, exchange), counted: isCounted }))
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}
