import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOf, clockPolicy, clocksOf, hostileNames, spansOf } from '../../testing/chartedResults.js'
import { calendarOf, extended, handled, policyOf, ruleOf, waited } from '../../testing/clocks.js'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { complaintClocksChart } from '../charts.js'
import type { ComplaintClocks } from '../clocks/types.js'
import { complaintClocks } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { eightSteps } from '../templates.js'

interface Layer {
  readonly mark: { readonly type: string }
  readonly data: { readonly values: readonly { readonly [field: string]: unknown }[] }
}
interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly { readonly clock: string }[] }
  readonly layer: readonly [tracks: Layer, stretches: Layer, now: Layer, moments: Layer]
}

const titled = clockPolicy(['reply', 'authority', 'resolve'])
const policy = deepFreeze({
  ...titled,
  clocks: titled.clocks.map((rule) => (rule.id === 'reply' ? { ...rule, title: { en: 'First reply', 'zh-CN': '首次答复' } } : rule)),
})
const draw = (result: ComplaintClocks, locale?: typeof zhCN, made = policy): Drawn => complaintClocksChart(deepFreeze(result), made, locale) as never
const stretchesOf = (chart: Drawn): unknown[] => chart.layer[1].data.values.map(({ place, stretch, from, to }) => [place, stretch, from, to])
const momentsOf = (chart: Drawn): unknown[] => chart.layer[3].data.values.map(({ place, moment, at }) => [place, moment, at])

const start = '2024-03-01T15:00:00Z'
const due = '2024-03-04T12:00:00Z'
const met = { status: 'met', metAt: '2024-03-04T09:30:00Z', stoppedBy: 'ComplaintClosed' } as const
const used = { usedSeconds: 30_600, leftSeconds: -14_400 }
const late = { status: 'breached', metAt: '2024-03-05T09:30:00Z', stoppedBy: 'ComplaintClosed', overdueSeconds: 77_400, ...used } as const
const overdueAt = (at: string) => ({ status: 'breached', overdueSeconds: (Date.parse(at) - Date.parse(due)) / 1000, ...used }) as const

