import { formatMoment } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'
import { findDeadline, isLate, type MeasuredRun } from './findDeadline.js'
import type { ClockChange, ClockRun } from './findRuns.js'
import type { PassedDeadline } from './types.js'

/** The deadlines of a run that had passed when a later event moved them. */
export function passedDeadlines({ clock, run, calendar }: MeasuredRun): readonly PassedDeadline[] {
  return run.changes.flatMap((change) => {
    const [before, after] = [runBefore(run, change), runAfter(run, change)].map((one) => findDeadline(clock, one, calendar, undefined, []))
    if (before === undefined || !isLate(before) || before.due === after?.due) return []
    const { moment, type } = change.event
    return [{ due: formatMoment(before.due), dueDate: dateOf(before.dueDay), movedAt: formatMoment(moment), movedBy: type }]
  })
}

/** A date as results have it. */
export function dateOf(day: number | undefined): string | null {
  return day === undefined ? null : (formatDay(day) as string)
}

/** A run as it stood right before a change, at the change's moment. */
function runBefore(run: ClockRun, { event: { moment, index }, priority }: ClockChange): ClockRun {
  const waits = run.waits.filter(({ from }) => from < moment).map((wait) => (wait.to > moment ? { ...wait, to: moment } : wait))
  return { ...run, stop: undefined, end: moment, waits, priority, extensions: run.extensions.filter((one) => one.index < index), changes: [] }
}

function runAfter(run: ClockRun, change: ClockChange): ClockRun {
  const { priority, index } = change.event
  return { ...runBefore(run, change), priority, extensions: run.extensions.filter((one) => one.index <= index) }
}
