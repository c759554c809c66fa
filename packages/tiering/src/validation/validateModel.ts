import type { CalendarDate, RejectedRow } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { fitBgNbd } from '../lifetime/fitBgNbd.js'
import { UNIT_DAYS } from '../purchases/ageUnits.js'
import { countSales } from '../purchases/countSales.js'
import { purchaseDays } from '../purchases/purchaseDays.js'
import { purchaseTimes } from '../purchases/purchaseTimes.js'
import { salesByCustomer } from '../purchases/salesByCustomer.js'
import { readManyRows } from '../rows/readManyRows.js'
import { type ReadSale, readSale } from '../sales/readSale.js'
import type { Sale } from '../sales/types.js'
import { expectationOf } from './expectationOf.js'
import { type ReadValidationOptions, readValidationOptions } from './readValidationOptions.js'
import type { ModelValidation, RepeatGroup, ValidationDiagnosis, ValidationOptions } from './types.js'

/** Customers with so many repeat purchases or more are one group, as in the figure of Fader, Hardie and Lee. */
const LAST_GROUP = 7

/** A customer up to the day of calibration, and the purchases after it: those made, and those expected. */
interface TriedCustomer {
  readonly repeatPurchases: number
  readonly actual: number
  readonly expected: number
  readonly naive: number
}

/**
 * Tries BG/NBD on what is known already: fits it to the purchases up to one day, and compares what it expects of each customer after that, up to a
 * later day, with what the customer did.
 *
 * Purchases are those of {@link summarisePurchases}: days with an amount of 0 or more, of which only the sign counts here. Beside the model stands
 * what needs none: that each customer goes on at the rate so far. Refunds, amounts of 0 and customers left out are counted in `diagnoses`.
 *
 * @param transactions - Purchases and refunds in any order; amounts of any sign and in any currencies.
 * @param options - `calibrateTo`: the last day that the fit knows of. `until`: the last day that counts, after it; transactions dated later are left
 * out, and counted in `diagnoses`. `unit`: of the parameters, `week` (unless given) or `day`. `invalid`: `throw` (unless given) all bad transactions
 * together, or `collect` them in `rejected`.
 * @returns Purchases actual and expected, of all customers who bought up to `calibrateTo` and by how many times they had bought again, and how far
 * the model is off for a customer on average. It takes O(n log n) for n transactions. Where the fit did not converge, nothing expected is to be relied
 * on.
 * @throws {@link InputError} if an option or, unless they are collected, a transaction is not as stated, with every issue; and in any case if
 * none up to `calibrateTo` is a purchase, followed by the issues of the transactions collected.
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the Easy Way", *Marketing Science* 24, 2005.
 * @example
 * import { validateModel } from '@clientele/tiering'
 *
 * // Seventy customers, who buy every so many days, and stop after so many times.
 * const gaps = [7, 11, 19, 31, 8, 50]
 * const times = [1, 1, 2, 1, 3, 12, 1, 5, 2, 30]
 * const date = (day: number) => new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10)
 * const transactions = Array.from({ length: 70 }, (_, index) => {
 *   const days = Array.from({ length: times[index % 10] }, (_, time) => 1 + (index % 8) + time * gaps[index % 6])
 *   return days.map((day) => ({ customer: `C-${index}`, date: date(day), amount: 10 }))
 * }).flat()
 *
 * const { actual, expected, meanAbsoluteError, naive } = validateModel(transactions, { calibrateTo: '2024-03-31', until: '2024-06-30' })
 * actual //=> 57
 * Math.round(expected) //=> 48
 * Math.round(naive.expected) //=> 96
 * meanAbsoluteError.toFixed(2) //=> '0.75'
 * naive.meanAbsoluteError.toFixed(2) //=> '0.91'
 */
