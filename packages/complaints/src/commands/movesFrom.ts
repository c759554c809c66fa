import type { ComplaintState } from '../history/types.js'
import type { ReadMove } from '../workflow/compiled.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'

/** The moves that there are; one that goes back is one only where there is somewhere to go back to. */
export function movesFrom(moves: readonly ReadMove[], { returnTo }: ComplaintState): readonly ReadMove[] {
  return moves.filter(({ to }) => to !== PREVIOUS || returnTo.length > 0)
}

/** The step that a move leads to. */
export function targetOf({ to }: ReadMove, { step, returnTo }: ComplaintState): string {
  if (to === STAY) return step
  return to === PREVIOUS ? (returnTo.at(-1) as string) : to
}
