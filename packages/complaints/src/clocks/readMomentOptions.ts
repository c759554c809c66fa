import type { Issue, Path, PolicyReference } from '@clientele/core'
import { checkInteger, checkList, checkRecord, checkText, checkUnique, createIssue, ownValue } from '@clientele/core/checks'
import { type Instant, readMoment } from '@clientele/core/clocks'
import { definitionText, readDefinitionReference } from '../history/readDefinitionReference.js'
import type { ClockSetup } from './readSetup.js'
import type { ClockCalendar } from './timeScale.js'
import type { KeptDeadline } from './types.js'

/** A calendar that a deadline was made with; null around the clock. */
interface KeptCalendar {
  readonly calendar: ClockCalendar | null
  /** Its place among the deadlines. */
  readonly index: number
}

/** What is looked at, and what was kept from an earlier look. */
export interface ReadMomentOptions {
  readonly at: Instant
  /** By {@link keptName}. */
  readonly kept: ReadonlyMap<string, KeptCalendar>
}

type Document = { readonly [key: string]: unknown }

/** What tells a kept deadline from the others. */
export function keptName(clock: string, cycle: number): string {
  return JSON.stringify([clock, cycle])
}

/** Reads the moment to look at and the kept deadlines, or adds issues and returns undefined. */
export function readMomentOptions(options: Document, setup: ClockSetup | undefined, issues: Issue[]): ReadMomentOptions | undefined {
  const at = readMoment(ownValue(options, 'at'), ['options', 'at'], issues)
  const deadlines = ownValue(options, 'deadlines')
  const kept = new Map<string, KeptCalendar>()
  const path = ['options', 'deadlines']
  if (deadlines !== undefined && checkList(deadlines, path, issues)) {
    const names = Array.from(deadlines, (deadline, index) => readKept(deadline, index, setup, kept, [...path, index], issues))
    checkUnique(names, (index) => [...path, index, 'clock'], issues)
  }
  return at === undefined ? undefined : { at, kept }
}

/** Reads a kept deadline, and returns its name, if its clock is one of the policy. */
function readKept(
  value: unknown,
  index: number,
  setup: ClockSetup | undefined,
  kept: Map<string, KeptCalendar>,
  path: Path,
  issues: Issue[],
): string | undefined {
  const before = issues.length
  checkKeptDeadline(value, path, issues)
  if (issues.length > before || setup === undefined) return undefined
  const { clock, cycle, calendar } = { ...(value as KeptDeadline) }
  // A host keeps the deadlines of clocks that the policy has given up, and of those nothing is asked.
  if (!setup.clocks.some(({ id }) => id === clock)) return undefined
  const read = calendar === null ? null : findCalendar(calendar, setup, [...path, 'calendar'], issues)
  if (read === undefined) return undefined
  const name = keptName(clock, cycle)
  if (!kept.has(name)) kept.set(name, { calendar: read, index })
  return name
}

/** Checks a kept deadline by itself; whether there is such a clock and such a calendar is found when it is used. What else it tells is not looked at. */
export function checkKeptDeadline(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkText(ownValue(value, 'clock'), [...path, 'clock'], issues)
  checkInteger(ownValue(value, 'cycle'), [...path, 'cycle'], issues, { minimum: 1 })
  const calendar = ownValue(value, 'calendar')
  const place = [...path, 'calendar']
  if (calendar === null || !checkRecord(calendar, place, issues)) return
  readDefinitionReference({ id: ownValue(calendar, 'id'), version: ownValue(calendar, 'version') }, place, issues)
}

function findCalendar({ id, version }: PolicyReference, { calendars }: ClockSetup, path: Path, issues: Issue[]): ClockCalendar | undefined {
  const isMeant = ({ policy }: ClockCalendar): boolean => policy.id === id && policy.version === version
  const calendar = [...calendars.values()].flat().find(isMeant)
  if (calendar === undefined) issues.push(createIssue('unknown-calendar', path, { actual: definitionText({ id, version }) }))
  return calendar
}
