import type { CalendarDate, InvalidRows, Issue } from '@clientele/core'
import { checkCalendarDate, checkKeys, checkList, checkRecord, checkText, checkUnique, createIssue, readOptions } from '@clientele/core/checks'
import {
  type BusinessClock,
  createBusinessClock,
  type Instant,
  NANOSECONDS_A_SECOND,
  type ReadCalendar,
  readCalendar,
  readZone,
  startOfLocalDay,
  type Zone,
} from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import { type ClockSetup, readCalendars, readSetup } from '../clocks/readSetup.js'
import { byName, type ReadWorkflows, readVersions } from '../history/replayComplaint.js'
import { readWorkflow } from '../workflow/readWorkflow.js'

/** What complaints are analysed by, read. */
export interface ReadAnalysisOptions {
  readonly asOf: CalendarDate
  /** The same as days since 1970-01-01. */
  readonly lastDay: number
  readonly zone: Zone
  /** The first moment that is not looked at any more. */
  readonly end: Instant
  /** Null where the events tell by themselves. */
  readonly workflows: ReadWorkflows | null
  /** The clocks that timeliness is measured by. */
  readonly clocks: ClockSetup | null
  /** What time in steps is measured by; null where it is elapsed time. */
  readonly hours: { readonly calendar: ReadCalendar; readonly clock: BusinessClock } | null
  /** The first day of measures, by cause. */
  readonly measures: ReadonlyMap<string, number>
  readonly invalid: InvalidRows
}

const KEYS = ['asOf', 'zone', 'definition', 'calendar', 'clocks', 'calendars', 'measures', 'invalid']

/** Checks and reads the options, or adds issues and returns undefined; but for those of clocks. */
export function readAnalysisOptions(value: unknown, issues: Issue[]): ReadAnalysisOptions | undefined {
  const before = issues.length
  const invalid = readOptions(value, KEYS, issues)
  if (!checkRecord(value, ['options'], [])) return undefined
  const { asOf, zone: zoneName = 'UTC', calendar: document, measures: list, ...asked } = { ...value }
  checkCalendarDate(asOf, ['options', 'asOf'], issues)
  const zone = readZone(zoneName, ['options', 'zone'], issues)
  const handling = readHandling(asked, issues)
  const calendar = document === undefined ? undefined : readCalendar(document, ['options', 'calendar'], issues)
  const measures = list === undefined ? new Map<string, number>() : readMeasures(list, issues)
  if (issues.length > before || zone === undefined) return undefined
  const lastDay = parseDay(asOf)
  const end = BigInt(startOfLocalDay(zone, lastDay + 1)) * NANOSECONDS_A_SECOND
  const hours = calendar === undefined ? null : { calendar, clock: createBusinessClock(calendar) }
  return { asOf: asOf as CalendarDate, lastDay, zone, end, ...handling, hours, measures, invalid }
}

type Handling = Pick<ReadAnalysisOptions, 'workflows' | 'clocks'>

/** Reads the definitions, and the clocks that need them, or adds issues. */
function readHandling({ definition, clocks, calendars }: { readonly [key: string]: unknown }, issues: Issue[]): Handling {
  if (clocks === undefined) {
    readCalendars(calendars, ['options', 'calendars'], issues)
    return { workflows: definition === undefined ? null : readDefinitions(definition, issues), clocks: null }
  }
  const found: Issue[] = []
  const setup = readSetup(clocks, { definition, calendars }, found)
  for (const issue of found) issues.push(pathInOptions(issue))
  return { workflows: setup?.workflows ?? null, clocks: setup ?? null }
}

/** An issue of clocks, where their policy stands among the options. */
export function pathInOptions(issue: Issue): Issue {
  const [argument, ...rest] = issue.path
  return argument === 'policy' ? { ...issue, path: ['options', 'clocks', ...rest] } : issue
}

function readDefinitions(value: unknown, issues: Issue[]): ReadWorkflows {
  const path = ['options', 'definition']
  if (!Array.isArray(value)) return byName([readWorkflow(value, path, issues)])
  if (value.length === 0) issues.push(createIssue('empty', path, {}))
  return byName(readVersions(value, path, issues))
}

function readMeasures(value: unknown, issues: Issue[]): ReadonlyMap<string, number> {
  const path = ['options', 'measures']
  if (!checkList(value, path, issues)) return new Map()
  const measures = Array.from(value, (measure, index) => {
    const place = [...path, index]
    if (!checkRecord(measure, place, issues)) return undefined
    const { cause, date, ...others } = { ...measure }
    checkKeys(others, ['cause', 'date'], place, issues)
    checkCalendarDate(date, [...place, 'date'], issues)
    return checkText(cause, [...place, 'cause'], issues) ? { cause, day: parseDay(date) } : undefined
  })
  checkUnique(
    measures.map((measure) => measure?.cause),
    (index) => [...path, index, 'cause'],
    issues,
  )
  return new Map(measures.flatMap((measure) => (measure === undefined ? [] : [[measure.cause, measure.day]])))
}
