import type { CalendarDate, Issue } from '@clientele/core'
import { checkCalendarDate, checkCurrency, checkKeys, checkRecord } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import type { ReadCohorts } from '../measure/composeCohorts.js'
import { type ReadRange, readCohorts, readRange } from '../measure/readFunnelOptions.js'

/** How a funnel is measured by columns, read; null stands for what was not asked for. */
export interface ReadColumnOptions {
  readonly asOf: CalendarDate
  /** The same as days since 1970-01-01. */
  readonly lastDay: number
  readonly entered: ReadRange | null
  readonly cohorts: ReadCohorts | null
  readonly currency: string | null
}

const PATH = ['options']

/** Reads the options, or adds issues and returns undefined; amounts are in the usual currency unless they say otherwise. */
export function readColumnOptions(value: unknown, usual: string | null, issues: Issue[]): ReadColumnOptions | undefined {
  const before = issues.length
  if (!checkRecord(value, PATH, issues)) return undefined
  const { asOf, entered, cohorts, currency, ...others } = { ...value }
  checkKeys(others, ['asOf', 'entered', 'cohorts', 'currency'], PATH, issues)
  checkCalendarDate(asOf, [...PATH, 'asOf'], issues)
  const range = readRange(entered, [...PATH, 'entered'], issues)
  const periods = readCohorts(cohorts, [...PATH, 'cohorts'], issues)
  if (currency !== undefined) checkCurrency(currency, [...PATH, 'currency'], issues)
  if (issues.length > before) return undefined
  const date = asOf as CalendarDate
  return { asOf: date, lastDay: parseDay(date), entered: range, cohorts: periods, currency: (currency as string | undefined) ?? usual }
}
