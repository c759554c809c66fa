import type { RfmSegment, ScoreRange } from './types.js'

/** Stands for no segment. */
export const NO_SEGMENT = -1

/** Which segment each combination of scores belongs to. */
export interface SegmentCells {
  readonly bins: number
  /** The index of the first segment that has a combination, at {@link cellOf} it; {@link NO_SEGMENT} where none has. */
  readonly segments: Int32Array
}

/** Where a combination of scores stands: the first is r = f = m = 1, then m goes up before f, and f before r. */
export function cellOf(r: number, f: number, m: number, bins: number): number {
  return ((r - 1) * bins + f - 1) * bins + m - 1
}

/** The scores that stand in a place: the inverse of {@link cellOf}. */
export function scoresOf(cell: number, bins: number): readonly [r: number, f: number, m: number] {
  return [Math.floor(cell / (bins * bins)) + 1, (Math.floor(cell / bins) % bins) + 1, (cell % bins) + 1]
}

/** Gives each combination of scores to the first segment that has it. */
export function assignCells(segments: readonly RfmSegment[], bins: number): SegmentCells {
  const cells = new Int32Array(bins ** 3).fill(NO_SEGMENT)
  segments.forEach((segment, index) => {
    for (const cell of cellsOf(segment, bins)) if (cells[cell] === NO_SEGMENT) cells[cell] = index
  })
  return { bins, segments: cells }
}

/** The combinations of scores that a segment has, whichever has them before. */
export function cellsOf({ r, f, m }: RfmSegment, bins: number): number[] {
  const [rLow, rHigh] = rangeOf(r, bins)
  const [fLow, fHigh] = rangeOf(f, bins)
  const [mLow, mHigh] = rangeOf(m, bins)
  const cells: number[] = []
  for (let rScore = rLow; rScore <= rHigh; rScore++) {
    for (let fScore = fLow; fScore <= fHigh; fScore++) {
      for (let mScore = mLow; mScore <= mHigh; mScore++) cells.push(cellOf(rScore, fScore, mScore, bins))
    }
  }
  return cells
}

function rangeOf(range: ScoreRange | undefined, bins: number): ScoreRange {
  return range ?? [1, bins]
}
