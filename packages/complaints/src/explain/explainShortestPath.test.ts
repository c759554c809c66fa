import { describe, expect, it } from 'vitest'
import { stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainShortestPath } from '../explain.js'
import { type ShortestPath, shortestPath, type WorkflowDefinition } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

const pathOf = (
  legs: readonly (readonly [command: string, step: string])[],
  { kind, id, version }: WorkflowDefinition,
  reachable = true,
): ShortestPath => ({
  reachable,
  commands: legs.map(([command]) => command),
  steps: legs.map(([, step]) => step),
  policies: [{ kind, id, version }],
})

const legs = [
  ['assignDepartment', 'assigned'],
  ['awaitCustomer', 'awaiting-customer'],
  ['customerReplied', 'assigned'],
  ['analyseCause', 'analysed'],
] as const

describe('explainShortestPath', () => {
  it('says how many commands it takes, and each with the step it leads to', () => {
    const path = pathOf(legs, eightSteps)
    expect(explainShortestPath(path, eightSteps).sentences).toEqual([
      'Commands on the shortest way: 4.',
      '1. determine the department responsible: the complaint then stands at "Department assigned".',
      '2. wait for the customer: the complaint then stands at "Waiting for the customer".',
      '3. record the customer\'s reply: the complaint then stands at "Department assigned".',
      '4. analyse the cause: the complaint then stands at "Cause analysed".',
    ])
    expect(explainShortestPath(path, eightSteps, zhCN).sentences.slice(0, 2)).toEqual([
      '最短路径上的命令数：4。',
      '1．确定责任部门：投诉随即处于“已确定责任部门”。',
    ])
  })

  it('tells the way of the eight steps', () => {
    const path = shortestPath({ state: stateAfter([]), to: 'closed' }, eightSteps)
    const sentences = explainShortestPath(path, eightSteps).sentences
    expect(sentences[0]).toBe('Commands on the shortest way: 7.')
    expect(sentences.at(-1)).toBe('7. sum up and evaluate: the complaint then stands at "Closed".')
    expect(explainShortestPath(path, eightSteps, zhCN).sentences.at(-1)).toBe('7．总结评价：投诉随即处于“已结案”。')
  })

  it('says where none is needed, and where none leads there', () => {
    expect(explainShortestPath(pathOf([], counterService), counterService).sentences).toEqual([
      'No command is needed: the complaint stands there already.',
    ])
    expect(explainShortestPath(pathOf([], counterService), counterService, zhCN).sentences).toEqual(['无需执行任何命令：投诉已在该步骤。'])
    expect(explainShortestPath(pathOf([], counterService, false), counterService).sentences).toEqual(['No commands lead there.'])
    expect(explainShortestPath(pathOf([], counterService, false), counterService, zhCN).sentences).toEqual(['没有命令可以转到该步骤。'])
  })

  it('refuses what is no path, or one that does not lead along the moves of the definition', () => {
    const path = pathOf(legs, eightSteps)
    const cases = [
      [{ reachable: 'yes' }, [['wrong-type', ['path', 'reachable']]]],
      [{ commands: undefined }, [['missing', ['path', 'commands']]]],
      [
        { reachable: false },
        [
          ['wrong-length', ['path', 'commands']],
          ['wrong-length', ['path', 'steps']],
        ],
      ],
      [{ steps: path.steps.slice(1) }, [['wrong-length', ['path', 'steps']]]],
      [{ commands: path.commands.slice(1) }, [['wrong-length', ['path', 'steps']]]],
      [{ commands: ['toString', ...path.commands.slice(1)] }, [['outdated-input', ['path', 'commands', 0]]]],
      [{ commands: [...path.commands.slice(0, 3), 'withdraw'] }, [['outdated-input', ['path', 'steps', 3]]]],
      [{ steps: ['accepted', ...path.steps.slice(1)] }, [['outdated-input', ['path', 'steps', 0]]]],
      [{ steps: [...path.steps.slice(0, 3), 'closed'] }, [['outdated-input', ['path', 'steps', 3]]]],
      [{ policies: null }, [['wrong-type', ['path', 'policies']]]],
    ] as const
    for (const [change, issues] of cases) expect(issuesOf(() => explainShortestPath({ ...path, ...change } as never, eightSteps))).toEqual(issues)
    expect(issuesOf(() => explainShortestPath(path, counterService))).toEqual([['other-policy', ['path', 'policies']]])
  })
})
