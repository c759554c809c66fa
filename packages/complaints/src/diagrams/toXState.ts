import { moneyText } from '../money/readMoney.js'
import type { ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'
import { readDiagram } from './readDiagram.js'
import type { XStateConfig, XStateGuard, XStateNode, XStateTransition } from './types.js'
import { uniqueNames } from './uniqueNames.js'
import { type StepWays, waysOut } from './waysOut.js'

/**
 * Writes a workflow as a configuration for XState 5, to look at it in Stately's tools, or to compare a host's own decisions with it.
 *
 * A state stands for a step, an event for a command, both by the same names. Names in which XState sees more than a name go by what is left of them:
 * those of steps with a point, a backslash or a `#` at the beginning; commands that are wildcards (`*`, `a.*`) or begin with `xstate.`. The real
 * ones stand in `meta`. A move to the step that a complaint came from is one transition for every step that it can have come from. A final step
 * that can still be left is an ordinary state with the tag `final`.
 *
 * To run it, a host provides the guard `allowed` and the action `record`, and a context in which they find what happened. The guard gets an
 * {@link XStateGuard} and tells whether all of it holds of the context and of the event, which is the command. The action gets an
 * {@link XStateRecord} and writes down the events, after forgetting those of the earlier cycle where a new one starts; and the steps to go back
 * to: if `to` is not `from`, it is one of them, and it and all after it are forgotten; or else `from` is added where the step `remembers`; or
 * else all are forgotten. A machine does not tell why it stays where it is: {@link decideComplaint} does.
 *
 * @param definition - The workflow.
 * @returns Plain data for `createMachine`.
 * @throws {@link InputError} if the definition is not right.
 * @see https://stately.ai/docs/machines
 * @example
 * import { toXState } from '@clientele/complaints'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const { initial, states } = toXState(counterService)
 * initial //=> 'heard'
 * states['heard']?.on?.['settleOnTheSpot']?.[0]?.target //=> 'settled'
 * states['turned-down']?.tags //=> ['final']
 */
export function toXState(definition: WorkflowDefinition): XStateConfig {
  const { workflow } = readDiagram(definition, {})
  const { id, version, title } = workflow.document
  const keys = uniqueNames([...workflow.steps.keys()], { otherwise: 'step', isPlain: isPlainStep })
  const events = uniqueNames([...workflow.commands.keys()], { otherwise: 'command', isPlain: isPlainCommand })
  const states = waysOut(workflow).map((ways) => [keys.get(ways.step.id), nodeOf(ways, workflow, { keys, events })])
  const machine = uniqueNames([id], { otherwise: 'machine', isPlain: isPlainStep }).get(id)
  const config = {
    id: machine,
    initial: keys.get(workflow.initial),
    meta: { definition: { id, version }, title },
    states: Object.fromEntries(states),
  }
  // A copy, so that whoever gets it cannot alter the definition; without what is undefined.
  return JSON.parse(JSON.stringify(config)) as XStateConfig
}

function isPlainStep(id: string): boolean {
  return !/^#|[.\\]/.test(id)
}

function isPlainCommand(command: string): boolean {
  return !/^xstate\.|^\*$|\.\*$/.test(command)
}

interface Names {
  readonly keys: ReadonlyMap<string, string>
  readonly events: ReadonlyMap<string, string>
}

function nodeOf({ step, back }: StepWays, workflow: ReadWorkflow, { keys, events }: Names): XStateNode {
  const { title, textbook, responsible, clocks } = step.document
  const on = [...step.on].map(([command, moves]) => {
    const transitions = moves.flatMap((move) => {
      const targets = move.to === PREVIOUS ? back : [move.to === STAY ? step.id : move.to]
      return targets.map((to) => transitionOf(move, step.id, to, workflow, keys))
    })
    return [events.get(command) as string, transitions] as const
  })
  const known = on.filter(([, transitions]) => transitions.length > 0)
  return {
    meta: { step: step.id, title, textbook, responsible, clocks } as XStateNode['meta'],
    ...(step.final && { ...(known.length === 0 && { type: 'final' as const }), tags: ['final'] as const }),
    ...(known.length > 0 && { on: Object.fromEntries(known) }),
  }
}

function transitionOf(move: ReadMove, from: string, to: string, workflow: ReadWorkflow, keys: Names['keys']): XStateTransition {
  const { on: command, emits, proposes, startsCycle, why } = move
  const params = guardOf(move, to, workflow)
  const remembers = workflow.steps.get(to)?.returns === true
  return {
    ...(to !== from && { target: keys.get(to) as string }),
    ...(Object.keys(params).length > 0 && { guard: { type: 'allowed', params } }),
    actions: [{ type: 'record', params: { command, emits, from, to, proposes, startsCycle, remembers } }],
    meta: { command, ...(why !== undefined && { why }) },
  }
}

function guardOf(move: ReadMove, to: string, { limits }: ReadWorkflow): XStateGuard {
  const { to: stated, conditions, fields, events, role, notBy, approves, proposes } = move
  const [first, ...more] = conditions
  const limited = approves ? [...limits.values()].flat() : []
  return {
    ...(first !== undefined && { when: more.length === 0 ? first : { all: conditions } }),
    ...(fields.length > 0 && { fields }),
    ...(events.length > 0 && { events }),
    ...(role !== undefined && { role }),
    ...(notBy.length > 0 && { notBy: notBy.map(({ name, events: theirs }) => ({ as: name, events: [...theirs] })) }),
    ...(limited.length > 0 && {
      limits: limited.map(({ role: limitedRole, upTo: { amount, currency, digits }, cumulative }) => {
        return { role: limitedRole, amount: moneyText(amount, digits), currency, cumulative }
      }),
      ...(proposes && { proposes }),
    }),
    ...(stated === PREVIOUS && { cameFrom: to }),
  }
}
