import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { type ConversionDecline, decomposeChange, detectDecline, type WeeklyConversion } from '../index.js'
import { fisherExact } from '../numbers/fisherExact.js'

const row = (week: string | number, entered: number, converted: number, group?: string | null): WeeklyConversion =>
  group === undefined ? { week, entered, converted } : { week, entered, converted, group }
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
const weeksIn = (told: ConversionDecline): unknown => told.series.map(({ week }) => week)

const unknown = { declining: null, chanceOfThis: null, pValue: null, difference: null, mix: null, rate: null, causes: [] }

/** A few weeks in a row, of one group or of several. */
const anyWeekly: fc.Arbitrary<WeeklyConversion[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('web', 'ads', null)), {
    minLength: 1,
    maxLength: 15,
    selector: ([week, group]) => `${week} ${group}`,
  })
  .chain((places) =>
    fc.tuple(
      ...places.map(([week, group]) =>
        fc.integer({ min: 0, max: 40 }).chain((entered) => fc.nat(entered).map((converted) => row(week, entered, converted, group))),
      ),
    ),
  )

describe('detectDecline: known answers', () => {
  // Known answer 18: closed form. Both channels improved while the total fell.
  it('web 50 of 100 to 26 of 50, ads 1 of 10 to 12 of 100', () => {
    const weekly = [row('2024-W05', 100, 50, 'web'), row('2024-W05', 10, 1, 'ads'), row('2024-W06', 50, 26, 'web'), row('2024-W06', 100, 12, 'ads')]
    const told = detectDecline(deepFreeze(weekly), deepFreeze({ weeks: 1 }))
    expect(told).toEqual({
      declining: true,
      weeks: 1,
      chanceOfThis: expect.closeTo(0.5, 1),
      pValue: fisherExact(51, 110, 38, 150),
      difference: expect.closeTo(-0.2103, 4),
      mix: expect.closeTo(-0.2303, 4),
      rate: expect.closeTo(0.02, 4),
      causes: [
        { group: 'ads', contribution: expect.closeTo(-0.1355, 4), mix: expect.closeTo(-0.1431, 4), rate: expect.closeTo(0.0076, 4) },
        { group: 'web', contribution: expect.closeTo(-0.0748, 4), mix: expect.closeTo(-0.0872, 4), rate: expect.closeTo(0.0124, 4) },
      ],
      series: [
        { week: '2024-W05', entered: 110, converted: 51, rate: 51 / 110 },
        { week: '2024-W06', entered: 150, converted: 38, rate: 38 / 150 },
      ],
      diagnoses: [],
    })
    expect(told.pValue).toBeLessThan(0.001)
  })

  it('a rate that falls from week to week, all of it by itself', () => {
    const weekly = [row(7, 200, 40), row(5, 200, 60), row(6, 200, 50), row(4, 200, 1)]
    const told = detectDecline(weekly, { weeks: 2 })
    expect(told).toMatchObject({ declining: true, difference: -0.1, mix: 0, rate: -0.1, causes: [], diagnoses: [] })
    expect(told.series.map(({ week, rate }) => [week, rate])).toEqual([
      [5, 0.3],
      [6, 0.25],
      [7, 0.2],
    ])
    // As many every week: a sixth, less some ties.
    expect(told.chanceOfThis).toBeGreaterThan(0.14)
    expect(told.chanceOfThis).toBeLessThan(1 / 6)
    expect(detectDecline(weekly, { weeks: 3 })).toMatchObject({ declining: false, difference: 0.195 })
  })

  it('what stays the same does not fall, be it thirds of whatever number', () => {
    expect(detectDecline([row(1, 3, 1), row(2, 9, 3)], { weeks: 1 })).toMatchObject({ declining: false, difference: 0, mix: 0, rate: 0 })
    // As numbers these two are the same.
    const [higher, lower] = [
      [1_000_000_000, 999_999_999],
      [999_999_999, 999_999_998],
    ] as const
    expect(higher[1] / higher[0]).toBe(lower[1] / lower[0])
    expect(detectDecline([row(1, ...higher), row(2, ...lower)], { weeks: 1 }).declining).toBe(true)
    expect(detectDecline([row(1, ...lower), row(2, ...higher)], { weeks: 1 }).declining).toBe(false)
  })

  it('tells the group whose share or rate drew most', () => {
    const weekly = [row(1, 50, 25, 'web'), row(1, 50, 25, null), row(2, 50, 5, 'web'), row(2, 50, 25, null), row(2, 10, 5, 'fairs')]
    const { causes, difference } = detectDecline(weekly, { weeks: 1 })
    expect(causes.map(({ group }) => group)).toEqual(['web', null, 'fairs'])
    expect(sumOf(causes.map(({ contribution }) => contribution))).toBe(difference)
    expect(causes[2]?.rate).toBe(0)
    // Groups of an earlier week make groups of all.
    expect(detectDecline([row(1, 5, 1, 'web'), row(2, 5, 2), row(3, 5, 1)], { weeks: 1 }).causes).toEqual([
      { group: null, contribution: -0.2, mix: 0, rate: -0.2 },
    ])
  })
})

