import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainEventLog } from '../explain.js'
import { analyseEventLog } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const event = (name: string, activity: string, hours: number) => ({
  case: name,
  activity,
  at: new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString(),
})
const log = [
  ...[1, 2, 3].flatMap((one) => [event(`${one}`, 'opened', one), event(`${one}`, 'resolved', 26 + one)]),
  ...[event('4', 'opened', 0), event('4', 'opened', 0), event('4', 'resolved', 2)],
  event('5', 'opened', 24 * 60),
]

describe('explainEventLog', () => {
  it('says how cases went', () => {
    const result = analyseEventLog([...log, { case: '6' }], { asOf: '2026-01-31', invalid: 'collect' })
    expect(explainEventLog(result).sentences).toEqual([
      'Cases up to 2026-01-31: 4; events: 9; different ways they went: 2.',
      '75% of cases (3) went: opened → resolved.',
      '25% of cases (1) went: opened → opened → resolved.',
      'From the first event to the last: half of the cases took up to 1 d 2 h, nine in ten up to 1 d 2 h; the mean is 20 h.',
      'Something was done again in 25% of cases (1).',
      '"opened" was done again: 1, of which right after itself: 1 (cases: 1).',
      'Cases begin with: opened 4.',
      'Cases end with: resolved 4.',
      'Activities, the most frequent first: opened 5, resolved 4.',
      'From "opened" to "resolved": half took up to 1 d 2 h, nine in ten up to 1 d 2 h (times: 4).',
      'From "opened" to "opened": half took up to 0 min, nine in ten up to 0 min (times: 1).',
      'Events that came later, and are in no figure: 1.',
      'Cases with events of the same moment, taken in the order of the log: 1.',
      'Events that were rejected, and are in no figure: 1. With them cases might have gone other ways.',
    ])
    expect(explainEventLog(result, zhCN).sentences).toEqual([
      '截至 2026-01-31 的案例共 4 个，事件 9 个，不同路径 2 条。',
      '75% 的案例（3 个）的路径：opened → resolved。',
      '25% 的案例（1 个）的路径：opened → opened → resolved。',
      '由首个事件到末个事件：半数案例不超过 1 天 2 小时，九成不超过 1 天 2 小时；平均 20 小时。',
      '有重复活动的案例占 25%（1 个）。',
      '“opened”重复 1 次，其中紧接自身之后 1 次（案例 1 个）。',
      '案例的首项活动：opened 4 次。',
      '案例的末项活动：resolved 4 次。',
      '各项活动（次数多的在前）：opened 5 次、resolved 4 次。',
      '由“opened”到“resolved”：半数不超过 1 天 2 小时，九成不超过 1 天 2 小时（4 次）。',
      '由“opened”到“opened”：半数不超过 0 分钟，九成不超过 0 分钟（1 次）。',
      '此后发生、未计入的事件：1 个。',
      '有同一时刻的事件、按日志顺序排列的案例：1 个。',
      '被拒收、未计入的事件：1 个；若计入，路径可能不同。',
    ])
  })

  it('tells five ways, the first twenty activities of each, and how many more there are', () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      Array.from({ length: index === 0 ? 23 : 1 }, (_, hour) => event(`${index}`, `a${index}`, hour)),
    )
    const { sentences } = explainEventLog(analyseEventLog(many.flat(), { asOf: '2026-01-31' }))
    expect(sentences[1]).toBe(`12.5% of cases (1) went: ${Array(20).fill('a0').join(' → ')} → 3 more.`)
    expect(sentences[6]).toBe('Other ways: 3; together 37.5% of cases.')
    expect(explainEventLog(analyseEventLog(many.flat(), { asOf: '2026-01-31' }), zhCN).sentences[6]).toBe('其余路径 3 条，合计占案例的 37.5%。')
  })

  it('says that there are no cases, or that nothing was done again', () => {
    expect(explainEventLog(analyseEventLog([], { asOf: '2026-01-31' })).sentences).toEqual(['There are no cases up to 2026-01-31.'])
    expect(explainEventLog(analyseEventLog([], { asOf: '2026-01-31' }), zhCN).sentences).toEqual(['截至 2026-01-31 没有案例。'])
    expect(explainEventLog(analyseEventLog(log.slice(0, 2), { asOf: '2026-01-31' })).sentences).toContain('Nothing was done again in any case.')
    expect(explainEventLog(analyseEventLog(log.slice(0, 2), { asOf: '2026-01-31' }), zhCN).sentences).toContain('所有案例都没有重复活动。')
  })

  it('refuses figures that disagree, and what is not as stated', () => {
    const result = analyseEventLog(log, { asOf: '2026-01-31' })
    const issues = (change: object) => issuesOf(() => explainEventLog({ ...result, ...change } as never))
    expect(issues({ events: 8 })).toEqual([['outdated-input', ['result', 'events']]])
    expect(issues({ variants: [] })).toEqual([['outdated-input', ['result', 'cases']]])
    expect(issues({ variants: [{ ...result.variants[0], count: 4 }] })).toEqual([
      ['outdated-input', ['result', 'variants', 0, 'share']],
      ['outdated-input', ['result', 'variants', 0, 'cumulative']],
    ])
    expect(issues({ rework: { ...result.rework, rate: 1 } })).toEqual([['outdated-input', ['result', 'rework', 'rate']]])
    expect(issues({ diagnoses: [{ code: 'x', params: {} }] })).toEqual([['not-allowed', ['result', 'diagnoses', 0, 'code']]])
    expect(issuesOf(() => explainEventLog(null as never))).toEqual([['wrong-type', ['result']]])
  })

  it('has nothing in it that is no word, whatever the log', () => {
    const events = fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: 0, max: 5_000_000 })), { maxLength: 40 })
    fc.assert(
      fc.property(events, (all) => {
        const result = analyseEventLog(
          all.map(([name, activity, seconds]) => event(`${name}`, `a${activity}\nb`, seconds / 3600)),
          { asOf: '2026-02-10' },
        )
        for (const locale of [undefined, zhCN]) {
          for (const sentence of explainEventLog(result, locale).sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object| {2}|^$|[\r\n]/)
        }
      }),
      { numRuns: 50 },
    )
  })
})
