import type { CalendarDate, DecimalInput, PolicyReference } from '@clientele/core'
import type { CurrencyAmount } from '../money/types.js'

/** Which share of the deals of a stage should get on: 0 to 1. */
export interface StageBenchmark {
  readonly stage: string
  readonly rate: DecimalInput
}

/** What stages are measured against. */
export interface BottleneckOptions {
  /** By stage, or as a list; stages without one are not judged. */
  readonly benchmarks: { readonly [stage: string]: DecimalInput } | readonly StageBenchmark[]
}

/** A stage from which fewer deals get on than should. */
export interface Bottleneck {
  readonly stage: string
  /** Of the decided deals of the stage, which share got on: {@link Conversion.ofClosed}. */
  readonly rate: number
  readonly benchmark: number
  /** How many deals came to the stage, and how many of them are decided. */
  readonly entered: number
  readonly sample: number
  /** The Wilson interval of `rate`, 95 %. */
  readonly interval: readonly [low: number, high: number]
  /** How often so few, or fewer, would get on by chance if the benchmark were the rate: the lower tail of the binomial distribution. */
  readonly pValue: number
  /** Which share of the deals that get on from here is won in the end: the product of the later stages' rates. */
  readonly downstream: number
  /** How many more deals would be won at the benchmark, all else as it is. */
  readonly lostDeals: number
  /**
   * What they would be worth, each as much as a won deal on average: rounded half up to the currency's minor digits, without a currency to two decimal places, or to as many as what was won comes to, if these are more. Empty
   * where no won deal states an amount.
   */
  readonly lostValue: readonly CurrencyAmount[]
}

/** A stage that cannot be judged. */
export interface UnjudgedStage {
  readonly stage: string
  /** No deal of the stage is decided, or none of a later one, so that nobody knows what would become of more deals. */
  readonly reason: 'no-decided-deals' | 'no-decided-deals-later'
  /** Of the decided deals of the stage, which share got on, which is below the benchmark; null where none is decided. */
  readonly rate: number | null
  readonly benchmark: number
}

/** Stages below their benchmarks. */
export interface BottleneckRanking {
  readonly asOf: CalendarDate
  /** Those that cost the most won deals, and so the most money, first; then in the order of the stages. Each is judged as if it alone were mended. */
  readonly bottlenecks: readonly Bottleneck[]
  /** Stages at their benchmark or above it, in their order. */
  readonly met: readonly { readonly stage: string; readonly rate: number; readonly benchmark: number }[]
  readonly insufficient: readonly UnjudgedStage[]
  /** `wonWithAmount` of so many won deals state an amount. */
  readonly won: number
  readonly wonWithAmount: number
  readonly policies: readonly PolicyReference[]
}
