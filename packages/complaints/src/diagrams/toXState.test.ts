import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { hostilePools, meetingPools, randomWorkflow } from '../../testing/randomWorkflow.js'
import { counterService } from '../templates/counterService.js'
import { eightSteps } from '../templates/eightSteps.js'
import type { WorkflowDefinition, WorkflowMove } from '../workflow/types.js'
import { toXState } from './toXState.js'
import type { XStateGuard, XStateTransition } from './types.js'

const definitionOf = (steps: WorkflowDefinition['steps'], others: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  kind: 'complaint-workflow',
  id: 'own',
  version: 1,
  initial: Object.keys(steps)[0] as string,
  opening: { needs: [], emits: ['Opened'] },
  steps,
  ...others,
})

/** What the parameters of a move's guard are to be, by hand. */
function guardOf(
  { opening, limits = [], steps }: WorkflowDefinition,
  { on, when, needs = [], role, notBy = [], emits, to }: WorkflowMove,
  target: string,
): XStateGuard {
  const moves = Object.values(steps).flatMap((step) => step.moves)
  const events = new Set([...opening.emits, ...moves.flatMap((move) => move.emits)])
  const firstOf = (command: string): string[] => {
    const firsts = moves.filter((move) => move.on === command).map((move) => move.emits[0])
    return command === 'recordComplaint' ? [opening.emits[0], ...firsts] : firsts
  }
  const people = notBy.map((name) => {
    const [command, event] =
      name === 'proposer' ? ['proposeSolution', 'SolutionProposed'] : name === 'recorder' ? ['recordComplaint', 'ComplaintRecorded'] : [name, name]
    return { as: name, events: [...new Set([event, ...firstOf(command as string)])] as string[] }
  })
  const isApproval = on === 'approveSolution' || emits.includes('SolutionApproved')
  const flat = (condition: object): object[] => ('all' in condition ? (condition.all as object[]).flatMap(flat) : [condition])
  const conjuncts = when === undefined ? [] : flat(when)
  const params = {
    when: conjuncts.length > 1 ? { all: conjuncts } : conjuncts[0],
    fields: needs.filter((need) => !events.has(need)),
    events: needs.filter((need) => events.has(need)),
    role,
    notBy: people,
    limits: isApproval
      ? limits.map((limit) => ({
          role: limit.role,
          amount: Number(limit.upTo.amount).toFixed(2),
          currency: limit.upTo.currency,
          cumulative: limit.cumulative === true,
        }))
      : [],
    proposes: (isApproval && limits.length > 0 && (on === 'proposeSolution' || emits.includes('SolutionProposed'))) || undefined,
    cameFrom: to === '@previous' ? target : undefined,
  }
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0)),
  ) as XStateGuard
}

/** The transitions of a definition by hand, with its own names. */
function transitionsOf(definition: WorkflowDefinition): object[] {
  const { steps } = definition
  return Object.entries(steps).flatMap(([from, { moves }]) => {
    const sources = Object.keys(steps).filter((id) => id !== from && steps[id]?.moves.some(({ to }) => to === from))
    const commands = [...new Set(moves.map(({ on }) => on))]
    return commands.flatMap((command) =>
      moves
        .filter(({ on }) => on === command)
        .flatMap((move) =>
          (move.to === '@previous' ? sources : [move.to === '.' ? from : move.to]).map((to) => ({
            from,
            command,
            to,
            emits: move.emits,
            params: guardOf(definition, move, to),
          })),
        ),
    )
  })
}

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
const sorted = (guard: XStateGuard): object => ({ ...guard, ...(guard.limits && { limits: [...guard.limits].sort(byText) }) })

/** Checks that XState finds every transition of a definition, and no other, by the names in `meta`. */
function expectSame(definition: WorkflowDefinition): void {
  const config = toXState(deepFreeze(definition))
  expect(config).toEqual(JSON.parse(JSON.stringify(config)))
  const machine = createMachine(config as never)
  const stepOf = new Map(Object.entries(config.states).map(([key, { meta }]) => [key, meta.step]))
  expect([...stepOf.values()].sort()).toEqual(Object.keys(definition.steps).sort())
  expect(new Set(stepOf.values()).size).toBe(stepOf.size)
  expect(stepOf.get(config.initial)).toBe(definition.initial)
  const states = Object.values(
    machine.states as unknown as Readonly<
      Record<
        string,
        { key: string; ownEvents: readonly string[]; transitions: ReadonlyMap<string, readonly Found[]>; tags: readonly string[]; type: string }
      >
    >,
  )
  const found = states.flatMap(({ key, transitions }) =>
    [...transitions].flatMap(([, list]) =>
      list.map(({ target, meta, guard, actions }) => {
        const from = stepOf.get(key) as string
        const [{ params }] = actions
        const to = target === undefined ? from : stepOf.get(target[0]?.key as string)
        expect([params.from, params.to, params.command]).toEqual([from, to, meta.command])
        return { from, command: meta.command, to, emits: params.emits, params: sorted(guard?.params ?? {}) }
      }),
    ),
  )
  expect(found.sort(byText)).toEqual(
    transitionsOf(definition)
      .map((one) => ({ ...one, params: sorted((one as { params: XStateGuard }).params) }))
      .sort(byText),
  )
  for (const { key, tags, type, transitions } of states) {
    const step = definition.steps[stepOf.get(key) as string]
    expect([tags.includes('final'), type === 'final']).toEqual([step?.final === true, step?.final === true && transitions.size === 0])
  }
}

