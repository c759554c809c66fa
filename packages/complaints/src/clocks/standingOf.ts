import { formatMoment, type Instant, secondsOf } from '@clientele/core/clocks'
import { isLate, type MeasuredRun, warningMoment } from './findDeadline.js'
import { dateOf, passedDeadlines } from './passedDeadlines.js'
import type { ClockSpan, ClockStatus, ComplaintClock } from './types.js'

/** How a clock stands at a moment. */
export function standingOf(measured: MeasuredRun, at: Instant): ComplaintClock {
  const { clock, run, target, calendar, scale, due, dueDay, extendedTo } = measured
  const { start, stop, end, waits } = run
  const waited = waits.reduce((sum, wait) => sum + scale.between(wait.from, wait.to), 0n)
  const used = scale.between(start.moment, end) - waited
  const isTime = target.type === 'time'
  const status = statusOf(measured)
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
    waitingIn: waits.at(-1)?.openIn ?? null,
    usedSeconds: secondsOf(used),
    leftSeconds: secondsOf(isTime && extendedTo === undefined ? target.duration - used : scale.between(end, due)),
    waitedSeconds: secondsOf(waited),
    overdueSeconds: secondsOf(end > due ? end - due : 0n),
    targetSeconds: isTime ? secondsOf(target.duration) : null,
    priority: run.priority,
    ...(isOpen ? {} : { metAt: formatMoment(stop.moment), stoppedBy: stop.type }),
    warnAt: warnAt === undefined ? null : formatMoment(warnAt),
    warning: isOpen && (status === 'breached' || (warnAt !== undefined && at >= warnAt)),
    extendedTo: dateOf(extendedTo),
    passed: passedDeadlines(measured),
    calendar: calendar?.policy ?? null,
    trace: { spans: spansOf(measured) },
  }
}

function statusOf(measured: MeasuredRun): ClockStatus {
  if (isLate(measured)) return 'breached'
  const { stop, waits } = measured.run
  if (stop !== undefined) return 'met'
  return waits.at(-1)?.openIn === undefined ? 'running' : 'waiting'
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
