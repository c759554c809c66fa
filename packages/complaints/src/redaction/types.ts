import type { ComplaintEvent } from '../history/types.js'

/** What is taken out of a history. */
export interface RedactionOptions {
  /** Names of fields that events carry, such as `'customer'`; `'by'` puts a pseudonym for everyone who acted. */
  readonly fields: readonly [string, ...string[]]
}

/** A field that was taken out of an event. */
export interface RemovedField {
  readonly sequence: number
  readonly field: string
}

/** A history without personal data. */
export interface RedactedComplaint {
  readonly events: readonly ComplaintEvent[]
  readonly removed: readonly RemovedField[]
  /** Fields that no event carries: of another complaint, or misspelt. */
  readonly notFound: readonly string[]
}
