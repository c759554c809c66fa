import type { CauseBar, ComplaintAnalysis, StepTime } from '../src/analysis/types.js'
import type { ClockPolicy, ClockSpan, ComplaintClock, ComplaintClocks } from '../src/clocks/types.js'
import type { EventLogAnalysis, Variant } from '../src/eventLog/types.js'

/** Names that mean something to what draws them, or are hard to draw. */
export const hostileNames: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '"); alert(1); ("',
  "a'b\\c",
  '<script>x</script>',
  'line\nbreak',
  'a.b[0].c',
  '[x]',
  '客户投诉处理流程中名称特别长的一个步骤客户投诉处理流程中名称特别长的一个步骤',
  'x'.repeat(300),
  '{signal: 1}',
  '\u2028',
  'null',
  '12',
  '\\',
  'datum.label',
  '\ud800',
]

/** Bars of causes, the last of which may be null, for a cause that is not known. */
export function causeBars(counts: readonly (readonly [cause: string | null, count: number])[]): readonly CauseBar[] {
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  let through = 0
  return counts.map(([cause, count]) => {
    through += count
    return { cause, count, share: count / Math.max(all, 1), cumulative: through / Math.max(all, 1) }
  })
}

/** An analysis with such causes and times in steps. */
export function analysisOf(byCause: readonly CauseBar[], timeInStep: readonly StepTime[] = []): ComplaintAnalysis {
  const complaints = byCause.reduce((sum, { count }) => sum + count, 0)
  const all = complaints === 0 ? [] : [{ count: complaints, share: 1, cumulative: 1 }]
  return {
    asOf: '2024-03-31',
    complaints,
    closed: 0,
    byCause,
    byContent: all.map((bar) => ({ content: null, ...bar })),
    byDepartment: all.map((bar) => ({ department: null, ...bar })),
    timeInStep,
    rework: { complaints: 0, rate: 0, steps: [] },
    reopenRate: null,
    recurrence: [],
    timeliness: { resolution: { median: null, p90: null, count: 0 }, extensions: 0, clocks: [] },
    compensation: [],
    satisfaction: { accepted: 0, disputed: 0, acceptedRate: null, mean: null, ratings: 0 },
    diagnoses: [],
    rejected: [],
    policies: [],
  }
}

/** An event log in which so many cases went each way. */
export function logOf(counts: readonly (readonly [path: readonly string[], count: number])[]): EventLogAnalysis {
  const cases = counts.reduce((sum, [, count]) => sum + count, 0)
  const happened = new Map<string, number>()
  for (const [path, count] of counts) for (const activity of path) happened.set(activity, (happened.get(activity) ?? 0) + count)
  let through = 0
  const variants = counts.map(([path, count]): Variant => {
    through += count
    return { path, count, share: count / Math.max(cases, 1), cumulative: through / Math.max(cases, 1) }
  })
  return {
    asOf: '2024-03-31',
    cases,
    events: counts.reduce((sum, [path, count]) => sum + path.length * count, 0),
    activities: [...happened].map(([activity, count]) => ({ activity, count, cases: 0, starts: 0, ends: 0 })),
    variants,
    timeBetween: [],
    duration: { median: null, p90: null, mean: null },
    rework: { cases: 0, rate: 0, activities: [] },
    diagnoses: [],
    rejected: [],
  }
}

/** A clock policy with such clocks, each of four and a half hours. */
export function clockPolicy(ids: readonly string[]): ClockPolicy {
  return {
    kind: 'clock-policy',
    id: 'desk',
    version: '1',
    clocks: ids.map((id) => ({ id, starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT4H30M', mayWait: true })),
  }
}

/** Spans one after the other, from a moment on. */
export function spansOf(from: string, spans: readonly (readonly [to: string, why: ClockSpan['why']])[]): readonly ClockSpan[] {
  let begin = from
  return spans.map(([to, why]) => {
    const span = {
      from: begin,
      to,
      fromLocal: begin.replace('Z', '+00:00'),
      toLocal: to.replace('Z', '+00:00'),
      date: begin.slice(0, 10),
      seconds: (Date.parse(to) - Date.parse(begin)) / 1000,
      counted: ['open-hours', 'opened-date', 'around-the-clock', 'counted-day', 'extension'].includes(why),
      why,
      ...(why === 'counted-day' ? { day: 1 } : {}),
    }
    begin = to
    return span
  })
}

/** A clock that runs from Friday afternoon to Monday morning, unless told otherwise. */
export function clockOf(clock: string, more: Partial<ComplaintClock> = {}): ComplaintClock {
  const startedAt = '2024-03-01T15:00:00Z'
  const due = '2024-03-04T12:00:00Z'
  const spans = spansOf(startedAt, [
    ['2024-03-01T16:00:00Z', 'open-hours'],
    ['2024-03-01T16:30:00Z', 'waiting'],
    ['2024-03-01T17:00:00Z', 'open-hours'],
    ['2024-03-02T00:00:00Z', 'outside-hours'],
    ['2024-03-04T00:00:00Z', 'closed-weekday'],
    ['2024-03-04T09:00:00Z', 'outside-hours'],
    [due, 'open-hours'],
  ])
  return {
    clock,
    cycle: 1,
    whose: 'firm',
    startedAt,
    startedBy: 'ComplaintRecorded',
    due,
    dueDate: null,
    status: 'running',
    waitingIn: null,
    usedSeconds: 3600,
    leftSeconds: 12_600,
    waitedSeconds: 1800,
    overdueSeconds: 0,
    targetSeconds: 16_200,
    priority: null,
    warnAt: '2024-03-04T11:00:00Z',
    warning: false,
    extendedTo: null,
    passed: [],
    calendar: null,
    trace: { spans },
    ...more,
  }
}

/** How such clocks stand at a moment. */
export function clocksOf(clocks: readonly ComplaintClock[], notStarted: readonly string[] = [], at = '2024-03-04T10:00:00Z'): ComplaintClocks {
  return { complaint: 'C-1', at, clocks, notStarted, policies: [{ kind: 'clock-policy', id: 'desk', version: '1' }] }
}
