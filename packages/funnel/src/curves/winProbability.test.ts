import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { AS_OF, anyDeals, eightDeals, watched } from '../../testing/watchedDeals.js'
import { conversionCurve } from './conversionCurve.js'
import type { StageCurves, WatchedDeal } from './types.js'
import { winProbability } from './winProbability.js'

const curvesOf = (deals: readonly WatchedDeal[]): StageCurves => ({ quoted: conversionCurve(deals, { asOf: AS_OF }) })

const eight = curvesOf(eightDeals)

const bad = (deal: unknown, curves: unknown = eight, options?: unknown): unknown =>
  issuesOf(() => winProbability(deal as never, curves as never, options as never))

const quoted = { stage: 'quoted', ageDays: 5 }

describe('winProbability', () => {
  // (won(60) − won(a)) / open(a) by hand, of known answer 10: won .125 .125 .275 .275 .5, open .875 .75 .6 .45 .225 on days 10, 20, 30, 40, 60.
  it.each([
    [0, 0.5, 8],
    [9, 0.5, 8],
    [10, 0.375 / 0.875, 7],
    [20, 0.375 / 0.75, 5],
    [35, 0.225 / 0.6, 4],
    [40, 0.5, 2],
    [59, 0.5, 2],
  ])('after %i days', (ageDays, probability, sample) => {
    const told = winProbability({ stage: 'quoted', ageDays }, eight)
    expect(told.probability).toBeCloseTo(probability, 12)
    expect(told.sample).toBe(sample)
    expect(told.throughDays).toBe(60)
  })

  it('tells what is unresolved: with it, what is won and lost makes a whole', () => {
    const told = winProbability({ stage: 'quoted', ageDays: 40 }, eight)
    expect(told.unresolved).toBeCloseTo(0.5, 12)
    expect(winProbability({ stage: 'quoted', ageDays: 0 }, eight).unresolved).toBeCloseTo(0.225, 12)
  })

  const unknown = { probability: null, sample: 0, unresolved: null, throughDays: null }

  it('is null, never 0, where there is not enough history', () => {
    expect(winProbability({ stage: 'quoted', ageDays: 60 }, eight)).toEqual(unknown)
    expect(winProbability({ stage: 'quoted', ageDays: 1000 }, eight)).toEqual(unknown)
    expect(winProbability({ stage: 'negotiating', ageDays: 0 }, eight)).toEqual(unknown)
    expect(winProbability(quoted, curvesOf([]))).toEqual(unknown)
    expect(winProbability(quoted, curvesOf([watched(1, 30, 'open')]))).toEqual(unknown)
    expect(winProbability(quoted, {})).toEqual(unknown)
  })

  it('is 0 where all that were decided were lost', () => {
    expect(winProbability(quoted, curvesOf([watched(1, 30, 'lost')]))).toEqual({ probability: 0, sample: 1, unresolved: 0, throughDays: 30 })
  })

  it('is null where fewer deals than asked for are there to judge by', () => {
    const deal = { stage: 'quoted', ageDays: 35 }
    expect(winProbability(deal, eight, { minimumSample: 4 }).probability).not.toBeNull()
    expect(winProbability(deal, eight, { minimumSample: 5 })).toEqual({ ...unknown, sample: 4 })
  })

  it('is null once nobody was left open, whoever came later', () => {
    const latecomers = Array.from({ length: 50 }, (_, index) => watched(`late ${index}`, 9 + index, index % 2 ? 'won' : 'lost', 5))
    const curves = curvesOf([watched(1, 2, 'won'), ...latecomers])
    for (const ageDays of [2, 3, 9, 20]) expect(winProbability({ stage: 'quoted', ageDays }, curves)).toEqual(unknown)
    // Before that the one deal that was watched then speaks alone.
    expect(winProbability({ stage: 'quoted', ageDays: 1 }, curves)).toEqual({ probability: 1, sample: 1, unresolved: 0, throughDays: 58 })
  })

  it('finds stages among own properties only', () => {
    for (const stage of ['toString', '__proto__', 'constructor']) expect(winProbability({ stage, ageDays: 0 }, eight)).toEqual(unknown)
  })

  it('of closed deals is the share won of those that were open at that age', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 0, max: 45 }), (deals, ageDays) => {
        const decided = deals.flatMap(({ from: _, ...deal }) => (deal.outcome === 'open' ? [] : [deal]))
        const curves: StageCurves = { quoted: conversionCurve(decided, { asOf: '2026-12-31' }) }
        const older = decided.filter(({ entered, left }) => (Date.parse(left as string) - Date.parse(entered)) / 86_400_000 > ageDays)
        const told = winProbability({ stage: 'quoted', ageDays }, curves)
        expect(told.sample).toBe(older.length)
        if (older.length === 0) expect(told.probability).toBeNull()
        else expect(told.probability).toBeCloseTo(older.filter(({ outcome }) => outcome === 'won').length / older.length, 12)
      }),
    )
  })

  it('is a share that rests on deals, or null, of whichever curve, also of one that was written down', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 0, max: 50 }), (deals, ageDays) => {
        const curves = curvesOf(deals)
        const told = winProbability(deepFreeze({ stage: 'quoted', ageDays }), deepFreeze(curves))
        expect(winProbability({ stage: 'quoted', ageDays }, JSON.parse(JSON.stringify(curves)))).toEqual(told)
        if (told.probability === null || told.unresolved === null) expect(told).toEqual(unknown)
        else {
          expect(told.sample).toBeGreaterThan(0)
          expect(told.probability).toBeGreaterThanOrEqual(0)
          expect(told.unresolved).toBeGreaterThanOrEqual(0)
          expect(told.probability + told.unresolved).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})

