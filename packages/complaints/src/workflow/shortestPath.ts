import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { readState } from '../history/readState.js'
import type { ComplaintState } from '../history/types.js'
import { checkTarget } from './checkTarget.js'
import type { ReadWorkflow } from './compiled.js'
import { readWorkflow } from './readWorkflow.js'
import type { PathCase, ShortestPath, WorkflowDefinition } from './types.js'
import { PREVIOUS, STAY } from './wellKnown.js'

/**
 * Finds the fewest commands that lead a complaint to a step, over moves as they stand: whatever their conditions, needs, roles and limits ask for,
 * which may take other commands on the way, is left aside.
 *
 * @param subject - `state`: where the complaint stands; `to`: the step to get to.
 * @param definition - The definition that the complaint is handled by.
 * @returns The commands and the steps they lead to, none where the complaint stands there already; `reachable` says whether there is a way. Of several
 * that are as short, the one whose moves come first in the definition. A step that is entered on the way is not gone back from, as that would only
 * lead to where the complaint has been; the steps it can go back to before are. It takes O(n r) for n moves and r of these.
 * @throws {@link InputError} if anything is not as stated, with every issue: also if `to` is no step, or the state was made with another definition.
 * @see E. F. Moore, "The shortest path through a maze" (1959), for breadth-first search.
 * @example
 * import { openComplaint, replayComplaint, shortestPath } from '@clientele/complaints'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const call = { type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'clerk' } } as const
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'The queue was long.' } as const
 * const opened = openComplaint({ ...call, ...told }, counterService)
 * const state = replayComplaint(opened.ok ? opened.events : [], counterService)
 * const { commands, steps } = shortestPath({ state, to: 'filed' }, counterService)
 * commands //=> ['settleOnTheSpot', 'thankCustomer']
 * steps //=> ['settled', 'filed']
 */
export function shortestPath(subject: PathCase, definition: WorkflowDefinition): ShortestPath {
  const issues: Issue[] = []
  const workflow = readWorkflow(definition, ['definition'], issues)
  const read = readSubject(subject, workflow, issues)
  throwIssues(issues)
  const { state, to } = read as PathCase
  const { steps, policy } = workflow as ReadWorkflow
  const way = findWay(state, to, steps)
  const taken = way ?? []
  return {
    reachable: way !== undefined,
    commands: taken.map(({ command }) => command),
    steps: taken.map(({ step }) => step),
    policies: [policy],
  }
}

function readSubject(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[]): PathCase | undefined {
  if (!checkRecord(subject, ['subject'], issues)) return undefined
  checkKeys(subject, ['state', 'to'], [], issues)
  const state = readState(ownValue(subject, 'state'), workflow, ['state'], issues)
  const to = ownValue(subject, 'to')
  checkTarget(to, new Set(workflow?.steps.keys()), ['to'], issues)
  return state === undefined ? undefined : { state, to: to as string }
}

/** Where a complaint is on its way. */
interface Place {
  readonly step: string
  /** How many of the steps that the complaint could go back to at first are still below. */
  readonly below: number
  /** Whether going back leads to the last of these: else to where it has been on the way. */
  readonly isBack: boolean
  readonly before: Place | null
  readonly command: string
}

/** The first shortest way, by breadth: each place is looked at once, in the order in which it is found. */
function findWay({ step, returnTo }: ComplaintState, to: string, steps: ReadWorkflow['steps']): readonly Place[] | undefined {
  const found: Place[] = [{ step, below: returnTo.length, isBack: true, before: null, command: '' }]
  const seen = new Set([nameOf(found[0] as Place)])
  const depths = new Map(returnTo.map((one, index) => [one, index]))
  for (const place of found) {
    if (place.step === to) return wayTo(place)
    for (const move of steps.get(place.step)?.moves ?? []) {
      const next = nextPlace(place, move, { returnTo, depths, steps })
      if (next === undefined || seen.has(nameOf(next))) continue
      seen.add(nameOf(next))
      found.push(next)
    }
  }
  return undefined
}

function nameOf({ step, below, isBack }: Place): string {
  return JSON.stringify([step, below, isBack])
}

interface Returning {
  readonly returnTo: readonly string[]
  /** The index of each step in these. */
  readonly depths: ReadonlyMap<string, number>
  readonly steps: ReadWorkflow['steps']
}

/** Where a move leads that leads anywhere new. */
function nextPlace(before: Place, move: { readonly on: string; readonly to: string }, { returnTo, depths, steps }: Returning): Place | undefined {
  const { step, below, isBack } = before
  const last = isBack ? returnTo[below - 1] : undefined
  const target = move.to === PREVIOUS ? last : move.to
  if (target === undefined || target === STAY || target === step) return undefined
  const depth = depths.get(target)
  const from = { step: target, before, command: move.on }
  if (depth !== undefined && depth < below) return { ...from, below: depth, isBack: true }
  return { ...from, below: steps.get(target)?.returns ? below : 0, isBack: false }
}

function wayTo(place: Place): readonly Place[] {
  const way: Place[] = []
  for (let at = place; at.before !== null; at = at.before) way.push(at)
  return way.reverse()
}
