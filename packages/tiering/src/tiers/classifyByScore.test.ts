import { describe, expect, it } from 'vitest'
import { badLists, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { classifyByScore, type ThresholdScheme, type Tiering } from '../index.js'

const scheme: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'by-score',
  version: '2',
  type: 'threshold',
  boundary: 'at-or-above',
  tiers: [
    { id: 'A', from: 60 },
    { id: 'B', from: '57.0' },
    { id: 'C', from: null },
  ],
}
const ranked = [
  { candidate: 'D', total: '70' },
  { candidate: 'A', total: '67' },
  { candidate: 'B', total: '57' },
  { candidate: 'C', total: '35' },
]

describe('classifyByScore', () => {
  it("the textbook's screening card (§2): 70, 67, 57 and 35 points", () => {
    const tiering: Tiering = {
      total: '229',
      tiers: [
        { tier: 'A', count: 2, value: '137', shareOfCustomers: 0.5, shareOfValue: 137 / 229 },
        { tier: 'B', count: 1, value: '57', shareOfCustomers: 0.25, shareOfValue: 57 / 229 },
        { tier: 'C', count: 1, value: '35', shareOfCustomers: 0.25, shareOfValue: 35 / 229 },
      ],
      customers: [
        { customer: 'D', value: '70', tier: 'A', rank: 1, reasons: [{ code: 'threshold-passed', params: { tier: 'A', from: '60' } }] },
        { customer: 'A', value: '67', tier: 'A', rank: 2, reasons: [{ code: 'threshold-passed', params: { tier: 'A', from: '60' } }] },
        {
          customer: 'B',
          value: '57',
          tier: 'B',
          rank: 3,
          reasons: [
            { code: 'threshold-passed', params: { tier: 'B', from: '57' } },
            { code: 'better-tier', params: { tier: 'A', from: '60', lacking: '3' } },
          ],
        },
        {
          customer: 'C',
          value: '35',
          tier: 'C',
          rank: 4,
          reasons: [
            { code: 'below-every-threshold', params: { tier: 'C' } },
            { code: 'better-tier', params: { tier: 'B', from: '57', lacking: '22' } },
          ],
        },
      ],
      rejected: [],
      diagnoses: [],
      policies: [{ kind: 'tier-scheme', id: 'by-score', version: '2' }],
    }
    expect(classifyByScore(deepFreeze({ ranked }), deepFreeze(scheme))).toStrictEqual(tiering)
    const rows = ranked.map(({ candidate, total }) => ({ customer: candidate, score: Number(total) })).reverse()
    expect(classifyByScore(rows, scheme)).toStrictEqual(tiering)
    const revived = { ranked: ranked.map((row) => ({ ...row, rank: 1, contributions: [] })), tied: [], policies: [] }
    expect(classifyByScore(revived, { ...scheme, currency: undefined })).toStrictEqual(tiering)
  })

  it('points below 0, and nobody', () => {
    const { tiers, diagnoses } = classifyByScore([{ customer: 'x', score: '-0.5' }], scheme)
    expect([tiers[2]?.value, tiers[2]?.shareOfValue, diagnoses.map(({ code }) => code)]).toEqual([
      '-0.5',
      null,
      ['one-customer', 'total-not-positive', 'top-tier-empty', 'tier-empty'],
    ])
    expect(classifyByScore({ ranked: [] }, scheme).diagnoses).toEqual([{ code: 'no-customers', params: {} }])
  })

  const found = (scores: unknown, others: object = {}, options?: unknown): unknown =>
    issuesOf(() => classifyByScore(scores as never, { ...scheme, ...others } as never, options as never))

  it('scheme and options are told together, and before the scores', () => {
    expect(found(null, { currency: 'CNY' }, { invalid: 1 })).toEqual([
      ['unknown-key', ['scheme', 'currency']],
      ['not-allowed', ['options', 'invalid']],
    ])
    expect(found([], { currency: 'yuan', version: null })).toEqual([
      ['wrong-type', ['scheme', 'version']],
      ['unknown-currency', ['scheme', 'currency']],
    ])
    expect(found([], { type: 'share-of-value' })).toEqual([
      ['unknown-key', ['scheme', 'tiers']],
      ['not-allowed', ['scheme', 'boundary']],
      ['missing', ['scheme', 'cuts']],
    ])
  })

  it.each<readonly [unknown, string]>([...badLists.slice(0, 2), [undefined, 'missing']])('scores %o', (scores, code) => {
    expect(found(scores)).toEqual([[code, ['scores']]])
  })

  it.each<[string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as [string, unknown, string]),
    ['score', undefined, 'missing'],
    ['score', 'high', 'not-a-decimal'],
    ['currency', 'CNY', 'unknown-key'],
    ['value', 1, 'unknown-key'],
  ])('a customer whose %s is %o', (field, value, code) => {
    expect(found([{ customer: 'a', score: 1, [field]: value }])).toEqual([[code, ['scores', 0, field]]])
  })

  it('rankings', () => {
    for (const [list, code] of [...badLists, [undefined, 'missing']])
      expect(found({ ranked: list }, {}, { invalid: 'collect' })).toEqual([[code, ['scores', 'ranked']]])
    const rows = [
      { candidate: 'a', total: '1' },
      { customer: 'b', score: 2 },
      { candidate: 'a', total: null },
    ]
    const issues = [
      ['missing', ['scores', 'ranked', 1, 'candidate']],
      ['missing', ['scores', 'ranked', 1, 'total']],
      ['not-a-decimal', ['scores', 'ranked', 2, 'total']],
      ['duplicate', ['scores', 'ranked', 2, 'candidate']],
    ]
    expect(found({ ranked: rows })).toEqual(issues)
    const { rejected, customers } = classifyByScore({ ranked: [...rows, { candidate: 'c', total: 5 }] } as never, scheme, { invalid: 'collect' })
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [0, 'a'],
      [1, undefined],
      [2, 'a'],
    ])
    expect(rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))).toEqual([
      ['duplicate', ['scores', 'ranked', 0, 'candidate']],
      ...issues,
    ])
    expect(customers.map(({ customer }) => customer)).toEqual(['c'])
  })

  it('says how many rows a ranking left out', () => {
    const { diagnoses } = classifyByScore({ ranked, rejected: [{ index: 4, issues: [] }] }, scheme)
    expect(diagnoses).toEqual([{ code: 'source-rows-rejected', params: { rejected: 1 } }])
    expect(classifyByScore({ ranked, rejected: [] }, scheme).diagnoses).toEqual([])
    for (const [rejected, code] of badLists)
      expect(found({ ranked: [{}], rejected })).toEqual([
        [code, ['scores', 'rejected']],
        ['missing', ['scores', 'ranked', 0, 'candidate']],
        ['missing', ['scores', 'ranked', 0, 'total']],
      ])
  })
})