interface Found {
  readonly target: readonly { readonly key: string }[] | undefined
  readonly meta: XStateTransition['meta']
  readonly guard: XStateTransition['guard']
  readonly actions: XStateTransition['actions']
}

describe('toXState', () => {
  it('writes a step with its moves', () => {
    const { id, initial, meta, states } = toXState(deepFreeze(counterService))
    expect({ id, initial, meta }).toEqual({
      id: 'counter-service',
      initial: 'heard',
      meta: { definition: { id: 'counter-service', version: '1' }, title: counterService.title },
    })
    expect(Object.keys(states)).toEqual(['heard', 'settled', 'filed', 'turned-down'])
    expect(states['heard']?.on?.['settleOnTheSpot']).toEqual([
      {
        target: 'settled',
        guard: {
          type: 'allowed',
          params: {
            fields: ['remedy'],
            role: ['clerk', 'shift-leader'],
            limits: [
              { role: 'clerk', amount: '200.00', currency: 'CNY', cumulative: false },
              { role: 'shift-leader', amount: '2000.00', currency: 'CNY', cumulative: false },
            ],
          },
        },
        actions: [
          {
            type: 'record',
            params: {
              command: 'settleOnTheSpot',
              emits: ['SolutionApproved'],
              from: 'heard',
              to: 'settled',
              proposes: false,
              startsCycle: false,
              remembers: false,
            },
          },
        ],
        meta: { command: 'settleOnTheSpot', why: counterService.steps['heard']?.moves[0]?.why },
      },
    ])
    expect(states['filed']).toEqual({
      type: 'final',
      tags: ['final'],
      meta: { step: 'filed', title: counterService.steps['filed']?.title, textbook: 8, clocks: { resolution: 'stop' } },
    })
    expect([states['turned-down']?.type, states['turned-down']?.tags]).toEqual([undefined, ['final']])
    expect(states['turned-down']?.on?.['reopen']?.[0]).toEqual({
      target: 'heard',
      actions: [
        {
          type: 'record',
          params: {
            command: 'reopen',
            emits: ['ComplaintReopened'],
            from: 'turned-down',
            to: 'heard',
            proposes: false,
            startsCycle: true,
            remembers: false,
          },
        },
      ],
      meta: { command: 'reopen' },
    })
  })

  it('names states by their steps, and transitions back by where they lead', () => {
    const { states } = toXState(eightSteps)
    expect(Object.keys(states)).toEqual(Object.keys(eightSteps.steps))
    const back = states['awaiting-customer']?.on?.['customerReplied'] ?? []
    expect(back.map(({ target, guard }) => [target, guard?.params.cameFrom])).toEqual(
      ['recorded', 'accepted', 'assigned', 'analysed', 'proposed', 'escalated', 'approved', 'notified'].map((step) => [step, step]),
    )
    expect(states['recorded']?.on?.['awaitCustomer']?.[0]?.actions[0].params.remembers).toBe(true)
    expect(states['analysed']?.on?.['proposeSolution']?.[0]?.actions[0].params.proposes).toBe(true)
    expect(states['recorded']?.on?.['escalate']?.[0]).not.toHaveProperty('target')
  })

  it('keeps names apart in which XState sees more than a name', () => {
    const move = (on: string, to = '.'): WorkflowMove => ({ on, to, emits: ['X'] })
    const definition = definitionOf(
      {
        'a.b': { title: 'A', moves: [move('*'), move('a.*', '#a'), move('xstate.stop', 'a\\'), move('a', 'a_b'), move('a.b'), move('command')] },
        a_b: { title: 'B', moves: [] },
        '#a': { title: 'C', moves: [move('back', '@previous')] },
        'a\\': { title: 'D', moves: [] },
        '...': { title: 'E', moves: [] },
      },
      { id: 'own.one' },
    )
    const { id, initial, states } = toXState(definition)
    expect([id, initial, Object.keys(states)]).toEqual(['own_one', 'a_b_2', ['a_b_2', 'a_b', 'a', 'a_2', 'step']])
    expect(Object.keys(states[initial]?.on ?? {})).toEqual(['command_2', 'a_2', 'xstate_stop', 'a', 'a.b', 'command'])
    expectSame(definition)
  })

  it('says what the definition says, whatever that is', () => {
    expectSame(eightSteps)
    expectSame(counterService)
    for (const pools of [meetingPools, hostilePools]) fc.assert(fc.property(randomWorkflow(pools), expectSame), { numRuns: 100 })
  })

  it('refuses what is no definition', () => {
    expect(issuesOf(() => toXState({ ...counterService, initial: 'x', extra: 1 } as never))).toEqual([
      ['unknown-key', ['definition', 'extra']],
      ['not-allowed', ['definition', 'initial']],
    ])
    expect(issuesOf(() => toXState('x' as never))).toEqual([['wrong-type', ['definition']]])
  })
})
