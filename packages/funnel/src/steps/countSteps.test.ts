import { startOfDay } from '@clientele/core/business-time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { type NaiveEvent, naiveCounts, naiveTimes, naiveWays } from '../../testing/naiveSteps.js'
import { spoil } from '../../testing/spoil.js'
import { eventsArbitrary, momentOf, STEP_NAMES, written } from '../../testing/stepEvents.js'
import { type CountStepsOptions, compileSteps, countSteps, type StepEvent, type StepFunnel } from '../index.js'

const HOUR = 3600

/** Events of one actor, such as `a0 b5`: what, and at which second. */
const events = (text: string, actor: string | number = 'Li'): StepEvent[] =>
  text.split(' ').map((event) => ({ actor, at: momentOf(Number(event.slice(1))), step: event[0] as string }))

/** How far one actor comes. */
const reached = (list: readonly StepEvent[], options: CountStepsOptions): number =>
  countSteps(list, options).counts.reduce((sum, count) => sum + count, 0)

const abc = (text: string, options: Partial<CountStepsOptions> = {}): number => reached(events(text), { steps: ['a', 'b', 'c'], ...options })

const at = (text: string, actor: string, step: string): StepEvent => ({ actor, at: `2020-01-${text}Z`, step })

describe('countSteps: known answers', () => {
  const numbered = Array.from({ length: 9 }, (_, second) => ({ actor: 1, at: momentOf(second), step: 1000 + second }))

  it.each([
    ['PT2S', 3],
    ['PT3S', 4],
    ['PT4S', 5],
  ])('comes as far as ClickHouse windowFunnel over 1000..1008 within %s: vector 1', (window, count) => {
    expect(reached(numbered, { steps: [1003, 1004, 1005, 1006, 1007], window })).toBe(count)
  })

  it('takes no step back in time, as ClickHouse windowFunnel does not: vector 2', () => {
    expect(reached(numbered, { steps: [1008, 1001] })).toBe(1)
  })

  it.each([
    ['a0 a5 b12', 2],
    ['a0 b1 c10', 3],
    ['a0 b1 c11', 2],
    ['a0 b8 a9 c15', 2],
    ['a0 b8 a9 b12 c15', 3],
  ])('comes with %s within 10 s to step %i, as in ClickHouse and PostHog: vector 3', (text, count) => {
    expect(abc(text, { window: 'PT10S' })).toBe(count)
  })

  it('counts and times as PostHog does: vector 4', () => {
    const taken = [
      [0, 1, 3],
      [0, 2],
      [0, 2, 3],
    ]
    const list = taken.flatMap((hours, actor) => hours.map((hour, index) => ({ actor, at: momentOf(hour * HOUR), step: index + 1 })))
    const { counts, timeToConvert } = countSteps(list, { steps: [1, 2, 3] })
    expect(counts).toEqual([3, 3, 2])
    expect(timeToConvert).toEqual([
      { from: '1', to: '2', mean: 6000, median: 7200 },
      { from: '2', to: '3', mean: 5400, median: 5400 },
    ])
  })

  it.each([
    ['P14D', [3, 2], 600],
    ['PT5M', [3, 1], 300],
  ])('counts sign-up and view within %s as PostHog does: vector 5', (window, counts, mean) => {
    const list = [...events('s0 v300', 1), ...events('s0', 2), ...events('s0 v900', 3)]
    const funnel = countSteps(list, { steps: ['s', 'v'], window })
    expect(funnel.counts).toEqual(counts)
    expect(funnel.timeToConvert[0]?.mean).toBe(mean)
  })

  it.each([
    ['P7D', [3, 0, 0]],
    ['P1D', [1, 0, 0]],
  ])('tells cohorts by day apart within %s as PostHog does: vector 6', (window, lasts) => {
    const byDays = ['p', 'q'].flatMap((actor) => [at('01T00:00:00', actor, 'a'), at('03T00:00:00', actor, 'b'), at('05T00:00:00', actor, 'c')])
    const byHours = [at('01T01:00:00', 'r', 'a'), at('01T02:00:00', 'r', 'b'), at('01T03:00:00', 'r', 'c')]
    const second = ['s', 't'].flatMap((actor) => [at('02T00:00:00', actor, 'a'), at('04T00:00:00', actor, 'b')])
    const list = [...byDays, ...byHours, ...second, at('06T00:00:00', 'u', 'a')]
    const { cohorts } = countSteps(list, { steps: ['a', 'b', 'c'], window, cohorts: { by: 'day' } })
    expect(cohorts?.map(({ from, to, counts }) => [from, to, counts[0], counts[2]])).toEqual([
      ['2020-01-01', '2020-01-01', 3, lasts[0]],
      ['2020-01-02', '2020-01-02', 2, lasts[1]],
      ['2020-01-06', '2020-01-06', 1, lasts[2]],
    ])
  })

  it.each([
    ['UTC', '2020-05-01', '2020-05-31'],
    ['America/Los_Angeles', '2020-04-01', '2020-04-30'],
  ])('puts 2020-05-01T00:00Z into its month in %s as PostHog does: vector 7', (zone, from, to) => {
    const { cohorts } = countSteps([{ actor: 1, at: '2020-05-01T00:00Z', step: 'a' }], { steps: ['a'], cohorts: { by: 'month' }, zone })
    expect(cohorts).toEqual([{ from, to, counts: [1], conversion: [1], timeToConvert: [] }])
  })
})

