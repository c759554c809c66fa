import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { analyseEventLog, type EventLogAnalysis, type EventLogOptions, type LoggedEvent } from '../index.js'

const asOf = '2026-12-31'
const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)

const momentAfter = (milliseconds: number): string => new Date(START + milliseconds).toISOString()
const event = (id: string, activity: string, at: string): LoggedEvent => ({ case: id, activity, at })

/** A case for each trace, its events an hour apart. */
const logOf = (traces: readonly (readonly string[])[]): LoggedEvent[] =>
  traces.flatMap((trace, number) => trace.map((activity, place) => event(`case ${number}`, activity, momentAfter(place * HOUR))))

const wrong = (events: unknown, ...options: readonly unknown[]): unknown =>
  issuesOf(() => analyseEventLog(events as readonly LoggedEvent[], (options.length === 0 ? { asOf } : options[0]) as EventLogOptions))

const times = (from: string, to: string, count: number) => ({ from, to, count, median: 3600, p90: 3600 })

describe('analyseEventLog on the running example of W. van der Aalst, Process Mining, 2016 (six cases of a request for compensation)', () => {
  const log = deepFreeze(logOf(['abdeh', 'adceg', 'acdefbdeg', 'adbeh', 'acdefdcefcdeh', 'acdeg'].map((trace) => trace.split(''))))
  const analysis = analyseEventLog(log, deepFreeze({ asOf }))

  it('counts cases, events and activities', () => {
    const count = (activity: string, number: number, cases: number, starts = 0, ends = 0) => ({ activity, count: number, cases, starts, ends })
    expect([analysis.cases, analysis.events]).toEqual([6, 42])
    expect(analysis.activities).toEqual([
      count('d', 9, 6),
      count('e', 9, 6),
      count('a', 6, 6, 6),
      count('c', 6, 4),
      count('b', 3, 3),
      count('f', 3, 2),
      count('g', 3, 3, 0, 3),
      count('h', 3, 3, 0, 3),
    ])
  })

  it('counts which activity directly follows which', () => {
    expect(analysis.timeBetween).toEqual([
      times('d', 'e', 6),
      times('c', 'd', 4),
      times('a', 'c', 3),
      times('e', 'f', 3),
      times('e', 'g', 3),
      times('e', 'h', 3),
      times('a', 'd', 2),
      times('b', 'd', 2),
      times('c', 'e', 2),
      times('d', 'c', 2),
      times('a', 'b', 1),
      times('b', 'e', 1),
      times('d', 'b', 1),
      times('f', 'b', 1),
      times('f', 'c', 1),
      times('f', 'd', 1),
    ])
  })

  it('finds that every case went its own way, in the order of their activities', () => {
    expect(analysis.variants.map(({ path }) => path.join(''))).toEqual(['abdeh', 'acdefbdeg', 'acdefdcefcdeh', 'acdeg', 'adbeh', 'adceg'])
    expect(analysis.variants.map(({ count, share }) => [count, share])).toEqual(Array(6).fill([1, 1 / 6]))
    expect(analysis.variants.map(({ cumulative }) => cumulative)).toEqual([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1])
  })

  it('finds what was done again, and how long cases took', () => {
    expect(analysis.rework).toEqual({
      cases: 2,
      rate: 2 / 6,
      activities: [
        { activity: 'd', repeats: 3, selfLoops: 0, cases: 2 },
        { activity: 'e', repeats: 3, selfLoops: 0, cases: 2 },
        { activity: 'c', repeats: 2, selfLoops: 0, cases: 1 },
        { activity: 'f', repeats: 1, selfLoops: 0, cases: 1 },
      ],
    })
    // 4, 4, 4, 4, 8 and 12 hours: the median lies between 4 and 4, 90 % halfway from 8 to 12.
    expect(analysis.duration).toEqual({ median: 4 * 3600, p90: 10 * 3600, mean: 6 * 3600 })
    expect([analysis.asOf, analysis.diagnoses, analysis.rejected]).toEqual([asOf, [], []])
  })
})

