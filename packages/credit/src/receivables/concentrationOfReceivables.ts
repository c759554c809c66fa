import type { Issue } from '@clientele/core'
import { isRecord, ownValue, readOptions, throwIssues } from '@clientele/core/checks'
import { formatDay, LAST_DAY } from '@clientele/core/days'
import { Decimal, ratio } from '@clientele/core/decimal'
import { readDay } from '../invoices/readInvoice.js'
import { moneyText } from '../money/moneyText.js'
import { openAmount } from './openAmount.js'
import { readItems } from './readItems.js'
import type { ReadItem } from './readOpenItem.js'
import type { ConcentrationOptions, CurrencyConcentration, CustomerConcentration, OpenItem, ReceivablesConcentration } from './types.js'

const GREATEST = [1, 5, 10, 20]

/** What customers owe in one currency, in minor units. */
interface Balances {
  readonly digits: number
  readonly byCustomer: Map<string, bigint>
}

/**
 * Tells how much of the receivables hangs on how few customers, by currency: each customer's share, what the greatest owe, and the
 * Herfindahl–Hirschman index.
 *
 * A customer's balance is all that is open, less what the customer is owed. Shares are of the exposure, the sum of the balances above 0; whoever
 * owes nothing or is owed something has a share of 0, and lowers no other's.
 *
 * @param items - The open items, of different ids, in any order.
 * @param options - `asOf`: what is dated later is left out, and counted in `diagnoses`; everything counts unless given. `invalid`: `throw` (unless
 * given) all bad items together, or `collect` them in `rejected`.
 * @returns For each currency, by code, the customers with an open item, the greatest balance first and those alike by id; shares are numbers from
 * 0 to 1. Where items were rejected, the shares are of the others alone. It takes O(n log n) for n items.
 * @throws {@link InputError} if an option or, unless they are collected, an item is not as stated, with every issue.
 * @see A. O. Hirschman, "The Paternity of an Index", *American Economic Review* 54, 1964; for the effective number, M. A. Adelman, "Comment on the
 * 'H' Concentration Measure as a Numbers-Equivalent", *Review of Economics and Statistics* 51, 1969.
 * @example
 * import { concentrationOfReceivables } from '@clientele/credit'
 *
 * const item = { date: '2024-03-01', due: '2024-03-31', currency: 'CNY' }
 * const { currencies } = concentrationOfReceivables([
 *   { ...item, id: 'INV-1', customer: 'C-1', amount: '500' },
 *   { ...item, id: 'INV-2', customer: 'C-2', amount: '1500' },
 *   { ...item, id: 'CN-1', customer: 'C-3', amount: '-100' },
 * ])
 * currencies.map(({ exposure, herfindahlHirschmanIndex, effectiveCustomers }) => ({ exposure, herfindahlHirschmanIndex, effectiveCustomers }))
 * //=> [{ exposure: '2000.00', herfindahlHirschmanIndex: 0.625, effectiveCustomers: 1.6 }]
 * currencies[0].customers.map(({ customer, balance, share }) => `${customer} ${balance} ${share}`)
 * //=> ['C-2 1500.00 0.75', 'C-1 500.00 0.25', 'C-3 -100.00 0']
 */
export function concentrationOfReceivables(items: readonly OpenItem[], options: ConcentrationOptions = {}): ReceivablesConcentration {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['asOf', 'invalid'], issues)
  const given = isRecord(options) ? ownValue(options, 'asOf') : undefined
  const asOf = given === undefined ? undefined : readDay(given, ['options', 'asOf'], issues)
  throwIssues(issues)
  const read = readItems(items, invalid, asOf ?? LAST_DAY)
  const currencies = [...balancesOf(read.items)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, balances]) => concentrate(code, balances))
  const day = asOf === undefined ? {} : { asOf: formatDay(asOf) as string }
  return { ...day, currencies, rejected: read.rejected, diagnoses: read.diagnoses }
}

function balancesOf(items: readonly ReadItem[]): Map<string, Balances> {
  const currencies = new Map<string, Balances>()
  for (const item of items) {
    const { currency, digits, customer } = item
    const balances = currencies.get(currency) ?? { digits, byCustomer: new Map<string, bigint>() }
    currencies.set(currency, balances)
    const open = openAmount(item)
    if (open !== 0n) balances.byCustomer.set(customer, (balances.byCustomer.get(customer) ?? 0n) + open)
  }
  return currencies
}

function concentrate(currency: string, { digits, byCustomer }: Balances): CurrencyConcentration {
  const sorted = [...byCustomer].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1))
  const exposed = sorted.map(([, balance]) => (balance > 0n ? balance : 0n))
  const exposure = sum(exposed)
  const squares = sum(exposed.map((balance) => balance * balance))
  let before = 0n
  const customers = sorted.map(([customer, balance], index): CustomerConcentration => {
    const owed = exposed[index] as bigint
    before += owed
    return { customer, balance: moneyText(balance, digits), share: quotient(owed, exposure), cumulativeShare: quotient(before, exposure) }
  })
  return {
    currency,
    total: moneyText(sum(sorted.map(([, balance]) => balance)), digits),
    exposure: moneyText(exposure, digits),
    herfindahlHirschmanIndex: quotient(squares, exposure * exposure),
    effectiveCustomers: quotient(exposure * exposure, squares),
    greatest: GREATEST.map((count) => ({ customers: count, share: (customers[count - 1] ?? customers.at(-1))?.cumulativeShare ?? 0 })),
    customers,
  }
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}

/** The nearest number to a quotient; 0 where there is nothing to divide by. */
function quotient(dividend: bigint, divisor: bigint): number {
  return ratio(new Decimal(String(dividend)), new Decimal(String(divisor))) ?? 0
}