describe('bad input', () => {
  it.each(badRecords)('%j is %s', (value, code) => {
    expect(bad(value)).toEqual([[code, ['deal']]])
    if (value !== undefined) {
      expect(bad(quoted, value)).toEqual([[code, ['curves']]])
      expect(bad(quoted, eight, value)).toEqual([[code, ['options']]])
      expect(bad(quoted, { quoted: value })).toEqual([[code, ['curves', 'quoted']]])
      expect(bad({ ...quoted, stage: 'other' }, { quoted: value })).toEqual([[code, ['curves', 'quoted']]])
    }
  })

  it.each(badTexts)('stage %j is %s', (stage, code) => {
    expect(bad({ stage, ageDays: 1 })).toEqual([[code, ['deal', 'stage']]])
  })

  it.each([
    [undefined, 'missing'],
    [-1, 'too-small'],
    [1.5, 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
    ['3', 'not-an-integer'],
    [null, 'not-an-integer'],
  ])('an age of %j days is %s', (ageDays, code) => {
    expect(bad({ stage: 'quoted', ageDays })).toEqual([[code, ['deal', 'ageDays']]])
  })

  it.each([
    [0, 'too-small'],
    [0.5, 'not-an-integer'],
    [null, 'not-an-integer'],
  ])('a minimum sample of %j is %s', (minimumSample, code) => {
    expect(bad(quoted, eight, { minimumSample })).toEqual([[code, ['options', 'minimumSample']]])
  })

  it('is told all together', () => {
    expect(bad({ stage: '', days: 3 }, null, { least: 1 })).toEqual([
      ['unknown-key', ['deal', 'days']],
      ['empty', ['deal', 'stage']],
      ['missing', ['deal', 'ageDays']],
      ['unknown-key', ['options', 'least']],
      ['wrong-type', ['curves']],
    ])
  })

  it.each<[string, object, [string, (string | number)[]][]]>([
    [
      'no lists',
      { times: 5, won: undefined },
      [
        ['wrong-type', ['times']],
        ['wrong-length', ['atRisk']],
        ['missing', ['won']],
        ['wrong-length', ['open']],
      ],
    ],
    ['lists of different lengths', { open: [1] }, [['wrong-length', ['open']]]],
    [
      'shares that are none',
      { won: [0, Number.NaN, -1, 2, '.5'] },
      [
        ['wrong-type', ['won', 1]],
        ['too-small', ['won', 2]],
        ['too-large', ['won', 3]],
        ['wrong-type', ['won', 4]],
      ],
    ],
    [
      'numbers of deals that are none',
      { atRisk: [8, -1, 1.5, null, 1] },
      [
        ['too-small', ['atRisk', 1]],
        ['not-an-integer', ['atRisk', 2]],
        ['not-an-integer', ['atRisk', 3]],
      ],
    ],
    [
      'times that do not ascend',
      { times: [10, 20, 20, 40, 30] },
      [
        ['not-above', ['times', 2]],
        ['not-above', ['times', 4]],
      ],
    ],
    ['an end that is none', { throughDays: undefined }, [['missing', ['throughDays']]]],
    ['decisions and no end', { throughDays: null }, [['not-an-integer', ['throughDays']]]],
    ['an end before the last decision', { throughDays: 59 }, [['too-small', ['throughDays']]]],
    ['no method', { method: undefined }, [['missing', ['method']]]],
  ])('a curve with %s', (_, change, expected) => {
    const curves = { quoted: { ...eight['quoted'], ...change } }
    expect(bad(quoted, curves)).toEqual(expected.map(([code, path]) => [code, ['curves', 'quoted', ...path]]))
  })

  it("Kaplan–Meier's curve of the stage, which tells too much to be won", () => {
    const kaplanMeier = conversionCurve(eightDeals, { asOf: AS_OF, method: 'kaplan-meier' })
    const curves = { quoted: kaplanMeier, met: eight['quoted'] as typeof kaplanMeier }
    expect(bad(quoted, curves)).toEqual([['not-allowed', ['curves', 'quoted', 'method']]])
    expect(winProbability({ ...quoted, stage: 'met' }, curves).probability).toBeCloseTo(0.5, 12)
  })

  it('a curve that is a list with holes', () => {
    expect(bad(quoted, { quoted: { ...eight['quoted'], won: new Array(5) } })).toHaveLength(5)
  })

  it('the whole result of stageCurves is not its curves', () => {
    expect(bad(quoted, { asOf: AS_OF, curves: eight, rejected: [], policies: [] })).toEqual([
      ['wrong-type', ['curves', 'asOf']],
      ['wrong-type', ['curves', 'rejected']],
      ['wrong-type', ['curves', 'policies']],
    ])
  })

  it('of any kind is told or taken, and nothing else is thrown', () => {
    const document = { deal: quoted, curves: eight, options: { minimumSample: 1 } }
    fc.assert(
      fc.property(spoil(document), (spoilt) => {
        const { deal, curves, options } = (spoilt ?? {}) as { deal: never; curves: never; options: never }
        issuesOf(() => winProbability(deal, curves, options))
      }),
    )
  })
})
