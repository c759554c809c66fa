import { describe, expect, it } from 'vitest'
import { handled } from '../../testing/clocks.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainRedaction } from '../explain.js'
import { redactComplaint } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const events = handled('2026-01-09T16:00:00Z', [{ type: 'expressSympathy', at: '2026-01-09T17:00:00Z' }])

describe('explainRedaction', () => {
  it('says which fields were taken out of which events', () => {
    const result = redactComplaint(events, { fields: ['by', 'customer', 'phone'] })
    expect(explainRedaction(result).sentences).toEqual([
      'History of complaint C-1 (events: 3), values taken out or replaced: 4.',
      'Who acted goes by a pseudonym in these events: 1, 2, 3.',
      '"customer" was taken out of these events: 1.',
      'No event has these fields, which may be misspelt: phone.',
      'The kinds of events, their times and steps are as they were.',
    ])
    expect(explainRedaction(JSON.parse(JSON.stringify(result)), zhCN).sentences).toEqual([
      '投诉 C-1 的历史（事件 3 个）已脱敏，共 4 处。',
      '以下事件的经手人已改用代号：1、2、3。',
      '以下事件已去除“客户”：1。',
      '所有事件都不含以下字段，请核对拼写：phone。',
      '事件的类型、时间和步骤均保持原样。',
    ])
  })

  it('says that nothing was taken out', () => {
    const result = redactComplaint(events, { fields: ['phone'] })
    expect(explainRedaction(result).sentences).toEqual([
      'Nothing was taken out of complaint C-1.',
      'No event has these fields, which may be misspelt: phone.',
    ])
    expect(explainRedaction(result, zhCN).sentences).toEqual(['投诉 C-1 的历史没有脱敏内容。', '所有事件都不含以下字段，请核对拼写：phone。'])
  })

  it('refuses what still has what was taken out, and what is not as stated', () => {
    const { events: left } = redactComplaint(events, { fields: ['customer'] })
    const withNotFound = (result: unknown) => (result === null ? null : { notFound: [], ...(result as object) })
    const issues = (result: unknown) => issuesOf(() => explainRedaction(withNotFound(result) as never))
    expect(issues({ events, removed: [{ sequence: 1, field: 'customer' }] })).toEqual([['unknown-key', ['result', 'events', 0, 'customer']]])
    expect(issues({ events: left, removed: [{ sequence: 9, field: 'customer' }] })).toEqual([['out-of-range', ['result', 'removed', 0, 'sequence']]])
    expect(issues({ events: left.slice().reverse(), removed: [] })).toContainEqual(['outdated-input', ['result', 'events', 1, 'sequence']])
    expect(issues({ events: [], removed: [] })).toEqual([['empty', ['result', 'events']]])
    expect(
      issues({ events: left, removed: [{ sequence: 1, field: 'customer' }], notFound: ['content', 'phone', 'by', 'customer', 'phone'] }),
    ).toEqual([
      ['given-elsewhere', ['result', 'notFound', 0]],
      ['given-elsewhere', ['result', 'notFound', 2]],
      ['given-elsewhere', ['result', 'notFound', 3]],
      ['duplicate', ['result', 'notFound', 4]],
    ])
    expect(issuesOf(() => explainRedaction({ events: left, removed: [] } as never))).toEqual([['missing', ['result', 'notFound']]])
    expect(issues(null)).toEqual([['wrong-type', ['result']]])
  })
})