describe('complaintClocksChart', () => {
  it('has a row for each clock, and its stretches by why they count or do not', () => {
    const chart = draw(clocksOf([clockOf('reply'), clockOf('resolve')], ['authority']))
    expect(chart).toMatchObject({
      title: { text: ['Clocks of complaint C-1, at 2024-03-04T10:00:00Z'], subtitle: ['Not started: authority.'] },
      data: {
        name: 'clocks',
        values: [
          { place: 0, clock: 'First reply', cycle: 1, status: 'running', startedAt: start, due, label: ['First reply'] },
          { place: 1, clock: 'resolve' },
        ],
      },
    })
    expect(stretchesOf(chart).slice(0, 7)).toEqual([
      [0, 'Counts', start, '2024-03-01T16:00:00Z'],
      [0, 'Waiting', '2024-03-01T16:00:00Z', '2024-03-01T16:30:00Z'],
      [0, 'Counts', '2024-03-01T16:30:00Z', '2024-03-01T17:00:00Z'],
      [0, 'Does not count', '2024-03-01T17:00:00Z', '2024-03-02T00:00:00Z'],
      [0, 'Does not count', '2024-03-02T00:00:00Z', '2024-03-04T00:00:00Z'],
      [0, 'Does not count', '2024-03-04T00:00:00Z', '2024-03-04T09:00:00Z'],
      [0, 'Counts', '2024-03-04T09:00:00Z', due],
    ])
    expect(chart.layer[2]).toMatchObject({ data: { values: [{ at: '2024-03-04T10:00:00Z', now: 'Now' }] }, layer: [{ mark: { type: 'rule' } }, {}] })
  })

  it('draws days, an extension and time around the clock', () => {
    const spans = spansOf('2024-03-01T10:00:00Z', [
      ['2024-03-02T00:00:00Z', 'receipt-day'],
      ['2024-03-03T00:00:00Z', 'counted-day'],
      ['2024-03-04T00:00:00Z', 'closed-date'],
      ['2024-03-05T00:00:00Z', 'opened-date'],
      ['2024-03-06T00:00:00Z', 'around-the-clock'],
      ['2024-03-07T00:00:00Z', 'extension'],
    ])
    const clock = clockOf('reply', { startedAt: '2024-03-01T10:00:00Z', due: '2024-03-07T00:00:00Z', extendedTo: '2024-03-06', trace: { spans } })
    expect(stretchesOf(draw(clocksOf([clock]))).map((one) => (one as unknown[])[1])).toEqual([
      'Does not count',
      'Counts',
      'Does not count',
      'Counts',
      'Counts',
      'Extension',
    ])
  })

  it('marks when to warn, when it is due, and when it stopped, in time or late', () => {
    expect(momentsOf(draw(clocksOf([clockOf('reply', met), clockOf('resolve', { ...late, warnAt: null }), clockOf('authority')])))).toEqual([
      [0, 'Warning', '2024-03-04T11:00:00Z'],
      [0, 'Due', due],
      [0, 'Stopped in time', met.metAt],
      [1, 'Due', due],
      [1, 'Stopped late', late.metAt],
      [2, 'Warning', '2024-03-04T11:00:00Z'],
      [2, 'Due', due],
    ])
  })

  it('draws what is overdue, until it stopped or until now', () => {
    const at = '2024-03-06T00:00:00Z'
    const overdue = stretchesOf(draw(clocksOf([clockOf('reply', late), clockOf('resolve', overdueAt(at))], [], at))).filter(
      (one) => (one as unknown[])[1] === 'Overdue',
    )
    expect(overdue).toEqual([
      [0, 'Overdue', due, late.metAt],
      [1, 'Overdue', due, at],
    ])
  })

  it('names the cycle where there are several, and tells clocks of one title apart', () => {
    const chart = draw(clocksOf([clockOf('reply', met), clockOf('reply', { cycle: 2 })]))
    expect(chart.data.values.map(({ clock }) => clock)).toEqual(['First reply, cycle 1', 'First reply, cycle 2'])
    const alike = { ...policy, clocks: policy.clocks.map((rule) => ({ ...rule, title: 'same' })) }
    expect(draw(clocksOf([clockOf('reply')]), undefined, alike).data.values[0]?.clock).toBe('same (reply)')
  })

  it('has texts in the language asked for', () => {
    const chart = draw(clocksOf([clockOf('reply', met)], ['authority']), zhCN)
    expect(chart.title).toMatchObject({ text: ['投诉 C-1 的各项时限（2024-03-04T10:00:00Z）'], subtitle: ['尚未开始计时的时限：authority。'] })
    expect(chart.data.values[0]?.clock).toBe('首次答复')
    expect(new Set(chart.layer[1].data.values.map(({ stretch }) => stretch))).toEqual(new Set(['计时', '等待', '不计时']))
    expect(draw(clocksOf([clockOf('reply', { cycle: 2 })]), zhCN).data.values[0]?.clock).toBe('首次答复（第 2 轮）')
    expect(draw(clocksOf([]), zhCN).title.subtitle).toEqual(['尚未开始计时。'])
  })

  it('draws stretches and points where they belong, in universal time in every zone', async () => {
    const { svg } = await renderChart(complaintClocksChart(clocksOf([clockOf('reply', met)]), policy))
    // 640 pixels stand for the 69 hours from Friday 15:00 to Monday 12:00.
    const at = (hours: number) => expect.closeTo((hours * 640) / 69, 1)
    const bars = [...svg.matchAll(/aria-label="First reply: [^"]*" [^>]*d="M([\d.]+),[\d.]+h([\d.]+)v12/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ])
    expect(bars).toEqual(['0 1', '1 0.5', '1.5 0.5', '2 7', '9 48', '57 9', '66 3'].map((one) => one.split(' ').map((hours) => at(Number(hours)))))
    const points = [...svg.matchAll(/aria-label="First reply: (Warning|Due|Stopped in time); [^>]*transform="translate\(([\d.]+),/g)]
    expect(points.map(([, moment, x]) => [moment, Number(x)])).toEqual([
      ['Warning', at(68)],
      ['Due', at(69)],
      ['Stopped in time', at(66.5)],
    ])
    for (const text of ['03-02', '03-04', '18:00', 'Now', 'Stopped late', 'First reply']) expect(svg).toContain(`>${text}<`)
  })

  it('reads moments to the millisecond', () => {
    const [startedAt, end] = ['2024-03-01T15:00:00.123456789Z', '2024-03-01T19:30:00.123456789Z']
    const clock = clockOf('reply', { startedAt, due: end, warnAt: null, trace: { spans: spansOf(startedAt, [[end, 'around-the-clock']]) } })
    expect(stretchesOf(draw(clocksOf([clock], [], startedAt)))).toEqual([[0, 'Counts', '2024-03-01T15:00:00.123Z', '2024-03-01T19:30:00.123Z']])
  })

  const hostile = hostileNames.filter((name) => name !== '__proto__')
  it.each<[string, ComplaintClocks, typeof titled]>([
    ['nothing', clocksOf([], ['reply', 'resolve']), policy],
    [
      'a clock of no time',
      clocksOf([clockOf('reply', { startedAt: due, due, extendedTo: '2024-03-04', warnAt: null, trace: { spans: [] } })], [], due),
      policy,
    ],
    [
      'clocks met and breached',
      clocksOf([clockOf('reply', met), clockOf('resolve', late), clockOf('authority', { status: 'waiting', waitingIn: 'awaiting-customer' })]),
      policy,
    ],
    ['years', clocksOf([clockOf('reply', overdueAt('9999-12-30T00:00:00Z'))], [], '9999-12-30T00:00:00Z'), policy],
    ['hostile names', clocksOf(hostile.map((name) => clockOf(name))), clockPolicy(hostile)],
    ['hostile names that have not started', clocksOf([clockOf(hostile[0] as string)], hostile.slice(1)), clockPolicy(hostile)],
    ['a complaint with a hostile name', { ...clocksOf([clockOf('reply')]), complaint: '<script>"); alert(1); ("\n{signal: 1}' }, policy],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, result, made) => {
    for (const locale of [undefined, zhCN]) {
      const chart = complaintClocksChart(result, made, locale)
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      expect(compileChart(chart).warnings).toEqual([])
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
      expect([...svg.matchAll(/ d="M[\d.]+,[\d.]+h[\d.]+v12h/g)]).toHaveLength(
        result.clocks.reduce((sum, { trace, status }) => sum + trace.spans.length + (status === 'breached' ? 1 : 0), 0),
      )
    }
  })

  it('draws what the verb says of hours, days, waits and extensions', async () => {
    const office = calendarOf('Asia/Shanghai', [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ])
    const made = policyOf(
      ruleOf({ target: 'PT16H' }),
      ruleOf({ id: 'days', target: { businessDays: 5 }, extendedBy: 'DeadlineExtended', warnAtPercent: 80 }),
      ruleOf({ id: 'no calendar', target: 'PT4H', calendar: undefined }),
      ruleOf({ id: 'later', starts: 'SolutionProposed' }),
    )
    const events = handled('2024-03-01T15:00:00.123456789+08:00', [
      ...waited('2024-03-04T10:00:00+08:00', '2024-03-05T10:00:00+08:00'),
      extended('2024-03-06T09:00:00+08:00', '2024-03-20'),
    ])
    const result = complaintClocks(events, made, { at: '2024-03-06T12:00:00+08:00', definition: eightSteps, calendars: { office } })
    const chart = complaintClocksChart(result, made) as never as Drawn
    expect(chart.data.values.map(({ clock }) => clock)).toEqual(['resolution', 'days', 'no calendar'])
    expect(chart.title.subtitle).toEqual(['Not started: later.'])
    expect(new Set(chart.layer[1].data.values.map(({ stretch }) => stretch))).toEqual(
      new Set(['Counts', 'Does not count', 'Waiting', 'Extension', 'Overdue']),
    )
    const { svg, warnings } = await renderChart(chart as never)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('refuses what are no clocks, what contradicts itself, and those of another policy', () => {
    const result = clocksOf([clockOf('reply')])
    expect(issuesOf(() => complaintClocksChart(undefined as never, policy))).toEqual([['missing', ['result']]])
    expect(issuesOf(() => complaintClocksChart(result, undefined as never))).toEqual([['missing', ['policy']]])
    expect(issuesOf(() => complaintClocksChart(result, { ...policy, version: '2' }))).toEqual([['other-policy', ['result', 'policies']]])
    const [first, second, ...rest] = clockOf('reply').trace.spans
    const spoilt = clocksOf([
      clockOf('other'),
      clockOf('reply', { trace: { spans: [first as never, ...rest] } }),
      clockOf('resolve', { metAt: due, trace: { spans: [first as never, second as never] } }),
      clockOf('authority', { status: 'met' }),
      clockOf('authority'),
    ])
    expect(issuesOf(() => complaintClocksChart(spoilt, policy))).toEqual([
      ['outdated-input', ['result', 'clocks', 0, 'clock']],
      ['outdated-input', ['result', 'clocks', 1, 'trace', 'spans', 1, 'from']],
      ['unknown-key', ['result', 'clocks', 2, 'metAt']],
      ['missing', ['result', 'clocks', 2, 'stoppedBy']],
      ['outdated-input', ['result', 'clocks', 2, 'trace', 'spans', 1, 'to']],
      ['missing', ['result', 'clocks', 3, 'metAt']],
      ['duplicate', ['result', 'clocks', 4]],
    ])
    expect(issuesOf(() => complaintClocksChart({ ...result, at: '2024-03-04', notStarted: ['x', 5] } as never, policy))).toEqual([
      ['not-a-moment', ['result', 'at']],
      ['wrong-type', ['result', 'notStarted', 1]],
    ])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(clocksOf([clockOf('reply', met), clockOf('resolve', late)], ['authority'])), (changed) => {
        try {
          const chart = complaintClocksChart(changed as never, policy)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 10 },
    )
    expect(refused).toBeGreaterThan(40)
  })
})
