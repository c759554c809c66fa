import type { Issue, Path } from '@clientele/core'
import { checkAgrees, createIssue } from '@clientele/core/checks'
import { type Instant, parseMoment, secondsOf } from '@clientele/core/clocks'
import type { ComplaintClock } from '../clocks/types.js'

/** Seconds by which figures may differ that were rounded one by one. */
const ROUNDING = 1e-5

/** Adds an issue for whatever a clock says of how it stands that does not follow from the rest of it, and from the moment looked at. */
export function checkStanding(clock: ComplaintClock, at: string, path: Path, issues: Issue[]): void {
  const { status, waitingIn, metAt, stoppedBy } = clock
  if (status === 'met' && metAt === undefined) issues.push(createIssue('missing', [...path, 'metAt'], {}))
  if (status === 'running' || status === 'waiting') checkAgrees(clock, { metAt: undefined }, path, issues)
  if (status === 'waiting' && waitingIn === null) issues.push(createIssue('missing', [...path, 'waitingIn'], {}))
  if (status === 'running' || status === 'met' || (status === 'breached' && metAt !== undefined))
    checkAgrees(clock, { waitingIn: null }, path, issues)
  if ((metAt === undefined) !== (stoppedBy === undefined))
    issues.push(createIssue('missing', [...path, metAt === undefined ? 'metAt' : 'stoppedBy'], {}))
  checkLateness(clock, instantOf(metAt ?? at), path, issues)
  clock.passed.forEach((one, index) => {
    if (isLate(one, instantOf(one.movedAt))) return
    const range = { minimum: one.due, actual: one.movedAt }
    issues.push(createIssue('too-small', [...path, 'passed', index, 'movedAt'], range))
  })
}

/** Checks what follows from the moment that a clock ended at, or stands at now. */
function checkLateness(clock: ComplaintClock, end: Instant, path: Path, issues: Issue[]): void {
  const { status, due, usedSeconds, leftSeconds, targetSeconds, extendedTo } = clock
  const late = isLate(clock, end)
  if (late !== (status === 'breached')) checkAgrees(status, late ? 'breached' : 'running', [...path, 'status'], issues)
  const overdue = end - instantOf(due)
  checkAgrees(clock, { overdueSeconds: overdue > 0n ? secondsOf(overdue) : 0 }, path, issues)
  if (targetSeconds !== null && extendedTo === null) {
    const left = targetSeconds - usedSeconds
    if (Math.abs(left - leftSeconds) > ROUNDING) checkAgrees(clock, { leftSeconds: left }, path, issues)
  }
  if (late ? leftSeconds > 0 : leftSeconds < 0) {
    const bound = late ? { maximum: '0' } : { minimum: '0' }
    issues.push(createIssue(late ? 'too-large' : 'too-small', [...path, 'leftSeconds'], { ...bound, actual: String(leftSeconds) }))
  }
}

/** What is due by the end of a date is late when the next one begins. */
function isLate({ due, dueDate }: Pick<ComplaintClock, 'due' | 'dueDate'>, moment: Instant): boolean {
  return dueDate === null ? moment > instantOf(due) : moment >= instantOf(due)
}

function instantOf(text: string): Instant {
  return parseMoment(text) as Instant
}
