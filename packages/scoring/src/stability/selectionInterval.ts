import { type Fraction, numberOf } from './fraction.js'
import { tieOf } from './holdingInterval.js'
import type { ScaledBook, ScaledCandidate } from './scaleCandidates.js'
import type { SelectionChange, SelectionInterval } from './types.js'

/** Whom a scorecard selects, and the sides of the cut: as long as no outsider stands above an insider, the selection holds. */
export interface ScaledSelection {
  readonly selected: readonly ScaledCandidate[]
  readonly insiders: readonly ScaledCandidate[]
  readonly outsiders: readonly ScaledCandidate[]
}

/** Who is selected: everybody from a total on, or the first `count` and whoever ties with the last of them. */
export function selectScaled({ candidates, weights, selectedFrom }: ScaledBook, count: number): ScaledSelection {
  if (selectedFrom !== undefined) {
    // The total that selects is a line of its own, which no weight moves; it stands on both sides.
    const line = { id: '', counted: weights.map(() => 0n), total: selectedFrom }
    const selected = candidates.filter(({ total }) => total >= selectedFrom)
    return { selected, insiders: [...selected, line], outsiders: [...candidates.slice(selected.length), line] }
  }
  const cut = candidates[count - 1]?.total
  const selected = candidates.filter(({ total }) => cut === undefined || total >= cut)
  // Those who are selected only because they tie at the cut must go on to tie: they stand on both sides.
  const outsiders = selected.length > count ? candidates.filter(({ total }) => total <= (cut as bigint)) : candidates.slice(selected.length)
  return { selected, insiders: selected, outsiders }
}

/**
 * The weights of one criterion, 0 or more, for which the selection holds.
 *
 * By how much the highest outsider stands above the lowest insider is a convex function of the weight, so Newton's method from beyond a
 * bound reaches it exactly, in a few steps of O(n).
 */
export function selectionInterval(selection: ScaledSelection, criterion: number, book: ScaledBook): SelectionInterval {
  const { insiders, outsiders } = selection
  if (insiders.length === 0 || outsiders.length === 0) return { from: 0, to: null, changesAtFrom: nobody, changesAtTo: nobody }
  const lower = approach({ dividend: 0n, divisor: 1n }, selection, criterion, book)
  const start = beyondEveryTie(criterion, book)
  const upper = approach(start, selection, criterion, book)
  return {
    from: numberOf(lower) ?? Number.MAX_VALUE,
    to: upper === start ? null : numberOf(upper),
    changesAtFrom: changesAt(lower, selection, criterion, book),
    changesAtTo: upper === start ? nobody : changesAt(upper, selection, criterion, book),
  }
}

const nobody: SelectionChange = { entering: [], leaving: [] }

/** Two lines with integer slopes meet less than the spread of the totals away from the present weight. */
function beyondEveryTie(criterion: number, { candidates, weights, weightUnit, selectedFrom }: ScaledBook): Fraction {
  const [highest = 0n, lowest = 0n] = [candidates[0]?.total, candidates.at(-1)?.total]
  const above = selectedFrom === undefined || selectedFrom < highest ? highest : selectedFrom
  const below = selectedFrom === undefined || selectedFrom > lowest ? lowest : selectedFrom
  return { dividend: (weights[criterion] as bigint) + (above - below) + 1n, divisor: weightUnit }
}

/** The weight nearest to `start` at which the selection holds. */
function approach(start: Fraction, { insiders, outsiders }: ScaledSelection, criterion: number, book: ScaledBook): Fraction {
  let weight = start
  for (;;) {
    const lowest = extremeAt(weight, insiders, criterion, book, -1n)
    const highest = extremeAt(weight, outsiders, criterion, book, 1n)
    if (highest.value <= lowest.value) return weight
    weight = tieOf([lowest.candidate, highest.candidate], criterion, book) as Fraction
  }
}

/** The candidate whose total at a weight is the greatest (`sign` 1) or the least (−1); of equal ones the first. */
function extremeAt(
  weight: Fraction,
  candidates: readonly ScaledCandidate[],
  criterion: number,
  book: ScaledBook,
  sign: 1n | -1n,
): { readonly candidate: ScaledCandidate; readonly value: bigint } {
  const [first, ...others] = candidates as [ScaledCandidate, ...ScaledCandidate[]]
  let best = { candidate: first, value: totalAt(weight, first, criterion, book) }
  for (const candidate of others) {
    const value = totalAt(weight, candidate, criterion, book)
    if ((value - best.value) * sign > 0n) best = { candidate, value }
  }
  return best
}

/** A total at another weight of one criterion, times the weight's divisor. */
function totalAt(
  { dividend, divisor }: Fraction,
  { counted, total }: ScaledCandidate,
  criterion: number,
  { weights, weightUnit }: ScaledBook,
): bigint {
  return total * divisor + (dividend * weightUnit - (weights[criterion] as bigint) * divisor) * (counted[criterion] as bigint)
}

function changesAt(weight: Fraction, { selected, insiders, outsiders }: ScaledSelection, criterion: number, book: ScaledBook): SelectionChange {
  const lowest = extremeAt(weight, insiders, criterion, book, -1n)
  const highest = extremeAt(weight, outsiders, criterion, book, 1n)
  if (highest.value < lowest.value) return nobody
  const atCut = (candidate: ScaledCandidate): boolean => totalAt(weight, candidate, criterion, book) === lowest.value
  return {
    entering: book.candidates
      .slice(selected.length)
      .filter(atCut)
      .map(({ id }) => id),
    leaving: selected.filter(atCut).map(({ id }) => id),
  }
}