describe('analyseEventLog', () => {
  it('puts the events of a case in order of time, wherever they stand', () => {
    const events = [
      event('1', 'c', '2026-01-01T02:00:00Z'),
      event('2', 'a', '2026-01-01T00:00:00+08:00'),
      event('1', 'a', '2026-01-01T00:00:00Z'),
      event('1', 'b', '2026-01-01T09:00:00+08:00'),
    ]
    expect(analyseEventLog(events, { asOf }).variants.map(({ path }) => path)).toEqual([['a'], ['a', 'b', 'c']])
  })

  it('tells moments apart to the nanosecond', () => {
    const events = [
      event('1', 'second', '2026-01-01T00:00:00.000000002Z'),
      event('1', 'first', '2026-01-01T00:00:00.000000001Z'),
      event('1', 'third', '2026-01-01T00:00:00.1Z'),
      event('1', 'fourth', '2026-01-01T00:00:01,0Z'),
    ]
    const { variants, timeBetween, duration } = analyseEventLog(events, { asOf })
    expect(variants[0]?.path).toEqual(['first', 'second', 'third', 'fourth'])
    expect(timeBetween.map(({ median }) => median)).toEqual([1e-9, 0.099999998, 0.9])
    expect(duration.median).toBe(0.999999999)
  })

  it('tells a time as near as a number comes, however long it is', () => {
    const events = [event('1', 'a', '1900-01-01T00:00:00.3Z'), event('1', 'b', '2026-01-01T00:00:00.1Z')]
    expect(analyseEventLog(events, { asOf }).duration.median).toBe(3_976_214_399.8)
  })

  it('keeps the order of the log at one moment, and says so once for a case', () => {
    const at = '2026-01-01T00:00:00Z'
    const events = [event('1', 'b', at), event('1', 'a', at), event('1', 'c', at), event('2', 'a', at), event('2', 'b', '2026-01-01T00:00:00.1Z')]
    const { variants, diagnoses } = analyseEventLog(events, { asOf })
    expect(variants.map(({ path }) => path.join(''))).toEqual(['ab', 'bac'])
    expect(diagnoses).toEqual([{ code: 'same-moment', params: { cases: 1 } }])
  })

  it('interpolates the median and the 90th percentile, and leaves 0 a plain 0', () => {
    const gaps = [60, 0, 300, 120]
    const events = gaps.flatMap((gap, number) => [event(`${number}`, 'a', momentAfter(0)), event(`${number}`, 'b', momentAfter(gap * 1000))])
    const { timeBetween, duration } = analyseEventLog(events, { asOf })
    expect(timeBetween).toEqual([{ from: 'a', to: 'b', count: 4, median: 90, p90: 246 }])
    expect(duration).toEqual({ median: 90, p90: 246, mean: 120 })
    expect(Object.is(analyseEventLog([events[0] as LoggedEvent], { asOf }).duration.median, 0)).toBe(true)
  })

  it('counts what is done again right after itself apart', () => {
    const { rework } = analyseEventLog(logOf(['aaba'.split(''), 'ab'.split(''), 'bb'.split('')]), { asOf })
    expect(rework).toEqual({
      cases: 2,
      rate: 2 / 3,
      activities: [
        { activity: 'a', repeats: 2, selfLoops: 1, cases: 1 },
        { activity: 'b', repeats: 1, selfLoops: 1, cases: 1 },
      ],
    })
  })

  it.each([
    [undefined, '2026-01-01T23:59:59.999999999Z', '2026-01-02T00:00:00Z'],
    ['Asia/Shanghai', '2026-01-01T15:59:59.999Z', '2026-01-01T16:00:00Z'],
    ['America/St_Johns', '2026-01-02T03:29:59Z', '2026-01-02T03:30:00Z'],
  ])('looks at nothing after the end of the day asked for, in the zone %s', (zone, last, first) => {
    const events = [event('1', 'a', last), event('1', 'b', first), event('2', 'later', first)]
    const analysis = analyseEventLog(events, { asOf: '2026-01-01', zone })
    expect([analysis.cases, analysis.events]).toEqual([1, 1])
    expect(analysis.activities.map(({ activity }) => activity)).toEqual(['a'])
    expect(analysis.diagnoses).toEqual([{ code: 'later-events', params: { count: 2 } }])
  })

  it.each([
    ['an empty log', [], []],
    ['a log of later events', [event('1', 'a', '2027-01-01T00:00:00Z')], [{ code: 'later-events', params: { count: 1 } }]],
  ])('has nothing to say of %s', (_, events, diagnoses) => {
    expect(analyseEventLog(events, { asOf })).toEqual({
      asOf,
      cases: 0,
      events: 0,
      activities: [],
      variants: [],
      timeBetween: [],
      duration: { median: null, p90: null, mean: null },
      rework: { cases: 0, rate: 0, activities: [] },
      diagnoses,
      rejected: [],
    })
  })

  it('takes an integer for a case, which is the case of its text', () => {
    const log = [7, '7', -0, '0', '-7', -7, Number.MAX_SAFE_INTEGER].map((id, place) => ({ ...event('', 'a', momentAfter(place)), case: id }))
    const { cases, variants, rejected } = analyseEventLog(log, { asOf, invalid: 'collect' })
    expect([cases, rejected]).toEqual([4, []])
    expect(variants.map(({ path, count }) => [path.length, count])).toEqual([
      [2, 3],
      [1, 1],
    ])
    expect(analyseEventLog(log, { asOf })).toEqual(
      analyseEventLog(
        log.map((one) => ({ ...one, case: String(one.case) })),
        { asOf },
      ),
    )
  })

  it.each([
    [1.5, 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
    [Number.POSITIVE_INFINITY, 'not-an-integer'],
    [2 ** 53, 'too-large'],
    [-(2 ** 53), 'too-small'],
  ])('refuses %d for a case', (id, code) => {
    expect(wrong([{ ...event('', 'a', momentAfter(0)), case: id }])).toEqual([[code, ['events', 0, 'case']]])
  })

  it('takes any text for a case or an activity', () => {
    const names = ['__proto__', 'constructor', 'toString', ' ', 'a,b', 'a\u0000b', '\ud800', '👍', 'ａ', '{activity}']
    const events = names.flatMap((name, index) => [event(name, name, momentAfter(0)), event(name, names[index - 1] ?? 'x', momentAfter(1))])
    const { cases, activities, variants } = analyseEventLog(JSON.parse(JSON.stringify(events)), { asOf })
    expect([cases, activities.length, variants.length]).toEqual([names.length, names.length + 1, names.length])
    expect(activities.find(({ activity }) => activity === '__proto__')).toEqual({ activity: '__proto__', count: 2, cases: 2, starts: 1, ends: 1 })
  })

  it('orders what is equally frequent by code units, whatever the language', () => {
    const { activities } = analyseEventLog(logOf([['ä'], ['z'], ['Z'], ['é'], ['\uffff'], ['😀']]), { asOf })
    expect(activities.map(({ activity }) => activity)).toEqual(['Z', 'z', 'ä', 'é', '😀', '\uffff'])
  })

  it('tells ways apart whose hashes are the same', () => {
    // As numbers of activities, [36, 319] and [336, 27] have one MurmurHash3, and so have [254, 47] and [242, 364].
    const names = Array.from({ length: 400 }, (_, number) => String(number).padStart(3, '0'))
    const alike = [
      ['036', '319'],
      ['336', '027'],
      ['336', '027'],
      ['254', '047'],
      ['242', '364'],
      ['336', '027'],
      ['036', '319'],
    ]
    const { variants } = analyseEventLog(logOf([names, ...alike]), { asOf })
    expect(variants.map(({ path, count }) => [path.length > 2 ? 'all' : path.join(' '), count])).toEqual([
      ['336 027', 3],
      ['036 319', 2],
      ['all', 1],
      ['242 364', 1],
      ['254 047', 1],
    ])
  })

  it('takes a long case, and many cases that part late, without ado', () => {
    const long = Array.from({ length: 200_000 }, (_, index) => event('1', `${index % 7}`, momentAfter((index * 7919) % 200_000)))
    const { events, timeBetween, variants } = analyseEventLog(long, { asOf })
    expect([events, variants[0]?.path.length]).toEqual([200_000, 200_000])
    expect(timeBetween.reduce((sum, { count }) => sum + count, 0)).toBe(199_999)
    const alike = Array.from({ length: 300 }, (_, number) => [...Array.from({ length: 200 }, () => 'a'), `${number}`])
    expect(analyseEventLog(logOf(alike), { asOf }).variants).toHaveLength(300)
  })
})

/** What most would write: maps of arrays, a sort and a join. */
function naive(
  events: readonly LoggedEvent[],
): Pick<EventLogAnalysis, 'cases' | 'events' | 'activities' | 'variants' | 'timeBetween' | 'duration' | 'rework'> {
  const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
  const group = <Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] => {
    const groups = new Map<string, Item[]>()
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
    return [...groups].sort(([one], [other]) => compare(one, other)).sort(([, one], [, other]) => other.length - one.length)
  }
  const at = (list: readonly number[], part: number): number => {
    const sorted = [...list].sort((one, other) => one - other)
    const place = (sorted.length - 1) * part
    const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number]
    return below + (above - below) * (place - Math.floor(place))
  }
  const near = (value: number): number => Number(value.toFixed(6))
  const time = ({ at: moment }: LoggedEvent): number => Date.parse(moment) / 1000
  const traces = group(events, (one) => String(one.case)).map(([, list]) => [...list].sort((one, other) => time(one) - time(other)))
  const steps = traces.flatMap((trace) => trace.slice(1).map((to, index) => ({ from: trace[index] as LoggedEvent, to })))
  const durations = traces.map((trace) => time(trace.at(-1) as LoggedEvent) - time(trace[0] as LoggedEvent))
  const has = (trace: readonly LoggedEvent[], activity: string): number => trace.filter((one) => one.activity === activity).length
  let before = 0
  const activities = group(events, (one) => one.activity).map(([activity, list]) => ({
    activity,
    count: list.length,
    cases: traces.filter((trace) => has(trace, activity) > 0).length,
    starts: traces.filter((trace) => trace[0]?.activity === activity).length,
    ends: traces.filter((trace) => trace.at(-1)?.activity === activity).length,
  }))
  const repeated = activities.map(({ activity }) => ({
    activity,
    repeats: traces.reduce((sum, trace) => sum + Math.max(0, has(trace, activity) - 1), 0),
    selfLoops: steps.filter(({ from, to }) => from.activity === activity && to.activity === activity).length,
    cases: traces.filter((trace) => has(trace, activity) > 1).length,
  }))
  const reworked = traces.filter((trace) => new Set(trace.map(({ activity }) => activity)).size < trace.length).length
  return {
    cases: traces.length,
    events: events.length,
    activities,
    variants: group(traces, (trace) => trace.map(({ activity }) => activity).join('')).map(([, list]) => {
      before += list.length
      const path = (list[0] as LoggedEvent[]).map(({ activity }) => activity)
      return { path, count: list.length, share: list.length / traces.length, cumulative: before / traces.length }
    }),
    timeBetween: group(steps, ({ from, to }) => from.activity + to.activity).map(([, list]) => {
      const gaps = list.map(({ from, to }) => time(to) - time(from))
      const [first] = list as [(typeof steps)[number]]
      return { from: first.from.activity, to: first.to.activity, count: list.length, median: near(at(gaps, 0.5)), p90: near(at(gaps, 0.9)) }
    }),
    duration: {
      median: near(at(durations, 0.5)),
      p90: near(at(durations, 0.9)),
      mean: near(durations.reduce((sum, one) => sum + one, 0) / durations.length),
    },
    rework: {
      cases: reworked,
      rate: reworked / traces.length,
      activities: repeated
        .filter(({ repeats }) => repeats > 0)
        .sort((one, other) => other.repeats - one.repeats || compare(one.activity, other.activity)),
    },
  }
}

