import { roundingModes } from '@clientele/core/checks'
import { dayOf, formatDay } from '@clientele/core/days'
import fc from 'fast-check'
import type { Credit, CreditTerms, Invoice, Payment, SettlementCase, SettlementOptions, TermsDiscount } from '../src/index.js'
import { moneyText } from '../src/money/moneyText.js'

/** An invoice with its payments and credits, terms that suit it, and the day of the answer. */
export interface RandomCase {
  readonly settlement: SettlementCase
  readonly terms: CreditTerms
  readonly options: SettlementOptions
}

/** Currencies of 2, 0, 3 and 4 minor digits. */
export const currencies: readonly (readonly [currency: string, digits: number])[] = [
  ['CNY', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
]

const NEW_YEAR = dayOf(2024, 1, 1)
const percents = fc.constantFrom<string | number>('0.5', 1, '1.25', 2, '2.0', 3, '3.333', 5, '7.5', 10, '12.5', 50, '99')
const ids = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '客户', '0') },
)

/** A date so many days after New Year's Day of a leap year. */
export function randomDate(days: number): string {
  return formatDay(NEW_YEAR + days) as string
}

/** Amounts of a currency from small to huge, in minor units; about a tenth are 0. */
const sizes: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 3, arbitrary: fc.bigInt({ min: 1n, max: 300n }) },
  { weight: 6, arbitrary: fc.bigInt({ min: 1n, max: 2_000_000n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 40n }) },
)

const discounts: fc.Arbitrary<TermsDiscount[]> = fc
  .tuple(fc.uniqueArray(fc.nat(30), { maxLength: 4 }), fc.uniqueArray(percents, { minLength: 4, maxLength: 4, selector: Number }))
  .map(([days, offs]) => {
    const falling = [...offs].sort((a, b) => Number(b) - Number(a))
    return days.sort((a, b) => a - b).map((withinDays, index) => ({ withinDays, percent: falling[index] as string | number }))
  })

const discountBases = ['gross', 'net-of-tax'] as const
const partialPayments = ['full-by-window', 'pro-rata'] as const
const starts = ['invoice-date', 'delivery-date', 'end-of-month'] as const

/** Any terms whose cash step, if they have one, is among the given ones. */
function termsOfSteps(steps: readonly (string | number)[]): fc.Arbitrary<CreditTerms> {
  const fields = fc.record(
    {
      start: fc.constantFrom(...starts),
      partialPayments: fc.constantFrom(...partialPayments),
      discountBase: fc.constantFrom(...discountBases),
      rounding: fc.constantFrom(...roundingModes),
    },
    { requiredKeys: [] },
  )
  const steppings = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...steps).map((cashStep) => ({ cashStep })) },
  )
  return fc.tuple(discounts, fc.oneof(fc.constant(0), fc.nat(30)), fields, steppings).map(([list, more, others, stepping]) => ({
    kind: 'credit-terms',
    id: 'random',
    version: 1,
    discounts: list,
    netDays: (list.at(-1)?.withinDays ?? 0) + more,
    ...others,
    ...stepping,
  }))
}

const wholeSteps = ['1', 5, '10', '500']

/** Any terms; cash steps are whole units, so they suit every currency. */
export const creditTerms: fc.Arbitrary<CreditTerms> = termsOfSteps(wholeSteps)

const termsByDigits = currencies.map(
  ([, digits]) => [digits, digits === 0 ? creditTerms : termsOfSteps([...wholeSteps, `0.${'5'.padStart(digits, '0')}`, '0.5'])] as const,
)

/** Any terms whose cash step suits a currency of so many minor digits. */
export function creditTermsFor(digits: number): fc.Arbitrary<CreditTerms> {
  return new Map(termsByDigits).get(digits) ?? creditTerms
}

/** An amount as text, or as a number where that prints as the same text. */
export function amountOf(units: bigint, digits: number): string | number {
  const text = moneyText(units, digits)
  return String(Number(text)) === text ? Number(text) : text
}

