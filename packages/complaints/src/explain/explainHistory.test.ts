import { describe, expect, it } from 'vitest'
import { after, agent, at, command, eventsOf, manager, settled } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainHistory } from '../explain.js'
import { decideComplaint, migrateComplaint, replayComplaint } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

/** The first of the issues that a call throws. */
const firstOf = (run: () => unknown): unknown => (issuesOf(run) as readonly unknown[])[0]

describe('explainHistory', () => {
  it('says of each event its number, when, who, what it told, and where it led', () => {
    const events = after(settled.slice(0, 6))
    expect(explainHistory(events, eightSteps).sentences).toEqual([
      `1. ${at}, li (agent): complaint recorded (customer: Wang; content: product quality; description: The kettle leaks.); it stands at "Recorded".`,
      `2. ${at}, li (agent): receipt acknowledged; it stays at "Recorded".`,
      `3. ${at}, li (agent): sympathy expressed; it stays at "Recorded".`,
      `4. ${at}, li (agent): complaint accepted (verdict: upheld; grounds: It does leak.); it goes to "Accepted".`,
      `5. ${at}, li (agent): department assigned (department: works); it goes to "Department assigned".`,
      `6. ${at}, li (agent): cause analysed (cause: product-or-service-defect); it goes to "Cause analysed".`,
      `7. ${at}, li (agent): solution proposed (remedy: a new kettle; amount: 120.00 CNY); it goes to "Solution proposed".`,
      `8. ${at}, chen (manager): solution approved (amount paid to the customer before: 0.00 CNY; amount: 120.00 CNY); it goes to "Solution approved".`,
    ])
    const inChinese = explainHistory(events, eightSteps, zhCN).sentences
    expect([inChinese[0], inChinese[1], inChinese[6], inChinese[7]]).toEqual([
      `1．${at}，li（客服专员）：投诉已记录（客户：Wang；投诉内容：商品质量；情况说明：The kettle leaks.）；投诉处于“已记录”。`,
      `2．${at}，li（客服专员）：已向客户确认收到；仍在“已记录”。`,
      `7．${at}，li（客服专员）：方案已提出（处理办法：a new kettle；金额：120.00 CNY）；转入“已提出处理方案”。`,
      `8．${at}，chen（主管经理）：方案已批准（此前已付给客户的金额：0.00 CNY；金额：120.00 CNY）；转入“方案已批准”。`,
    ])
  })

  it('says where a cycle begins, and where another version holds, each event in the words of its own', () => {
    const closed = after(settled)
    const reopened = eventsOf(decideComplaint({ command: command({ type: 'reopen' }), state: replayComplaint(closed, eightSteps) }, eightSteps))
    const { recorded } = eightSteps.steps
    const again = { ...recorded, title: { en: 'On file', 'zh-CN': '已立案' } } as typeof recorded
    const later = {
      ...eightSteps,
      version: 2,
      initial: 'filed',
      steps: { ...eightSteps.steps, filed: again, recorded: again },
      migrate: { 1: { recorded: 'filed' } },
    }
    const before = [...closed, ...reopened]
    const migrated = eventsOf(
      migrateComplaint({ state: replayComplaint(before, eightSteps), at, by: manager }, { from: eightSteps, to: later as never }),
    )
    const events = [...before, ...migrated]
    const definitions = [later, eightSteps] as never
    expect(explainHistory(events, definitions).sentences.slice(-3)).toEqual([
      `14. ${at}, li (agent): complaint reopened; cycle 2 begins; it stays at "Closed".`,
      `15. ${at}, li (agent): receipt acknowledged; it goes to "Recorded".`,
      `16. ${at}, chen (manager): brought under another version; version 1 gives way to version 2; it goes to "On file".`,
    ])
    expect(explainHistory(events, definitions, zhCN).sentences.slice(-3)).toEqual([
      `14．${at}，li（客服专员）：投诉已重新处理；第 2 轮处理开始，仍在“已结案”。`,
      `15．${at}，li（客服专员）：已向客户确认收到；转入“已记录”。`,
      `16．${at}，chen（主管经理）：已转入新版流程；由第 1 版改按第 2 版处理，转入“已立案”。`,
    ])
  })

  it('shows whatever a command told on one line, and codes by their terms', () => {
    const deep = [[[[[['x']]]]]]
    const fields = { lines: 'a\n\nb', yes: true, no: false, low: -2.5, tiny: 1e-7, nothing: null, blank: ' ', list: ['a', -1, []], none: {}, deep }
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`f${index}`, index]))
    const events = after([
      { type: 'correctRecord', ...fields },
      { type: 'correctRecord', by: { ...agent, department: 'desk' }, ...many },
    ])
    const sentences = explainHistory(events, eightSteps).sentences
    expect(sentences[2]).toBe(
      `3. ${at}, li (agent): record corrected (lines: a b; yes: yes; no: no; low: −2.5; tiny: 0.0000001; nothing: —; blank: —; list: a, −1, —; none: —; deep: …); it stays at "Recorded".`,
    )
    expect(explainHistory(events, eightSteps, zhCN).sentences[2]).toContain('（lines：a b；yes：是；no：否；low：−2.5；')
    expect(sentences[3]).toMatch(/^4\. .*, li \(agent, desk\): .*; f19: 19; 5 more\); it stays/)
    const disputed = after([...settled.slice(0, 8), { type: 'recordCustomerResponse', response: 'disputed', note: 'disputed' }])
    expect(explainHistory(disputed, eightSteps, zhCN).sentences[10]).toContain('（客户意见：有异议；note：disputed）')
  })

  it('refuses a damaged history, and one of other definitions', () => {
    const events = after(settled)
    expect(firstOf(() => explainHistory(events.slice(1), eightSteps))).toMatchObject([expect.any(String), [0, expect.any(String)]])
    expect(firstOf(() => explainHistory(events, counterService))).toEqual(['other-policy', [0, 'definition']])
    expect(issuesOf(() => explainHistory(null as never, eightSteps))).toEqual([['wrong-type', ['events']]])
    expect(firstOf(() => explainHistory(events, null as never))).toEqual(['wrong-type', ['definition']])
  })
})