describe('laws of analyseEventLog', () => {
  // One character each, so that joining them cannot make two ways one.
  const someEvent = fc.record({
    case: fc.constantFrom('1', 1, '2', 3, '10', '__proto__', 'constructor'),
    activity: fc.constantFrom('a', 'b', 'c', 'ä', '0'),
    at: fc.integer({ min: 0, max: 40 }).map((step) => momentAfter(step * 500)),
  })
  const someLog = fc.array(someEvent, { minLength: 1, maxLength: 60 })
  const withoutTies = fc.uniqueArray(someEvent, { selector: (one) => `${one.case} ${one.at}`, maxLength: 40 })
  const analyse = (events: readonly LoggedEvent[]): EventLogAnalysis => analyseEventLog(events, { asOf })
  const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((total, item) => total + of(item), 0)

  it('agrees with a naive implementation', () => {
    const round = (value: number | null): number => Number((value as number).toFixed(6))
    fc.assert(
      fc.property(someLog, (events) => {
        const { asOf: _, diagnoses: __, rejected: ___, ...found } = analyse(events)
        const timeBetween = found.timeBetween.map((one) => ({ ...one, median: round(one.median), p90: round(one.p90) }))
        const { median, p90, mean } = found.duration
        const duration = { median: round(median), p90: round(p90), mean: round(mean) }
        expect({ ...found, timeBetween, duration }).toEqual(naive(events))
      }),
      { numRuns: 500 },
    )
  })

  it('adds up', () => {
    fc.assert(
      fc.property(someLog, (log) => {
        const { cases, events, activities, variants, timeBetween, rework } = analyse(log)
        expect(events).toBe(log.length)
        expect(sum(variants, ({ count }) => count)).toBe(cases)
        expect(sum(variants, ({ count, path }) => count * path.length)).toBe(events)
        expect(variants.at(-1)?.cumulative).toBe(1)
        expect(sum(activities, ({ count }) => count)).toBe(events)
        expect(sum(activities, ({ starts }) => starts)).toBe(cases)
        expect(sum(activities, ({ ends }) => ends)).toBe(cases)
        expect(sum(timeBetween, ({ count }) => count)).toBe(events - cases)
        expect(sum(rework.activities, ({ repeats }) => repeats)).toBe(events - sum(activities, (one) => one.cases))
        for (const { activity, selfLoops } of rework.activities) {
          expect(timeBetween.find(({ from, to }) => from === activity && to === activity)?.count ?? 0).toBe(selfLoops)
        }
      }),
    )
  })

  it('does not depend on the order of a log without ties', () => {
    const shuffled = withoutTies.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })))
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        expect(analyse(others)).toEqual(analyse(events))
      }),
    )
  })

  it('does not depend on what the log calls things, nor on the offset a moment is written with', () => {
    const map = { case: '__proto__', activity: 'case', at: 'activity' }
    fc.assert(
      fc.property(someLog, fc.integer({ min: -23, max: 23 }), (events, hours) => {
        const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
        const renamed = events.map(({ case: id, activity, at }) => {
          const local = new Date(Date.parse(at) + hours * HOUR).toISOString().replace('Z', offset)
          return JSON.parse(`{"__proto__":${JSON.stringify(id)},"case":${JSON.stringify(activity)},"activity":"${local}","at":null}`)
        })
        expect(analyseEventLog(renamed, { asOf, map })).toEqual(analyse(events))
      }),
    )
  })

  it('is plain data, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(someLog, (events) => {
        const analysis = analyseEventLog(deepFreeze(events), deepFreeze({ asOf, map: {} }))
        expect(JSON.parse(JSON.stringify(analysis))).toStrictEqual(analysis)
      }),
    )
  })
})

