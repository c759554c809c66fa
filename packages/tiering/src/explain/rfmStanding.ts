/** Where a score is among the others: which cut bounds it, and which brings a better one. */
export interface Standing<Cut> {
  readonly place: 'lowest' | 'between' | 'highest' | 'alone'
  readonly bound: Cut | undefined
  readonly next: Cut | undefined
  /** The score beyond the next cut. */
  readonly better: number
}

/** The standing of a score that rises from each cut on. */
export function risingStanding<Cut extends number | string>(score: number, cuts: readonly (Cut | null)[]): Standing<Cut> {
  const next = cuts[score - 1] ?? undefined
  const atNext = next === undefined ? 0 : cuts.filter((cut, index) => index >= score - 1 && cut === next).length
  return placed(cuts[score - 2] ?? undefined, next, score + atNext)
}

/** The standing of a score that falls from each cut on, of which the last are those of the lowest scores. */
export function fallingStanding(score: number, cuts: readonly (number | null)[]): Standing<number> {
  const bins = cuts.length + 1
  const passed = bins - score
  const last = cuts[passed - 1] ?? 0
  // Nobody bought less than 0 days ago.
  const next = last > 0 ? last : undefined
  const atNext = next === undefined ? 0 : cuts.filter((cut, index) => index < passed && cut === next).length
  return placed(cuts[passed] ?? undefined, next, score + atNext)
}

function placed<Cut>(bound: Cut | undefined, next: Cut | undefined, better: number): Standing<Cut> {
  const place = bound === undefined ? (next === undefined ? 'alone' : 'lowest') : next === undefined ? 'highest' : 'between'
  return { place, bound, next, better }
}
