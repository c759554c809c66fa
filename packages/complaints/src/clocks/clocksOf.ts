import type { Issue, Path, PolicyReference } from '@clientele/core'
import { createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { formatMoment } from '@clientele/core/clocks'
import { findDeadline, type MeasuredRun } from './findDeadline.js'
import { type ClockRun, findRuns } from './findRuns.js'
import { type ClockHistory, readClockHistory } from './readClockHistory.js'
import type { ReadClock } from './readClockPolicy.js'
import { keptName, type ReadMomentOptions, readMomentOptions } from './readMomentOptions.js'
import type { ClockSetup } from './readSetup.js'
import { standingOf } from './standingOf.js'
import type { ClockCalendar } from './timeScale.js'
import type { ComplaintClocks } from './types.js'

type Document = { readonly [key: string]: unknown }

/** The clocks of a complaint under a policy that is read, or that something is wrong with, which the issues tell. */
export function clocksOf(events: unknown, setup: ClockSetup | undefined, options: Document | undefined, issues: Issue[]): ComplaintClocks {
  const history = readClockHistory(events, setup?.workflows, extendingEvents(setup), issues)
  const moment = options && readMomentOptions(options, setup, issues)
  const past = history && moment && until(history, moment, options?.['at'], issues)
  throwIssues(issues)
  return measureClocks(past as ClockHistory, setup as ClockSetup, moment as ReadMomentOptions)
}

function extendingEvents(setup: ClockSetup | undefined): ReadonlySet<string> {
  return new Set(setup?.clocks.flatMap(({ extendedBy }) => extendedBy ?? []))
}

/** What happened up to a moment: at least one event, or adds an issue. */
function until({ complaint, events }: ClockHistory, { at }: ReadMomentOptions, said: unknown, issues: Issue[]): ClockHistory {
  const past = events.filter(({ moment }) => moment <= at)
  const [first] = events
  if (past.length === 0 && first !== undefined) {
    issues.push(createIssue('too-small', ['options', 'at'], { minimum: formatMoment(first.moment), actual: describeValue(said) }))
  }
  return { complaint, events: past }
}

function measureClocks({ complaint, events }: ClockHistory, setup: ClockSetup, { at, kept }: ReadMomentOptions): ComplaintClocks {
  const issues: Issue[] = []
  const runs = setup.clocks.flatMap((clock) => findRuns(events, clock, at).map((run) => ({ clock, run })))
  // Sorting keeps the order of the policy within a cycle.
  runs.sort((one, other) => one.run.cycle - other.run.cycle)
  const measured = runs.flatMap(({ clock, run }) => {
    const { calendar, keptAt } = calendarOf(clock, run, setup, kept)
    return findDeadline(clock, run, calendar, keptAt, issues) ?? []
  })
  throwIssues(issues)
  const started = new Set(runs.map(({ clock }) => clock.id))
  return {
    complaint,
    at: formatMoment(at),
    clocks: measured.map((one) => standingOf(one, at)),
    notStarted: setup.clocks.map(({ id }) => id).filter((id) => !started.has(id)),
    policies: [setup.policy, ...calendarsOf(measured)],
  }
}

interface ChosenCalendar {
  readonly calendar: ClockCalendar | null
  readonly keptAt: Path | undefined
}

/** The calendar that was kept with the deadline, or else the one in force. */
function calendarOf(clock: ReadClock, { cycle }: ClockRun, { calendars }: ClockSetup, kept: ReadMomentOptions['kept']): ChosenCalendar {
  const made = kept.get(keptName(clock.id, cycle))
  if (made !== undefined) return { calendar: made.calendar, keptAt: ['options', 'deadlines', made.index, 'calendar'] }
  return { calendar: (clock.calendar === undefined ? undefined : calendars.get(clock.calendar)?.at(-1)) ?? null, keptAt: undefined }
}

/** The calendars that clocks run by, each once. */
function calendarsOf(measured: readonly MeasuredRun[]): readonly PolicyReference[] {
  const calendars = new Map<string, PolicyReference>()
  for (const { calendar } of measured) {
    if (calendar !== null) calendars.set(JSON.stringify([calendar.policy.id, calendar.policy.version]), calendar.policy)
  }
  return [...calendars.values()]
}