describe('countSteps: what counts', () => {
  it('takes events of one moment in the order of the steps, and the same event twice as once', () => {
    expect(abc('c0 b0 a0')).toBe(3)
    expect(abc('c0 b0 a0', { mode: 'strict' })).toBe(3)
    expect(abc('a0 a0 b1 b1 a0', { mode: 'strict' })).toBe(2)
  })

  it.each([
    ['a0 b5 c9', 3],
    ['a0 x3 b5', 1],
    ['a0 a3 b5', 2],
    ['a0 b5 b7 c9', 2],
    ['a0 c3 b5', 1],
    ['a0 x5 b5', 2],
    ['a0 x0 b5 c5', 3],
    ['a0 b5 x9 a10 b11 c12', 3],
  ])('lets nothing come between two steps in strict mode: %s comes to step %i', (text, count) => {
    expect(abc(text, { mode: 'strict' })).toBe(count)
  })

  it.each([
    ['c0 b5 a9', 3],
    ['c0 c1 c2', 1],
    ['c0 b10 a11', 2],
    ['b0 x1', 1],
    ['x0', 0],
  ])('counts different steps in any order: %s has %i within 10 s', (text, count) => {
    expect(abc(text, { mode: 'unordered', window: 'PT10S' })).toBe(count)
  })

  it('tells no times where no step comes before another', () => {
    expect(countSteps(events('a0 b1'), { steps: ['b', 'a'], mode: 'unordered' })).toEqual({
      steps: ['b', 'a'],
      mode: 'unordered',
      counts: [1, 1],
      conversion: [1, 1],
      timeToConvert: [],
      diagnoses: [],
      rejected: [],
    })
  })

  it('times the way that came furthest first, as late as it began, each step as early as can be', () => {
    const times = (text: string): unknown =>
      countSteps(events(text), { steps: ['a', 'b', 'c'], window: 'PT10S' }).timeToConvert.map(({ mean }) => mean)
    expect(times('a0 b1 c2 a3 b4 c5')).toEqual([1, 1])
    expect(times('a0 a2 b3 b4 c6')).toEqual([1, 3])
    expect(times('a0 b1 a5')).toEqual([1, null])
  })

  it('says who may yet get on: whose window has not ended after asOf', () => {
    const open = (text: string, options: Partial<CountStepsOptions>): unknown =>
      countSteps(events(text), { steps: ['a', 'b', 'c'], asOf: momentOf(10), ...options }).open
    expect(open('a0', { window: 'PT10S' })).toEqual([0, 0, 0])
    expect(open('a0', { window: 'PT10.000000001S' })).toEqual([1, 0, 0])
    expect(open('a0 a1', { window: 'PT10S' })).toEqual([1, 0, 0])
    expect(open('a0 b1 a5', { window: 'PT10S' })).toEqual([0, 0, 0])
    expect(open('a0 b1', {})).toEqual([0, 1, 0])
    expect(open('a0 b1 c2', {})).toEqual([0, 0, 0])
    expect(open('a0 b1', { mode: 'strict' })).toEqual([0, 1, 0])
    expect(open('a0 b1 x2', { mode: 'strict' })).toEqual([0, 0, 0])
    expect(open('c1 b2', { mode: 'unordered', window: 'PT10S' })).toEqual([0, 1, 0])
    expect(open('c0 b2', { mode: 'unordered', window: 'PT10S' })).toEqual([0, 0, 0])
  })

  it('takes the whole of a date for asOf', () => {
    const list = [at('02T00:00:00', 'p', 'a'), at('03T23:59:59.999999999', 'p', 'b'), at('04T00:00:00', 'p', 'c')]
    const look = (asOf: string, window: string): StepFunnel => countSteps(list, { steps: ['a', 'b', 'c'], asOf, window })
    expect(look('2020-01-03', 'P2D')).toMatchObject({
      counts: [1, 1, 0],
      open: [0, 1, 0],
      diagnoses: [{ code: 'later-events', params: { count: 1 } }],
    })
    expect(look('2020-01-03', 'P1DT23H59M59.999999999S').open).toEqual([0, 0, 0])
    expect(look('2020-01-03T23:59:59.999999998Z', 'P2D').counts).toEqual([1, 0, 0])
    expect(look('2020-01-04', 'P2D').counts).toEqual([1, 1, 1])
  })

  it('takes a calendar date for its first moment in the zone, which is UTC unless given', () => {
    const list = [
      { actor: 1, at: '2020-01-01', step: 'a' },
      { actor: '1', at: '2020-01-02', step: 'b' },
    ]
    expect(countSteps(list, { steps: ['a', 'b'], window: 'P1D' }).timeToConvert[0]?.mean).toBe(86_400)
    expect(countSteps(list, { steps: ['a', 'b'], window: 'PT23H59M59S' }).counts).toEqual([1, 0])
    const begins = (date: string, zone: string | undefined, moment: string): unknown => {
      const before = { actor: 1, at: moment, step: 'b' }
      const pair = [{ actor: 1, at: date, step: 'a' }, before]
      const [there] = countSteps(pair, { steps: ['a', 'b'], zone }).counts.slice(1)
      const [back] = countSteps(pair, { steps: ['b', 'a'], zone }).counts.slice(1)
      return [there, back]
    }
    // At the same moment either comes after the other.
    expect(begins('2024-03-01', undefined, '2024-03-01T00:00:00Z')).toEqual([1, 1])
    expect(begins('2024-03-01', 'America/Los_Angeles', '2024-03-01T08:00:00Z')).toEqual([1, 1])
    expect(begins('2024-03-01', 'Asia/Shanghai', '2024-02-29T16:00:00Z')).toEqual([1, 1])
    // Where the clocks went forward at midnight, and where there was no such date.
    expect(begins('2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z')).toEqual([1, 1])
    expect(begins('2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z')).toEqual([1, 1])
  })

  it('puts a date into the cohort and before the end that it belongs to in the zone', () => {
    const dated = [{ actor: 1, at: '2024-03-01', step: 'a' }]
    for (const zone of ['America/Los_Angeles', 'Asia/Shanghai']) {
      const { cohorts, counts } = countSteps(dated, { steps: ['a'], zone, asOf: '2024-03-01', cohorts: { by: 'day' } })
      expect([counts, cohorts?.map(({ from }) => from)]).toEqual([[1], ['2024-03-01']])
    }
    const late = [
      { actor: 1, at: '2024-03-31T15:59:59.998Z', step: 'a' },
      { actor: 2, at: '2024-03-31T16:00:00Z', step: 'a' },
    ]
    const looked = countSteps(late, { steps: ['a', 'b'], zone: 'Asia/Shanghai', asOf: '2024-03-31', window: 'PT0.001S' })
    expect(looked.counts).toEqual([1, 0])
    expect(looked.open).toEqual([0, 0])
    expect(countSteps(late, { steps: ['a', 'b'], zone: 'Asia/Shanghai', asOf: '2024-03-31', window: 'PT0.002S' }).open).toEqual([1, 0])
    expect(countSteps(late, { steps: ['a'], asOf: '2024-03-31' }).counts).toEqual([2])
  })

  it("puts cohorts into fiscal years, and the calendar's ends into what there is of them", () => {
    const list = ['0001-01-01', '2026-03-31', '2026-04-01', '9999-12-31'].map((date, actor) => ({ actor, at: date, step: 'a' }))
    for (const zone of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      const { cohorts } = countSteps(list, { steps: ['a'], cohorts: { by: 'year', fiscalYearStart: 4 }, zone, asOf: '9999-12-31' })
      expect(cohorts?.map(({ from, to, counts }) => [from, to, counts])).toEqual([
        ['0001-01-01', '0001-03-31', [1]],
        ['2025-04-01', '2026-03-31', [1]],
        ['2026-04-01', '2027-03-31', [1]],
        ['9999-04-01', '9999-12-31', [1]],
      ])
    }
  })

  it('tells microseconds and nanoseconds apart, exactly', () => {
    const fine = (first: string, second: string, window: string): readonly number[] =>
      countSteps([at(`01T00:00:00.${first}`, 'p', 'a'), at(`01T00:00:01.${second}`, 'p', 'b')], { steps: ['a', 'b'], window }).counts
    expect(fine('000001', '000001', 'PT1S')).toEqual([1, 1])
    expect(fine('000001', '000002', 'PT1S')).toEqual([1, 0])
    expect(fine('000000001', '000000002', 'PT1S')).toEqual([1, 0])
    expect(fine('000000001', '000000002', 'PT1.000000001S')).toEqual([1, 1])
    const { timeToConvert } = countSteps([at('01T00:00:00.000000001', 'p', 'a'), at('01T00:00:00.100000001', 'p', 'b')], { steps: ['a', 'b'] })
    expect(timeToConvert[0]?.mean).toBe(0.1)
  })

  it('refuses events finer than a log so long can tell, and rejects them alone', () => {
    const list = [at('01T00:00:00.000001', 'p', 'a'), at('01T00:00:00.000000001', 'p', 'b'), { actor: 'p', at: '2020-06-01', step: 'c' }]
    const issues = [['too-many-decimal-places', ['events', 1, 'at']]]
    expect(issuesOf(() => countSteps(list, { steps: ['a', 'b', 'c'] }))).toEqual(issues)
    const { rejected, counts, diagnoses } = countSteps(list, { steps: ['a', 'c'], invalid: 'collect' })
    expect(rejected.map(({ index, issues: own }) => [index, codesAndPaths(own)])).toEqual([[1, issues]])
    expect(counts).toEqual([1, 1])
    expect(diagnoses).toEqual([{ code: 'rejected', params: { count: 1 } }])
    const longer = [...list.slice(0, 1), { actor: 'q', at: '1700-01-01', step: 'a' }]
    expect(issuesOf(() => countSteps(longer, { steps: ['a'] }))).toEqual([['too-many-decimal-places', ['events', 0, 'at']]])
  })

  it('says what it was asked, as stated', () => {
    const asked = { steps: ['a', 7], window: 'PT0010S', mode: 'strict', asOf: '2026-02-01T00:00:00+00:00' } as const
    const told = ({ steps, mode, window, asOf, zone }: StepFunnel): unknown => ({ steps, mode, window, asOf, zone })
    expect(told(countSteps([], { ...asked, zone: 'asia/shanghai' }))).toEqual({ ...asked, steps: ['a', '7'], zone: 'Asia/Shanghai' })
    expect(Object.keys(countSteps([], { steps: ['a'], zone: 'Asia/Shanghai' }))).not.toContain('zone')
    const { count } = compileSteps({ steps: ['a'], window: 'P1D' })
    expect(told(count([], { cohorts: { by: 'week' } }))).toEqual({ steps: ['a'], mode: 'ordered', window: 'P1D', zone: 'UTC' })
  })

  it('counts nobody of no events, and says what it did not look at', () => {
    expect(countSteps([], { steps: ['a', 'b'], asOf: '2020-01-01', cohorts: { by: 'week' } })).toEqual({
      steps: ['a', 'b'],
      mode: 'ordered',
      asOf: '2020-01-01',
      zone: 'UTC',
      counts: [0, 0],
      conversion: [null, null],
      timeToConvert: [{ from: 'a', to: 'b', mean: null, median: null }],
      open: [0, 0],
      cohorts: [],
      diagnoses: [],
      rejected: [],
    })
    expect(countSteps(events('x0 b1 y2'), { steps: ['a', 'b'] }).diagnoses).toEqual([{ code: 'other-events', params: { count: 2 } }])
  })

  it('takes 250 steps, and long histories in any order', () => {
    const steps = Array.from({ length: 250 }, (_, index) => index)
    const list = steps.map((step) => ({ actor: 'p', at: momentOf(step), step }))
    for (const mode of ['ordered', 'strict', 'unordered'] as const) {
      const { counts } = countSteps([...list].reverse(), { steps, mode })
      expect(counts).toEqual(steps.map(() => 1))
    }
  })
})

