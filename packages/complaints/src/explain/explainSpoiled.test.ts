import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoilWith } from '../../../core/testing/spoil.js'
import { calendarOf, extended, handled as handledFrom, policyOf, ruleOf, waited } from '../../testing/clocks.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, command, manager, settled, stateAfter, type Told } from '../../testing/desk.js'
import {
  explainAvailableCommands,
  explainClassification,
  explainClocks,
  explainComplaint,
  explainComplaintAnalysis,
  explainDeadlineRisk,
  explainDecision,
  explainDefinitionComparison,
  explainEventLog,
  explainHistory,
  explainRedaction,
  explainShortestPath,
  explainWorkflow,
} from '../explain.js'
import {
  analyseComplaints,
  analyseEventLog,
  availableCommands,
  classifyComplaint,
  compareDefinitions,
  complaintClocks,
  decideComplaint,
  migrateComplaint,
  redactComplaint,
  type WorkflowDefinition,
} from '../index.js'
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

const office = calendarOf('Asia/Shanghai', [['09:00', '17:00']])
const source = { title: { en: 'The Act', 'zh-CN': '条例' }, url: 'https://law.example/act', asOf: '2026-01-01' }
const clockPolicy = {
  ...policyOf(ruleOf({ warnAtPercent: '75', extendedBy: 'DeadlineExtended', source }), ruleOf({ id: 'days', target: { businessDays: 2 } })),
  note: 'An example.',
}
const handling = handledFrom('2026-01-09T16:00:00+08:00', [
  ...waited('2026-01-09T16:30:00+08:00', '2026-01-12T10:00:00+08:00'),
  extended('2026-01-12T10:00:00+08:00', '2026-01-14'),
])
const looked = { at: '2026-01-13T10:00:00+08:00', definition: eightSteps, calendars: { office } }
const rate = { clock: 'resolution', step: 'recorded', department: null, sample: 4, breached: 1, breachRate: 0.25 }
const risk = {
  at: '2026-01-12T00:00:00Z',
  risks: [{ ...rate, complaint: 'C-1', cycle: 1, ageSeconds: 60 }],
  steps: [rate],
  diagnoses: [
    { code: 'small-sample', params: { complaint: 'C-1', clock: 'resolution', sample: 4 } },
    { code: 'rejected', params: { count: 1 } },
  ],
}
const measured = { asOf: '2026-02-01', definition: eightSteps, clocks: clockPolicy, calendars: { office } }
const logged = handling.map(({ complaint, type, at: when }) => ({ case: complaint, activity: type, at: when }))

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
  ['clocks', complaintClocks(handling, clockPolicy, looked), [clockPolicy, eightSteps, office], explainClocks],
  ['a risk', risk, clockPolicy, explainDeadlineRisk],
  ['an analysis', analyseComplaints([handling], measured), [clockPolicy, complaintTaxonomy], explainComplaintAnalysis],
  ['a log', analyseEventLog(logged, { asOf: '2026-02-01' }), undefined, (result, _, locale) => explainEventLog(result, locale)],
  ['a redaction', redactComplaint(handling, { fields: ['by', 'customer'] }), undefined, (result, _, locale) => explainRedaction(result, locale)],
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
