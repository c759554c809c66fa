/** The events of a log as columns, in its order: a million events as objects would be a million objects. */
export interface LogColumns {
  /** The number of each event's case: 0 is the first that has an event. */
  readonly cases: Int32Array
  /** The number of each event's activity. */
  readonly activities: Int32Array
  /** Each event's moment: whole seconds since 1970-01-01T00:00Z, and nanoseconds after them. */
  readonly seconds: Float64Array
  readonly nanoseconds: Int32Array
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
