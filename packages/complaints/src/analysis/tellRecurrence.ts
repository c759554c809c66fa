import type { CalendarDate } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { compareText } from './compareText.js'
import type { Recurrence } from './types.js'

/** A complaint, as far as recurrence is asked; days since 1970-01-01. */
export interface DatedComplaint {
  readonly cause: string | null
  readonly openedOn: number
  readonly evaluatedOn: number | null
}

/** What recurrence could be told, and of which causes it could not. */
export interface ToldRecurrence {
  readonly recurrence: readonly Recurrence[]
  readonly untold: readonly string[]
}

/**
 * Counts the complaints of each cause in two periods of the same length, before and from the day on which something was done against it: as long as there
 * are days on both sides, from the first complaint of any cause to the last day looked at.
 *
 * @param causes - All causes, in the order of the result; causes of measures only come after them.
 */
export function tellRecurrence(
  complaints: readonly DatedComplaint[],
  causes: readonly string[],
  measures: ReadonlyMap<string, number>,
  lastDay: number,
): ToldRecurrence {
  const days = new Map<string, number[]>()
  const since = new Map<string, number>()
  let firstDay = Number.POSITIVE_INFINITY
  for (const { cause, openedOn, evaluatedOn } of complaints) {
    firstDay = Math.min(firstDay, openedOn)
    if (cause === null) continue
    const opened = days.get(cause)
    if (opened === undefined) days.set(cause, [openedOn])
    else opened.push(openedOn)
    if (evaluatedOn !== null) since.set(cause, Math.min(evaluatedOn, since.get(cause) ?? evaluatedOn))
  }
  for (const [cause, day] of measures) since.set(cause, day)
  const others = [...measures.keys()].filter((cause) => !days.has(cause)).sort(compareText)
  const recurrence: Recurrence[] = []
  const untold: string[] = []
  for (const cause of [...causes, ...others]) {
    const day = since.get(cause)
    if (day === undefined) continue
    const length = Math.min(day - firstDay, lastDay - day + 1)
    if (length >= 1) recurrence.push({ cause, ...periodsAround(day, length, days.get(cause) ?? []) })
    else untold.push(cause)
  }
  return { recurrence, untold }
}

function periodsAround(day: number, length: number, opened: readonly number[]): Omit<Recurrence, 'cause'> {
  let before = 0
  let after = 0
  for (const one of opened) {
    if (one >= day - length && one < day) before += 1
    else if (one >= day && one < day + length) after += 1
  }
  return { date: formatDay(day) as CalendarDate, days: length, before, after }
}