describe('detectDecline: weeks', () => {
  it.each([
    [
      ['2020-W53', '2020-W52', '2021-W01'],
      ['2020-W52', '2020-W53', '2021-W01'],
    ],
    [
      ['2024-W52', '2025-W01', '2025-W02'],
      ['2024-W52', '2025-W01', '2025-W02'],
    ],
    [
      ['2024-02-29', '2024-03-06', '2024-03-17'],
      ['2024-02-26', '2024-03-04', '2024-03-11'],
    ],
    [
      ['2020-12-28', '2021-01-04', '2020-12-27'],
      ['2020-12-21', '2020-12-28', '2021-01-04'],
    ],
    [
      ['0001-W01', '0001-W02', '0001-W03'],
      ['0001-W01', '0001-W02', '0001-W03'],
    ],
    [
      ['0001-01-01', '0001-01-10', '0001-01-15'],
      ['0001-01-01', '0001-01-08', '0001-01-15'],
    ],
    [
      ['9999-W50', '9999-W51', '9999-W52'],
      ['9999-W50', '9999-W51', '9999-W52'],
    ],
    [
      ['9999-12-31', '9999-12-24', '9999-12-17'],
      ['9999-12-13', '9999-12-20', '9999-12-27'],
    ],
    [
      [-1, 0, 1],
      [-1, 0, 1],
    ],
    [
      [-0, -1, -2],
      [-2, -1, 0],
    ],
    [
      [Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER + 1, Number.MIN_SAFE_INTEGER + 2],
      [Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER + 1, Number.MIN_SAFE_INTEGER + 2],
    ],
  ])('%j follow each other as %j', (given, weeks) => {
    const told = detectDecline(
      given.map((week) => row(week, 10, 5)),
      { weeks: 2 },
    )
    expect([told.diagnoses, weeksIn(told)]).toEqual([[], weeks])
  })

  it('of ISO 8601 and the dates in them are the same weeks', () => {
    const day = fc.date({ min: new Date('0001-01-15'), max: new Date('9999-12-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10)
        const monday = weeksIn(detectDecline([row(text, 1, 1)], { weeks: 1 })) as [string]
        const weekday = (date.getUTCDay() + 6) % 7
        expect(monday).toEqual([new Date(date.getTime() - weekday * 86_400_000).toISOString().slice(0, 10)])
        // The week that ISO 8601 gives it: the year of its Thursday, and how many Thursdays there were.
        const thursday = new Date(date.getTime() + (3 - weekday) * 86_400_000)
        const number = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 / 7) + 1
        const week = `${thursday.toISOString().slice(0, 4)}-W${String(number).padStart(2, '0')}`
        fc.pre(thursday.getUTCFullYear() >= 100)
        expect(weeksIn(detectDecline([row(week, 1, 1)], { weeks: 1 }))).toEqual([week])
      }),
    )
  })

  it.each<readonly [string, readonly WeeklyConversion[], object, readonly (string | number)[]]>([
    ['none at all', [], { code: 'insufficient-history', params: { needed: 3, there: 0 } }, []],
    ['two', [row(1, 5, 1), row(2, 5, 1)], { code: 'insufficient-history', params: { needed: 3, there: 2 } }, [1, 2]],
    ['two, far apart', [row(1, 5, 1), row(9, 5, 1)], { code: 'insufficient-history', params: { needed: 3, there: 2 } }, [9]],
    [
      'enough, but one of the last',
      [row(1, 5, 1), row(2, 5, 1), row(3, 5, 1), row(5, 5, 1)],
      { code: 'missing-weeks', params: { needed: 3, there: 2 } },
      [3, 5],
    ],
    [
      'one in which nobody entered',
      [row(1, 5, 1), row(2, 0, 0), row(3, 5, 1)],
      { code: 'nobody-entered', params: { needed: 3, there: 2 } },
      [1, 2, 3],
    ],
    [
      'groups that nobody entered',
      [row(1, 0, 0, 'a'), row(1, 0, 0, 'b'), row(2, 0, 0, 'a'), row(3, 5, 1, 'a')],
      { code: 'nobody-entered', params: { needed: 3, there: 1 } },
      [1, 2, 3],
    ],
  ])('says nothing of %s', (_, weekly, diagnosis, series) => {
    const told = detectDecline(weekly, { weeks: 2 })
    expect(told).toEqual({ ...unknown, weeks: 2, series: told.series, diagnoses: [diagnosis] })
    expect(weeksIn(told)).toEqual(series)
    for (const { entered, rate } of told.series) expect(rate === null).toBe(entered === 0)
  })

  it('looks at no week before the first that it asks for', () => {
    const last = [row(8, 10, 5), row(9, 10, 4)]
    const told = detectDecline(last, { weeks: 1 })
    expect(detectDecline([row(1, 7, 7), row(6, 0, 0), ...last], { weeks: 1 })).toEqual(told)
    expect(detectDecline([...Array.from({ length: 53 }, (_, week) => row(week, 10, 5))], { weeks: 52 })).toMatchObject({
      declining: false,
      weeks: 52,
    })
  })
})