const optionsOf = (options: object): CountStepsOptions => options as CountStepsOptions
const modes = fc.constantFrom('ordered', 'strict', 'unordered' as const)
const windows = fc.option(fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 70 })), { nil: undefined })
const stepCounts = fc.constantFrom(1, 2, 3, 3, 4, 4)
const funnelOf = (
  list: readonly NaiveEvent[],
  count: number,
  window: number | undefined,
  mode: CountStepsOptions['mode'],
  more: object = {},
): StepFunnel => countSteps(written(list), optionsOf({ steps: STEP_NAMES.slice(0, count), window: window && `PT${window}S`, mode, ...more }))

describe('countSteps: laws', () => {
  it('does as one does who tries every start and every choice of events', () => {
    const seen = { open: 0, third: 0, cohorts: 0 }
    fc.assert(
      fc.property(eventsArbitrary, stepCounts, windows, modes, fc.constantFrom(5, 15, 40, 61), (list, count, window, mode, asOf) => {
        const looked = list.filter(({ time }) => time <= asOf)
        const ways = [
          ...naiveWays(
            looked.map((event) => ({ ...event, step: event.step < count ? event.step : -1 })),
            count,
            window ?? Infinity,
            mode,
          ).values(),
        ]
        const funnel = funnelOf(list, count, window, mode, { asOf: momentOf(asOf), cohorts: { by: 'month' } })
        const { counts, gaps } = naiveCounts(ways, count)
        expect(funnel.counts).toEqual(counts)
        expect(funnel.timeToConvert.map(({ mean, median }) => ({ mean, median }))).toEqual(mode === 'unordered' ? [] : gaps.map(naiveTimes))
        const open = counts.map(
          (_, step) =>
            ways.filter(({ furthest, latest }) => step < count - 1 && furthest === step && (latest ?? -Infinity) + (window ?? Infinity) > asOf)
              .length,
        )
        expect(funnel.open).toEqual(open)
        const months = ['2026-01', '2026-02'].map((month) =>
          naiveCounts(
            ways.filter(({ times }) => momentOf(times[0] as number).startsWith(month)),
            count,
          ),
        )
        expect(funnel.cohorts?.map((cohort) => cohort.counts)).toEqual(months.map((month) => month.counts).filter(([first]) => first !== 0))
        seen.open += open.some((one) => one > 0) ? 1 : 0
        seen.third += (counts[2] ?? 0) > 0 ? 1 : 0
        seen.cohorts += funnel.cohorts?.length === 2 ? 1 : 0
      }),
      { numRuns: 2000, seed: 11 },
    )
    for (const [name, times] of Object.entries(seen)) expect([name, times > 50 || times]).toEqual([name, true])
  })

  it('does not depend on the order of events, changes none of them, and gives plain data', () => {
    const shuffled = eventsArbitrary.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, windows, modes, ([list, other], window, mode) => {
        const funnel = funnelOf(list, 4, window, mode, { asOf: momentOf(30), cohorts: { by: 'day' } })
        expect(funnelOf(other, 4, window, mode, { asOf: momentOf(30), cohorts: { by: 'day' } })).toEqual(funnel)
        expect(JSON.parse(JSON.stringify(funnel))).toEqual(funnel)
        expect(countSteps(deepFreeze(written(list)), deepFreeze({ steps: ['a', 7] }))).toEqual(countSteps(written(list), { steps: ['a', 7] }))
      }),
    )
  })

  it('never counts more at a later step, nor fewer within a wider window, nor fewer of more events unless these come between', () => {
    fc.assert(
      fc.property(eventsArbitrary, eventsArbitrary, fc.integer({ min: 1, max: 60 }), fc.nat(30), modes, (list, more, window, wider, mode) => {
        const { counts } = funnelOf(list, 4, window, mode)
        const expectNoFewer = (other: StepFunnel): void =>
          other.counts.forEach((count, step) => expect(count).toBeGreaterThanOrEqual(counts[step] as number))
        counts.slice(1).forEach((count, step) => expect(count).toBeLessThanOrEqual(counts[step] as number))
        expectNoFewer(funnelOf(list, 4, window + wider, mode))
        expectNoFewer(funnelOf(list, 4, undefined, mode))
        if (mode !== 'strict') expectNoFewer(funnelOf([...list, ...more], 4, window, mode))
        else expectNoFewer(funnelOf(list, 4, window, 'ordered'))
      }),
    )
  })

  it('adds up over actors, and over cohorts', () => {
    fc.assert(
      fc.property(eventsArbitrary, windows, modes, (list, window, mode) => {
        const whole = funnelOf(list, 4, window, mode, { cohorts: { by: 'day' } })
        const sum = (parts: readonly (readonly number[])[]): number[] =>
          whole.counts.map((_, step) => parts.reduce((total, part) => total + (part[step] as number), 0))
        const actors = [...new Set(list.map(({ actor }) => actor))]
        expect(
          sum(
            actors.map(
              (one) =>
                funnelOf(
                  list.filter(({ actor }) => actor === one),
                  4,
                  window,
                  mode,
                ).counts,
            ),
          ),
        ).toEqual(whole.counts)
        expect(sum((whole.cohorts ?? []).map(({ counts }) => counts))).toEqual(whole.counts)
      }),
    )
  })

  it('tells finer times as it tells them a million times longer', () => {
    fc.assert(
      fc.property(eventsArbitrary, fc.integer({ min: 1, max: 60 }), modes, fc.constantFrom(6, 9), (list, window, mode, places) => {
        const small = (units: number): string => `0.${String(units).padStart(places, '0')}`
        const fine = list.map(({ actor, time, step }) => ({
          actor,
          at: `2026-01-05T00:00:0${small(time)}Z`,
          step: step < 0 ? 'x' : (STEP_NAMES[step] as string),
        }))
        const { counts } = countSteps(fine, { steps: STEP_NAMES, window: `PT${small(window)}S`, mode })
        expect(counts).toEqual(funnelOf(list, 4, window, mode).counts)
      }),
    )
  })

  it('takes dates for the moments at which they begin in the zone', () => {
    const days = fc.integer({ min: -5, max: 5 })
    const dated = fc.array(fc.record({ actor: fc.constantFrom('Li', 'Wu'), day: days, step: fc.constantFrom('a', 'b', 'x') }), { maxLength: 10 })
    const zones = fc.constantFrom('UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia', 'America/Sao_Paulo')
    fc.assert(
      fc.property(dated, zones, modes, days, fc.constantFrom('2011-12-30', '2018-11-04', '2024-03-10'), (list, zone, mode, last, around) => {
        const dateOf = (day: number): string => new Date(Date.parse(around) + day * 86_400_000).toISOString().slice(0, 10)
        const end = new Date(Date.parse(startOfDay(dateOf(last + 1), zone)) - 1).toISOString()
        const options = { steps: ['a', 'b'], window: 'P2D', mode, zone, cohorts: { by: 'day' } } as const
        const dates = list.map(({ actor, day, step }) => ({ actor, at: dateOf(day), step }))
        const moments = dates.map((event) => ({ ...event, at: startOfDay(event.at, zone) }))
        const { asOf: _, ...funnel } = countSteps(moments, { ...options, asOf: end })
        expect(countSteps(dates, { ...options, asOf: dateOf(last) })).toEqual({ ...funnel, asOf: dateOf(last) })
      }),
    )
  })

  it('is the same compiled', () => {
    fc.assert(
      fc.property(eventsArbitrary, windows, modes, (list, window, mode) => {
        const policy = { steps: STEP_NAMES, window: window === undefined ? undefined : `PT${window}S`, mode }
        const options = { asOf: momentOf(30), cohorts: { by: 'day' } } as const
        expect(compileSteps(policy).count(written(list), options)).toEqual(countSteps(written(list), { ...policy, ...options }))
        expect(compileSteps(policy).count(written(list))).toEqual(countSteps(written(list), policy))
      }),
    )
  })
})

