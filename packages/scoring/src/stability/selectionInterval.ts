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

/** The weights of one criterion, 0 or more, between which the same candidates are selected. */
export function selectionInterval(selection: ScaledSelection, criterion: number, book: ScaledBook): SelectionInterval {
  const below = walk(-1n, selection, criterion, book)
  const from = below === undefined || below.dividend < 0n ? undefined : below
  const to = walk(1n, selection, criterion, book)
  return {
    from: from === undefined ? 0 : numberOf(from),
    to: to === undefined ? null : numberOf(to),
    // Nothing is below a weight of 0, so there it is told who is selected at 0 itself.
    changesAtFrom: from === undefined ? nobody : changesBeyond(from, from.dividend === 0n ? 0n : -1n, selection, criterion, book),
    changesAtTo: to === undefined ? nobody : changesBeyond(to, 1n, selection, criterion, book),
  }
}

const nobody: SelectionChange = { entering: [], leaving: [] }

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

/** A total at a weight, and how it goes on from there. */
interface Course {
  readonly value: bigint
  readonly slope: bigint
}

function courseOf(weight: Fraction, direction: bigint, candidate: ScaledCandidate, criterion: number, book: ScaledBook): Course {
  return { value: totalAt(weight, candidate, criterion, book), slope: (candidate.counted[criterion] as bigint) * direction }
}

/** Which of two totals is the lower just beyond the weight of their courses: negative for the first, 0 where they stay equal. */
function compareCourses(a: Course, b: Course): number {
  const difference = a.value === b.value ? a.slope - b.slope : a.value - b.value
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Who of the selected has the lowest total just beyond a weight. */
function lowestBeyond(
  weight: Fraction,
  direction: bigint,
  { selected }: ScaledSelection,
  criterion: number,
  book: ScaledBook,
): ScaledCandidate | undefined {
  let lowest: { readonly candidate: ScaledCandidate; readonly course: Course } | undefined
  for (const candidate of selected) {
    const course = courseOf(weight, direction, candidate, criterion, book)
    if (lowest === undefined || compareCourses(course, lowest.course) < 0) lowest = { candidate, course }
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

/** Who is selected just beyond a weight (at the weight itself where the direction is 0) and is not now, and the other way round. */
function changesBeyond(weight: Fraction, direction: bigint, selection: ScaledSelection, criterion: number, book: ScaledBook): SelectionChange {
  const { selected, others, threshold, count } = selection
  const course = (candidate: ScaledCandidate): Course => courseOf(weight, direction, candidate, criterion, book)
  const courses = new Map(book.candidates.map((candidate) => [candidate, course(candidate)]))
  const cut = threshold === undefined ? [...courses.values()].sort((a, b) => compareCourses(b, a))[count - 1] : course(threshold)
  const isSelected = (candidate: ScaledCandidate): boolean => cut === undefined || compareCourses(courses.get(candidate) as Course, cut) >= 0
  return {
    entering: others.filter(isSelected).map(({ id }) => id),
    leaving: selected.filter((candidate) => !isSelected(candidate)).map(({ id }) => id),
  }
}