describe('detectDecline: laws', () => {
  it('causes add up to the difference, mix and rate to theirs, to the last bit; it is plain data, in whichever order rows stand', () => {
    const counts = { told: 0, untold: 0 }
    fc.assert(
      fc.property(anyWeekly, fc.integer({ min: 1, max: 3 }), (weekly, weeks) => {
        const told = detectDecline(deepFreeze(weekly), { weeks })
        expect(JSON.parse(JSON.stringify(told))).toEqual(told)
        expect(detectDecline([...weekly].reverse(), { weeks })).toEqual(told)
        counts[told.declining === null ? 'untold' : 'told'] += 1
        expect(told.diagnoses).toHaveLength(told.declining === null ? 1 : 0)
        const { difference, mix, rate, causes, series, declining, chanceOfThis, pValue } = told
        if (difference === null || mix === null || rate === null) {
          expect(told).toMatchObject(unknown)
          return
        }
        expect(series).toHaveLength(weeks + 1)
        expect(mix + rate).toBe(difference)
        for (const share of [chanceOfThis, pValue] as number[]) expect(share >= 0 && share <= 1).toBe(true)
        const rates = series.map((week) => week.rate as number)
        expect(declining).toBe(rates.every((one, index) => index === 0 || one < (rates[index - 1] as number)))
        expect(difference).toBeCloseTo((rates.at(-1) as number) - (rates[0] as number), 12)
        if (weekly.every(({ group }) => group === null)) expect([causes, mix]).toEqual([[], 0])
        else
          for (const order of [causes, [...causes].reverse()]) {
            expect(sumOf(order.map(({ contribution }) => contribution))).toBe(difference)
            expect([sumOf(order.map((one) => one.mix)), sumOf(order.map((one) => one.rate))]).toEqual([mix, rate])
          }
      }),
      { seed: 7, numRuns: 300 },
    )
    expect(Math.min(counts.told, counts.untold)).toBeGreaterThan(30)
  })

  it('divides the change as decomposeChange does', () => {
    const counts = fc.integer({ min: 1, max: 90 }).chain((entered) => fc.nat(entered).map((converted) => ({ entered, converted })))
    fc.assert(
      fc.property(counts, counts, counts, counts, (web, ads, laterWeb, laterAds) => {
        const [before, after] = [
          [
            { group: 'web', ...web },
            { group: 'ads', ...ads },
          ],
          [
            { group: 'web', ...laterWeb },
            { group: 'ads', ...laterAds },
          ],
        ] as const
        const told = detectDecline([...before.map((one) => ({ week: 1, ...one })), ...after.map((one) => ({ week: 2, ...one }))], { weeks: 1 })
        const { difference, parts, groups } = decomposeChange({ before: { groups: before }, after: { groups: after } })
        expect([told.difference, told.mix, told.rate]).toEqual([difference, ...parts.map(({ amount }) => amount)])
        expect(told.causes).toEqual(groups?.map(({ group, contribution, mix, rate }) => ({ group, contribution, mix, rate })))
      }),
    )
  })
})
