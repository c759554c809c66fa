import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { assignLevel, type LevelAssignment, type LevelMember, type LevelProgramme, type PointsEntry } from '../index.js'

const programme: LevelProgramme = {
  kind: 'level-programme',
  id: 'airline',
  version: '1',
  period: 'P12M',
  levels: [
    { id: 'platinum', from: '50000' },
    { id: 'gold', from: '25000' },
    { id: 'silver', from: '10000' },
  ],
}
const withHalf: LevelProgramme = { ...programme, countForecastPercent: '50' }
const softly: LevelProgramme = { ...programme, softLanding: true }
const asOf = '2024-06-30'
type Points = readonly [date: string, points: string | number, forecast?: boolean]
const entriesOf = (...rows: readonly Points[]): PointsEntry[] =>
  rows.map(([date, points, forecast]) => ({ date, points, ...(forecast === undefined ? {} : { forecast }) }))
const memberOf = (rows: readonly Points[], others: Partial<LevelMember> = {}): LevelMember => ({
  customer: 'C-1',
  points: entriesOf(...rows),
  ...others,
})
const assigned = (rows: readonly Points[], others: Partial<LevelMember> = {}, some = programme, day = asOf): LevelAssignment =>
  assignLevel(memberOf(rows, others), some, { asOf: day })

describe('assignLevel', () => {
  it('counts past and forecast points (textbook §3, the airline)', () => {
    const member = memberOf([
      ['2024-02-10', 20000],
      ['2024-09-01', 16000, true],
    ])
    expect(assignLevel(deepFreeze({ ...member, level: 'silver', since: '2023-05-01' }), deepFreeze(withHalf), deepFreeze({ asOf }))).toEqual({
      customer: 'C-1',
      asOf,
      level: 'gold',
      points: '28000',
      pastPoints: '20000',
      forecastPoints: '8000',
      earned: 'gold',
      toNext: { level: 'platinum', from: '50000', lacking: '22000' },
      since: asOf,
      keepsUntil: '2025-06-29',
      reasons: [
        { code: 'level-reached', params: { level: 'gold', from: '25000' } },
        { code: 'level-gained', params: { from: 'silver', level: 'gold' } },
        { code: 'forecast-counted', params: { points: '16000', percent: '50', counted: '8000' } },
      ],
      policies: [{ kind: 'level-programme', id: 'airline', version: '1' }],
    })
  })

  it('counts no expected points unless the programme says so, and says how many there are', () => {
    const { points, level, reasons } = assigned([['2024-09-01', 99000, true]])
    expect([points, level]).toEqual(['0', null])
    expect(reasons).toEqual([
      { code: 'no-level-reached', params: { lowest: 'silver', from: '10000' } },
      { code: 'forecast-counted', params: { points: '99000', percent: '0', counted: '0' } },
    ])
  })

  it.each([
    ['P12M', '2024-06-30', '2023-07-01', '2023-06-30'],
    ['P1Y', '2024-02-29', '2023-03-01', '2023-02-28'],
    ['P1M', '2024-03-31', '2024-03-01', '2024-02-29'],
    ['P4W', '2024-03-31', '2024-03-04', '2024-03-03'],
    ['P1D', '2024-03-01', '2024-03-01', '2024-02-29'],
  ])('counts points for %s: on %s those of %s, and not those of %s', (period, day, first, before) => {
    const one = { ...programme, period }
    expect(assigned([[first, 1]], {}, one, day)).toMatchObject({ points: '1', reasons: [{ code: 'no-level-reached' }] })
    const { points, reasons } = assigned([[before, 1]], {}, one, day)
    expect([points, reasons.at(-1)]).toEqual(['0', { code: 'points-left-out', params: { later: 0, older: 1 } }])
  })

  it('counts expected points from the day after to the end of the period', () => {
    const rows: readonly Points[] = [
      ['2024-06-30', 1, true],
      ['2024-07-01', 10, true],
      ['2025-06-30', 100, true],
      ['2025-07-01', 1000, true],
      ['2024-07-01', 10000],
      ['2024-06-30', 100000],
    ]
    const { points, pastPoints, forecastPoints, reasons } = assigned(rows, {}, { ...programme, countForecastPercent: 100 })
    expect([points, pastPoints, forecastPoints]).toEqual(['100110', '100000', '110'])
    expect(reasons.slice(2)).toEqual([
      { code: 'forecast-counted', params: { points: '110', percent: '100', counted: '110' } },
      { code: 'forecast-left-out', params: { count: 2 } },
      { code: 'points-left-out', params: { later: 1, older: 0 } },
    ])
  })

  it('is exact, also where points are taken back', () => {
    const { points, level, forecastPoints } = assigned(
      [
        ['2024-01-01', '0.1'],
        ['2024-01-02', 0.2],
        ['2024-01-03', '24999.65'],
        ['2024-01-01', '-0.3'],
        ['2024-12-01', '0.7', true],
      ],
      {},
      withHalf,
    )
    expect([points, forecastPoints, level]).toEqual(['25000', '0.35', 'gold'])
    expect(assigned([['2024-01-01', `24999.${'9'.repeat(900)}`]]).toNext).toEqual({ level: 'gold', from: '25000', lacking: `0.${'0'.repeat(899)}1` })
    expect(assigned([['2024-01-01', -5]])).toMatchObject({ points: '-5', toNext: { level: 'silver', lacking: '10005' } })
  })

  it('gives a level from exactly its points on, and says what is lacking to the next', () => {
    const at = (points: number): unknown => {
      const { level, earned, toNext } = assigned([[asOf, points]])
      return [level, earned, toNext?.level, toNext?.lacking]
    }
    expect(at(9999)).toEqual([null, null, 'silver', '1'])
    expect(at(10000)).toEqual(['silver', 'silver', 'gold', '15000'])
    expect(at(49999)).toEqual(['gold', 'gold', 'platinum', '1'])
    expect(at(50000)).toEqual(['platinum', 'platinum', undefined, undefined])
    expect(assigned([[asOf, 50000]]).toNext).toBeNull()
  })

  it('gives what the programme gives to everyone', () => {
    const everyone = { ...programme, levels: [{ id: 'member', from: 0 }] }
    expect(assigned([], {}, everyone)).toMatchObject({ level: 'member', points: '0', keepsUntil: null, since: asOf })
    expect(assigned([['2024-06-01', -1]], {}, everyone)).toMatchObject({ level: null, points: '-1', keepsUntil: null, since: null })
  })

  it('knows a level named like what every object has', () => {
    const odd = {
      ...programme,
      levels: [
        { id: 'constructor', from: 10 },
        { id: '__proto__', from: 5 },
      ],
    }
    expect(assigned([[asOf, 6]], { level: '__proto__' }, odd)).toMatchObject({ level: '__proto__', since: null })
    expect(assigned([[asOf, 10]], { level: '__proto__' }, odd)).toMatchObject({ level: 'constructor', since: asOf })
  })
})

