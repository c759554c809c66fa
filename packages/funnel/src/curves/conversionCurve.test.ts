import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { AS_OF, anyDeals, dateOf, eightDeals, watched } from '../../testing/watchedDeals.js'
import { conversionCurve } from './conversionCurve.js'
import type { ConversionCurve, CurveOptions, WatchedDeal } from './types.js'

const curveOf = (deals: readonly WatchedDeal[], options: Partial<CurveOptions> = {}): ConversionCurve =>
  conversionCurve(deals, { asOf: AS_OF, ...options })

const thousandths = (shares: readonly number[]): number[] => shares.map((share) => Math.round(share * 1000) / 1000)
const millionths = (shares: readonly number[]): number[] => shares.map((share) => Math.round(share * 1e6) / 1e6)

const bad = (deals: unknown, options: unknown = { asOf: AS_OF }): unknown => issuesOf(() => conversionCurve(deals as never, options as never))

describe('known answers', () => {
  // R survival: summary(survfit(Surv(c(5,8,8,12,15,20,20,30), c(1,1,0,1,0,1,0,0)) ~ 1)).
  it('8: Kaplan–Meier of 5, 8, 8+, 12, 15+, 20, 20+, 30+', () => {
    const won = [5, 8, 12, 20].map((days) => watched(`won ${days}`, days, 'won'))
    const lost = [8, 15, 20, 30].map((days) => watched(`lost ${days}`, days, 'lost'))
    const curve = curveOf([...won, ...lost], { method: 'kaplan-meier' })
    expect(curve.times).toEqual([5, 8, 12, 20])
    expect(curve.atRisk).toEqual([8, 7, 5, 3])
    expect(thousandths(curve.open)).toEqual([0.875, 0.75, 0.6, 0.4])
    expect(millionths(curve.standardErrors)).toEqual([0.116927, 0.153093, 0.181659, 0.203306])
    expect(curve.median).toBe(20)
    expect(curve.lost).toEqual([0, 0, 0, 0])
    expect(curve.throughDays).toBe(30)
  })

  // R survival: conf.type = 'log-log' gives exp(-exp(log(-log S) ± z se / (S log S))) for S = open.
  it('8: its intervals by the complementary log-log transformation', () => {
    const deals = [5, 8, 8, 12, 15, 20, 20, 30].map((days, index) => watched(index, days, [0, 1, 3, 5].includes(index) ? 'won' : 'open'))
    const { open, standardErrors, intervals } = curveOf(deals)
    open.forEach((share, index) => {
      const spread = (1.959963984540054 * (standardErrors[index] as number)) / (share * Math.log(share))
      const ends = [-spread, spread].map((shift) => 1 - Math.exp(-Math.exp(Math.log(-Math.log(share)) + shift)))
      const [low, high] = intervals[index] as readonly [number, number]
      expect(low).toBeCloseTo(Math.min(...ends), 12)
      expect(high).toBeCloseTo(Math.max(...ends), 12)
    })
    // Of open: .387 to .981.
    expect(thousandths(intervals[0] as readonly [number, number])).toEqual([0.019, 0.613])
  })

  // lifelines: KaplanMeierFitter().fit(exits, entry=entries).
  it('9: late entry 1, 2, 4, 0, 0 with exits 2, 10, 5, 4, 3', () => {
    const deals = [watched(1, 2, 'won', 1), watched(2, 10, 'won', 2), watched(3, 5, 'won', 4), watched(4, 4, 'won', 0), watched(5, 3, 'won', 0)]
    for (const method of ['aalen-johansen', 'kaplan-meier'] as const) {
      const { times, won, open, standardErrors } = curveOf(deals, { method })
      expect(times).toEqual([2, 3, 4, 5, 10])
      expect(thousandths(open)).toEqual([0.667, 0.444, 0.222, 0.111, 0])
      expect([won.at(-1), standardErrors.at(-1)]).toEqual([1, 0])
    }
  })

  // R survival: survfit(Surv(days, factor(outcome)) ~ 1) and, with lost censored, survfit(Surv(days, outcome == 'won') ~ 1).
  it('10: the share won of eight deals is .50 where won and lost compete, and .65 where lost deals are lost sight of', () => {
    const { won, lost, open, median, deals, throughDays } = curveOf(eightDeals)
    expect([won.at(-1), lost.at(-1), open.at(-1)]).toEqual([0.5, 0.275, 0.225])
    expect({ median, deals, throughDays }).toEqual({ median: 60, deals: 8, throughDays: 60 })
    const apart = curveOf(eightDeals, { method: 'kaplan-meier' })
    expect(apart.won.at(-1)).toBeCloseTo(0.65, 12)
    const count = (outcome: string) => eightDeals.filter((deal) => deal.outcome === outcome).length
    expect(count('won') / eightDeals.length).toBe(0.375)
    expect(count('won') / (count('won') + count('lost'))).toBe(0.6)
  })
})

