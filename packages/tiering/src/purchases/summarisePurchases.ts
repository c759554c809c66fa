import type { CalendarDate, InvalidRows, Issue } from '@clientele/core'
import { checkChoice, isRecord, readOptions, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { readDay } from '../dates/readDay.js'
import { agreeOnCurrency, shownDigits } from '../money/currency.js'
import { beyondNumbers } from '../numbers/beyondNumbers.js'
import { addQuantities, type Quantity, quantityText, shareOf, ZERO } from '../numbers/quantity.js'
import { readManyRows } from '../rows/readManyRows.js'
import { type ReadSale, readSale } from '../sales/readSale.js'
import type { Sale } from '../sales/types.js'
import { AGE_UNITS } from './ageUnits.js'
import { countSales } from './countSales.js'
import { purchaseDays } from './purchaseDays.js'
import { purchaseTimes } from './purchaseTimes.js'
import { type CustomerSales, salesByCustomer } from './salesByCustomer.js'
import type { AgeUnit, CustomerPurchases, PurchaseDiagnosis, PurchaseOptions, PurchaseSummary } from './types.js'

interface ReadPurchaseOptions {
  readonly asOf: number
  readonly unit: AgeUnit
  readonly invalid: InvalidRows
}

/**
 * Sums purchases up by customer as {@link fitBgNbd} and {@link fitGammaGamma} take them: how many times a customer bought again, when last, for how
 * long the customer has been known, and what the repeat purchases came to.
 *
 * A purchase is a day with an amount of 0 or more, whatever number of them; the first such day makes the customer known, and each further one is a
 * repeat purchase. An amount below 0 is a refund and never a purchase; dated on or after the second day with a purchase, it is taken off the spend.
 * Whoever has no purchase up to `asOf` is left out.
 *
 * @param transactions - Purchases and refunds in any order; amounts of any sign and of any number of decimal places, all of one currency or all of
 * none, for spend is added up. Where a book has several, summarise each by itself; or, for the times alone, leave out `currency` and refunds, and let
 * every amount be 1.
 * @param options - `asOf`: the day up to which ages run; transactions dated later are left out, and counted in `diagnoses`. `unit`: in what ages are
 * counted, `day` or `week`; a part of a week is a fraction. `invalid`: `throw` (unless given) all bad transactions together, or `collect` them in
 * `rejected`.
 * @returns The customers by id, and what is to be known about them. It takes O(n log n) for n transactions. A mean may be of any size; the models of
 * spend take only those up to 1,000,000,000,000,000 in size.
 * @throws {@link InputError} if an option or, unless they are collected, a transaction is not as stated, with every issue; and in any case if
 * transactions are of several currencies, or some of one and some of none, or if a mean is beyond what a number can hold.
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the Easy Way", *Marketing Science* 24, 2005, for the times; P. S. Fader,
 * B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value", 2013, for the mean spend.
 * @example
 * import { summarisePurchases } from '@clientele/tiering'
 *
 * const transactions = [
 *   { customer: 'C-1', date: '2024-01-01', amount: '80', currency: 'CNY' },
 *   { customer: 'C-1', date: '2024-01-15', amount: '50', currency: 'CNY' },
 *   { customer: 'C-1', date: '2024-01-15', amount: '12.50', currency: 'CNY' },
 *   { customer: 'C-1', date: '2024-01-22', amount: '37.50', currency: 'CNY' },
 *   { customer: 'C-1', date: '2024-01-24', amount: '-10', currency: 'CNY' },
 *   { customer: 'C-2', date: '2024-01-30', amount: '20', currency: 'CNY' },
 * ]
 * const { customers, diagnoses } = summarisePurchases(transactions, { asOf: '2024-02-05', unit: 'week' })
 * customers.map(({ customer, repeatPurchases, lastPurchaseAge, age }) => `${customer} ${repeatPurchases} ${lastPurchaseAge} ${age.toFixed(3)}`)
 * //=> ['C-1 2 3 5.000', 'C-2 0 0 0.857']
 * customers.map(({ repeatSpend, meanSpend }) => `${repeatSpend} ${meanSpend}`) //=> ['90.00 45', '0.00 0']
 * diagnoses //=> [{ code: 'refunds', params: { count: 1 } }]
 */
export function summarisePurchases(transactions: readonly Sale[], options: PurchaseOptions): PurchaseSummary {
  const issues: Issue[] = []
  const settings = readPurchaseOptions(options, issues)
  throwIssues(issues)
  const { asOf, unit, invalid } = settings as ReadPurchaseOptions
  const { read, rejected } = readManyRows(transactions, 'transactions', invalid, readSale, null)
  const currency = agreeOnCurrency(read, undefined, ['transactions'])
  const known = salesByCustomer(read, asOf)
  const customers = known.flatMap((one) => summarise(one, asOf, unit, shownDigits(currency)) ?? [])
  return {
    asOf: dateOf(asOf),
    unit,
    ...(currency === undefined ? {} : { currency }),
    customers,
    rejected,
    diagnoses: diagnose(read, rejected.length, asOf, known.length - customers.length, customers.length),
  }
}

function readPurchaseOptions(options: unknown, issues: Issue[]): ReadPurchaseOptions | undefined {
  const invalid = readOptions(options, ['asOf', 'unit', 'invalid'], issues)
  if (!isRecord(options)) return undefined
  const { asOf: given, unit } = { ...options }
  const asOf = readDay(given, ['options', 'asOf'], issues)
  const isKnown = checkChoice(unit, AGE_UNITS, ['options', 'unit'], issues)
  return asOf !== undefined && isKnown ? { asOf, unit, invalid } : undefined
}

/** Undefined for a customer without a purchase. */
function summarise({ customer, sales }: CustomerSales, asOf: number, unit: AgeUnit, leastDigits: number): CustomerPurchases | undefined {
  const days = purchaseDays(sales)
  const [first, second] = days
  if (first === undefined) return undefined
  const spend = second === undefined ? ZERO : sumFrom(second, sales)
  return {
    customer,
    ...purchaseTimes(days, asOf, unit),
    meanSpend: meanOf(spend, days.length - 1),
    repeatSpend: quantityText(spend, leastDigits),
    firstPurchase: dateOf(first),
    lastPurchase: dateOf(days.at(-1) as number),
  }
}

/** The sum of all amounts from a day on. Those of one scale are added first, so that a fine amount does not make every other one long. */
function sumFrom(from: number, sales: readonly ReadSale[]): Quantity {
  const sums = new Map<number, bigint>()
  for (const { day, amount } of sales) if (day >= from) sums.set(amount.digits, (sums.get(amount.digits) ?? 0n) + amount.units)
  return Array.from(sums, ([digits, units]) => ({ units, digits })).reduce(addQuantities, ZERO)
}

function meanOf({ units, digits }: Quantity, count: number): number {
  if (count === 0) return 0
  const divisor = BigInt(count) * 10n ** BigInt(digits)
  const mean = shareOf(units, divisor)
  if (mean === null) throwIssues([beyondNumbers(new Decimal(String(units)).div(String(divisor)), ['transactions'])])
  return mean as number
}

function diagnose(sales: readonly ReadSale[], rejected: number, asOf: number, left: number, customers: number): PurchaseDiagnosis[] {
  const { later, zeros, refunds } = countSales(sales, asOf)
  const diagnoses: PurchaseDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, read: sales.length } })
  if (later > 0) diagnoses.push({ code: 'transactions-after-as-of', params: { count: later } })
  if (zeros > 0) diagnoses.push({ code: 'zero-amounts', params: { count: zeros } })
  if (refunds > 0) diagnoses.push({ code: 'refunds', params: { count: refunds } })
  if (left > 0) diagnoses.push({ code: 'refunds-alone', params: { customers: left } })
  if (customers === 0) diagnoses.push({ code: 'no-customers', params: {} })
  return diagnoses
}

function dateOf(day: number): CalendarDate {
  return formatDay(day) as CalendarDate
}