describe('assignLevel: a previous level', () => {
  const gold = { level: 'gold', since: '2023-08-01' }

  it('stays, since when it is held, while the points reach it', () => {
    expect(assigned([[asOf, 30000]], gold)).toMatchObject({ level: 'gold', since: '2023-08-01', keepsUntil: '2025-06-29' })
    expect(assigned([[asOf, 30000]], gold).reasons.map(({ code }) => code)).toEqual(['level-reached'])
    expect(assigned([[asOf, 30000]], { level: 'gold' })).toMatchObject({ level: 'gold', since: null, keepsUntil: '2025-06-29' })
    expect(assigned([[asOf, 30000]], { level: 'gold', since: null })).toMatchObject({ since: null })
    expect(assigned([], { level: null, since: null })).toMatchObject({ level: null, since: null, keepsUntil: null })
  })

  it('gives way to a higher one at once', () => {
    expect(assigned([[asOf, 50000]], gold)).toMatchObject({ level: 'platinum', since: asOf })
    expect(assigned([[asOf, 50000]]).reasons[1]).toEqual({ code: 'level-gained', params: { from: null, level: 'platinum' } })
  })

  it.each([programme, softly])('is kept for its period, to the last day', (some) => {
    expect(assigned([[asOf, 12000]], gold, some, '2024-07-31')).toMatchObject({
      level: 'gold',
      earned: 'silver',
      since: '2023-08-01',
      keepsUntil: '2024-07-31',
      toNext: { level: 'platinum', lacking: '38000' },
      reasons: [
        { code: 'level-reached', params: { level: 'silver', from: '10000' } },
        { code: 'level-kept', params: { level: 'gold', until: '2024-07-31', earned: 'silver' } },
      ],
    })
    expect(assigned([], gold, some, '2024-07-31').reasons[1]).toEqual({
      code: 'level-kept',
      params: { level: 'gold', until: '2024-07-31', earned: null },
    })
  })

  it('gives way to the one that the points reach after its period', () => {
    expect(assigned([[asOf, 12000]], gold, programme, '2024-08-01')).toMatchObject({ level: 'silver', since: '2024-08-01', keepsUntil: '2025-07-31' })
    const { level, since, keepsUntil, reasons } = assigned([], gold, programme, '2024-08-01')
    expect([level, since, keepsUntil]).toEqual([null, null, null])
    expect(reasons[1]).toEqual({ code: 'level-lost', params: { from: 'gold', level: null } })
  })

  it('gives way to the one just below it with a soft landing', () => {
    const platinum = { level: 'platinum', since: '2023-08-01' }
    expect(assigned([], platinum, softly, '2024-08-01')).toMatchObject({ level: 'gold', earned: null, since: '2024-08-01', keepsUntil: '2025-07-31' })
    expect(assigned([], platinum, softly, '2024-08-01').reasons[1]).toEqual({
      code: 'soft-landing',
      params: { from: 'platinum', level: 'gold', earned: null },
    })
    expect(assigned([[asOf, 25000]], platinum, softly, '2024-08-01')).toMatchObject({ level: 'gold', earned: 'gold' })
    expect(assigned([], { level: 'silver', since: '2023-08-01' }, softly, '2024-08-01')).toMatchObject({ level: null, since: null, keepsUntil: null })
  })

  it('is not kept where since when is not known', () => {
    expect(assigned([[asOf, 12000]], { level: 'platinum' })).toMatchObject({ level: 'silver', since: asOf })
    expect(assigned([[asOf, 12000]], { level: 'platinum' }, softly)).toMatchObject({ level: 'gold', since: asOf })
  })
})

