import type { RoundingMode } from '@clientele/core'
import type { Credit, CreditTerms, Payment, SettlementStatus } from '../src/index.js'
import { currencies, type RandomCase, unitsOf } from './arbitraries.js'

/** A settlement's totals in signed minor units. */
export interface NaiveSettlement {
  readonly due: string
  readonly paid: bigint
  readonly discountTaken: bigint
  readonly credited: bigint
  readonly open: bigint
  readonly overpaid: bigint
  readonly status: SettlementStatus
  /** What may be claimed for a discount that was taken too late. */
  readonly claim: bigint | undefined
}

/** A fraction, its denominator above 0. */
type Fraction = readonly [bigint, bigint]
type Row = readonly [day: number, units: bigint]

const MILLISECONDS_A_DAY = 86_400_000

/**
 * Settles an invoice slowly and plainly, as the semantics say it: day by day, in signed fractions. It shares no code with the package.
 */
export function naiveSettlement({ settlement, terms, options }: RandomCase): NaiveSettlement {
  const { invoice, payments, credits = [] } = settlement
  const digits = digitsOf(invoice.currency)
  const amount = unitsOf(invoice.amount as string, digits)
  const sign = amount < 0n ? -1n : 1n
  const asOf = dayOf(options.asOf)
  const rowsOf = (rows: readonly (Payment | Credit)[]): Row[] => rows.map((row) => [dayOf(row.date), unitsOf(row.amount as string, digits)])
  const [received, given] = [rowsOf(payments), rowsOf(credits)]
  const start = startOf(invoice, terms)
  const creditNotes = sumBy(rowsOf(credits.filter(({ type }) => type === 'credit-note')), asOf)
  const base = (amount - creditNotes) * sign > 0n ? amount - creditNotes : 0n
  const payable = payableOf(terms, amount, invoice.tax === undefined ? 0n : unitsOf(invoice.tax as string, digits), digits)

  const keptBy = terms.discounts.map(({ withinDays }) => {
    let kept: bigint | undefined
    for (let day = Math.min(start + withinDays, asOf); day <= asOf; day++) {
      const sum = sumBy(received, day) * sign
      if (kept === undefined || sum < kept) kept = sum
    }
    return kept !== undefined && kept > 0n ? kept * sign : 0n
  })
  const discountTaken =
    terms.partialPayments === 'pro-rata'
      ? proRata(base, terms, keptBy, payable)
      : fullByWindow(
          base,
          terms.discounts.map(({ percent }) => payable(base, percent)),
          keptBy,
          sign,
        )

  const paid = sumBy(received, asOf)
  const credited = sumBy(given, asOf)
  const rest = amount - credited - paid - discountTaken
  const open = rest * sign > 0n ? rest : 0n
  const overpaid = open - rest
  const status = open !== 0n ? (asOf > start + terms.netDays ? 'overdue' : 'open') : overpaid !== 0n ? 'overpaid' : 'paid'
  const isShort = open !== 0n && paid * sign > 0n && terms.discounts.some(({ percent }) => payable(base, percent) === paid)
  const missing = base - paid - discountTaken
  const claim = !isShort || lastMove(received, asOf) * sign <= 0n || missing * sign <= 0n ? undefined : missing * sign < open * sign ? missing : open
  const due = new Date((start + terms.netDays) * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
  return { due, paid, discountTaken, credited, open, overpaid, status, claim }
}

/** How many minor digits a currency of the random cases has. */
export function digitsOf(currency: string): number {
  return (currencies.find(([code]) => code === currency) as readonly [string, number])[1]
}

function sumBy(rows: readonly Row[], day: number): bigint {
  return rows.reduce((sum, [date, units]) => (date <= day ? sum + units : sum), 0n)
}

/** What came in, or went out, on the last day on which that was not nothing. */
function lastMove(received: readonly Row[], asOf: number): bigint {
  const first = Math.min(...received.map(([day]) => day))
  for (let day = asOf; day >= first; day--) {
    const moved = sumBy(received, day) - sumBy(received, day - 1)
    if (moved !== 0n) return moved
  }
  return 0n
}

function dayOf(date: string): number {
  return Date.parse(date) / MILLISECONDS_A_DAY
}

function startOf(invoice: RandomCase['settlement']['invoice'], { start }: CreditTerms): number {
  if (start === 'delivery-date') return dayOf(invoice.deliveryDate as string)
  if (start !== 'end-of-month') return dayOf(invoice.date)
  const [year, month] = invoice.date.split('-').map(Number) as [number, number]
  return Date.UTC(year, month, 0) / MILLISECONDS_A_DAY
}

type PayableOf = (open: bigint, percent: string | number) => bigint

function payableOf({ discountBase, rounding = 'half-up', cashStep }: CreditTerms, amount: bigint, tax: bigint, digits: number): PayableOf {
  const step = cashStep === undefined ? 1n : unitsOf(cashStep, digits)
  return (open, percent) => {
    const [off, hundred] = fractionOf(percent)
    const [taken, whole] = [off, hundred * 100n]
    const share: Fraction =
      discountBase === 'net-of-tax' && amount !== 0n ? positive(whole * amount - taken * (amount - tax), whole * amount) : [whole - taken, whole]
    const cents = rounded([open * share[0], share[1]], rounding)
    const cash = rounded([cents, step], rounding) * step
    const isMore = open < 0n ? cash < open : cash > open
    return isMore ? open : cash
  }
}

function fullByWindow(base: bigint, payables: readonly bigint[], keptBy: readonly bigint[], sign: bigint): bigint {
  const earned = payables.findIndex((payable, index) => keptBy[index] !== 0n && (keptBy[index] as bigint) * sign >= payable * sign)
  return earned < 0 ? 0n : base - (payables[earned] as bigint)
}

function proRata(base: bigint, terms: CreditTerms, keptBy: readonly bigint[], payableAt: PayableOf): bigint {
  let open = base
  let discount = 0n
  terms.discounts.forEach(({ percent }, index) => {
    const paid = (keptBy[index] as bigint) - (keptBy[index - 1] ?? 0n)
    if (paid === 0n || open === 0n) return
    const payable = payableAt(open, percent)
    const isWhole = paid < 0n ? paid <= payable : paid >= payable
    const settled = isWhole ? open : rounded(positive(paid * open, payable), terms.rounding ?? 'half-up')
    discount += isWhole ? open - payable : settled - paid
    open -= settled
  })
  return discount
}

function fractionOf(value: string | number): Fraction {
  const [whole, decimals = ''] = String(value).split('.') as [string, string?]
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)]
}

function positive(dividend: bigint, divisor: bigint): Fraction {
  return divisor < 0n ? [-dividend, -divisor] : [dividend, divisor]
}

/** Rounds a fraction from the integers below and above it. */
function rounded([dividend, divisor]: Fraction, mode: RoundingMode): bigint {
  const below = dividend / divisor - (dividend < 0n && dividend % divisor !== 0n ? 1n : 0n)
  const part = dividend - below * divisor
  if (part === 0n) return below
  const above = below + 1n
  const [nearer0, farther0] = dividend < 0n ? [above, below] : [below, above]
  const tie = { 'half-up': farther0, 'half-down': nearer0, 'half-even': below % 2n === 0n ? below : above }
  const whole = { up: farther0, down: nearer0, ceiling: above, floor: below }
  if (mode in whole) return whole[mode as keyof typeof whole]
  if (part * 2n === divisor) return tie[mode as keyof typeof tie]
  return part * 2n > divisor ? above : below
}
