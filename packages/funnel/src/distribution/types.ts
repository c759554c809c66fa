/** Independent chances that add up; amounts are whole units, 0 or more, and all of them together at most 2 ** 53. */
export interface Chances {
  /** What comes in any case. */
  readonly certain: number
  /** What comes with the probability of the same place, or not at all. */
  readonly amounts: Float64Array
  readonly probabilities: Float64Array
  /** Probabilities of further deals, each of which brings one of `pool`, all equally likely. */
  readonly pooled: Float64Array
  /** How many more come on average (Poisson), each bringing one of `pool`: 0 or more. */
  readonly arrivals: number
  /** Not empty if there are `pooled` or `arrivals`. */
  readonly pool: Float64Array
}

/** What chances add up to; sums that are too long to be exact as numbers are bigints. */
export interface Distribution<Sums extends ArrayLike<number | bigint> = Float64Array> {
  readonly computed: 'exact' | 'simulated'
  /** Ascending, each once. */
  readonly values: Sums
  /** How likely it is exactly the value of the same place: above 0. Differences of `atMost` are the same only roughly. */
  readonly probabilities: Float64Array
  /** How likely a sum is at most the value of the same place: never falling, the last one 1. */
  readonly atMost: Float64Array
  /** How often it was simulated; 0: not at all. */
  readonly draws: number
}
