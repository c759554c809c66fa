import { describe, expect, it } from 'vitest'
import { agent, at, director, manager, settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainAvailableCommands } from '../explain.js'
import { type Actor, availableCommands, type ComplaintState, type WorkflowDefinition } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

const lookUp = (state: ComplaintState, actor: Actor, definition: WorkflowDefinition = eightSteps) =>
  availableCommands({ state, actor, at }, definition)

describe('explainAvailableCommands', () => {
  it('says what can be done, what it takes and where it leads, and what stands against the rest', () => {
    const available = lookUp(stateAfter([], counterService), { id: 'li', role: 'clerk' }, counterService)
    expect(explainAvailableCommands(available, counterService).sentences).toEqual([
      'Possible now: settle on the spot.',
      'Responsible for what comes next: clerk.',
      '"settle on the spot" leads to "Settled"; to be filled in: remedy.',
      '"turn the complaint down" is not possible now. The role "clerk" may not do this; who may: shift leader. This is not open to li (who took the complaint); somebody else must do it. Why it is so: Whoever took the complaint does not turn it down.',
    ])
    expect(explainAvailableCommands(available, counterService, zhCN).sentences).toEqual([
      '现在可以执行：当场处理。',
      '下一步负责人：柜员。',
      '“当场处理”之后，投诉转入“已处理”；须填写：处理办法。',
      '现在不能执行“驳回投诉”。角色“柜员”无权执行；有权执行的是：值班长。li（接待人）不得执行；须由他人执行。理由：接待投诉的人不得自己驳回。',
    ])
  })

  it('names every step that the moves of a command lead to, with what each takes', () => {
    const state = stateAfter(settled.slice(0, 1))
    const sentences = explainAvailableCommands(lookUp(state, agent), eightSteps).sentences
    expect(sentences).toContain(
      '"judge whether the complaint holds" leads to "Accepted"; to be filled in: verdict, grounds. "judge whether the complaint holds" leads to "Rejected, customer not told yet"; to be filled in: verdict, grounds, route of appeal.',
    )
    expect(sentences).toContain('"withdraw the complaint" leads to "Withdrawn".')
    expect(explainAvailableCommands(lookUp(state, agent), eightSteps, zhCN).sentences).toContain('“撤回投诉”之后，投诉转入“已撤回”。')
  })

  it('says of a command that leads nowhere else that the complaint stays, and of one that may, both', () => {
    const definition = (tos: readonly string[]): WorkflowDefinition => ({
      ...counterService,
      steps: { ...counterService.steps, heard: { title: 'Heard', moves: tos.map((to) => ({ on: 'look', to, emits: ['Looked'] })) } },
    })
    const say = (...tos: readonly string[]): readonly unknown[] => {
      const available = lookUp(stateAfter([], definition(tos)), agent, definition(tos))
      return [en, zhCN].map((locale) => explainAvailableCommands(available, definition(tos), locale).sentences.at(-1))
    }
    expect(say('.')).toEqual(['"look" leaves the complaint where it is.', '“look”之后，投诉仍在原步骤。'])
    expect(say('heard', '.')).toEqual(say('.'))
    expect(say('settled', 'filed')).toEqual(['"look" leads to "Settled" or "Filed".', '“look”之后，投诉转入“已处理”或“已归档”。'])
    expect(say('filed', '.')).toEqual([
      '"look" leads to "Filed", or leaves the complaint where it is.',
      '“look”之后，投诉转入“已归档”，或仍在原步骤。',
    ])
  })

  it('says what stands against several moves only once', () => {
    const refused = explainAvailableCommands(lookUp(stateAfter([]), agent), eightSteps).sentences.find((one) => one.includes('not possible')) ?? ''
    expect(refused.match(/has not happened/g)).toHaveLength(1)
  })

  it('says which amount is over the limit before it is asked for', () => {
    const proposed = [...settled.slice(0, 4), { type: 'proposeSolution', remedy: 'refund', amount: 6000, currency: 'CNY' }]
    const sentences = explainAvailableCommands(lookUp(stateAfter(proposed), manager), eightSteps).sentences
    expect(sentences).toContain(
      '"approve the solution" is not possible now. The amount of 6000.00 CNY goes beyond the limit of the role "manager", which is 5000.00 CNY; who may approve it: director. Why it is so: Nobody approves what they proposed themselves, or more than their limit allows.',
    )
    expect(explainAvailableCommands(lookUp(stateAfter(proposed), director), eightSteps).sentences).toContain(
      '"approve the solution" leads to "Solution approved".',
    )
  })

  it('says where nothing can be done', () => {
    const merged = lookUp(stateAfter([{ type: 'mergeInto', into: 'C-2' }]), agent)
    expect(explainAvailableCommands(merged, eightSteps).sentences).toEqual(['Nothing can be done here now.'])
    expect(explainAvailableCommands(merged, eightSteps, zhCN).sentences).toEqual(['现在没有可以执行的操作。'])
  })

  it('refuses what is not as stated, and what another definition tells', () => {
    const available = lookUp(stateAfter([]), agent)
    expect(issuesOf(() => explainAvailableCommands([] as never, eightSteps))).toEqual([['wrong-type', ['available']]])
    expect(issuesOf(() => explainAvailableCommands({ ...available, policies: [] }, eightSteps))).toEqual([
      ['other-policy', ['available', 'policies']],
    ])
    const first = available.commands[0] as (typeof available.commands)[number]
    const cases = [
      [{ type: 'smile' }, 'outdated-input', ['type']],
      [{ allowed: 1 }, 'wrong-type', ['allowed']],
      [{ needs: [null] }, 'wrong-type', ['needs', 0]],
      [{ reasons: [{ code: 'closed', params: { command: 'x', step: 'y' } }] }, 'outdated-input', ['reasons', 0, 'params', 'step']],
      [{ moves: [] }, 'empty', ['moves']],
      [{ moves: [{ ...first.moves[0], to: '.' }] }, 'outdated-input', ['moves', 0, 'to']],
    ] as const
    for (const [one, code, path] of cases) {
      const changed = { ...available, commands: [{ ...first, ...one }] }
      expect(issuesOf(() => explainAvailableCommands(changed as never, eightSteps))).toEqual([[code, ['available', 'commands', 0, ...path]]])
    }
    expect(issuesOf(() => explainAvailableCommands({ ...available, step: 'x', commands: [] }, eightSteps))).toEqual([
      ['outdated-input', ['available', 'step']],
    ])
    // What is a command of the definition, but not there.
    expect(issuesOf(() => explainAvailableCommands({ ...available, step: 'closed', commands: [first] }, eightSteps))).toEqual([
      ['outdated-input', ['available', 'commands', 0, 'type']],
    ])
    expect(issuesOf(() => explainAvailableCommands({ ...available, responsible: '' }, eightSteps))).toEqual([['empty', ['available', 'responsible']]])
  })
})
