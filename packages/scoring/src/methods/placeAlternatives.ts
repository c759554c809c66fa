/** What a method makes of the alternatives. */
export interface Evaluation {
  /** By alternative: the greater, the better. */
  readonly strengths: readonly number[]
  /** Strengths that differ by no more are equal: float64 arithmetic cannot tell them apart. */
  readonly tolerance: number
}

/** An alternative's row in the table, and its rank. */
export interface Placed {
  readonly row: number
  readonly rank: number
}

/** Scores that differ by no more of the size that scores may have are equal: float64 arithmetic loses less than that, but not much less. */
export const RELATIVE_TOLERANCE = 1e-14

/** Puts alternatives in order of their strengths; equal ones share a rank and are listed by id. */
export function placeAlternatives(ids: readonly string[], { strengths, tolerance }: Evaluation): Placed[] {
  const strengthOf = (row: number): number => strengths[row] as number
  const byId = (a: number, b: number): number => ((ids[a] as string) < (ids[b] as string) ? -1 : 1)
  const order = ids.map((_, row) => row).sort((a, b) => strengthOf(b) - strengthOf(a) || byId(a, b))
  const placed: Placed[] = []
  let start = 0
  order.forEach((row, index) => {
    const next = order[index + 1]
    if (next !== undefined && strengthOf(row) - strengthOf(next) <= tolerance) return
    const tied = order.slice(start, index + 1).sort(byId)
    const rank = start + 1
    for (const member of tied) placed.push({ row: member, rank })
    start = index + 1
  })
  return placed
}