export function validateModel(transactions: readonly Sale[], options: ValidationOptions): ModelValidation {
  const settings = readValidationOptions(options)
  const { calibrateTo, until, unit, invalid } = settings
  const { read, rejected } = readManyRows(transactions, 'transactions', invalid, readSale, null)
  const found = salesByCustomer(read, until).map(({ sales }) => purchaseDays(sales))
  const buyers = found.filter(({ length }) => length > 0)
  const known = buyers.filter(([first]) => (first as number) <= calibrateTo)
  if (known.length === 0) throwNoPurchases(calibrateTo, rejected)
  const { fit, tried } = tryModel(known, settings)
  const byRepeatPurchases = groupByRepeats(tried)
  const [model, naive] = [meanError(tried, ({ expected }) => expected), meanError(tried, ({ naive: rate }) => rate)]
  return {
    calibrateTo: dateOf(calibrateTo),
    until: dateOf(until),
    unit,
    horizon: (until - calibrateTo) / UNIT_DAYS[unit],
    customers: known.length,
    // As sums of the groups, which then add up to them to the last digit.
    actual: sumOf(byRepeatPurchases, ({ actual }) => actual),
    expected: sumOf(byRepeatPurchases, ({ expected }) => expected),
    byRepeatPurchases,
    meanAbsoluteError: model,
    naive: { expected: sumOf(tried, ({ naive: rate }) => rate), meanAbsoluteError: naive },
    fit,
    rejected,
    diagnoses: [
      ...diagnoseSales(read, rejected.length, until, { newcomers: buyers.length - known.length, refunded: found.length - buyers.length }),
      // Without anybody who bought again, what is expected is a bound of the search and nothing that the model found.
      ...(fit.converged ? [] : [{ code: 'fit-not-converged', params: {} } as const]),
      ...(fit.repeatBuyers > 0 && model > naive ? [{ code: 'worse-than-naive', params: { model, naive } } as const] : []),
    ],
  }
}

/** What is wrong with the transactions that were left out may be why there is no purchase. */
function throwNoPurchases(until: number, rejected: readonly RejectedRow[]): void {
  throwIssues([createIssue('no-purchases', ['transactions'], { until: dateOf(until) }), ...rejected.flatMap(({ issues }) => issues)])
}

/** Fits the model to the days of purchases up to the day of calibration, and sets what it expects of each customer beside those after it. */
function tryModel(
  known: readonly (readonly number[])[],
  { calibrateTo, until, unit }: ReadValidationOptions,
): { readonly fit: ModelValidation['fit']; readonly tried: readonly TriedCustomer[] } {
  const histories = known.map((days) => {
    const before = days.filter((day) => day <= calibrateTo)
    return { times: purchaseTimes(before, calibrateTo, unit), actual: days.length - before.length, days: calibrateTo - (days[0] as number) }
  })
  const { rejected: _, ...fit } = fitBgNbd(
    histories.map(({ times }) => times),
    { unit },
  )
  const expectedOf = expectationOf(fit.parameters, (until - calibrateTo) / UNIT_DAYS[unit])
  const tried = histories.map(({ times, actual, days }) => ({
    repeatPurchases: times.repeatPurchases,
    actual,
    expected: expectedOf(times),
    // In days, so that it is the same in whatever unit.
    naive: days === 0 ? 0 : (times.repeatPurchases * (until - calibrateTo)) / days,
  }))
  return { fit, tried }
}

function groupByRepeats(tried: readonly TriedCustomer[]): RepeatGroup[] {
  const groups = Array.from({ length: LAST_GROUP + 1 }, (): TriedCustomer[] => [])
  for (const one of tried) groups[Math.min(one.repeatPurchases, LAST_GROUP)]?.push(one)
  return groups.map((group, repeatPurchases) => ({
    repeatPurchases,
    orMore: repeatPurchases === LAST_GROUP,
    customers: group.length,
    actual: sumOf(group, ({ actual }) => actual),
    expected: sumOf(group, ({ expected }) => expected),
  }))
}

function meanError(tried: readonly TriedCustomer[], expectedOf: (one: TriedCustomer) => number): number {
  return sumOf(tried, (one) => Math.abs(expectedOf(one) - one.actual)) / tried.length
}

function sumOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0)
}

/** Customers that the model does not know of. */
interface UnknownCustomers {
  readonly newcomers: number
  readonly refunded: number
}

function diagnoseSales(
  sales: readonly ReadSale[],
  rejected: number,
  until: number,
  { newcomers, refunded }: UnknownCustomers,
): ValidationDiagnosis[] {
  const { later, zeros, refunds } = countSales(sales, until)
  const diagnoses: ValidationDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, read: sales.length } })
  if (newcomers > 0) diagnoses.push({ code: 'customers-after-calibration', params: { count: newcomers } })
  if (refunded > 0) diagnoses.push({ code: 'refunds-alone', params: { customers: refunded } })
  if (later > 0) diagnoses.push({ code: 'transactions-after-until', params: { count: later } })
  if (zeros > 0) diagnoses.push({ code: 'zero-amounts', params: { count: zeros } })
  if (refunds > 0) diagnoses.push({ code: 'refunds', params: { count: refunds } })
  return diagnoses
}

function dateOf(day: number): CalendarDate {
  return formatDay(day) as CalendarDate
}