describe('bad input of analyseEventLog', () => {
  const good = event('1', 'a', momentAfter(0))

  it.each(badRecords)('refuses %j for an event', (value, code) => {
    expect(wrong([value])).toEqual([[code, ['events', 0]]])
  })

  it.each(badRecords)('refuses %j for the options', (value, code) => {
    expect(wrong([], value)).toEqual([[code, ['options']]])
  })

  it('says everything that is wrong with any event, under the names of the log', () => {
    const events = [good, { case: true, activity: '', at: 'today' }, Object.create(good), good, { ...good, at: '2026-02-30T00:00:00Z', case: null }]
    const expected = [
      ['wrong-type', ['events', 1, 'case']],
      ['empty', ['events', 1, 'activity']],
      ['not-a-moment', ['events', 1, 'at']],
      ['missing', ['events', 2, 'case']],
      ['missing', ['events', 2, 'activity']],
      ['missing', ['events', 2, 'at']],
      ['wrong-type', ['events', 4, 'case']],
      ['not-a-moment', ['events', 4, 'at']],
    ]
    expect(wrong(events)).toEqual(expected)
    const { rejected, diagnoses, ...analysis } = analyseEventLog(events as LoggedEvent[], { asOf, invalid: 'collect' })
    expect(rejected.map(({ index }) => index)).toEqual([1, 2, 4])
    expect(rejected.flatMap(({ issues }) => codesAndPaths(issues))).toEqual(expected)
    expect(diagnoses).toContainEqual({ code: 'rejected', params: { count: 3 } })
    expect(analysis).toEqual(expect.objectContaining({ cases: 1, events: 2 }))
    expect(wrong([{ id: [5] }], { asOf, map: { case: 'id' } })).toContainEqual(['wrong-type', ['events', 0, 'id']])
  })

  it.each([
    ['2026-01-01T00:00:00', 'not-a-moment'],
    ['2026-01-01 00:00:00Z', 'not-a-moment'],
    ['2026-01-01T24:00:00Z', 'not-a-moment'],
    ['2026-01-01T00:60:00Z', 'not-a-moment'],
    ['2026-01-01T00:00:60Z', 'not-a-moment'],
    ['2026-01-01T00:00:00.Z', 'not-a-moment'],
    ['2026-01-01T00:00:00+24:00', 'not-a-moment'],
    ['2026-01-01T00:00:00+08:60', 'not-a-moment'],
    ['2026-01-01T00:00:00+0800', 'not-a-moment'],
    ['2026-01-01T00:00:00Z ', 'not-a-moment'],
    ['2026-01-01T00:00:00.0000000001Z', 'too-many-decimal-places'],
    ['0001-01-01T00:00:00Z', 'out-of-range'],
    ['9999-12-31T00:00:00Z', 'out-of-range'],
  ])('refuses the moment %j', (at, code) => {
    expect(wrong([good, { ...good, at }])).toEqual([[code, ['events', 1, 'at']]])
  })

  it('rejects the holes of a list', () => {
    expect(wrong(Array(2))).toEqual([
      ['missing', ['events', 0]],
      ['missing', ['events', 1]],
    ])
  })

  it.each([
    [{}, [['missing', ['options', 'asOf']]]],
    [{ asOf: '2026-02-30' }, [['not-a-calendar-date', ['options', 'asOf']]]],
    [{ asOf, zone: 'Mars/Olympus' }, [['unknown-zone', ['options', 'zone']]]],
    [{ asOf, zone: null }, [['unknown-zone', ['options', 'zone']]]],
    [{ asOf, invalid: 'ignore' }, [['not-allowed', ['options', 'invalid']]]],
    [{ asOf, colour: 1 }, [['unknown-key', ['options', 'colour']]]],
    [{ asOf, map: [] }, [['wrong-type', ['options', 'map']]]],
    [
      { asOf: 5, map: { case: '', activity: 7, by: 'who' } },
      [
        ['not-a-calendar-date', ['options', 'asOf']],
        ['unknown-key', ['options', 'map', 'by']],
        ['empty', ['options', 'map', 'case']],
        ['wrong-type', ['options', 'map', 'activity']],
      ],
    ],
    [{ asOf, map: { case: 'at' } }, [['duplicate', ['options', 'map', 'at']]]],
    [Object.create({ asOf }), [['missing', ['options', 'asOf']]]],
  ])('refuses the options %j', (options, issues) => {
    expect(wrong([], options)).toEqual(issues)
  })

  it.each([
    [undefined, 'missing'],
    [{ length: 1 }, 'wrong-type'],
    ['log', 'wrong-type'],
  ])('refuses %j for a log, whatever becomes of bad events', (events, code) => {
    for (const invalid of ['throw', 'collect']) expect(wrong(events, { asOf, invalid })).toEqual([[code, ['events']]])
  })

  it('takes the first and the last day of the calendar', () => {
    const events = [event('1', 'a', '0001-01-02T00:00:00Z'), event('1', 'b', '9999-12-30T23:59:59.999999999Z')]
    expect(analyseEventLog(events, { asOf: '9999-12-31', zone: 'Asia/Shanghai' }).events).toBe(2)
    expect(analyseEventLog(events, { asOf: '0001-01-01' }).events).toBe(0)
  })
})
