import { describe, expect, it } from 'vitest'
import { advanceTo, easyPipeline, strictPipeline } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainAdvance } from '../explain.js'
import type { AdvanceResult, Pipeline } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

type Told = readonly [pipeline: Pipeline, result: AdvanceResult, english: readonly string[], chinese: readonly string[]]

const allowed: readonly Told[] = [
  [
    easyPipeline,
    advanceTo(easyPipeline, 'a', []),
    ['Allowed: a new deal enters "a".', 'Nothing else is to be done.'],
    ['可以执行：新商机进入“a”。', '没有其他须办事项。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'c', ['a']),
    ['Allowed: the deal goes from "a" to "c".', 'Stages that it passes without having entered them: "b".', 'To be done now: review.'],
    ['可以执行：商机由“a”进入“c”。', '未曾进入而越过的阶段：“b”。', '须办事项：review。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'a', ['c']),
    ['Allowed: the deal goes back from "c" to "a".', 'Nothing else is to be done.'],
    ['可以执行：商机由“c”退回“a”。', '没有其他须办事项。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'a', ['a']),
    ['Allowed: the deal stays at "a", and takes what else the change says.', 'Nothing else is to be done.'],
    ['可以执行：商机仍处于“a”，其余内容按此次变更更新。', '没有其他须办事项。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'won', ['a', 'b', 'c']),
    ['Allowed: the deal, now at "c", is closed as won.', 'Nothing else is to be done.'],
    ['可以执行：现处于“c”的商机以赢单结束。', '没有其他须办事项。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'lost', []),
    ['Allowed: a new deal is recorded as lost at once.', 'Nothing else is to be done.'],
    ['可以执行：新商机直接记为丢单。', '没有其他须办事项。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'a', ['won']),
    ['Allowed: the deal was won, and is opened again at "a".', 'Nothing else is to be done.'],
    ['可以执行：已赢单的商机重新打开，进入“a”。', '没有其他须办事项。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'won', ['won']),
    ['Allowed: the deal stays at "won", and takes what else the change says.', 'Nothing else is to be done.'],
    ['可以执行：商机仍处于“赢单”，其余内容按此次变更更新。', '没有其他须办事项。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'deal', ['first', 'offer']),
    ['Allowed: the deal goes from "Offer" to "deal".', 'To be done now: send the invoice, call.'],
    ['可以执行：商机由“报价”进入“deal”。', '须办事项：开具发票、call。'],
  ],
]

const refused: readonly Told[] = [
  [
    strictPipeline,
    advanceTo(strictPipeline, 'offer', ['first']),
    ['The change is refused.', 'To enter "Offer", evidence is lacking: offer, terms.'],
    ['此次变更不予执行。', '进入“报价”尚缺证明材料：offer、条款。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'deal', []),
    ['The change is refused.', 'Stages must not be skipped: on the way to "deal" these were not entered: "First talk", "Offer".'],
    ['此次变更不予执行。', '不得跳过阶段：到“deal”之前，尚未进入“初次洽谈”、“报价”。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'signed', ['first']),
    ['The change is refused.', 'Stages must not be skipped: on the way to "won" these were not entered: "Offer", "deal".'],
    ['此次变更不予执行。', '不得跳过阶段：到“赢单”之前，尚未进入“报价”、“deal”。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'first', ['first', 'offer']),
    ['The change is refused.', 'A deal must not go back: "First talk" comes before "Offer".'],
    ['此次变更不予执行。', '不得退回：“初次洽谈”在“报价”之前。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'gone', ['first'], { reason: 'weather' }),
    ['The change is refused.', '"weather" is none of the reasons for losing a deal: Price, time.'],
    ['此次变更不予执行。', '“weather”不在丢单原因之列：价格、time。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'gone', ['first']),
    ['The change is refused.', 'A lost deal must state why, by one of these reasons: Price, time.'],
    ['此次变更不予执行。', '丢单须注明原因，限于：价格、time。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'first', ['gone']),
    ['The change is refused.', 'The deal is lost, and must not be opened again, so that it cannot enter "First talk".'],
    ['此次变更不予执行。', '商机已丢单，不得重新打开，因此不能进入“初次洽谈”。'],
  ],
  [
    strictPipeline,
    advanceTo(strictPipeline, 'signed', ['first', 'offer', 'deal', 'gone']),
    ['The change is refused.', 'The deal is lost, and must not be opened again, so that it cannot be won.'],
    ['此次变更不予执行。', '商机已丢单，不得重新打开，因此不能改为赢单。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'won', ['a', 'b', 'c', 'lost']),
    ['The change is refused.', 'The deal is lost: before it can be won, it must be opened again at a stage.'],
    ['此次变更不予执行。', '商机已丢单：须先重新打开并进入某一阶段，才能改为赢单。'],
  ],
  [
    easyPipeline,
    advanceTo(easyPipeline, 'lost', ['a'], { reason: 'x' }),
    ['The change is refused.', '"x" cannot be stated as a reason: the pipeline has no reasons for losing a deal.'],
    ['此次变更不予执行。', '不能以“x”为丢单原因：没有规定丢单原因。'],
  ],
]

const [, change] = allowed[1] as Told
const [, skipping] = refused[1] as Told

describe('explainAdvance', () => {
  it('says what becomes of a deal, what it passes, and what is to be done', () => {
    for (const [pipeline, result, english, chinese] of allowed) {
      expect(explainAdvance(result, pipeline)).toEqual({ sentences: english })
      expect(explainAdvance(result, pipeline, zhCN)).toEqual({ sentences: chinese })
    }
  })

  it('says what stands against a change', () => {
    for (const [pipeline, result, english, chinese] of refused) {
      expect(explainAdvance(result, pipeline)).toEqual({ sentences: english })
      expect(explainAdvance(result, pipeline, zhCN)).toEqual({ sentences: chinese })
    }
  })

  it('says every reason at once', () => {
    expect(explainAdvance(advanceTo(strictPipeline, 'offer', ['gone']), strictPipeline).sentences).toEqual([
      'The change is refused.',
      'To enter "Offer", evidence is lacking: offer, terms.',
      'Stages must not be skipped: on the way to "Offer" these were not entered: "First talk".',
      'The deal is lost, and must not be opened again, so that it cannot enter "Offer".',
    ])
  })

  it('refuses what another pipeline made, and what a pipeline of the same version would say otherwise', () => {
    const issues = (result: object, pipeline: unknown = easyPipeline) => issuesOf(() => explainAdvance(result as never, pipeline as never))
    expect(issues(change, { ...easyPipeline, version: 2 })).toEqual([['other-policy', ['result', 'policies']]])
    expect(issues(change, { ...easyPipeline, stages: easyPipeline.stages.slice(0, 2) })).toEqual([['outdated-input', ['result', 'to']]])
    expect(issues({ ...change, from: 'x' })).toEqual([['outdated-input', ['result', 'from']]])
    expect(issues({ ...change, skipped: [] })).toBe('nothing was thrown')
    expect(issues({ ...change, skipped: ['c'] })).toEqual([['outdated-input', ['result', 'skipped']]])
    expect(issues({ ...change, reopens: true })).toEqual([['outdated-input', ['result', 'reopens']]])
    expect(issues({ ...change, effects: [] })).toEqual([['wrong-length', ['result', 'effects']]])
    expect(issues({ ...change, effects: [{ effect: 'x' }] })).toContainEqual(['outdated-input', ['result', 'effects', 0, 'effect']])
    expect(issues(change, { ...easyPipeline, skips: 'refuse' })).toEqual([['outdated-input', ['result', 'ok']]])
  })

  it('refuses reasons that the pipeline would not give', () => {
    const refusing = (reasons: readonly unknown[], pipeline: Pipeline = strictPipeline) =>
      issuesOf(() => explainAdvance({ ...skipping, reasons } as never, pipeline))
    const at = (...path: readonly (string | number)[]) => ['outdated-input', ['result', 'reasons', 0, ...path]]
    const skips = { code: 'skipped-stage', params: { to: 'deal', skipped: ['first'] } }
    const cases: readonly (readonly [reason: object, ...path: (string | number)[]])[] = [
      [{ code: 'missing-evidence', params: { stage: 'x', missing: ['offer'] } }, 'params', 'stage'],
      [{ code: 'missing-evidence', params: { stage: 'first', missing: ['offer'] } }, 'params', 'missing', 0],
      [{ code: 'skipped-stage', params: { to: 'gone', skipped: ['first'] } }, 'params', 'to'],
      [{ code: 'skipped-stage', params: { to: 'offer', skipped: ['deal'] } }, 'params', 'skipped', 0],
      [{ code: 'regression', params: { from: 'signed', to: 'first' } }, 'params', 'from'],
      [{ code: 'regression', params: { from: 'first', to: 'offer' } }, 'params', 'to'],
      [{ code: 'unknown-reason', params: { reason: 'x', allowed: ['price'] } }, 'params', 'allowed'],
      [{ code: 'closed', params: { outcome: 'won', to: 'signed' } }, 'params', 'to'],
    ]
    for (const [reason, ...path] of cases) expect(refusing([reason])).toContainEqual(at(...path))
    const easy = { ...strictPipeline, skips: 'allow', regressions: 'allow', reopenings: 'allow', lossReason: 'optional' } as const
    for (const reason of [
      skips,
      { code: 'regression', params: { from: 'offer', to: 'first' } },
      { code: 'missing-reason', params: { allowed: ['price', 'time'] } },
    ]) {
      expect(refusing([reason])).toBe('nothing was thrown')
      expect(refusing([reason], easy)).toEqual([at('code')])
    }
    expect(refusing([{ code: 'closed', params: { outcome: 'won', to: 'first' } }], easy)).toEqual([at('params', 'to')])
    expect(refusing([skips, skips])).toEqual([['duplicate', ['result', 'reasons', 1, 'code']]])
    expect(refusing([])).toEqual([['empty', ['result', 'reasons']]])
    expect(refusing([{ code: 'x', params: {} }])).toEqual([['not-allowed', ['result', 'reasons', 0, 'code']]])
  })

  it('refuses what is no result', () => {
    expect(issuesOf(() => explainAdvance(null as never, null as never))).toEqual([
      ['wrong-type', ['pipeline']],
      ['wrong-type', ['result']],
    ])
    expect(issuesOf(() => explainAdvance({ policies: change.policies } as never, easyPipeline))).toEqual([['missing', ['result', 'ok']]])
  })
})
