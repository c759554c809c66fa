import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../../testing/desk.js'
import { hostilePools, meetingPools, type NamePools, randomWorkflow } from '../../testing/randomWorkflow.js'
import {
  explainAvailableCommands,
  explainComplaint,
  explainDecision,
  explainDefinitionComparison,
  explainHistory,
  explainShortestPath,
  explainWorkflow,
} from '../explain.js'
import {
  availableCommands,
  type ComplaintCommand,
  type ComplaintEvent,
  compareDefinitions,
  type Decision,
  decideComplaint,
  migrateComplaint,
  openComplaint,
  replayComplaint,
  shortestPath,
  type WorkflowDefinition,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

interface Story {
  readonly definition: WorkflowDefinition
  readonly later: WorkflowDefinition
  readonly commands: readonly { readonly pick: number; readonly role: string; readonly id: string; readonly fields: object }[]
}

const value = fc.oneof(
  fc.constantFrom('x', 'y', '7', '2024-02-20', '', null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(fc.constantFrom('a', 'b c', null), { maxLength: 3 }),
  fc.record({ inner: fc.constantFrom('a', -1, null), list: fc.constant([{ deep: true }]) }),
)
const fields = fc.record(
  { kind: value, remedy: value, until: value, ordinary: value, amount: fc.constantFrom('50', 150, 1000), currency: fc.constantFrom('CNY', 'EUR') },
  { requiredKeys: ['amount', 'currency'] },
)

const stories = (pools: NamePools): fc.Arbitrary<Story> =>
  fc.record({
    definition: randomWorkflow(pools),
    later: randomWorkflow(pools),
    commands: fc.array(
      fc.record({ pick: fc.nat(50), role: fc.constantFrom('agent', 'manager', 'toString'), id: fc.constantFrom('li', 'wu'), fields }),
      { maxLength: 6 },
    ),
  })

/** Everything that is said of a story in both languages. */
function tell({ definition, later, commands }: Story): readonly string[] {
  const locales = [en, zhCN]
  const said: string[] = locales.flatMap((locale) => explainWorkflow(definition, locale).sentences)
  const note = (decision: Decision, by: WorkflowDefinition): readonly ComplaintEvent[] => {
    said.push(...locales.flatMap((locale) => explainDecision(decision, by, locale).sentences))
    return decision.ok ? decision.events : []
  }
  const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'x' } as const
  const types = [...new Set(Object.values(definition.steps).flatMap(({ moves }) => moves.map(({ on }) => on))), 'nothing']
  let events = note(openComplaint({ type: 'recordComplaint', at, by: { id: 'li', role: 'agent' }, ...told }, definition), definition)
  for (const { pick, role, id, fields: carried } of commands) {
    const [state, by] = [replayComplaint(events, definition), { id, role }]
    const available = availableCommands({ state, actor: by, at }, definition)
    said.push(...locales.flatMap((locale) => explainAvailableCommands(available, definition, locale).sentences))
    const here = available.commands.map(({ type }) => type)
    const type = here[pick % (here.length + 1)] ?? (types[pick % types.length] as string)
    const command = { ...carried, type, at, by, paidToCustomer: 20 } as unknown as ComplaintCommand
    const proposal = state.proposal === null ? {} : { amount: undefined, currency: undefined }
    events = [...events, ...note(decideComplaint({ command: { ...command, ...proposal }, state }, definition), definition)]
  }
  const state = replayComplaint(events, definition)
  const next = { ...later, id: definition.id, version: 'later' }
  const comparison = compareDefinitions({ before: definition, after: next, open: [state] })
  const migrated = note(migrateComplaint({ state, at, by: { id: 'li', role: 'agent' } }, { from: definition, to: next }), next)
  const histories = locales.flatMap((locale) => explainHistory([...events, ...migrated], [definition, next], locale).sentences)
  expect(histories).toHaveLength(2 * (events.length + migrated.length))
  const rest = locales.flatMap((locale) => [
    ...explainComplaint(state, definition, locale).sentences,
    ...Object.keys(definition.steps).flatMap((to) => explainShortestPath(shortestPath({ state, to }, definition), definition, locale).sentences),
    ...explainDefinitionComparison(comparison, { before: definition, after: next }, locale).sentences,
  ])
  return [...said, ...histories, ...rest]
}

describe('what is said of random definitions and complaints', () => {
  it('has no placeholders left in it, and nothing that is no word', () => {
    fc.assert(
      fc.property(stories(meetingPools), (story) => {
        for (const sentence of tell(story)) expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object|function|^$|[\r\n]/)
      }),
      { numRuns: 15 },
    )
  })

  it('is on one line each, whatever the names', () => {
    fc.assert(
      fc.property(stories(hostilePools), (story) => {
        for (const sentence of tell(story)) expect(sentence).not.toMatch(/undefined|\[object|^$|[\r\n]/)
      }),
      { numRuns: 15 },
    )
  })

  it('has names with placeholders in them as they are', () => {
    const definition: WorkflowDefinition = {
      kind: 'complaint-workflow',
      id: '{id}',
      version: '{version}',
      title: '{ends}',
      initial: '{step}',
      opening: { needs: ['{complaint}'], emits: ['{events}'] },
      steps: { '{step}': { title: '{at}', final: true, moves: [] } },
    }
    expect(explainWorkflow(definition).sentences[0]).toBe('"{ends}" (version {version}) is how complaints are handled; they end at: "{at}".')
    expect(explainWorkflow(definition).sentences[1]).toContain('to be filled in: {complaint}. This is recorded as: {events};')
  })
})
