import type { InvalidRows, Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, checkText, createIssue, describeValue, readRows } from '@clientele/core/checks'
import { type Quantity, quantityText, readQuantity, ZERO } from '../numbers/quantity.js'
import type { PreparedRfm } from './prepareRfm.js'
import { exactUnits, type GatheredRows, MOST_DIGITS, NO_DAYS, type RfmTotals } from './rfmTotals.js'

/** A summary, checked and read. */
export interface ReadSummary {
  readonly customer: string
  readonly recencyDays: number | null
  readonly frequency: number
  readonly monetary: Quantity | null
}

const KEYS = ['customer', 'recencyDays', 'frequency', 'monetary']

/** Reads what customers come to, each of whom has one row. */
export function gatherSummaries(rows: readonly unknown[], { currency, monetary: rule }: PreparedRfm, invalid: InvalidRows): GatheredRows {
  const readRow = rule.statistic === 'mean' ? readMean : readSum
  const { read, rejected } = readRows(rows, 'subjects', invalid, readRow, 'customer')
  const summaries = read.sort((a, b) => (a.customer < b.customer ? -1 : 1))
  const totals = {
    customers: summaries.map(({ customer }) => customer),
    recencyDays: Float64Array.from(summaries, ({ recencyDays }) => recencyDays ?? NO_DAYS),
    frequency: Float64Array.from(summaries, ({ frequency }) => frequency),
    ...settleSums(summaries.map(({ monetary }) => monetary ?? ZERO)),
  }
  return { totals, currency, later: 0, rejected }
}

function readSum(row: unknown, index: number, issues: Issue[]): ReadSummary | undefined {
  return readSummary(row, index, false, issues)
}

/** Reads a summary whose monetary value is a mean, as the sum that it is the mean of. */
function readMean(row: unknown, index: number, issues: Issue[]): ReadSummary | undefined {
  const summary = readSummary(row, index, true, issues)
  if (summary === undefined || summary.monetary === null) return summary
  const { frequency, monetary } = summary
  if (frequency > 0) return { ...summary, monetary: { units: monetary.units * BigInt(frequency), digits: monetary.digits } }
  issues.push(createIssue('not-allowed', ['subjects', index, 'monetary'], { allowed: ['null'], actual: quantityText(monetary) }))
  return undefined
}

/** Sums as units of the finest scale that leaves room for large ones; those that are too fine or too large for that stand apart. */
function settleSums(sums: readonly Quantity[]): Pick<RfmTotals, 'units' | 'digits' | 'apart'> {
  let digits = 0
  for (const sum of sums) if (sum.digits > digits && sum.digits <= MOST_DIGITS) digits = sum.digits
  const apart = new Map<number, Quantity>()
  const units = Float64Array.from(sums, (sum, customer) => {
    const exact = exactUnits(sum, digits)
    if (Number.isNaN(exact)) apart.set(customer, sum)
    return Number.isNaN(exact) ? 0 : exact
  })
  return { units, digits, apart }
}

/** Checks and reads a summary, or adds issues and returns undefined; without purchases it may lack a monetary value where means are taken. */
export function readSummary(row: unknown, index: number, mayLack: boolean, issues: Issue[]): ReadSummary | undefined {
  const path = ['subjects', index]
  if (!checkRecord(row, path, issues)) return undefined
  const { customer, recencyDays, frequency, monetary, ...others } = { ...row }
  checkKeys(others, KEYS, path, issues)
  const isNamed = checkText(customer, [...path, 'customer'], issues)
  const isCounted = checkInteger(frequency, [...path, 'frequency'], issues, { minimum: 0 })
  const hasPurchases = isCounted ? frequency > 0 : undefined
  const days = readDays(recencyDays, hasPurchases, [...path, 'recencyDays'], issues)
  const isLacking = monetary === null && mayLack && hasPurchases !== true
  const value = isLacking ? null : readQuantity(monetary, [...path, 'monetary'], issues)
  return isNamed && isCounted && days !== undefined && value !== undefined
    ? { customer, recencyDays: days, frequency: frequency + 0, monetary: value }
    : undefined
}

/** Reads the days since the last purchase, null where there is none; how many there are is not known where that is bad. */
function readDays(value: unknown, hasPurchases: boolean | undefined, path: Path, issues: Issue[]): number | null | undefined {
  if (value === null && hasPurchases !== true) return null
  if (value !== undefined && hasPurchases === false) {
    issues.push(createIssue('not-allowed', path, { allowed: ['null'], actual: describeValue(value) }))
    return undefined
  }
  return checkInteger(value, path, issues, { minimum: 0 }) ? value + 0 : undefined
}
