import type { Issue, Path } from '@clientele/core'
import { checkList, checkRecord, checkUnique, createIssue, describeValue, ownValue } from '@clientele/core/checks'
import { byName, type ReadWorkflows, readVersions } from '../history/replayComplaint.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import { migrating } from '../workflow/wellKnown.js'
import { type ReadClock, type ReadClockPolicy, readClockPolicy } from './readClockPolicy.js'
import { type ClockCalendar, readClockCalendar } from './timeScale.js'

/** The versions of calendars, by the names that clocks use; the last of each is in force. */
export type ClockCalendars = ReadonlyMap<string, readonly ClockCalendar[]>

/** What clocks are read by, whichever complaint is looked at. */
export interface ClockSetup extends ReadClockPolicy {
  readonly workflows: ReadWorkflows
  readonly calendars: ClockCalendars
}

type Document = { readonly [key: string]: unknown }

/** Reads a clock policy and the options about definitions and calendars, or adds issues and returns undefined. */
export function readSetup(policy: unknown, options: Document | undefined, issues: Issue[]): ClockSetup | undefined {
  const before = issues.length
  const read = readClockPolicy(policy, ['policy'], issues)
  if (options === undefined) return undefined
  const beforeOptions = issues.length
  const workflows = readDefinitions(ownValue(options, 'definition'), ['options', 'definition'], issues)
  const calendars = readCalendars(ownValue(options, 'calendars'), ['options', 'calendars'], issues)
  if (read !== undefined && issues.length === beforeOptions) {
    for (const clock of read.clocks) checkNames(clock, workflows, calendars, issues)
  }
  return issues.length > before || read === undefined ? undefined : { ...read, workflows, calendars }
}

function readDefinitions(value: unknown, path: Path, issues: Issue[]): ReadWorkflows {
  if (!Array.isArray(value)) return byName([readWorkflow(value, path, issues)])
  return byName(checkList(value, path, issues, { filled: true }) ? readVersions(value, path, issues) : [])
}

/** Reads calendars by their names, or adds issues. */
export function readCalendars(value: unknown, path: Path, issues: Issue[]): ClockCalendars {
  const calendars = new Map<string, readonly ClockCalendar[]>()
  if (value === undefined || !checkRecord(value, path, issues)) return calendars
  for (const name of Object.keys(value)) calendars.set(name, readCalendarVersions(value[name], [...path, name], issues))
  return calendars
}

/** One calendar, or several versions of one. */
function readCalendarVersions(value: unknown, path: Path, issues: Issue[]): readonly ClockCalendar[] {
  if (!Array.isArray(value)) return present([readClockCalendar(value, path, issues)])
  if (!checkList(value, path, issues, { filled: true })) return []
  const versions = Array.from(value, (calendar, index) => readClockCalendar(calendar, [...path, index], issues))
  checkUnique(
    versions.map((calendar) => calendar && JSON.stringify([calendar.policy.id, calendar.policy.version])),
    (index) => [...path, index, 'version'],
    issues,
  )
  return present(versions)
}

function present(calendars: readonly (ClockCalendar | undefined)[]): readonly ClockCalendar[] {
  return calendars.filter((calendar) => calendar !== undefined)
}

/** Checks that there are the events and the calendar which a clock names: one misspelt would be a clock that never runs. */
function checkNames(
  { index, starts, stops, extendedBy, calendar }: ReadClock,
  workflows: ReadWorkflows,
  calendars: ClockCalendars,
  issues: Issue[],
): void {
  const path = ['policy', 'clocks', index]
  const events = new Set([...workflows.values()].flatMap((workflow) => [...workflow.events.keys()]))
  const check = (event: string, key: string): void => {
    if (events.has(event) || event === migrating.event) return
    issues.push(createIssue('not-allowed', [...path, key], { allowed: [...events].map(describeValue), actual: describeValue(event) }))
  }
  check(starts, 'starts')
  for (const event of stops) check(event, 'stops')
  if (extendedBy !== undefined) check(extendedBy, 'extendedBy')
  if (calendar !== undefined && !calendars.has(calendar)) {
    issues.push(createIssue('unknown-calendar', [...path, 'calendar'], { actual: describeValue(calendar) }))
  }
}
