import type { CalendarDate, InvalidRows, Issue, RejectedRow } from '@clientele/core'
import { checkChoice, createIssue, isRecord, readOptions, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readDay } from '../dates/readDay.js'
import { readManyRows } from '../rows/readManyRows.js'
import { type ReadSale, readSale } from '../sales/readSale.js'
import { firstDayOf, periodName, periodNumber } from './calendarPeriods.js'
import type { RetentionDiagnosis, RetentionOptions, RetentionPeriod } from './types.js'

/** Who bought when, checked and read. */
export interface Buyers {
  readonly asOf: CalendarDate
  readonly basis: RetentionPeriod
  /** The number of the period of the first purchase. */
  readonly first: number
  /** Who bought in each period, from the first to the last that is over. */
  readonly byPeriod: readonly ReadonlySet<string>[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly RetentionDiagnosis[]
}

interface ReadRetentionOptions {
  readonly basis: RetentionPeriod
  readonly asOf: number
  readonly invalid: InvalidRows
}

/** What transactions have to tell before they are counted by period. */
interface Tally {
  /** The day of the first purchase in a period that is over; Infinity where there is none. */
  readonly earliest: number
  readonly later: number
  /** In a period that is not over. */
  readonly unfinished: number
  /** Of 0, in a period that is over. */
  readonly zeros: number
  readonly refunds: number
}

/** What customers may be counted by. */
export const PERIODS: readonly RetentionPeriod[] = ['week', 'month', 'quarter', 'year']
const MOST_PERIODS = 2000

/** Checks and reads who bought in which period, or throws. It takes O(n) for n transactions. */
export function readBuyers(transactions: unknown, options: unknown): Buyers {
  const { basis, asOf, invalid } = readRetentionOptions(options)
  const { read, rejected } = readManyRows(transactions, 'transactions', invalid, readSale, null)
  const end = periodNumber(asOf + 1, basis)
  const tally = tallyUp(read, asOf, firstDayOf(end, basis))
  const first = tally.earliest === Number.POSITIVE_INFINITY ? end : periodNumber(tally.earliest, basis)
  if (end - first > MOST_PERIODS) throwIssues([tooManyPeriods(tally.earliest)])
  return {
    asOf: formatDay(asOf) as CalendarDate,
    basis,
    first,
    byPeriod: groupBuyers(read, basis, first, end),
    rejected,
    diagnoses: diagnose(tally, periodName(end, basis), rejected.length, read.length),
  }
}

function readRetentionOptions(value: unknown): ReadRetentionOptions {
  const issues: Issue[] = []
  const invalid = readOptions(value, ['period', 'asOf', 'invalid'], issues)
  if (!isRecord(value)) throwIssues(issues)
  const { period, asOf: given } = { ...(value as Partial<RetentionOptions>) }
  checkChoice(period, PERIODS, ['options', 'period'], issues)
  const asOf = readDay(given, ['options', 'asOf'], issues)
  throwIssues(issues)
  return { basis: period as RetentionPeriod, asOf: asOf as number, invalid }
}

/** Looks at days from `open` on as those of a period that is not over. */
function tallyUp(read: readonly ReadSale[], asOf: number, open: number): Tally {
  let [earliest, later, unfinished, zeros, refunds] = [Number.POSITIVE_INFINITY, 0, 0, 0, 0]
  for (const { day, amount } of read) {
    if (day > asOf) later += 1
    else if (amount.units < 0n) refunds += 1
    else if (day >= open) unfinished += 1
    else {
      if (day < earliest) earliest = day
      if (amount.units === 0n) zeros += 1
    }
  }
  return { earliest, later, unfinished, zeros, refunds }
}

function tooManyPeriods(earliest: number): Issue {
  return createIssue('too-many-periods', ['options', 'period'], { maximum: MOST_PERIODS, from: formatDay(earliest) as CalendarDate })
}

function groupBuyers(read: readonly ReadSale[], basis: RetentionPeriod, first: number, end: number): Set<string>[] {
  const byPeriod = Array.from({ length: end - first }, () => new Set<string>())
  for (const { customer, day, amount } of read) if (amount.units >= 0n) byPeriod[periodNumber(day, basis) - first]?.add(customer)
  return byPeriod
}

function diagnose({ earliest, later, unfinished, zeros, refunds }: Tally, open: string, rejected: number, read: number): RetentionDiagnosis[] {
  const diagnoses: RetentionDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, read } })
  if (later > 0) diagnoses.push({ code: 'transactions-after-as-of', params: { count: later } })
  if (unfinished > 0) diagnoses.push({ code: 'period-not-over', params: { period: open, count: unfinished } })
  if (zeros > 0) diagnoses.push({ code: 'zero-amounts', params: { count: zeros } })
  if (refunds > 0) diagnoses.push({ code: 'refunds', params: { count: refunds } })
  if (earliest === Number.POSITIVE_INFINITY) diagnoses.push({ code: 'no-customers', params: {} })
  return diagnoses
}
