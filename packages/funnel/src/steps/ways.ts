/** Events actor by actor, those of each in the order of time, those of one moment in the order of the steps. */
export interface ActorRuns {
  readonly time: Float64Array
  /** The index of each event's step; other events come after the steps of their moment. */
  readonly step: Uint8Array
  /** Before which event the run of each actor ends; the first begins at 0. A run may be empty. */
  readonly ends: Int32Array
  /** How many actors there are. */
  readonly count: number
}

/** What a way has to keep to. */
export interface WayRule {
  /** How many steps there are. */
  readonly steps: number
  /** How long after its first step a way may end, in the unit of time. */
  readonly window: number
  /** Ways that began then or later may yet get on. */
  readonly openFrom: number
}

/**
 * Finds the way of each actor that took a step, and writes one after the other: its head, which is twice the index of the furthest step, and 1 more where the actor may yet
 * get on; when it began; and, unless steps come in any order, how long it took from each step to the next. That is at most two numbers for each event. Returns where the last one ends.
 */
export type FollowActors = (runs: ActorRuns, ways: Float64Array) => number

/** Is told ways one after the other, and where the last one ends; they are gone after the call. */
export type TakeWays = (ways: Float64Array, end: number) => void
