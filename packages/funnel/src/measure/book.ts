import type { DealAmounts } from '../money/dealAmounts.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import type { FollowedDeals } from '../stageLog/followChanges.js'

/** Deals that were followed, what they are worth, and why they were lost: what every figure is taken from, whether they came as rows or as columns. */
export interface DealBook {
  readonly pipeline: ReadPipeline
  readonly followed: FollowedDeals
  readonly amounts: DealAmounts
  /** Why each deal was closed: an index into `reasons`, -1 where it says nothing. */
  readonly reason: Int32Array
  /** The loss reasons of the pipeline, and after them those that it does not have, in the order of their code units. */
  readonly reasons: readonly string[]
}
