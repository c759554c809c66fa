import type { ReadMove, ReadStep, ReadWorkflow } from '../workflow/compiled.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'

/** A move to another step. */
interface WayOut {
  readonly move: ReadMove
  readonly to: string
}

/** Where the moves of a step lead. */
export interface StepWays {
  readonly step: ReadStep
  /** In the order of the moves. */
  readonly out: readonly WayOut[]
  /** Where its moves to `'@previous'` lead. */
  readonly back: readonly string[]
  /** The moves that leave the complaint where it is. */
  readonly staying: readonly ReadMove[]
}

/**
 * Where the moves of every step lead; going back leads to every step that has a move to the one it is left from, for only such a step is remembered
 * on the way.
 */
export function waysOut({ steps }: ReadWorkflow): readonly StepWays[] {
  const sources = sourcesOf(steps)
  return [...steps.values()].map((step) => {
    const back = [...(sources.get(step.id) ?? [])]
    const stays = ({ to }: ReadMove): boolean => to === STAY || to === step.id
    const leaving = step.moves.filter((move) => !stays(move))
    const out = leaving.flatMap((move) => (move.to === PREVIOUS ? back : [move.to]).map((to) => ({ move, to })))
    return { step, out, back, staying: step.moves.filter(stays) }
  })
}

/** The steps with a move to a step from which moves go back. */
function sourcesOf(steps: ReadWorkflow['steps']): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>()
  for (const { id, returns } of steps.values()) if (returns) sources.set(id, new Set())
  for (const { id, moves } of steps.values()) for (const { to } of moves) if (to !== id) sources.get(to)?.add(id)
  return sources
}