describe('conversionCurve', () => {
  it('of no deals, or of open ones only, tells nothing', () => {
    const nothing = { times: [], atRisk: [], won: [], lost: [], open: [], standardErrors: [], intervals: [], median: null }
    const said = { asOf: AS_OF, method: 'aalen-johansen', ...nothing, diagnoses: [], rejected: [] }
    expect(curveOf([])).toEqual({ ...said, deals: 0, throughDays: null })
    expect(curveOf([{ deal: 1, entered: '2024-12-01', outcome: 'open' }])).toEqual({ ...said, deals: 1, throughDays: 30 })
  })

  it('of one deal, decided on the day it came, is decided', () => {
    expect(curveOf([watched(1, 0, 'won')])).toMatchObject({
      times: [0],
      won: [1],
      lost: [0],
      open: [0],
      standardErrors: [0],
      intervals: [null],
      median: 0,
    })
    expect(curveOf([watched(1, 0, 'lost')])).toMatchObject({
      times: [0],
      won: [0],
      lost: [1],
      open: [0],
      intervals: [null],
      median: null,
      throughDays: 0,
    })
  })

  it('counts what is decided on a day before what is lost sight of on it', () => {
    const { atRisk, won, open } = curveOf([watched(1, 5, 'won'), watched(2, 5, 'lost'), watched(3, 5, 'open'), watched(4, 5, 'open')])
    expect({ atRisk, won, open }).toEqual({ atRisk: [4], won: [0.25], open: [0.5] })
  })

  it('looks at nothing after asOf', () => {
    const deals = [watched(1, 4, 'won'), watched(2, 11, 'won'), watched(3, 12, 'lost'), watched(4, 30, 'open')]
    const [later, unwatched]: WatchedDeal[] = [
      { deal: 5, entered: dateOf(11), left: dateOf(12), outcome: 'won' },
      { deal: 6, entered: dateOf(0), from: dateOf(10), outcome: 'open' },
    ]
    const { diagnoses, ...curve } = curveOf([...deals, later, unwatched] as WatchedDeal[], { asOf: dateOf(10) })
    expect(diagnoses).toEqual([
      { code: 'entered-later', params: { count: 1 } },
      { code: 'never-watched', params: { count: 1 } },
      { code: 'closed-later', params: { count: 2 } },
    ])
    const stood = [watched(1, 4, 'won'), watched(2, 10, 'open'), watched(3, 10, 'open'), watched(4, 10, 'open')]
    expect(curve).toMatchObject({ deals: 4, times: [4], won: [0.25], throughDays: 10 })
    expect({ ...curve, diagnoses: [] }).toEqual(curveOf(stood, { asOf: dateOf(10) }))
  })

  it('counts who came under watch once nobody was left open, of whom it tells nothing', () => {
    const latecomers = [5, 6, 7].map((day) => watched(`late ${day}`, 9, 'won', day))
    const { won, open, diagnoses, deals } = curveOf([watched(1, 4, 'lost'), ...latecomers])
    expect({ won, open, deals }).toEqual({ won: [0, 0], open: [0, 0], deals: 4 })
    expect(diagnoses).toEqual([{ code: 'risk-set-used-up', params: { count: 3 } }])
    expect(curveOf([watched(1, 4, 'lost'), watched(2, 7, 'open'), ...latecomers]).diagnoses).toEqual([])
    // Kaplan–Meier only loses sight of who is lost.
    expect(curveOf([watched(1, 4, 'lost'), ...latecomers], { method: 'kaplan-meier' })).toMatchObject({ won: [1], diagnoses: [] })
  })

  it('counts a deal that came on asOf, and what was decided on asOf', () => {
    const deals: WatchedDeal[] = [watched(1, 10, 'won'), { deal: 2, entered: dateOf(10), left: dateOf(10), outcome: 'lost' }]
    expect(curveOf(deals, { asOf: dateOf(10) })).toMatchObject({ times: [0, 10], lost: [0.5, 0.5], won: [0, 0.5], diagnoses: [] })
  })

  it('takes the dates of moments in the zone', () => {
    const deals: WatchedDeal[] = [{ deal: 1, entered: '2024-03-31T16:00:00Z', left: '2024-04-02T15:59:59Z', outcome: 'won' }]
    expect(curveOf(deals).times).toEqual([2])
    expect(curveOf(deals, { zone: 'Asia/Shanghai' }).times).toEqual([1])
    expect(curveOf(deals, { zone: 'Asia/Shanghai', asOf: '2024-03-31' }).diagnoses).toEqual([{ code: 'entered-later', params: { count: 1 } }])
  })

  it('finds the median although rounding leaves less than a half', () => {
    const early = [watched(1, 1, 'won'), watched(2, 2, 'lost'), watched(3, 3, 'won'), watched(4, 4, 'won')]
    const late = [watched(5, 5, 'lost', 3), watched(6, 6, 'open', 2), watched(7, 7, 'lost', 3)]
    // On days 1, 3 and 4: 1/4 + 1/2 × 1/3 + 1/3 × 1/4 = 1/2.
    const { times, won, median } = curveOf([...early, ...late])
    expect(won[times.indexOf(4)]).toBeLessThan(0.5)
    expect(median).toBe(4)
  })

  it('has no median where less than half are won', () => {
    expect(curveOf([watched(1, 1, 'won'), watched(2, 2, 'lost')]).median).toBe(1)
    expect(curveOf([watched(1, 1, 'won'), watched(2, 2, 'lost'), watched(3, 3, 'lost')]).median).toBeNull()
  })

  it('gives plain data, and changes nothing', () => {
    const deals = deepFreeze([...eightDeals])
    const curve = conversionCurve(deals, deepFreeze({ asOf: AS_OF }))
    expect(JSON.parse(JSON.stringify(curve))).toEqual(curve)
  })
})