const good = { actor: 'Li', at: '2026-01-05T09:00:00Z', step: 'a' }
const count = (list: unknown, options: unknown = { steps: ['a', 'b'] }): StepFunnel => countSteps(list as StepEvent[], options as CountStepsOptions)

describe('countSteps: bad input', () => {
  it.each([
    ...badRecords.map(([value, code]) => ({ value, issues: [[code, ['events', 1]]] })),
    { value: { ...good, actor: undefined }, issues: [['missing', ['events', 1, 'actor']]] },
    { value: { ...good, actor: 1.5 }, issues: [['not-an-integer', ['events', 1, 'actor']]] },
    { value: { ...good, actor: '' }, issues: [['empty', ['events', 1, 'actor']]] },
    { value: { ...good, step: null }, issues: [['wrong-type', ['events', 1, 'step']]] },
    { value: { ...good, step: Number.NaN }, issues: [['not-an-integer', ['events', 1, 'step']]] },
    { value: { ...good, at: undefined }, issues: [['missing', ['events', 1, 'at']]] },
    { value: { ...good, at: 0 }, issues: [['not-a-moment', ['events', 1, 'at']]] },
    { value: { ...good, at: '2026-02-29' }, issues: [['not-a-calendar-date', ['events', 1, 'at']]] },
    { value: { ...good, at: '2026-01-05T09:00:00' }, issues: [['not-a-moment', ['events', 1, 'at']]] },
    { value: { ...good, at: '2026-01-05T24:00:00Z' }, issues: [['not-a-moment', ['events', 1, 'at']]] },
    { value: { ...good, at: '2026-01-05T09:00:00.0000000001Z' }, issues: [['too-many-decimal-places', ['events', 1, 'at']]] },
    { value: { ...good, at: '0001-01-01T00:00:00Z' }, issues: [['out-of-range', ['events', 1, 'at']]] },
    { value: { ...good, colour: 1 }, issues: [['unknown-key', ['events', 1, 'colour']]] },
    { value: JSON.parse(`{"__proto__":1,"actor":"Li","at":"2026-01-05","step":"a"}`), issues: [['unknown-key', ['events', 1, '__proto__']]] },
    { value: Object.create(good), issues: ['actor', 'step', 'at'].map((key) => ['missing', ['events', 1, key]]) },
    {
      value: { actor: {}, at: null, step: [] },
      issues: [
        ['wrong-type', ['events', 1, 'actor']],
        ['wrong-type', ['events', 1, 'step']],
        ['not-a-moment', ['events', 1, 'at']],
      ],
    },
  ])('refuses or rejects the event $value', ({ value, issues }) => {
    expect(issuesOf(() => count([good, value, good]))).toEqual(issues)
    const { rejected, counts, diagnoses } = count([good, value, good], { steps: ['a', 'b'], invalid: 'collect' })
    expect(rejected.map(({ index, issues: own }) => [index, codesAndPaths(own)])).toEqual([[1, issues]])
    expect(counts).toEqual([1, 0])
    expect(diagnoses).toEqual([{ code: 'rejected', params: { count: 1 } }])
  })

  it.each([[undefined, 'missing'] as const, ...badLists])('refuses %j for events', (value, code) => {
    expect(issuesOf(() => count(value))).toEqual([[code, ['events']]])
  })

  it.each([...badRecords])('refuses %j for options', (value, code) => {
    if (value !== undefined) expect(issuesOf(() => count([good], value))).toEqual([[code, ['options']]])
    else expect(issuesOf(() => countSteps([good], undefined as never))).toEqual([[code, ['options']]])
  })

  it.each([
    [{ steps: undefined }, 'missing', ['steps']],
    [{ steps: 'a' }, 'wrong-type', ['steps']],
    [{ steps: [] }, 'empty', ['steps']],
    [{ steps: Array.from({ length: 251 }, (_, index) => index) }, 'too-many-parts', ['steps']],
    [{ steps: ['a', 1.5] }, 'not-an-integer', ['steps', 1]],
    [{ steps: ['a', ''] }, 'empty', ['steps', 1]],
    [{ steps: Array(1) }, 'missing', ['steps', 0]],
    [{ steps: [1, '1'] }, 'duplicate', ['steps', 1]],
    [{ window: null }, 'unreadable', ['window']],
    [{ window: 10 }, 'unreadable', ['window']],
    [{ window: 'P1M' }, 'unreadable', ['window']],
    [{ window: 'P1Y' }, 'unreadable', ['window']],
    [{ window: '-PT1S' }, 'unreadable', ['window']],
    [{ window: 'P' }, 'unreadable', ['window']],
    [{ window: 'PT' }, 'unreadable', ['window']],
    [{ window: 'P1DT' }, 'unreadable', ['window']],
    [{ window: 'PT0.0000000001S' }, 'unreadable', ['window']],
    [{ window: 'PT0S' }, 'not-above', ['window']],
    [{ window: 'P0D' }, 'not-above', ['window']],
    [{ mode: 'any' }, 'not-allowed', ['mode']],
    [{ mode: null }, 'not-allowed', ['mode']],
    [{ asOf: null }, 'not-a-moment', ['asOf']],
    [{ asOf: '2026-02-29' }, 'not-a-calendar-date', ['asOf']],
    [{ asOf: '2026-02-28T09:00' }, 'not-a-moment', ['asOf']],
    [{ cohorts: null }, 'wrong-type', ['cohorts']],
    [{ cohorts: {} }, 'missing', ['cohorts', 'by']],
    [{ cohorts: { by: 'hour' } }, 'not-allowed', ['cohorts', 'by']],
    [{ cohorts: { by: 'year', fiscalYearStart: 13 } }, 'too-large', ['cohorts', 'fiscalYearStart']],
    [{ cohorts: { by: 'year', matureAfter: 'P1D' } }, 'unknown-key', ['cohorts', 'matureAfter']],
    [{ zone: 'Mars' }, 'unknown-zone', ['zone']],
    [{ invalid: 'ignore' }, 'not-allowed', ['invalid']],
    [{ colour: 1 }, 'unknown-key', ['colour']],
  ])('refuses the options %j', (options, code, path) => {
    expect(issuesOf(() => count([good], { steps: ['a', 'b'], ...options }))).toEqual([[code, ['options', ...path]]])
  })

  it('tells everything that is wrong with options at once', () => {
    expect(issuesOf(() => count([null], { steps: [null], window: 'P1M', zone: 7, invalid: 'collect' }))).toEqual([
      ['unknown-zone', ['options', 'zone']],
      ['wrong-type', ['options', 'steps', 0]],
      ['unreadable', ['options', 'window']],
    ])
  })

  it('takes windows in every unit', () => {
    const size = (window: string): readonly number[] =>
      [86_400 * 8 + 3600 + 61.5, 86_400 * 8 + 3600 + 61.501].map((seconds) => {
        const list = [
          { actor: 1, at: momentOf(0), step: 'a' },
          { actor: 1, at: momentOf(seconds), step: 'b' },
        ]
        return count(list, { steps: ['a', 'b'], window }).counts[1] as number
      })
    expect(size('P1W1DT1H1M1.5S')).toEqual([1, 0])
    expect(size('P1W1DT1H1M1,500S')).toEqual([1, 0])
    expect(size('P9999999W')).toEqual([1, 1])
  })

  it('never crashes with anything but an InputError, whatever is spoiled', () => {
    const document = {
      events: [good, { ...good, step: 'b', at: '2026-01-06' }],
      options: { steps: ['a', 'b'], window: 'P1D', mode: 'strict', asOf: '2026-01-07', cohorts: { by: 'month' }, zone: 'UTC' },
    }
    let thrown = 0
    fc.assert(
      fc.property(spoil(document), (spoiled) => {
        const { events: list, options } = Object(spoiled) as typeof document
        if (issuesOf(() => count(list, options)) !== 'nothing was thrown') thrown += 1
      }),
      { numRuns: 1000, seed: 11 },
    )
    expect(thrown).toBeGreaterThan(400)
  })
})
