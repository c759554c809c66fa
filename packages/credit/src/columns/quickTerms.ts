import { mirrorRounding } from '../money/mirrorRounding.js'
import type { PreparedTerms } from '../terms/prepared.js'
import type { TermsStart } from '../terms/types.js'
import { divideUnits, multiplyAndDivide, QUICK_LIMIT, roundingOfSizes, type SizeRounding } from './divideUnits.js'

/** An invoice before its payments, in sizes; one object for one invoice after the other. */
export interface QuickInvoice {
  /** Day 0 of the terms. */
  start: number
  size: number
  /** The size less the tax within it. */
  net: number
  /** What discounts are taken off. */
  base: number
  rounding: SizeRounding
}

/** Credit terms in float64 integers, for invoices of one currency. */
export interface QuickTerms {
  readonly start: TermsStart
  readonly netDays: number
  readonly isProRata: boolean
  readonly isNetOfTax: boolean
  readonly withinDays: Float64Array
  /** A window takes `taken / whole` off. */
  readonly taken: Float64Array
  readonly whole: Float64Array
  /** The cash step in minor units. */
  readonly step: number
  readonly rounding: SizeRounding
  /** For invoices of a negative amount. */
  readonly mirrored: SizeRounding
  /** Where all amounts of an invoice add up to less than this in size, every integer that settles it is exact. */
  readonly limit: number
}

/** Reads terms for float64 integers, under which all invoices are too large where the terms' own numbers are. */
export function quickTerms({ discounts, ...terms }: PreparedTerms, step: bigint): QuickTerms {
  const { start, netDays, isProRata, isNetOfTax, rounding } = terms
  const whole = Float64Array.from(discounts, (discount) => Number(discount.whole))
  const greatest = whole.reduce((most, one) => Math.max(most, one), 1)
  const isWithin = greatest < QUICK_LIMIT && step < QUICK_LIMIT
  return {
    start,
    netDays,
    isProRata,
    isNetOfTax,
    withinDays: Float64Array.from(discounts, ({ withinDays }) => withinDays),
    taken: Float64Array.from(discounts, ({ taken }) => Number(taken)),
    whole,
    step: Number(step),
    rounding: roundingOfSizes(rounding),
    mirrored: roundingOfSizes(mirrorRounding(rounding)),
    // The share of an amount without its tax is a fraction of the amount times `whole`.
    limit: isWithin ? (isNetOfTax ? Math.floor(QUICK_LIMIT / greatest) : QUICK_LIMIT) : 0,
  }
}

/** What settles an open amount in a window of an invoice, as `openWindows` has it. */
export function quickPayable(terms: QuickTerms, window: number, open: number, invoice: QuickInvoice): number {
  const { step } = terms
  const exact = payableOf(terms, window, open, invoice)
  const rounded = step === 1 ? exact : divideUnits(exact, step, invoice.rounding) * step
  return Math.min(rounded, open)
}

function payableOf(terms: QuickTerms, window: number, open: number, { size, net, rounding }: QuickInvoice): number {
  const taken = terms.taken[window] as number
  const whole = terms.whole[window] as number
  if (!terms.isNetOfTax || size === 0) return multiplyAndDivide(open, whole - taken, whole, rounding)
  const part = size * whole - taken * net
  return open === size ? divideUnits(part, whole, rounding) : multiplyAndDivide(open, part, size * whole, rounding)
}