describe('laws', () => {
  it('shares make a whole, never fall, and lie in their intervals', () => {
    fc.assert(
      fc.property(anyDeals, fc.constantFrom('aalen-johansen' as const, 'kaplan-meier' as const), (deals, method) => {
        const { times, won, lost, open, intervals } = curveOf(deals, { method })
        times.forEach((_, index) => {
          const share = won[index] as number
          expect(Math.abs(share + (lost[index] as number) + (open[index] as number) - 1)).toBeLessThanOrEqual(1e-12)
          expect(share).toBeGreaterThanOrEqual(won[index - 1] ?? 0)
          expect(lost[index]).toBeGreaterThanOrEqual(lost[index - 1] ?? 0)
          const [low, high] = intervals[index] ?? [share, share]
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
        })
      }),
    )
  })

  it('the order of deals does not matter', () => {
    fc.assert(
      fc.property(
        anyDeals.chain((deals) => fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length }))),
        ([deals, shuffled]) => {
          expect(curveOf(shuffled)).toEqual(curveOf(deals))
        },
      ),
    )
  })

  it('a deal watched from the day it entered is like any other', () => {
    fc.assert(
      fc.property(anyDeals, (deals) => {
        const early = deals.map(({ from: _, ...deal }) => deal)
        expect(curveOf(early.map((deal) => ({ ...deal, from: deal.entered })))).toEqual(curveOf(early))
      }),
    )
  })

  it('without lost deals both methods agree; with them Kaplan–Meier never tells less to be won', () => {
    fc.assert(
      fc.property(anyDeals, (deals) => {
        const gained = deals.filter(({ outcome }) => outcome !== 'lost')
        expect({ ...curveOf(gained), method: 'kaplan-meier' }).toEqual(curveOf(gained, { method: 'kaplan-meier' }))
        const competing = curveOf(deals)
        const apart = curveOf(deals, { method: 'kaplan-meier' })
        apart.times.forEach((time, index) => {
          expect(apart.won[index]).toBeGreaterThanOrEqual((competing.won[competing.times.indexOf(time)] as number) - 1e-12)
        })
      }),
    )
  })

  it('where every deal is decided and watched from the start, won is the plain share', () => {
    fc.assert(
      fc.property(anyDeals, (deals) => {
        const decided = deals.flatMap(({ from: _, ...deal }) => (deal.outcome === 'open' ? [] : [deal]))
        const { won } = curveOf(decided, { asOf: '2026-12-31' })
        expect(won.at(-1) ?? 0).toBeCloseTo(decided.filter(({ outcome }) => outcome === 'won').length / Math.max(1, decided.length), 15)
      }),
    )
  })
})

