import { formatMoment, type Instant, secondsOf } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'
import { type MeasuredRun, warningMoment } from './findDeadline.js'
import type { ClockSpan, ClockStatus, ComplaintClock } from './types.js'

/** How a clock stands at a moment. */
export function standingOf(measured: MeasuredRun, at: Instant): ComplaintClock {
  const { clock, run, target, calendar, scale, due, dueDay, extendedTo, waits } = measured
  const { start, stop, end } = run
  const waited = waits.reduce((sum, wait) => sum + scale.between(wait.from, wait.to), 0n)
  const status = statusOf(measured)
  const waitingIn = status === 'waiting' ? waits.at(-1)?.openIn : undefined
  const warnAt = warningMoment(measured)
  const isOpen = stop === undefined
  return {
    clock: clock.id,
    cycle: run.cycle,
    whose: clock.whose,
    startedAt: formatMoment(start.moment),
    startedBy: start.type,
    due: formatMoment(due),
    dueDate: dateOf(dueDay),
    status,
    waitingIn: waitingIn ?? null,
    usedSeconds: secondsOf(scale.between(start.moment, end) - waited),
    leftSeconds: secondsOf(scale.between(end, due)),
    waitedSeconds: secondsOf(waited),
    targetSeconds: target.type === 'time' ? secondsOf(target.duration) : null,
    priority: run.priority,
    ...(isOpen ? {} : { metAt: formatMoment(stop.moment), stoppedBy: stop.type }),
    warnAt: warnAt === undefined ? null : formatMoment(warnAt),
    warning: isOpen && (status === 'breached' || (warnAt !== undefined && at >= warnAt)),
    extendedTo: dateOf(extendedTo),
    calendar: calendar?.policy ?? null,
    trace: { spans: spansOf(measured) },
  }
}

function statusOf({ run: { stop, end, waits }, due, dueDay, waits: counted }: MeasuredRun): ClockStatus {
  // What is due by the end of a date is too late when the next one begins.
  const isLate = dueDay === undefined ? end > due : end >= due
  if (isLate) return 'breached'
  if (stop !== undefined) return 'met'
  const last = waits.at(-1)
  return last?.openIn !== undefined && counted.includes(last) ? 'waiting' : 'running'
}

function spansOf({ run, stretches, calendar, scale }: MeasuredRun): readonly ClockSpan[] {
  const { edgeOf } = calendar?.scale ?? scale
  let start = edgeOf(run.start.moment)
  return stretches.map(({ from, to, counted, why, day }) => {
    const end = edgeOf(to)
    const span = {
      from: start.utc,
      to: end.utc,
      fromLocal: start.local,
      toLocal: end.local,
      date: start.date,
      seconds: secondsOf(to - from),
      counted,
      why,
    }
    start = end
    return day === undefined ? span : { ...span, day }
  })
}

function dateOf(day: number | undefined): string | null {
  return day === undefined ? null : (formatDay(day) as string)
}