describe('assignLevel: until when a level is kept', () => {
  const silver = { level: 'silver', since: '2020-01-01' }

  it('until the points are older than the period', () => {
    expect(assigned([['2024-02-10', 10000]], silver).keepsUntil).toBe('2025-02-09')
    expect(
      assigned(
        [
          ['2024-02-10', 10000],
          ['2024-03-10', 9999],
        ],
        silver,
      ).keepsUntil,
    ).toBe('2025-02-09')
    expect(
      assigned(
        [
          ['2024-02-10', 10000],
          ['2024-03-10', 10000],
        ],
        silver,
      ).keepsUntil,
    ).toBe('2025-03-09')
    expect(
      assigned(
        [
          ['2024-02-10', 5000],
          ['2024-02-10', 5000],
          ['2024-02-11', 10000],
        ],
        silver,
      ).keepsUntil,
    ).toBe('2025-02-10')
  })

  it('until expected points are, too', () => {
    expect(
      assigned(
        [
          ['2024-02-10', 9000],
          ['2024-09-01', 20000, true],
        ],
        silver,
        withHalf,
      ).keepsUntil,
    ).toBe('2025-08-31')
    expect(
      assigned(
        [
          ['2024-02-10', 9000],
          ['2024-09-01', 2000, true],
        ],
        silver,
        withHalf,
      ).keepsUntil,
    ).toBe('2025-02-09')
  })

  it('until its period is over, if that is later', () => {
    expect(assigned([['2023-07-05', 10000]]).keepsUntil).toBe('2025-06-29')
    expect(assigned([['2023-07-05', 10000]], { level: 'silver', since: '2024-01-31' }).keepsUntil).toBe('2025-01-30')
  })

  it('over a gap in its points that lies within its period', () => {
    const rows: readonly Points[] = [
      ['2023-07-05', 10000],
      ['2023-08-05', -10000],
      ['2024-01-05', 10000],
    ]
    // From 2024-07-05 on there are 0 points, and from 2024-08-05 on 10,000 again, which is within the first period.
    expect(assigned(rows, { level: 'silver', since: '2024-01-01' }).keepsUntil).toBe('2025-01-04')
    expect(assigned(rows, { level: 'silver', since: '2023-08-01' }).keepsUntil).toBe('2024-07-31')
    expect(assigned(rows, { level: 'silver', since: '2023-08-05' }).keepsUntil).toBe('2025-01-04')
    expect(assigned(rows, silver).keepsUntil).toBe('2024-07-04')
  })

  it.each([
    ['P1M', '2024-01-31', '2024-02-29'],
    ['P1M', '2024-02-29', '2024-03-28'],
    ['P1M', '2023-02-28', '2023-03-27'],
    ['P1M1D', '2023-02-28', '2023-03-31'],
    ['P1M5D', '2023-01-29', '2023-03-02'],
    ['P1Y', '2024-02-29', '2025-02-28'],
    ['P1Y', '2023-02-28', '2024-02-27'],
    ['P30D', '2024-02-29', '2024-03-29'],
  ])('by %s, at the ends of months: points of %s to %s', (period, date, until) => {
    expect(assigned([[date, 10000]], silver, { ...programme, period }, date).keepsUntil).toBe(until)
  })

  it('without end where the calendar ends before', () => {
    const last = '9999-12-31'
    expect(assigned([['9999-06-01', 10000]], {}, programme, last)).toMatchObject({ level: 'silver', keepsUntil: null })
    expect(assigned([['9999-06-01', 10000]], { ...silver, since: '9990-01-01' }, programme, last)).toMatchObject({ keepsUntil: null })
    expect(assigned([['9998-12-31', 10000]], silver, programme, '9999-12-30')).toMatchObject({ keepsUntil: '9999-12-30' })
    expect(assigned([], { level: 'gold', since: '9999-06-01' }, programme, last)).toMatchObject({ level: 'gold', keepsUntil: null })
    expect(assigned([], { level: 'gold', since: '9999-06-01' }, programme, last).reasons[1]?.params).toMatchObject({ until: last })
    expect(assigned([['9999-12-31', 10000, true]], silver, { ...withHalf, countForecastPercent: 100 }, '9999-12-30').points).toBe('10000')
    expect(assigned([['0001-01-01', 10000]], {}, { ...programme, period: 'P1Y' }, '0001-06-01')).toMatchObject({ points: '10000' })
  })
})