/** Invoices of a currency, a third of them of a negative amount unless `isPositive`; all have a tax and a delivery date, so any terms suit them. */
export function invoicesOf(currency: string, digits: number, isPositive = false): fc.Arbitrary<Invoice> {
  return fc
    .record({ id: ids, day: fc.nat(70), wait: fc.nat(12), size: sizes, rate: fc.nat(100), sign: fc.constantFrom(1n, 1n, -1n) })
    .map(({ id, day, wait, size, rate, sign }) => {
      const amount = isPositive ? size : size * sign
      return {
        id,
        date: randomDate(day),
        amount: amountOf(amount, digits),
        currency,
        tax: amountOf((amount * BigInt(rate)) / 100n, digits),
        deliveryDate: randomDate(day + wait),
      }
    })
}

/** Any invoices; their amounts are 0 or more. */
export const invoices: fc.Arbitrary<Invoice> = fc.constantFrom(...currencies).chain(([currency, digits]) => invoicesOf(currency, digits, true))

/** Parts of an amount: eighths of it, it less a discount of the terms and a unit more or less, or anything. */
function partsOf(amount: bigint, terms: CreditTerms): fc.Arbitrary<bigint> {
  const off = fc.constantFrom(0, ...terms.discounts.map(({ percent }) => Number(percent)))
  const about = fc
    .tuple(off, fc.constantFrom(0n, 0n, 1n, -1n))
    .map(([percent, more]) => (amount * BigInt(100_000 - percent * 1000)) / 100_000n + more)
  return fc.oneof(
    { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 5n }).map((eighths) => (amount * eighths) / 8n) },
    { weight: 3, arbitrary: about },
    { weight: 1, arbitrary: fc.bigInt({ min: -20n, max: 100n }) },
  )
}

/** Payments of an amount under terms, some of them given back, before, in and after the windows. */
export function paymentsOf(amount: bigint, [currency, digits]: readonly [string, number], terms: CreditTerms): fc.Arbitrary<Payment[]> {
  const payment = fc
    .record({ id: ids, day: fc.integer({ min: -3, max: 140 }), part: partsOf(amount, terms), sign: fc.constantFrom(1n, 1n, 1n, 1n, -1n) })
    .map(({ id, day, part, sign }) => ({ id, date: randomDate(day), amount: amountOf(part * sign, digits), currency }))
  return fc.uniqueArray(payment, { selector: ({ id }) => id, maxLength: 5 })
}

/** Credits of an amount under terms. */
export function creditsOf(amount: bigint, currency: readonly [string, number], terms: CreditTerms): fc.Arbitrary<Credit[]> {
  const types = fc.constantFrom('credit-note' as const, 'write-off' as const)
  const credit = fc.tuple(paymentsOf(amount / 4n, currency, terms), fc.array(types, { minLength: 6, maxLength: 6 }))
  return credit.map(([rows, kinds]) => rows.slice(0, 3).map((row, index) => ({ ...row, type: kinds[index] as Credit['type'] })))
}

/** Any invoice with any payments and credits, under any terms. */
export const settlementCases: fc.Arbitrary<RandomCase> = fc
  .constantFrom(...currencies)
  .chain((currency) => fc.tuple(fc.constant(currency), invoicesOf(...currency), creditTermsFor(currency[1])))
  .chain(([currency, invoice, terms]) => {
    const amount = unitsOf(invoice.amount, currency[1])
    const credits = fc.option(creditsOf(amount, currency, terms), { nil: undefined })
    const asOf = fc.integer({ min: -3, max: 140 }).map(randomDate)
    return fc.record({ payments: paymentsOf(amount, currency, terms), credits, asOf }).map((random) => ({
      settlement: { invoice, payments: random.payments, ...(random.credits === undefined ? {} : { credits: random.credits }) },
      terms,
      options: { asOf: random.asOf },
    }))
  })

/** The minor units of an amount that {@link amountOf} wrote. */
export function unitsOf(amount: string | number, digits: number): bigint {
  const [whole, decimals = ''] = String(amount).split('.') as [string, string?]
  return BigInt(`${whole}${decimals.padEnd(digits, '0')}`)
}