describe('bad input', () => {
  it.each(badLists)('deals %j are %s', (deals, code) => {
    expect(bad(deals)).toEqual([[code, ['deals']]])
  })

  it.each(badRecords)('options %j, and a deal that is it, are %s', (value, code) => {
    expect(bad([], value === undefined ? null : value)).toEqual([['wrong-type', ['options']]])
    expect(bad([value])).toEqual([[code, ['deals', 0]]])
  })

  it('of the options is told all together', () => {
    const options = { asOf: '2024-02-30', zone: 'Mars/Base', method: 'guess', invalid: 'skip', until: 1 }
    expect(bad(null, options)).toEqual([
      ['unknown-key', ['options', 'until']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['unknown-zone', ['options', 'zone']],
      ['not-allowed', ['options', 'method']],
      ['wrong-type', ['deals']],
    ])
    expect(bad([], {})).toEqual([['missing', ['options', 'asOf']]])
  })

  it.each(badTexts.filter(([value]) => value !== 7))('a deal %j is %s', (deal, code) => {
    expect(bad([{ ...watched('x', 1, 'won'), deal }])).toEqual([[code, ['deals', 0, 'deal']]])
  })

  it.each<[string, object, [string, string][]]>([
    [
      'without anything',
      { deal: 1, entered: undefined, outcome: undefined, left: undefined },
      [
        ['missing', 'entered'],
        ['missing', 'outcome'],
      ],
    ],
    ['won without a day', { left: undefined }, [['missing', 'left']]],
    ['open without one, with null', { outcome: 'open', left: null }, [['not-a-calendar-date', 'left']]],
    ['that left before it entered', { left: '2023-12-31' }, [['too-small', 'left']]],
    ['watched before it entered', { from: '2023-12-31' }, [['too-small', 'from']]],
    ['watched after it left', { from: '2024-01-12' }, [['too-large', 'from']]],
    [
      'that left and was watched before it entered',
      { left: '2023-12-30', from: '2023-12-31' },
      [
        ['too-small', 'left'],
        ['too-small', 'from'],
        ['too-large', 'from'],
      ],
    ],
    ['that left at an earlier moment of the day', { entered: '2024-01-01T09:00:00Z', left: '2024-01-01T08:00:00Z' }, [['too-small', 'left']]],
    [
      'with moments that are none',
      { entered: '2024-01-01T09:00', left: '2024-01-01T25:00:00Z' },
      [
        ['not-a-moment', 'entered'],
        ['not-a-moment', 'left'],
      ],
    ],
    ['with an outcome that is none', { outcome: 'Won' }, [['not-allowed', 'outcome']]],
    ['with a key that is none', { amount: 1 }, [['unknown-key', 'amount']]],
    ['with a number that is no id', { deal: 1.5 }, [['not-an-integer', 'deal']]],
    [
      'with NaN for everything',
      { deal: Number.NaN, entered: Number.NaN, left: Number.NaN, outcome: Number.NaN, from: Number.NaN },
      [
        ['not-an-integer', 'deal'],
        ['not-a-calendar-date', 'entered'],
        ['not-allowed', 'outcome'],
        ['not-a-calendar-date', 'left'],
        ['not-a-calendar-date', 'from'],
      ],
    ],
  ])('a deal %s', (_, change, expected) => {
    expect(bad([{ ...watched('x', 10, 'won'), ...change }])).toEqual(expected.map(([code, field]) => [code, ['deals', 0, field]]))
  })

  it('takes a moment for later than a date of the same day', () => {
    expect(curveOf([{ deal: 1, entered: '2024-01-01T09:00:00Z', left: '2024-01-01', outcome: 'won' }]).times).toEqual([0])
  })

  it('the same deal twice, also as a number', () => {
    const deals = [watched(1, 1, 'won'), watched('1', 2, 'won'), watched(1, 3, 'lost')]
    expect(bad(deals)).toEqual([
      ['duplicate', ['deals', 1, 'deal']],
      ['duplicate', ['deals', 2, 'deal']],
    ])
    const { rejected, ...curve } = curveOf(deals, { invalid: 'collect' })
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [1, '1'],
      [2, '1'],
    ])
    expect(curve).toMatchObject({ deals: 1, diagnoses: [{ code: 'rejected', params: { count: 2 } }] })
  })

  it('of rows of the same deal keeps one by what they say, and a good one before any bad', () => {
    const [soon, late, lost] = [watched(1, 5, 'won'), watched(1, 9, 'won'), watched('1', 5, 'lost')]
    const spoilt = { ...watched(1, 1, 'won'), left: 'soon' }
    const rowsKept = (rows: readonly WatchedDeal[]) => {
      const { rejected, ...curve } = curveOf(rows, { invalid: 'collect' })
      expect(curve).toMatchObject({ deals: 1, diagnoses: [{ code: 'rejected', params: { count: rows.length - 1 } }] })
      return { curve, codes: rejected.map(({ index, id, issues }) => [index, id, ...issues.map(({ code, params }) => [code, params['first']])]) }
    }
    const ordered = rowsKept([spoilt, lost, soon, late])
    expect(ordered.curve).toMatchObject({ times: [5], lost: [1] })
    expect(ordered.codes).toEqual([
      [0, '1', ['not-a-calendar-date', undefined]],
      [2, '1', ['duplicate', 1]],
      [3, '1', ['duplicate', 1]],
    ])
    const turned = rowsKept([late, soon, spoilt, lost])
    expect(turned.curve).toEqual(ordered.curve)
    expect(turned.codes).toEqual([
      [0, '1', ['duplicate', 3]],
      [1, '1', ['duplicate', 3]],
      [2, '1', ['not-a-calendar-date', undefined]],
    ])
    expect(rowsKept([soon, { ...soon }, soon]).codes).toEqual([
      [1, '1', ['duplicate', 0]],
      [2, '1', ['duplicate', 0]],
    ])
    expect(bad([late, spoilt, soon])).toEqual([
      ['duplicate', ['deals', 0, 'deal']],
      ['not-a-calendar-date', ['deals', 1, 'left']],
    ])
  })

  it('of any kind leaves a curve that does not depend on the order of rows, and rejects the same of them', () => {
    const row = fc.record({
      deal: fc.constantFrom(1, '1', 2, 'x', null),
      entered: fc.constantFrom(dateOf(0), dateOf(3), '2024-01-01T09:00:00Z', 'early'),
      left: fc.constantFrom(dateOf(3), dateOf(5), dateOf(5), dateOf(6)),
      outcome: fc.constantFrom('won', 'lost', 'open'),
    })
    const rows = fc.array(row, { maxLength: 12 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    let copies = 0
    fc.assert(
      fc.property(rows, ([list, shuffled]) => {
        const [one, other] = [list, shuffled].map((some) => {
          const { rejected, ...curve } = curveOf(some as WatchedDeal[], { invalid: 'collect' })
          copies += rejected.filter(({ issues }) => issues[0]?.code === 'duplicate').length
          return { curve, rejected: rejected.map(({ id, issues }) => JSON.stringify([id, issues.map(({ code, path }) => [code, path[2]])])).sort() }
        })
        expect(other).toEqual(one)
      }),
      { seed: 11 },
    )
    expect(copies).toBeGreaterThan(100)
  })

  it('is collected deal by deal', () => {
    const sparse = new Array(3)
    sparse[1] = watched('x', 3, 'won')
    sparse[2] = { ...watched('y', 3, 'won'), left: 'soon' }
    const { deals, won, rejected, diagnoses } = curveOf(sparse, { invalid: 'collect' })
    expect({ deals, won, diagnoses }).toEqual({ deals: 1, won: [1], diagnoses: [{ code: 'rejected', params: { count: 2 } }] })
    expect(rejected.map(({ index, id, issues }) => [index, id, issues.map(({ code }) => code)])).toEqual([
      [0, undefined, ['missing']],
      [2, 'y', ['not-a-calendar-date']],
    ])
  })

  it('ids may be any texts', () => {
    const ids = ['__proto__', 'constructor', 'toString', ' ', '\u0000', '\ud800', '1e3', '🙂']
    expect(curveOf(ids.map((id) => watched(id, 1, 'won')))).toMatchObject({ deals: ids.length, won: [1] })
    expect(bad(JSON.parse('[{"deal":"a","entered":"2024-01-01","outcome":"open","__proto__":{"left":"2024-01-02"}}]'))).toEqual([
      ['unknown-key', ['deals', 0, '__proto__']],
    ])
  })

  it('of any kind is told or taken, and nothing else is thrown', () => {
    const document = { deals: [...eightDeals.slice(0, 3), watched(4, 9, 'won', 3)], options: { asOf: AS_OF, zone: 'UTC', method: 'kaplan-meier' } }
    fc.assert(
      fc.property(spoil(document), (spoilt) => {
        const { deals, options } = (spoilt ?? {}) as { deals: never; options: never }
        issuesOf(() => conversionCurve(deals, options))
      }),
    )
  })
})
