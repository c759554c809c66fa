import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { orderIntegers } from '../numbers/orderIntegers.js'
import { orderNumbers } from '../numbers/orderNumbers.js'
import { type Quantity, shareOf } from '../numbers/quantity.js'
import { compareFractions, type Fraction, fractionOf } from './fraction.js'
import { type GroupedCustomers, groupOrdered } from './groupNumbers.js'
import { type RfmTotals, sumOf } from './rfmTotals.js'
import type { MonetaryRule } from './types.js'

type ValueOf = (customer: number) => Fraction

/** Groups customers by their sums, or by their means: who has no purchases has none. It takes O(n) for n customers, unless numbers cannot tell many apart. */
export function groupMonetary(totals: RfmTotals, statistic: MonetaryRule['statistic']): GroupedCustomers {
  const { units, frequency, apart } = totals
  const isMean = statistic === 'mean'
  const valueOfCustomer: ValueOf = (customer) => {
    const { dividend, divisor } = fractionOf(sumOf(totals, customer))
    return { dividend, divisor: isMean ? divisor * BigInt(frequency[customer] as number) : divisor }
  }
  if (!isMean && apart.size === 0) return groupOrdered(units, orderIntegers(units), valueOfCustomer)
  const near = nearestUnits(totals, isMean)
  const all = orderNumbers(near)
  const order = isMean ? all.filter((customer) => frequency[customer] !== 0) : all
  const isExact = !isMean || areQuotientsExact(units, frequency)
  if (isExact && apart.size === 0) return groupOrdered(near, order, valueOfCustomer)
  return groupOrdered(
    rankExactly(near, order, (customer) => !isExact || apart.has(customer), valueOfCustomer),
    order,
    valueOfCustomer,
  )
}

/** The nearest numbers to the values in units of the sums, which are in the order of the values, or alike; 0 where there is no value. */
function nearestUnits({ units, digits, frequency, apart }: RfmTotals, isMean: boolean): Float64Array {
  const near = isMean ? units.map((sum, customer) => sum / ((frequency[customer] as number) || 1) + 0) : units.slice()
  for (const [customer, sum] of apart) near[customer] = isMean ? nearestMean(sum, digits, frequency[customer] as number) : nearestSum(sum, digits)
  return near
}

function nearestSum(sum: Quantity, digits: number): number {
  return Number(`${sum.units}e${digits - sum.digits}`) + 0
}

function nearestMean(sum: Quantity, digits: number, purchases: number): number {
  if (purchases === 0) return 0
  const near = shareOf(sum.units * 10n ** BigInt(digits), BigInt(purchases) * 10n ** BigInt(sum.digits))
  return near ?? (sum.units < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
}

/**
 * Puts customers of the same number in the order of their values, and gives each one the rank of its value. Only some numbers may be those of several
 * values: those of customers that are doubtful.
 */
function rankExactly(near: Float64Array, order: Int32Array, isDoubtful: (customer: number) => boolean, valueOfCustomer: ValueOf): Int32Array {
  const ranks = new Int32Array(near.length)
  let rank = 0
  for (let start = 0, end = 0; start < order.length; start = end) {
    const number = near[order[start] as number]
    for (end = start + 1; end < order.length && near[order[end] as number] === number; end++) {}
    const alike = order.subarray(start, end)
    rank += 1
    if (!alike.some(isDoubtful)) for (const customer of alike) ranks[customer] = rank
    else rank = rankAlike(alike, ranks, rank, valueOfCustomer)
  }
  return ranks
}

/** Sorts customers by their values, and gives them ranks from a first one on; returns the last one. */
function rankAlike(customers: Int32Array, ranks: Int32Array, first: number, valueOfCustomer: ValueOf): number {
  const values = Array.from(customers, (customer) => ({ customer, value: valueOfCustomer(customer) })).sort((a, b) =>
    compareFractions(a.value, b.value),
  )
  let rank = first
  values.forEach(({ customer, value }, place) => {
    const before = values[place - 1]
    if (before !== undefined && compareFractions(before.value, value) !== 0) rank += 1
    ranks[customer] = rank
    customers[place] = customer
  })
  return rank
}

/**
 * Whether different quotients of such integers are never nearest to the same number, which therefore stand for them. Two quotients a/b < c/d differ by
 * 1 ÷ bd at least, and are nearest to the same number only where they differ by at most 2⁻⁵² of it: so only where ad or bc is about 2⁵² or more.
 */
function areQuotientsExact(dividends: Float64Array, divisors: Int32Array | Float64Array): boolean {
  let greatestDividend = 0
  let greatestDivisor = 0
  for (let index = 0; index < dividends.length; index++) {
    greatestDividend = Math.max(greatestDividend, Math.abs(dividends[index] as number))
    greatestDivisor = Math.max(greatestDivisor, divisors[index] as number)
  }
  // By 1 nothing is divided.
  return greatestDivisor <= 1 || greatestDividend * greatestDivisor < EXACT_INTEGER_LIMIT / 4
}
