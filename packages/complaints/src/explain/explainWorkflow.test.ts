import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainWorkflow } from '../explain.js'
import type { WorkflowDefinition } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

/** A definition of one open step with these moves, and an end. */
const withMoves = (moves: readonly unknown[], rest: object = {}): WorkflowDefinition =>
  ({
    kind: 'complaint-workflow',
    id: 'small',
    version: 7,
    initial: 'open',
    opening: { needs: [], emits: ['Opened'] },
    steps: { open: { title: 'Open', moves }, done: { title: { en: 'Done', 'zh-CN': '完' }, final: true, moves: [] } },
    ...rest,
  }) as WorkflowDefinition

describe('explainWorkflow', () => {
  it('tells the whole of a small process', () => {
    expect(explainWorkflow(counterService).sentences).toEqual([
      '"Complaints at the counter" (version 1) is how complaints are handled; they end at: "Filed", "Turned down".',
      'It begins with "hear the complaint"; to be filled in: complaint, customer, content, description. This is recorded as: complaint recorded; the complaint then stands at "Heard".',
      'At "Heard", step 1 of the textbook\'s eight is done: record the complaint. Responsible for what comes next: clerk. Clocks: "resolution" runs.',
      'The clerk or shift leader may settle on the spot; to be filled in: remedy. This is recorded as: solution approved; the complaint goes to "Settled". Why it is so: A clerk settles what the limit allows; the rest is for the shift leader.',
      'The shift leader may turn the complaint down; to be filled in: grounds; this is not open to: who took the complaint. This is recorded as: complaint turned down, customer told; the complaint goes to "Turned down". Why it is so: Whoever took the complaint does not turn it down.',
      'At "Settled", step 6 of the textbook\'s eight is done: submit it to the manager in charge for decision. Responsible for what comes next: clerk. Clocks: "resolution" runs.',
      'The clerk or shift leader may thank the customer. This is recorded as: customer told, complaint closed; the complaint goes to "Filed".',
      'At "Filed", step 8 of the textbook\'s eight is done: sum up and evaluate. The complaint is closed here. Clocks: "resolution" stops.',
      'At "Turned down", step 8 of the textbook\'s eight is done: sum up and evaluate. The complaint is closed here. Clocks: "resolution" stops.',
      'Anyone may hear it again. This is recorded as: complaint heard again; a new cycle begins, and the complaint goes to "Heard".',
      'The clerk may approve up to 200.00 CNY.',
      'The shift leader may approve up to 2000.00 CNY.',
      'These roles may approve nothing in other currencies; roles without a limit may approve any amount.',
    ])
    expect(explainWorkflow(counterService, zhCN).sentences).toEqual([
      '投诉按“柜台投诉处理”（第 1 版）处理，终结于：“已归档”、“已驳回”。',
      '处理始于“听取投诉”；须填写：投诉编号、客户、投诉内容、情况说明。记作：投诉已记录；投诉随即处于“已听取”。',
      '“已听取”：至此完成教材八个步骤中的第 1 步“记录投诉内容”。下一步负责人：柜员。计时：“解决”计时中。',
      '柜员或值班长可以当场处理；须填写：处理办法。记作：方案已批准；投诉转入“已处理”。理由：限额以内由柜员当场处理，超出的由值班长处理。',
      '值班长可以驳回投诉；须填写：理由；以下人员不得执行：接待人。记作：投诉已驳回、已告知客户；投诉转入“已驳回”。理由：接待投诉的人不得自己驳回。',
      '“已处理”：至此完成教材八个步骤中的第 6 步“提交主管领导批示”。下一步负责人：柜员。计时：“解决”计时中。',
      '柜员或值班长可以感谢客户。记作：已告知客户、投诉已结案；投诉转入“已归档”。',
      '“已归档”：至此完成教材八个步骤中的第 8 步“总结评价”。投诉在此终结。计时：“解决”停止计时。',
      '“已驳回”：至此完成教材八个步骤中的第 8 步“总结评价”。投诉在此终结。计时：“解决”停止计时。',
      '任何人都可以重新听取。记作：投诉已重新听取；开始新的一轮处理，投诉转入“已听取”。',
      '柜员可批准的金额不超过 200.00 CNY。',
      '值班长可批准的金额不超过 2000.00 CNY。',
      '上述角色不得批准其他币种的金额；未设限额的角色可批准任何金额。',
    ])
  })

  it('tells the eight steps: what needs what, and why', () => {
    const sentences = explainWorkflow(eightSteps).sentences
    expect(sentences[4]).toBe(
      'The agent, manager or director may judge whether the complaint holds, provided that "verdict" is "upheld"; this must have happened before, in this cycle: receipt acknowledged, sympathy expressed; to be filled in: verdict, grounds. This is recorded as: complaint accepted; the complaint goes to "Accepted". Why it is so: First the feelings, then the matter.',
    )
    expect(sentences[6]).toBe(
      'What can also be done here, as told below for several steps: wait for the customer, withdraw the complaint, merge into another complaint, escalate, change the priority, extend the deadline, correct the record.',
    )
    expect(sentences).toContain(
      'The manager or director may approve the solution; this is not open to: proposer. This is recorded as: solution approved; the complaint goes to "Solution approved". Why it is so: Nobody approves what they proposed themselves, or more than their limit allows.',
    )
    expect(sentences).toContain(
      '"Waiting for the customer" is none of the textbook\'s eight steps. Responsible for what comes next: agent. Clocks: "first response" is paused, "resolution" is paused.',
    )
    expect(sentences).toContain(
      "The agent, manager or director may record the customer's reply. This is recorded as: customer replied; the complaint goes back to where it came from.",
    )
    expect(sentences.slice(-4)).toEqual([
      'What follows can be done at each of these steps: "Closed", "Rejected, customer told", "Withdrawn".',
      'The agent, manager or director may reopen the complaint. This is recorded as: complaint reopened, receipt acknowledged; a new cycle begins, and the complaint goes to "Recorded". Why it is so: A new cycle begins; what the earlier ones say stays on file, but is no evidence any more.',
      'The manager may approve up to 5000.00 CNY, counting what the customer was paid before.',
      'These roles may approve nothing in other currencies; roles without a limit may approve any amount.',
    ])
  })

  it('tells the eight steps in Chinese alone', () => {
    const sentences = explainWorkflow(eightSteps, zhCN).sentences
    expect(sentences.slice(0, 7)).toEqual([
      '投诉按“处理客户投诉的八个步骤”（第 1 版）处理，终结于：“已结案”、“不成立，已告知客户并归档”、“已撤回”、“已并入另一投诉”。',
      '处理始于“记录投诉”；须填写：投诉编号、客户、投诉内容、情况说明。记作：投诉已记录、已向客户确认收到；投诉随即处于“已记录”。',
      '“已记录”：至此完成教材八个步骤中的第 1 步“记录投诉内容”。下一步负责人：客服专员。计时：“首次答复”计时中、“解决”计时中。',
      '客服专员、主管经理或总监可以表示同情。记作：已表示同情；投诉仍在原步骤。',
      '客服专员、主管经理或总监可以判定投诉是否成立，条件是“判定”为“成立”；本轮须先有的依据：已向客户确认收到、已表示同情；须填写：判定、理由。记作：投诉成立；投诉转入“投诉成立”。理由：先处理感情，再处理事情。',
      '客服专员、主管经理或总监可以判定投诉是否成立，条件是“判定”为“不成立”；本轮须先有的依据：已向客户确认收到、已表示同情；须填写：判定、理由、申诉途径。记作：投诉不成立；投诉转入“投诉不成立，尚未告知客户”。理由：先处理感情，再处理事情；投诉不成立的，要说明理由和申诉途径。',
      '在此还可以（见下文多个步骤共有的操作）：等待客户、撤回投诉、并入另一投诉、升级处理、调整优先级、延长期限、更正记录。',
    ])
    expect(sentences).toContain('以下操作在这些步骤都可以执行：“投诉成立”、“已确定责任部门”、“已分析原因”。')
    expect(sentences).toContain('主管经理可批准的金额不超过 5000.00 CNY，此前已付给客户的金额计算在内。')
    for (const sentence of sentences) expect(sentence.replace('CNY', '')).not.toMatch(/[A-Za-z{}]/)
  })

  it('tells every step once, with its own place in the textbook, and every move once', () => {
    const sentences = explainWorkflow(eightSteps).sentences
    const told = (start: string): number => sentences.filter((sentence) => sentence.startsWith(start)).length
    for (const { title } of Object.values(eightSteps.steps)) {
      const { en } = title as { readonly en: string }
      expect(told(`At "${en}", step `) + told(`"${en}" is none `)).toBe(1)
    }
    const permissions = sentences.filter((sentence) => / may (?!approve up|approve nothing)/.test(sentence))
    expect(new Set(permissions).size).toBe(permissions.length)
    expect(permissions.filter((sentence) => sentence.includes('send the solution back'))).toHaveLength(2)
  })

  it('tells of a bare definition what there is', () => {
    const bare = withMoves([{ on: 'go', to: '.', emits: ['Gone'] }], { steps: { open: { title: 'Open', moves: [] } } })
    expect(explainWorkflow(bare).sentences).toEqual([
      '"small" (version 7) is how complaints are handled; no step closes them.',
      'It begins with "record the complaint"; to be filled in: none. This is recorded as: Opened; the complaint then stands at "Open".',
      '"Open" is none of the textbook\'s eight steps. Nobody is named as responsible for what comes next.',
    ])
    expect(explainWorkflow(bare, zhCN).sentences).toEqual([
      '投诉按“small”（第 7 版）处理，没有终结投诉的步骤。',
      '处理始于“记录投诉”；须填写：无。记作：Opened；投诉随即处于“Open”。',
      '“Open”：不属于教材的八个步骤。未指定下一步的负责人。',
    ])
  })

  it('lists of many roles the first, without an "or" before the number of the others', () => {
    const role = Array.from({ length: 25 }, (_, index) => `r${index}`)
    const move = explainWorkflow(withMoves([{ on: 'end', to: 'done', role, emits: ['Ended'] }])).sentences[3]
    expect(move).toContain('r18, r19, 5 more may end.')
    expect(move).not.toContain(' or ')
  })

  it('tells where complaints of earlier versions go, and which clocks wait', () => {
    const migrate = { 6: { seen: 'open', 'put by': 'done' } }
    const steps = { open: { title: 'Open', clocks: { resolution: 'pause' }, moves: [] }, done: { title: 'Done', final: true, moves: [] } }
    const definition = withMoves([], { migrate, steps })
    expect(explainWorkflow(definition).sentences.slice(2)).toEqual([
      '"Open" is none of the textbook\'s eight steps. Nobody is named as responsible for what comes next. Clocks: "resolution" is paused.',
      '"Done" is none of the textbook\'s eight steps. The complaint is closed here.',
      'Complaints that stood at these steps of version 6 go on here: "seen" at "Open", "put by" at "Done".',
    ])
    expect(explainWorkflow(definition, zhCN).sentences.slice(-1)).toEqual([
      '第 6 版中处于下列步骤的投诉，在此继续：“seen”转到“Open”、“put by”转到“Done”。',
    ])
  })

  it('joins the parts of a condition, and names who may not', () => {
    const when = {
      all: [
        { field: 'command.a', operator: 'equals', value: 1 },
        { field: 'command.b', operator: 'equals', value: 'x' },
      ],
    }
    const definition = withMoves([{ on: 'go', to: '@previous', when, role: ['clerk'], notBy: ['recorder', 'go', 'Gone'], emits: ['Gone'] }])
    expect(explainWorkflow(definition).sentences[3]).toBe(
      'The clerk may go, provided that "a" is 1 and "b" is "x"; this is not open to: recorder, whoever stood behind "go", whoever stood behind "Gone". This is recorded as: Gone; the complaint goes back to where it came from.',
    )
    expect(explainWorkflow(definition, zhCN).sentences[3]).toBe(
      'clerk可以go，条件是“a”为1，且“b”为“x”；以下人员不得执行：记录人、“go”的经手人、“Gone”的经手人。记作：Gone；投诉回到原来的步骤。',
    )
  })

  it('refuses what is no definition', () => {
    expect(issuesOf(() => explainWorkflow(null as never))).toEqual([['wrong-type', ['definition']]])
    expect(issuesOf(() => explainWorkflow({ ...counterService, limits: 5 } as never))).toEqual([['wrong-type', ['definition', 'limits']]])
  })
})
