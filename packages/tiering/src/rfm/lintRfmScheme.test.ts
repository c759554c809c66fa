import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { lintRfmScheme, type RfmScheme, type RfmSegment, type ScoreRange } from '../index.js'
import { textbookRfm, usualRfm } from '../templates.js'

const schemeOf = (bins: number, segments: readonly RfmSegment[]): RfmScheme => ({ kind: 'rfm-scheme', id: 'usual', version: 1, bins, segments })
const found = (scheme: RfmScheme): unknown => {
  const issues = lintRfmScheme(deepFreeze(scheme))
  codesAndPaths(issues)
  return issues.map(({ code, path, params }) => ({ code, path, params }))
}

describe('lintRfmScheme', () => {
  it('finds nothing where each segment has combinations of its own, and none is left out', () => {
    for (const scheme of [usualRfm, textbookRfm, schemeOf(5, [{ id: 'all' }])]) expect(found(scheme)).toEqual([])
  })

  it('names what takes all combinations of a segment before', () => {
    const segments: RfmSegment[] = [
      { id: 'late', r: [1, 1] },
      { id: 'early', r: [2, 2] },
      { id: 'rare', f: [1, 1] },
      { id: 'rest', r: [1, 3], f: [1, 3], m: [1, 3] },
      { id: 'best', r: [3, 3], f: [3, 3], m: [3, 3] },
    ]
    expect(found(schemeOf(3, segments))).toEqual([{ code: 'never-reached', path: ['segments', 4], params: { hiddenBy: ['rest'] } }])
    expect(found(schemeOf(3, [...segments.slice(0, 4), { id: 'both', r: [1, 2], f: [2, 2] }, { id: 'again' }]))).toEqual([
      { code: 'never-reached', path: ['segments', 4], params: { hiddenBy: ['late', 'early'] } },
      { code: 'never-reached', path: ['segments', 5], params: { hiddenBy: ['late', 'early', 'rare', 'rest'] } },
    ])
  })

  it('counts what no segment has, and names the first', () => {
    expect(found(schemeOf(5, [{ id: 'most', r: [2, 5] }]))).toEqual([
      { code: 'not-covered', path: ['segments'], params: { count: 25, examples: ['111', '112', '113', '114', '115'] } },
    ])
    expect(
      found(
        schemeOf(12, [
          { id: 'most', r: [1, 11] },
          { id: 'some', f: [1, 11] },
          { id: 'few', m: [1, 11] },
        ]),
      ),
    ).toEqual([{ code: 'not-covered', path: ['segments'], params: { count: 1, examples: ['12-12-12'] } }])
    expect(found(schemeOf(20, []))).toMatchObject([{ params: { count: 8000 } }])
  })

  it('knows the scores of fixed cuts', () => {
    const cuts = { recency: [30], frequency: [2], monetary: ['99.5'] }
    const segments: RfmSegment[] = [{ id: 'recent', r: [2, 2] }]
    expect(found({ kind: 'rfm-scheme', id: 'fixed', version: 1, cuts, segments })).toEqual([
      { code: 'not-covered', path: ['segments'], params: { count: 4, examples: ['111', '112', '121', '122'] } },
    ])
  })

  it('agrees with trying every combination on every segment', () => {
    const range = (bins: number): fc.Arbitrary<ScoreRange> =>
      fc.tuple(fc.integer({ min: 1, max: bins }), fc.integer({ min: 1, max: bins })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
    const cases = fc.integer({ min: 2, max: 4 }).chain((bins) => {
      const ranges = fc.record({ r: range(bins), f: range(bins), m: range(bins) }, { requiredKeys: [] })
      return fc.record({ bins: fc.constant(bins), ranges: fc.array(ranges, { maxLength: 5 }) })
    })
    const seen = { hidden: 0, gaps: 0 }
    fc.assert(
      fc.property(cases, ({ bins, ranges }) => {
        const segments: RfmSegment[] = ranges.map((one, index) => ({ id: `s${index}`, ...one }))
        const scores = Array.from({ length: bins }, (_, index) => index + 1)
        const holds = (score: number, [low, high]: ScoreRange = [1, bins]): boolean => score >= low && score <= high
        const takers = scores.flatMap((r) =>
          scores.flatMap((f) =>
            scores.map((m) => ({ code: `${r}${f}${m}`, all: segments.filter((one) => holds(r, one.r) && holds(f, one.f) && holds(m, one.m)) })),
          ),
        )
        const hidden = segments.flatMap((segment, index) => {
          const before = takers.filter(({ all }) => all.includes(segment)).map(({ all }) => all[0] as RfmSegment)
          if (before.includes(segment)) return []
          return [
            {
              code: 'never-reached',
              path: ['segments', index],
              params: { hiddenBy: segments.filter((one) => before.includes(one)).map(({ id }) => id) },
            },
          ]
        })
        const gaps = takers.filter(({ all }) => all.length === 0).map(({ code }) => code)
        const params = { count: gaps.length, examples: gaps.slice(0, 5) }
        seen.hidden += hidden.length
        seen.gaps += gaps.length
        expect(found(schemeOf(bins, segments))).toEqual([
          ...hidden,
          ...(gaps.length === 0 ? [] : [{ code: 'not-covered', path: ['segments'], params }]),
        ])
      }),
    )
    expect(Math.min(seen.hidden, seen.gaps)).toBeGreaterThan(10)
  })

  it('reads own properties only', () => {
    const segments = [Object.assign(Object.create({ r: [1, 1] }), { id: 'all' })]
    expect(found(schemeOf(3, segments))).toEqual([])
  })

  it('throws what is wrong with the scheme', () => {
    expect(issuesOf(() => lintRfmScheme({ ...usualRfm, bins: 3 } as RfmScheme))).toContainEqual(['too-large', ['scheme', 'segments', 0, 'r', 0]])
    expect(issuesOf(() => lintRfmScheme(null as never))).toEqual([['wrong-type', ['scheme']]])
  })
})
