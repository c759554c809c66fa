import type { CalendarDate, DecimalInput, JsonValue } from '@clientele/core'

/** A document that proves something: its id, and whatever else the host keeps of it. */
export interface EvidenceRecord {
  readonly id: string
  readonly [field: string]: JsonValue
}

/** A deal came to a stage, was won or was lost. The log of these changes is all that a funnel is measured by. */
export interface StageChange {
  /** Which deal: a text or an integer (`1` and `'1'` are the same deal). */
  readonly deal: string | number
  /** When: a calendar date, or a moment, ISO 8601 with its offset. */
  readonly at: string
  /** The id of a stage, or the pipeline's name for won or lost. The stage that the deal is in already stands for an update of what follows. */
  readonly to: string
  /** What the deal is worth from then on: 0 or more. */
  readonly amount?: DecimalInput | undefined
  /** The ISO 4217 code of the currency that its amounts are in from then on: that of the pipeline until one is given. */
  readonly currency?: string | undefined
  /** Why: of a lost deal one of the pipeline's loss reasons. */
  readonly reason?: string | undefined
  /** What is there to prove it: ids, or records with an id. */
  readonly evidence?: readonly (string | EvidenceRecord)[] | undefined
  /** The day on which the deal is expected to be won. */
  readonly expected?: CalendarDate | undefined
  /** Where the deal belongs from then on: region, channel, owner … An empty text or null stands for none. */
  readonly attributes?: { readonly [attribute: string]: string | null } | undefined
}