const DAY = new UTCDateMini('2024-02-20')
const dateAt = (offset: number): string => addDays(DAY, offset).toISOString().slice(0, 10)
const PERIODS = [
  ['P1D', 0, 1],
  ['P3W', 0, 21],
  ['P1M', 1, 0],
  ['P1M10D', 1, 10],
  ['P2M1D', 2, 1],
  ['P3M', 3, 0],
  ['P1Y', 12, 0],
] as const
/** Near the end of February, so that months of all lengths and a leap day are met. */
const offsets = fc.integer({ min: -100, max: 100 })
const cases = fc.record({
  period: fc.constantFrom(...PERIODS),
  points: fc.array(
    fc.record({
      offset: fc.oneof({ weight: 3, arbitrary: offsets }, { weight: 1, arbitrary: fc.integer({ min: -400, max: 400 }) }),
      points: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }) }, { weight: 1, arbitrary: fc.integer({ min: -20, max: 0 }) }),
      forecast: fc.boolean(),
    }),
    { maxLength: 9 },
  ),
  froms: fc.uniqueArray(fc.integer({ min: -5, max: 45 }), { minLength: 1, maxLength: 4 }),
  percent: fc.constantFrom(0, 25, 50, 100),
  softLanding: fc.boolean(),
  previous: fc.nat(4),
  sinceDaysAgo: fc.option(fc.oneof(fc.nat(40), fc.nat(450)), { nil: null }),
  asOf: offsets,
})
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never

function caseOf({ period, points, froms, percent, softLanding, previous, sinceDaysAgo, asOf: day }: Case) {
  const levels = [...froms].sort((a, b) => b - a).map((from, index) => ({ id: `L${index}`, from }))
  const level = levels[previous]?.id ?? null
  const member: LevelMember = {
    customer: 'C',
    points: points.map(({ offset, points: value, forecast }) => ({ date: dateAt(offset), points: value, forecast })),
    level,
    since: level === null || sinceDaysAgo === null ? null : dateAt(day - sinceDaysAgo),
  }
  return { member, programme: { ...programme, period: period[0], levels, countForecastPercent: percent, softLanding }, asOf: dateAt(day) }
}

