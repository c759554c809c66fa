import type { DecimalColumn, DecimalInput, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'
import type { Candidate, CandidateScore } from '../score/types.js'

/** The totals of many candidates, as a column. */
export interface ColumnScores {
  /** Row `i` has the total `values[i] / 10 ** digits`, exactly; NaN where the row was rejected. */
  readonly totals: DecimalColumn
  /** The whole score of one row, as {@link scoreCandidate} gives it, made when asked for from the input as it then is. */
  readonly explain: (row: number) => CandidateScore
  readonly rejected: readonly RejectedRow[]
  readonly policies: readonly PolicyReference[]
}

/** The totals of one chunk of a stream. */
export interface ChunkScores extends ColumnScores {
  /** How many rows came in earlier chunks: row `i` of this chunk, in `totals`, `explain` and `rejected`, is row `offset + i` of the stream. */
  readonly offset: number
}

/** Ratings as columns: one list or typed array per criterion, all of one length. Where the criterion allows it, a column or an element may be missing. */
export interface RatingColumns {
  readonly [criterion: string]: ArrayLike<DecimalInput | undefined>
}

/** A stream of lists of candidates. */
export type Chunks = AsyncIterable<readonly Candidate[]> | Iterable<readonly Candidate[]>

/** A scorecard, checked and read once, for as many rows as there are. */
export interface CompiledScorecard {
  readonly scoreColumns: (columns: RatingColumns, options?: ReadOptions) => ColumnScores
  readonly scoreRows: (candidates: readonly Candidate[], options?: ReadOptions) => ColumnScores
  readonly scoreChunks: (chunks: Chunks, options?: ReadOptions) => AsyncGenerator<ChunkScores, void, undefined>
}
