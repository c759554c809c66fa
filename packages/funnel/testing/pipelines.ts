import fc from 'fast-check'
import type { NamedEntry, Pipeline, PipelineStage, StageChange, StageEffect } from '../src/index.js'

/** Three stages, of which the second needs a quotation and the third asks for something to be done. */
export const smallPipeline: Pipeline = {
  kind: 'pipeline',
  id: 'small',
  version: 1,
  stages: [{ id: 'a' }, { id: 'b', evidence: ['quotation'] }, { id: 'c', onEnter: [{ effect: 'review', by: ['legal'], days: 3 }] }],
  won: 'won',
  lost: 'lost',
  lossReasons: ['price', { id: 'time', title: 'Time' }],
  skips: 'allow',
  regressions: 'allow',
}

/** What changes may state as evidence, and pipelines may ask for. */
const proofs = ['p', 'q', 'r']
const reasons = ['price', 'time']

const texts = fc.constantFrom('x', '漏斗', { en: 'a', 'zh-CN': '甲' })
const named = (ids: readonly string[]): fc.Arbitrary<(string | NamedEntry)[]> =>
  fc.uniqueArray(fc.oneof(fc.constantFrom(...ids), fc.record({ id: fc.constantFrom(...ids), title: texts }, { requiredKeys: ['id'] })), {
    selector: (entry) => (typeof entry === 'string' ? entry : entry.id),
    maxLength: ids.length,
  })

const effects: fc.Arbitrary<StageEffect> = fc.record(
  {
    effect: fc.constantFrom('review', 'tell'),
    to: fc.constantFrom<StageEffect['to']>('legal', null, 1.5, ['x', { n: [] }], { deep: { deeper: true } }),
  },
  { requiredKeys: ['effect'] },
) as fc.Arbitrary<StageEffect>

const stage = (id: string): fc.Arbitrary<PipelineStage> =>
  fc.record(
    {
      id: fc.constant(id),
      title: texts,
      band: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
      evidence: named(proofs),
      winPercent: fc.constantFrom(null, 0, '0', 25, '33.3', '1e2'),
      onEnter: fc.array(effects, { maxLength: 2 }),
    },
    { requiredKeys: ['id'] },
  )

const permissions = fc.constantFrom('allow' as const, 'refuse' as const)
const required = ['kind', 'id', 'version', 'stages', 'won', 'lost', 'lossReasons', 'skips', 'regressions'] as const

/** Pipelines of one to four stages, with and without what they may leave out. */
export const pipelines: fc.Arbitrary<Pipeline> = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record(
    {
      kind: fc.constant('pipeline' as const),
      id: fc.constantFrom('sales', '销售'),
      version: fc.constantFrom(1, '2', 0),
      format: fc.constant(1 as const),
      title: texts,
      stages: fc.tuple(...['a', 'b', 'c', 'd'].slice(0, count).map(stage)),
      won: fc.constantFrom('won', 'closed-won'),
      lost: fc.constantFrom('lost', 'abgesagt'),
      lossReasons: named(reasons).filter((entries) => entries.length > 0),
      skips: permissions,
      regressions: permissions,
      reopenings: permissions,
      lossReason: fc.constantFrom('required' as const, 'optional' as const),
      currency: fc.constantFrom('CNY', 'JPY'),
    },
    { requiredKeys: [...required] },
  ),
)

/** When a change is made: few days, so that many are of the same one, by date, and by moments in several offsets. */
const times = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '', 'T09:00:00Z', 'T17:30:00+08:00', 'T12:00:00.5Z', 'T23:30:00Z', 'T00:15:00+08:00'))
  .map(([day, time]) => `2024-03-0${day}${time}`)

/** Changes of one deal in a pipeline, with and without what they may leave out. */
export function changesIn({ stages, won, lost }: Pipeline): fc.Arbitrary<StageChange> {
  const targets = [...stages.map(({ id }) => id), won, lost]
  return fc.record(
    {
      deal: fc.constantFrom(1, '1'),
      at: times,
      to: fc.constantFrom(...targets),
      amount: fc.constantFrom('100', 0, 12.5, '0.01'),
      currency: fc.constantFrom('CNY', 'USD'),
      reason: fc.constantFrom('price', 'time', 'weather'),
      evidence: fc.array(fc.oneof(fc.constantFrom(...proofs), fc.record({ id: fc.constantFrom(...proofs), page: fc.constant(3) })), { maxLength: 3 }),
      expected: fc.constantFrom('2024-04-30', '2024-02-29'),
      attributes: fc.constantFrom({}, { region: 'west' }, { region: null, owner: '', channel: '网络' }),
    },
    { requiredKeys: ['deal', 'at', 'to'] },
  )
}
