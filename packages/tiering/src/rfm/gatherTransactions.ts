import type { InvalidRows, Issue, RejectedRow } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { agreeOnCurrency } from '../money/currency.js'
import { readQuantity } from '../numbers/quantity.js'
import { addAmount, addUnits, type GrowingColumns, startColumns, unitsOfAmount } from './growingColumns.js'
import { isPlainRecord, plainPrototype } from './plainRecords.js'
import type { PreparedRfm } from './prepareRfm.js'
import { readTransaction, TRANSACTION_KEYS } from './readTransaction.js'
import type { GatheredRows } from './rfmTotals.js'
import { sumTransactions } from './sumTransactions.js'

/** What becomes of transactions one after the other. */
interface Gathering {
  readonly columns: GrowingColumns
  readonly expected: string | undefined
  /** Those of the rows that were read; undefined stands for none. */
  readonly currencies: Set<string | undefined>
  readonly rejected: RejectedRow[]
}

const REQUIRED_KEYS = 3

/** Adds up transactions by customer: those that are as plain as most are the quick way, all others with care. */
export function gatherTransactions(
  rows: readonly unknown[],
  { currency: expected, monetary }: PreparedRfm,
  asOf: number,
  invalid: InvalidRows,
): GatheredRows {
  const gathering: Gathering = { columns: startColumns(rows.length), expected, currencies: new Set(), rejected: [] }
  const prototype = plainPrototype(rows, TRANSACTION_KEYS)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    if (!isPlainRecord(row, prototype) || !addPlain(gathering, row)) addWithCare(gathering, row, index)
  }
  const { columns, currencies, rejected } = gathering
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues }) => issues))
  const stated = Array.from(currencies, (currency) => ({ currency }))
  const currency = agreeOnCurrency(stated, expected, ['subjects'])
  return { ...sumTransactions(columns, asOf, monetary.measure === 'gross'), currency, rejected }
}

/** Adds a transaction, or returns false where it is not as plain as most are. */
function addPlain(gathering: Gathering, row: { readonly [key: string]: unknown }): boolean {
  const { customer, currency } = row
  if (typeof customer !== 'string' || customer === '') return false
  if (!gathering.currencies.has(currency as string | undefined)) return false
  if (countRequired(row) !== REQUIRED_KEYS) return false
  const day = parseDay(row['date'])
  const units = unitsOfAmount(gathering.columns, row['amount'])
  const amount = Number.isNaN(units) ? readQuantity(row['amount'], [], []) : undefined
  if (Number.isNaN(day) || (Number.isNaN(units) && amount === undefined)) return false
  if (amount === undefined) addUnits(gathering.columns, customer, day, units)
  else addAmount(gathering.columns, customer, day, amount)
  return true
}

/** How many of the keys that a transaction needs a row has, or NaN where it has others than a transaction may have. */
function countRequired(row: object): number {
  let count = 0
  for (const key in row) {
    switch (key) {
      case 'customer':
      case 'date':
      case 'amount':
        count++
        break
      case 'currency':
        break
      default:
        return Number.NaN
    }
  }
  return count
}

/** Adds a transaction as it is read with all checks. */
function addWithCare(gathering: Gathering, row: unknown, index: number): void {
  const issues: Issue[] = []
  const transaction = readTransaction(row, index, gathering.expected, issues)
  if (transaction === undefined) {
    gathering.rejected.push({ index, issues })
    return
  }
  const { customer, day, amount, currency } = transaction
  gathering.currencies.add(currency)
  addAmount(gathering.columns, customer, day, amount)
}
