import { compareFractions, type Fraction, numberOf } from './fraction.js'
import { tieOf } from './holdingInterval.js'
import type { ScaledBook, ScaledCandidate } from './scaleCandidates.js'
import type { SelectionChange, SelectionInterval } from './types.js'

/** Whom a scorecard selects, and by what. */
export interface ScaledSelection {
  readonly selected: readonly ScaledCandidate[]
  readonly others: readonly ScaledCandidate[]
  /** The total that selects, as a line that no weight moves; undefined where the first `count` are selected. */
  readonly threshold: ScaledCandidate | undefined
  readonly count: number
}

/** Selects everybody from a total on, or the first `count` and whoever ties with the last of them. */
export function selectScaled({ candidates, weights, selectedFrom }: ScaledBook, count: number): ScaledSelection {
  const cut = selectedFrom ?? candidates[count - 1]?.total
  const selected = candidates.filter(({ total }) => cut === undefined || total >= cut)
  const threshold = selectedFrom === undefined ? undefined : { id: '', counted: weights.map(() => 0n), total: selectedFrom }
  return { selected, others: candidates.slice(selected.length), threshold, count }
}

/** The weights of one criterion, 0 or more, for which the same candidates are selected. */
export function selectionInterval(selection: ScaledSelection, criterion: number, book: ScaledBook): SelectionInterval {
  const below = walk(-1n, selection, criterion, book)
  const from = below === undefined || below.dividend < 0n ? undefined : below
  const to = walk(1n, selection, criterion, book)
  return {
    from: from === undefined ? 0 : (numberOf(from) ?? Number.MAX_VALUE),
    to: to === undefined ? null : numberOf(to),
    changesAtFrom: changeAt(from, selection, criterion, book),
    changesAtTo: changeAt(to, selection, criterion, book),
  }
}

/**
 * Walks from the present weight up (1) or down (−1), along the lowest of those who are selected, to the weight beyond which others are;
 * undefined where there is none. Each step is O(n), and there are as many as the lowest line has bends.
 */
function walk(direction: 1n | -1n, selection: ScaledSelection, criterion: number, book: ScaledBook): Fraction | undefined {
  const { selected, others, threshold, count } = selection
  const slopeOf = ({ counted }: ScaledCandidate): bigint => (counted[criterion] as bigint) * direction
  const nearestTie = (candidates: readonly ScaledCandidate[], lowest: ScaledCandidate): Fraction | undefined =>
    candidates
      .map((candidate) => tieOf([lowest, candidate], criterion, book) as Fraction)
      .reduce<Fraction | undefined>((best, tie) => (best !== undefined && isNearer(best, tie, direction) ? best : tie), undefined)
  let weight: Fraction = { dividend: book.weights[criterion] as bigint, divisor: book.weightUnit }
  for (;;) {
    const lowest = threshold ?? lowestBeyond(weight, direction, selection, criterion, book)
    if (lowest === undefined) return undefined
    // Those who only tie at the cut are selected beyond the count for as long as enough of them tie.
    if (threshold === undefined && countAbove(lowest, selection, criterion) >= count) return weight
    const falling = nearestTie(
      selected.filter((one) => slopeOf(one) < slopeOf(lowest)),
      lowest,
    )
    const rising = nearestTie(
      others.filter((one) => slopeOf(one) > slopeOf(lowest)),
      lowest,
    )
    if (rising !== undefined && (falling === undefined || !isNearer(falling, rising, direction))) return rising
    if (falling === undefined || threshold !== undefined) return falling
    weight = falling
  }
}

function isNearer(a: Fraction, b: Fraction, direction: bigint): boolean {
  return compareFractions(a, b) * Number(direction) < 0
}

/** Who of the selected has the lowest total just beyond a weight. */
function lowestBeyond(
  weight: Fraction,
  direction: bigint,
  { selected }: ScaledSelection,
  criterion: number,
  book: ScaledBook,
): ScaledCandidate | undefined {
  let lowest: { readonly candidate: ScaledCandidate; readonly value: bigint; readonly slope: bigint } | undefined
  for (const candidate of selected) {
    const value = totalAt(weight, candidate, criterion, book)
    const slope = (candidate.counted[criterion] as bigint) * direction
    if (lowest === undefined || value < lowest.value || (value === lowest.value && slope < lowest.slope)) lowest = { candidate, value, slope }
  }
  return lowest?.candidate
}

/** How many of the selected stand above the lowest just beyond a weight: all but those whose totals are the same at every weight. */
function countAbove({ counted, total }: ScaledCandidate, { selected }: ScaledSelection, criterion: number): number {
  return selected.filter((one) => one.total !== total || one.counted[criterion] !== counted[criterion]).length
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

/** Who stands at the cut at a weight, from either side. */
function changeAt(weight: Fraction | undefined, selection: ScaledSelection, criterion: number, book: ScaledBook): SelectionChange {
  const lowest = weight && (selection.threshold ?? lowestBeyond(weight, 1n, selection, criterion, book))
  if (weight === undefined || lowest === undefined) return { entering: [], leaving: [] }
  const cut = totalAt(weight, lowest, criterion, book)
  const atCut = (candidates: readonly ScaledCandidate[]): string[] =>
    candidates.filter((candidate) => totalAt(weight, candidate, criterion, book) === cut).map(({ id }) => id)
  return { entering: atCut(selection.others), leaving: atCut(selection.selected) }
}
