import type { CalendarDate, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { agreeOnCurrency, shownDigits } from '../money/currency.js'
import { greatestFirst } from '../numbers/greatestFirst.js'
import { alignQuantities, quantityText, roundQuotient } from '../numbers/quantity.js'
import { readManyRows } from '../rows/readManyRows.js'
import { averagePlaces } from './averagePlaces.js'
import { type ReadSale, readSale } from './readSale.js'
import { type ReadSalesWindow, readSalesWindow } from './readSalesWindow.js'
import type { AverageMonthlySales, AverageSales, AverageSalesDiagnosis, AverageSalesOptions, Sale } from './types.js'

/** What every customer bought in the months that count, in units of so many digits. */
interface CustomerTotals {
  readonly totals: ReadonlyMap<string, bigint>
  readonly digits: number
}

/**
 * Adds up each customer's sales of several consecutive months, and takes the monthly average.
 *
 * Months without sales count, and refunds (amounts below 0) are taken off. Whoever bought something before those months and nothing in them is listed
 * with a total of 0, so that the lowest tier shows them.
 *
 * @param sales - Sales and refunds in any order; amounts of any sign and of any number of decimal places, all of one currency or all of none.
 * @param options - `months`: how many months, from 1 to 1,200, of which none may be before 0001-01. `asOf`: the day of the answer; sales dated later are left out, and counted in
 * `diagnoses`. `window`: the last whole months before the month of `asOf` (`before`, unless given), or the months up to and with it (`ending-with`),
 * which may not be over. `invalid`: `throw` (unless given) all bad sales together, or `collect` them in `rejected`.
 * @returns The days from the first to the last that counts, and each customer's total and average, the greatest total first. Averages are rounded only
 * to be shown, each by itself, so that they need not add up: {@link classifyByThreshold} takes the whole result, and compares the exact totals. It takes O(n + c log c) for n sales to c customers.
 * @throws {@link InputError} if an option or, unless they are collected, a sale is not as stated, with every issue; and in any case if sales are of
 * several currencies, or some of one and some of none.
 * @see The textbook's S1, 客户等级管理: step 1, the sales of N consecutive months.
 * @example
 * import { averageMonthlySales } from '@clientele/tiering'
 *
 * const sales = [
 *   { customer: 'C-1', date: '2024-04-02', amount: '900000', currency: 'CNY' },
 *   { customer: 'C-1', date: '2024-06-30', amount: '700000', currency: 'CNY' },
 *   { customer: 'C-2', date: '2024-05-17', amount: '100', currency: 'CNY' },
 *   { customer: 'C-2', date: '2024-07-01', amount: '999', currency: 'CNY' },
 * ]
 * const { from, to, customers } = averageMonthlySales(sales, { months: 3, asOf: '2024-07-31' })
 * from //=> '2024-04-01'
 * to //=> '2024-06-30'
 * customers
 * //=> [{ customer: 'C-1', total: '1600000.00', average: '533333.33' }, { customer: 'C-2', total: '100.00', average: '33.33' }]
 */
export function averageMonthlySales(sales: readonly Sale[], options: AverageSalesOptions): AverageMonthlySales {
  const issues: Issue[] = []
  const window = readSalesWindow(options, issues)
  throwIssues(issues)
  const { months, asOf, from, to, invalid } = window as ReadSalesWindow
  const { read, rejected } = readManyRows(sales, 'sales', invalid, readSale, null)
  const currency = agreeOnCurrency(read, undefined, ['sales'])
  return {
    asOf: dateOf(asOf),
    months,
    from: dateOf(from),
    to: dateOf(to),
    ...(currency === undefined ? {} : { currency }),
    customers: listCustomers(totalsOf(read, window as ReadSalesWindow), months, currency),
    rejected,
    diagnoses: diagnose(read, rejected.length, window as ReadSalesWindow),
  }
}

/** The totals of everyone with a sale up to `asOf`. */
function totalsOf(sales: readonly ReadSale[], { asOf, from, to }: ReadSalesWindow): CustomerTotals {
  const totals = new Map<string, bigint>()
  for (const { customer, day } of sales) if (day <= asOf) totals.set(customer, 0n)
  const counted = sales.filter(({ day }) => day >= from && day <= to && day <= asOf)
  const { units, digits } = alignQuantities(counted.map(({ amount }) => amount))
  counted.forEach(({ customer }, index) => {
    totals.set(customer, (totals.get(customer) as bigint) + (units[index] as bigint))
  })
  return { totals, digits }
}

function listCustomers({ totals, digits }: CustomerTotals, months: number, currency: string | undefined): AverageSales[] {
  const ids = [...totals.keys()]
  const sums = [...totals.values()]
  const places = averagePlaces(sums, digits, currency)
  const divisor = BigInt(months) * 10n ** BigInt(digits)
  const least = shownDigits(currency)
  return Array.from(greatestFirst(sums, ids), (index) => {
    const units = sums[index] as bigint
    const average = roundQuotient(units, divisor, places)
    return { customer: ids[index] as string, total: quantityText({ units, digits }, least), average: quantityText(average, least) }
  })
}

function diagnose(sales: readonly ReadSale[], rejected: number, { asOf, window, from, to }: ReadSalesWindow): AverageSalesDiagnosis[] {
  const count = (isCounted: (day: number) => boolean): number => sales.reduce((sum, { day }) => (isCounted(day) ? sum + 1 : sum), 0)
  const later = count((day) => day > asOf)
  const earlier = count((day) => day < from)
  const between = count((day) => day > to && day <= asOf)
  const diagnoses: AverageSalesDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, read: sales.length } })
  if (later > 0) diagnoses.push({ code: 'sales-after-as-of', params: { count: later } })
  if (earlier > 0) diagnoses.push({ code: 'sales-before-window', params: { count: earlier } })
  if (between > 0) diagnoses.push({ code: 'sales-after-window', params: { count: between } })
  if (window === 'ending-with' && asOf < to) diagnoses.push({ code: 'month-not-over', params: { asOf: dateOf(asOf), to: dateOf(to) } })
  return diagnoses
}

function dateOf(day: number): CalendarDate {
  return formatDay(day) as CalendarDate
}
