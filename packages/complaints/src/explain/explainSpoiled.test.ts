import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoilWith } from '../../../core/testing/spoil.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, command, manager, settled, stateAfter, type Told } from '../../testing/desk.js'
import {
  explainAvailableCommands,
  explainClassification,
  explainComplaint,
  explainDecision,
  explainDefinitionComparison,
  explainHistory,
  explainShortestPath,
  explainWorkflow,
} from '../explain.js'
import { availableCommands, classifyComplaint, compareDefinitions, decideComplaint, migrateComplaint, type WorkflowDefinition } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { complaintTaxonomy, counterService, eightSteps } from '../templates.js'

const spoil = spoilWith(
  ['recorded', 'accepted', '@previous', '.', 'manager', 'event', 'condition', '2024-03-01T09:00:00Z'],
  ['why', 'ok', 'field', 'not', 'from'],
)

/** A result, what made it, and the way to say it. */
type Explainable = readonly [
  name: string,
  result: unknown,
  policy: unknown,
  explain: (result: never, policy: never, locale?: never) => { readonly sentences: readonly string[] },
]

const clerk = { id: 'wu', role: 'clerk' }
const leader = { id: 'sun', role: 'shift-leader' }
const { settled: handled } = counterService.steps
const refunded = {
  on: 'refund',
  to: '.',
  when: {
    any: [{ field: 'command.paid', operator: 'equals', value: true }, { not: { field: 'state.facts.Paid.sequence', operator: 'above', value: 0 } }],
  },
  emits: ['Paid'],
}
const desk = {
  ...counterService,
  steps: { ...counterService.steps, settled: { ...handled, moves: [...(handled?.moves ?? []), refunded] } },
} as WorkflowDefinition
const settle: Told = { type: 'settleOnTheSpot', by: clerk, remedy: 'refund', amount: 50, currency: 'CNY' }

const decide = (told: Told, before: readonly Told[]): unknown => decideComplaint({ command: command(told), state: stateAfter(before, desk) }, desk)
const later: WorkflowDefinition = {
  ...counterService,
  version: '2',
  initial: 'settled',
  steps: { ...counterService.steps, filed: { title: 'Filed', moves: [] } },
}
const open = [stateAfter([], counterService), { ...stateAfter([], counterService), complaint: 'C-2' }]
const known = { content: 'service', cause: 'leisure', severity: 'slight', impact: 'one-customer' }
const { kind, id, version } = desk
const path = { reachable: true, commands: ['settleOnTheSpot', 'thankCustomer'], steps: ['settled', 'filed'], policies: [{ kind, id, version }] }

const explainables: readonly Explainable[] = [
  ['an accepted command', decide({ type: 'thankCustomer', by: clerk }, [settle]), desk, explainDecision],
  [
    'a migration',
    migrateComplaint({ state: stateAfter([], counterService), at, by: manager }, { from: counterService, to: later }),
    later,
    explainDecision,
  ],
  ['a refusal', decide({ type: 'turnDown', by: agent, expectedSequence: 4 }, []), desk, explainDecision],
  ['a limit', decide({ ...settle, amount: 500 }, []), desk, explainDecision],
  ['a condition', decide({ type: 'refund' }, [settle, { type: 'refund' }]), desk, explainDecision],
  ['what can be done', availableCommands({ state: stateAfter([], desk), actor: leader, at }, desk), desk, explainAvailableCommands],
  ['a state', stateAfter([...settled.slice(0, 5), { type: 'awaitCustomer' }]), eightSteps, explainComplaint],
  ['a history', after([settle, { type: 'refund' }, { type: 'thankCustomer', by: clerk }], desk), [desk], explainHistory],
  ['a process', desk, undefined, (definition, _, locale) => explainWorkflow(definition, locale)],
  ['a path', path, desk, explainShortestPath],
  [
    'a comparison',
    compareDefinitions({ before: counterService, after: later, open }),
    { before: counterService, after: later },
    explainDefinitionComparison,
  ],
  ['a classification', classifyComplaint(known, complaintTaxonomy), complaintTaxonomy, explainClassification],
]

describe.each(explainables)('%s', (_, result, policy, explain) => {
  it('is explained as it is, without being changed; or where it or its policy was changed, explained or refused with issues', () => {
    expect(explain(deepFreeze(structuredClone(result)) as never, deepFreeze(structuredClone(policy)) as never).sentences.length).toBeGreaterThan(0)
    const counts = { explained: 0, refused: 0 }
    const changed = fc.oneof(
      spoil(result).map((one) => [one, policy]),
      spoil(policy).map((one) => [result, one]),
    )
    fc.assert(
      fc.property(changed, ([one, other]) => {
        try {
          const { sentences } = explain(one as never, other as never, zhCN as never)
          for (const sentence of sentences) expect(sentence).not.toMatch(/[{]\w+[}]|undefined|[\r\n]/)
          counts.explained += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          counts.refused += 1
        }
      }),
      { numRuns: 60, seed: 9 },
    )
    expect(counts.refused).toBeGreaterThan(5)
  })
})
