import type { MomentColumns } from '@clientele/core/clocks'

/** The events of a log as columns, in its order: a million events as objects would be a million objects. */
export interface LogColumns extends MomentColumns {
  /** The number of each event's case: 0 is the first that has an event. */
  readonly cases: Int32Array
  /** The number of each event's activity. */
  readonly activities: Int32Array
}

/** Columns for so many events. */
export function createLogColumns(length: number): LogColumns {
  return {
    cases: new Int32Array(length),
    activities: new Int32Array(length),
    seconds: new Float64Array(length),
    nanoseconds: new Int32Array(length),
  }
}
