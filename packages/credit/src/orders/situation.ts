import type { ReadCommitment } from '../accounts/readParts.js'
import type { MeasuredExposure } from '../exposure/measureExposure.js'
import type { LimitedAccount, ReadOrder } from './readOrderCase.js'
import type { PreparedOrderPolicy } from './readOrderPolicy.js'
import type { Breach } from './types.js'

/** All that a decision rests on; amounts are fine units of the exposure's exchange. */
export interface Situation {
  readonly order: ReadOrder
  /** Its orders are without this one. */
  readonly account: LimitedAccount
  /** The order as the account's orders have it, where they do. */
  readonly entry: ReadCommitment | undefined
  readonly policy: PreparedOrderPolicy
  /** Days since 1970-01-01. */
  readonly asOf: number
  readonly measured: MeasuredExposure
  /** The order's. */
  readonly amount: bigint
  /** Null where there is none. */
  readonly limit: Limit | null
}

/** A limit, and by how much exposure and order together are above it. */
export interface Limit {
  readonly units: bigint
  /** 0 or less where it is kept. */
  readonly excess: bigint
}

type Found<One> = One extends Breach ? Pick<One, 'code' | 'params' | 'response'> : never

/** A breach before it is asked who may release it. */
export type FoundBreach = Found<Breach>