/** The same by the definitions, day by day; points in hundredths, which the percentages leave whole. */
function naively({ period: [, months, days], points, froms, percent, softLanding, previous, sinceDaysAgo, asOf: offset }: Case) {
  const forward = (date: Date, sign: 1 | -1): Date => addDays(addMonths(date, sign * months), sign * days)
  const day = addDays(DAY, offset)
  const counted = points.flatMap(({ offset: at, points: value, forecast }) => {
    const date = addDays(DAY, at)
    if (forecast) return date > day && date <= forward(day, 1) ? [{ date, hundredths: value * percent }] : []
    return date <= day && date > forward(day, -1) ? [{ date, hundredths: value * 100 }] : []
  })
  const pointsOn = (seen: Date): number => {
    const older = forward(seen, -1)
    return counted.reduce((sum, { date, hundredths }) => (date > older ? sum + hundredths : sum), 0)
  }
  const levels = [...froms].sort((a, b) => b - a)
  const reached = levels.findIndex((from) => from * 100 <= pointsOn(day))
  const earned = reached === -1 ? levels.length : reached
  const before = Math.min(previous, levels.length)
  const since = before === levels.length || sinceDaysAgo === null ? null : addDays(day, -sinceDaysAgo)
  const isKept = earned > before && since !== null && day < forward(since, 1)
  const level = isKept ? before : earned > before && softLanding ? before + 1 : earned
  const newSince = level === levels.length ? null : level === before ? since : day
  let until: Date | null = day
  const isHeld = (seen: Date): boolean => pointsOn(seen) >= (levels[level] as number) * 100 || (newSince !== null && seen < forward(newSince, 1))
  const last = forward(forward(addDays(day, 3), 1), 1)
  while (until !== null && level < levels.length && isHeld(addDays(until, 1))) until = until > last ? null : addDays(until, 1)
  const text = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null
  const idOf = (index: number): string | null => (index < levels.length ? `L${index}` : null)
  return {
    level: idOf(level),
    earned: idOf(earned),
    points: pointsOn(day) / 100,
    since: text(newSince),
    keepsUntil: level === levels.length ? null : text(until),
    lacking: level === 0 ? null : (levels[level - 1] as number) - pointsOn(day) / 100,
  }
}

describe('assignLevel: laws', () => {
  it('is what the definitions give, day by day', () => {
    const seen = { kept: 0, landed: 0, endless: 0, counted: 0 }
    fc.assert(
      fc.property(cases, (one) => {
        const { member, programme: some, asOf: day } = deepFreeze(caseOf(one))
        const result = assignLevel(member, some, { asOf: day })
        const { level, earned, points, since, keepsUntil, toNext, reasons } = result
        const lacking = toNext === null ? null : Number(toNext.lacking)
        expect({ level, earned, points: Number(points), since, keepsUntil, lacking }).toEqual(naively(one))
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
        expect(assignLevel({ ...member, points: [...member.points].reverse() }, some, { asOf: day })).toStrictEqual(result)
        const codes = reasons.map(({ code }) => code)
        if (codes.includes('level-kept')) seen.kept++
        if (codes.includes('soft-landing')) seen.landed++
        if (codes.includes('forecast-counted')) seen.counted++
        if (level !== null && keepsUntil === null) seen.endless++
      }),
      { numRuns: 500 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10)
  })

  it('gives the same again on the same day', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { member, programme: some, asOf: day } = caseOf(one)
        const { level, since, keepsUntil } = assignLevel(member, some, { asOf: day })
        expect(assignLevel({ ...member, level, since }, some, { asOf: day })).toMatchObject({ level, since, keepsUntil })
      }),
    )
  })

  it('holds the level on the last day, and not on the day after', () => {
    let seen = 0
    fc.assert(
      fc.property(cases, (one) => {
        const { member, programme: some, asOf: day } = caseOf({ ...one, percent: 0 })
        const past = { ...member, points: member.points.filter(({ date }) => date <= day) }
        const { level, since, keepsUntil } = assignLevel(past, some, { asOf: day })
        if (level === null || keepsUntil === null) return
        seen++
        const rankOn = (date: string): number => {
          const { level: later } = assignLevel({ ...past, level, since }, some, { asOf: date })
          return later === null ? some.levels.length : some.levels.findIndex(({ id }) => id === later)
        }
        const rank = some.levels.findIndex(({ id }) => id === level)
        expect(rankOn(keepsUntil)).toBeLessThanOrEqual(rank)
        expect(rankOn(addDays(new UTCDateMini(keepsUntil), 1).toISOString().slice(0, 10))).toBeGreaterThan(rank)
      }),
    )
    expect(seen).toBeGreaterThan(10)
  })

  it('never falls where points are added', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 30 }), (one, more) => {
        const { member, programme: some, asOf: day } = caseOf(one)
        const rank = ({ level }: LevelAssignment): number => (level === null ? some.levels.length : some.levels.findIndex(({ id }) => id === level))
        const richer = assignLevel({ ...member, points: [...member.points, { date: day, points: more }] }, some, { asOf: day })
        expect(rank(richer)).toBeLessThanOrEqual(rank(assignLevel(member, some, { asOf: day })))
      }),
    )
  })

  it('takes a hundred thousand entries', () => {
    const points = Array.from({ length: 100_000 }, (_, index) => ({ date: dateAt(-(index % 300)), points: '0.5' }))
    expect(assignLevel({ customer: 'C', points }, programme, { asOf: dateAt(0) })).toMatchObject({ points: '50000', level: 'platinum' })
  })
})

