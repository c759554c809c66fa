import { returnToAfter } from '../history/returnToAfter.js'
import type { ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import { type Ground, prepareGround } from '../workflow/exploreMoves.js'
import { hiddenMoves } from '../workflow/hiddenMoves.js'
import { type Marks, markWorkflow } from '../workflow/marks.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'
import { conditionText } from './meanings.js'

/** Where a complaint may stand, as far as it matters to whether it can be closed. */
export interface Standing {
  readonly step: string
  readonly returnTo: readonly string[]
  /** What happened in this cycle, of what moves need. */
  readonly facts: Marks
}

/** A definition, made ready to be searched for a way out. */
export interface SearchGround extends Ground {
  /** The events that make one move be made in the place of another. */
  readonly deciding: Marks
  readonly moves: ReadonlyMap<string, readonly MarkedMove[]>
}

interface MarkedMove {
  readonly move: ReadMove
  readonly needs: Marks
  readonly brings: Marks
  /** The parts of its condition, as texts. */
  readonly conditions: readonly string[]
  /** Earlier moves on its command that are made in its place by whoever may make them, once their events have happened. */
  readonly rivals: readonly MarkedMove[]
}

/** Of more earlier moves, that one is made in the place of another may be overlooked. */
const MOST_RIVALS = 20

/** A move that there is in a standing. */
export interface Chance {
  readonly move: ReadMove
  readonly to: string
  readonly brings: Marks
  /** The events that it lacks: none where it can be made. */
  readonly gap: Marks
}

/** Prepares a definition to be searched. */
export function prepareSearch(workflow: ReadWorkflow): SearchGround {
  const marking = markWorkflow(workflow)
  const needed = union(marking.events.values())
  const marked = (move: ReadMove): MarkedMove => {
    const { brings = 0n, needs = 0n } = marking.moves.get(move) ?? {}
    return { move, needs, brings: brings & needed, conditions: move.conditions.map(conditionText), rivals: [] }
  }
  const moves = new Map([...workflow.steps.values()].map((step) => [step.id, withRivals(step.moves.map(marked))]))
  const deciding = union([...moves.values()].flat().flatMap(({ rivals }) => rivals.map(({ needs }) => needs)))
  return { ...prepareGround({ workflow, marking, hidden: hiddenMoves(workflow) }), deciding, moves }
}

function withRivals(moves: readonly MarkedMove[]): readonly MarkedMove[] {
  const earlier = new Map<string, MarkedMove[]>()
  return moves.map((marked) => {
    const { on } = marked.move
    const before = earlier.get(on) ?? []
    const rivals = before.filter((other) => asksNoMore(other, marked)).slice(0, MOST_RIVALS)
    before.push(marked)
    earlier.set(on, before)
    return { ...marked, rivals }
  })
}

/** Whether a move asks for nothing but what another asks for too, events and roles aside. */
function asksNoMore(one: MarkedMove, other: MarkedMove): boolean {
  const { fields, notBy, approves } = other.move
  const isPart = <Asked>(some: readonly Asked[], all: readonly Asked[]): boolean => some.every((asked) => all.includes(asked))
  if (one.move.approves && !approves) return false
  return isPart(one.move.fields, fields) && isPart(one.move.notBy, notBy) && isPart(one.conditions, other.conditions)
}

/** The moves that there are in a standing: none that goes back where there is nowhere to go back to, and none in whose place another is made. */
export function chancesAt(standing: Standing, { workflow, moves }: SearchGround): readonly Chance[] {
  return (moves.get(standing.step) ?? []).flatMap((marked) => {
    const { move, needs, brings, rivals } = marked
    const to = targetOf(move, standing, workflow)
    if (to === undefined) return []
    const made = rivals.filter((rival) => (rival.needs & ~standing.facts) === 0n && targetOf(rival.move, standing, workflow) !== undefined)
    return isLeftTo(move, made) ? [{ move, to, brings, gap: needs & ~standing.facts }] : []
  })
}

function targetOf({ to }: ReadMove, { step, returnTo }: Standing, { steps }: ReadWorkflow): string | undefined {
  const target = to === STAY ? step : to === PREVIOUS ? returnTo.at(-1) : to
  return target !== undefined && steps.has(target) ? target : undefined
}

/** Whether anyone may make a move who may make none of those that are made in its place. */
function isLeftTo({ role }: ReadMove, made: readonly MarkedMove[]): boolean {
  const isTaken = (one: string): boolean => made.some(({ move }) => move.role?.includes(one))
  return made.every(({ move }) => move.role !== undefined) && (role === undefined || !role.every(isTaken))
}

/** Where a complaint stands after a move that can be made. */
export function standingAfter({ move, to, brings }: Chance, { step, returnTo, facts }: Standing, { workflow }: SearchGround): Standing {
  const back = to === step ? returnTo : returnToAfter(returnTo, step, to, workflow)
  return { step: to, returnTo: back, facts: (move.startsCycle ? 0n : facts) | brings }
}

/** All marks that are in any of some. */
export function union(marks: Iterable<Marks>): Marks {
  let all = 0n
  for (const one of marks) all |= one
  return all
}
