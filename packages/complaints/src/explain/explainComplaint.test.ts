import { describe, expect, it } from 'vitest'
import { settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainComplaint } from '../explain.js'
import type { ComplaintState, WorkflowDefinition } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

const at = '2024-03-01T09:00:00+08:00'

/** The first of the issues that a call throws. */
const firstOf = (run: () => unknown): unknown => (issuesOf(run) as readonly unknown[])[0]

describe('explainComplaint', () => {
  it('says where a complaint stands, who must act, what has happened, and what lies ahead', () => {
    const state = stateAfter(settled.slice(0, 5))
    expect(explainComplaint(state, eightSteps).sentences).toEqual([
      `Complaint C-1 has stood at "Solution proposed" since ${at}.`,
      'Responsible for what comes next: manager.',
      "The last of the textbook's eight steps that is done: 5. propose a solution; still to come: 6. submit it to the manager in charge for decision, 7. notify the customer and carry it out, 8. sum up and evaluate.",
      `Solution proposed by li (agent) at ${at}: a new kettle; it costs 120.00 CNY.`,
      'What has happened in this cycle: complaint recorded (1), receipt acknowledged (2), sympathy expressed (3), complaint accepted (4), department assigned (5), cause analysed (6), solution proposed (7).',
      `Recorded at ${at}; customer: Wang; content: product quality.`,
      'Commands at "Solution proposed", each on its own conditions: approve the solution, send the solution back, submit the solution to the director, wait for the customer, withdraw the complaint, merge into another complaint, escalate, change the priority, extend the deadline, correct the record.',
    ])
    expect(explainComplaint(state, eightSteps, zhCN).sentences).toEqual([
      `投诉 C-1 自 ${at} 起处于“已提出处理方案”。`,
      '下一步负责人：主管经理。',
      '教材八个步骤中最近完成的：5．提出处理方案；尚待进行：6．提交主管领导批示、7．通知客户并实施处理方案、8．总结评价。',
      `li（客服专员）于 ${at} 提出的处理方案：a new kettle；费用为 120.00 CNY。`,
      '本轮已有：投诉已记录（1）、已向客户确认收到（2）、已表示同情（3）、投诉成立（4）、责任部门已确定（5）、原因已分析（6）、方案已提出（7）。',
      `记录时间：${at}；客户：Wang；投诉内容：商品质量。`,
      '“已提出处理方案”的命令（须符合各自的条件）：批准方案、退回方案、呈报总监批示、等待客户、撤回投诉、并入另一投诉、升级处理、调整优先级、延长期限、更正记录。',
    ])
  })

  it('says that a rejected complaint leaves the eight steps', () => {
    const state = stateAfter([{ type: 'expressSympathy' }, { type: 'judgeComplaint', verdict: 'rejected', grounds: 'x', appealRoute: 'y' }])
    expect(explainComplaint(state, eightSteps).sentences[2]).toBe(
      "The last of the textbook's eight steps that is done: 2. judge whether it holds; on this way none of the others is still to come.",
    )
    expect(explainComplaint(state, eightSteps, zhCN).sentences[2]).toBe('教材八个步骤中最近完成的：2．判定投诉是否成立；按此流向，其余步骤不再进行。')
  })

  it('says where a complaint that waits goes back to; what is done is what was done before', () => {
    const sentences = explainComplaint(stateAfter([...settled.slice(0, 4), { type: 'awaitCustomer' }]), eightSteps).sentences
    expect(sentences[2]).toMatch(/^The last of the textbook's eight steps that is done: 4\. .*; still to come: 5\. /)
    expect(sentences[3]).toBe('From here it goes back to "Cause analysed".')
    expect(explainComplaint(stateAfter([{ type: 'awaitCustomer' }]), eightSteps, zhCN).sentences[3]).toBe('此后将回到“已记录”。')
  })

  it('says of a closed complaint that it is, and how far it came', () => {
    const state = stateAfter(settled)
    const sentences = explainComplaint(state, eightSteps).sentences
    expect(sentences.slice(0, 2)).toEqual([
      `Complaint C-1 is closed: it has stood at "Closed" since ${at}.`,
      "The last of the textbook's eight steps that is done: 8. sum up and evaluate.",
    ])
    expect(sentences.at(-1)).toBe('Commands at "Closed", each on its own conditions: reopen the complaint.')
    expect(explainComplaint(state, eightSteps, zhCN).sentences.slice(0, 2)).toEqual([
      `投诉 C-1 已终结：自 ${at} 起处于“已结案”。`,
      '教材八个步骤中最近完成的：8．总结评价。',
    ])
    const merged = stateAfter([{ type: 'mergeInto', into: 'C-2' }])
    expect(explainComplaint(merged, eightSteps).sentences[1]).toMatch(/^What has happened/)
    expect(explainComplaint(merged, eightSteps).sentences.at(-1)).toBe('Nothing can be done at "Merged into another complaint".')
    expect(explainComplaint(merged, eightSteps, zhCN).sentences.at(-1)).toBe('在“已并入另一投诉”没有可以执行的操作。')
  })

  it('says which cycle it is, and only what has happened in it', () => {
    const state = stateAfter([...settled, { type: 'reopen' }])
    expect(explainComplaint(state, eightSteps).sentences.slice(3, 5)).toEqual([
      'This is cycle 2: what happened in earlier ones is on file, but is no evidence any more.',
      'What has happened in this cycle: complaint reopened (14), receipt acknowledged (15).',
    ])
    expect(explainComplaint(state, eightSteps, zhCN).sentences[3]).toBe('这是第 2 轮处理：以前各轮的记录照旧归档，但不再作为依据。')
  })

  it('says of a solution without an amount that it costs no money', () => {
    const state = stateAfter([...settled.slice(0, 4), { type: 'proposeSolution', remedy: { gift: 'a cup', pieces: 2 } }])
    expect(explainComplaint(state, eightSteps).sentences[3]).toBe(
      `Solution proposed by li (agent) at ${at}: (gift: a cup; pieces: 2); it costs no money.`,
    )
    expect(explainComplaint(state, eightSteps, zhCN).sentences[3]).toBe(
      `li（客服专员）于 ${at} 提出的处理方案：（gift：a cup；pieces：2）；不产生费用。`,
    )
  })

  it('says what it can of a bare definition, and of a history that is cut off', () => {
    const bare: WorkflowDefinition = {
      kind: 'complaint-workflow',
      id: 'bare',
      version: 1,
      initial: 'here',
      opening: { needs: [], emits: ['Opened', 'Seen'] },
      steps: { here: { title: 'Here', moves: [{ on: 'leave', to: '@previous', emits: ['Left'] }] } },
    }
    const fact = { sequence: 1, at, by: { id: 'li', role: 'agent' } }
    const times = { openedAt: at, enteredAt: at, updatedAt: at }
    const place = {
      complaint: 'C-1',
      definition: { id: 'bare', version: 1 },
      sequence: 1,
      following: 1,
      step: 'here',
      closed: false,
      returnTo: [],
      cycle: 1,
    }
    const state: ComplaintState = { ...place, ...times, facts: { Opened: fact }, record: {}, proposal: null }
    expect(explainComplaint(state, bare).sentences).toEqual([
      `Complaint C-1 has stood at "Here" since ${at}.`,
      'Nobody is named as responsible for what comes next.',
      'What has happened in this cycle: Opened (1).',
      `Recorded at ${at}.`,
      'The history is cut off in the middle of a command; events still to come: 1.',
      'Nothing can be done at "Here".',
    ])
    expect(explainComplaint(state, bare, zhCN).sentences.slice(1, -1)).toEqual([
      '未指定下一步的负责人。',
      '本轮已有：Opened（1）。',
      `记录时间：${at}。`,
      '历史在一条命令的中途中断；尚缺的事件数：1。',
    ])
  })

  it('tells of the counter which of the eight steps it takes', () => {
    expect(explainComplaint(stateAfter([], counterService), counterService).sentences[2]).toBe(
      "The last of the textbook's eight steps that is done: 1. record the complaint; still to come: 6. submit it to the manager in charge for decision, 8. sum up and evaluate.",
    )
  })

  it('refuses what is not as stated, and the state of another definition', () => {
    const state = stateAfter([])
    expect(firstOf(() => explainComplaint(state, counterService))).toEqual(['other-policy', ['state', 'definition']])
    expect(issuesOf(() => explainComplaint({ ...state, step: 'nowhere' }, eightSteps))).toEqual([['not-allowed', ['state', 'step']]])
    expect(issuesOf(() => explainComplaint(undefined as never, undefined as never))).toEqual([
      ['missing', ['definition']],
      ['missing', ['state']],
    ])
  })
})