describe('assignLevel: what is wrong', () => {
  const member = memberOf([[asOf, 1]])
  const refusals = (one: unknown, some: unknown, options: unknown): unknown =>
    issuesOf(() => assignLevel(one as LevelMember, some as LevelProgramme, options as { asOf: string }))
  const found = (one: unknown): unknown => refusals(one, programme, { asOf })
  const foundWith = (others: object): unknown => found({ ...member, ...others })

  it('names all that is wrong together', () => {
    expect(
      refusals({ customer: '', points: [{ date: 'x', points: 'y', forecast: 1 }], since: '2024-01-01' }, { ...programme, period: 'P0D' }, {}),
    ).toEqual([
      ['not-above', ['programme', 'period']],
      ['missing', ['options', 'asOf']],
      ['empty', ['member', 'customer']],
      ['not-a-calendar-date', ['member', 'points', 0, 'date']],
      ['not-a-decimal', ['member', 'points', 0, 'points']],
      ['wrong-type', ['member', 'points', 0, 'forecast']],
      ['not-allowed', ['member', 'since']],
    ])
  })

  it.each(badTexts.slice(2))('refuses the level %o also where the programme is malformed', (value, code) => {
    expect(refusals({ ...member, level: value }, { ...programme, levels: [] }, { asOf })).toEqual([
      ['empty', ['programme', 'levels']],
      [code, ['member', 'level']],
    ])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, ['member']]])
    expect(refusals(member, value, { asOf })).toEqual([[code, ['programme']]])
    expect(refusals(member, programme, value)).toEqual([[code, ['options']]])
    expect(foundWith({ points: [{ date: asOf, points: 1 }, value] })).toEqual([[code, ['member', 'points', 1]]])
  })

  it.each(badTexts)('refuses the customer %o', (value, code) => expect(foundWith({ customer: value })).toEqual([[code, ['member', 'customer']]]))
  it.each(badDates)('refuses the date %o', (value, code) => {
    expect(foundWith({ points: [{ date: value, points: 1 }] })).toEqual([[code, ['member', 'points', 0, 'date']]])
    expect(refusals(member, programme, { asOf: value })).toEqual([[code, ['options', 'asOf']]])
  })
  it.each(badDates.slice(2))('refuses the level since %o', (value, code) => {
    expect(foundWith({ level: 'gold', since: value })).toEqual([[code, ['member', 'since']]])
  })
  it.each([...badLists, [undefined, 'missing']] as const)('refuses the points %o', (value, code) => {
    expect(foundWith({ points: value })).toEqual([[code, ['member', 'points']]])
  })
  it.each([null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '', [], true])('refuses %o points', (points) => {
    expect(foundWith({ points: [{ date: asOf, points }] })).toEqual([['not-a-decimal', ['member', 'points', 0, 'points']]])
  })

  it.each([
    [{ level: 'bronze' }, [['not-allowed', ['member', 'level']]]],
    [{ level: 7 }, [['not-allowed', ['member', 'level']]]],
    [{ level: 'toString' }, [['not-allowed', ['member', 'level']]]],
    [{ level: 'gold', since: '2024-07-01' }, [['too-large', ['member', 'since']]]],
    [{ level: null, since: asOf }, [['not-allowed', ['member', 'since']]]],
    [{ points: [{ date: asOf, points: 1, forecast: null }] }, [['wrong-type', ['member', 'points', 0, 'forecast']]]],
    [{ points: [{ date: asOf, points: 1, value: 1 }] }, [['unknown-key', ['member', 'points', 0, 'value']]]],
    [{ points: Array(1) }, [['missing', ['member', 'points', 0]]]],
    [{ tier: 'A' }, [['unknown-key', ['member', 'tier']]]],
  ])('refuses %o', (others, issues) => expect(foundWith(others)).toEqual(issues))

  it('refuses options that it does not know', () => {
    expect(refusals(member, programme, { asOf, at: 1 })).toEqual([['unknown-key', ['options', 'at']]])
  })

  it('takes undefined for what is left out', () => {
    const points = [{ date: asOf, points: 1, forecast: undefined }]
    expect(assignLevel({ ...member, points, level: undefined, since: undefined }, programme, { asOf })).toEqual(
      assignLevel(member, programme, { asOf }),
    )
  })
})
