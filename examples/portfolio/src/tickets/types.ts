import type { EventLogAnalysis } from '@clientele/complaints'
import type { CalendarDate } from '@clientele/core'
import type { TicketsPart, TimeForm } from '../config/types.js'
import type { DatedRow, RejectedRow, RowBook, RowCounts } from '../rows/types.js'

/** Something that happened to a ticket. */
export interface TicketEvent extends DatedRow {
  readonly case: string
  readonly activity: string
  /** ISO 8601 with its offset. */
  readonly at: string
}

/** Everything that a file of tickets holds. */
export type TicketBook = RowBook<TicketEvent>

/** What a config says of tickets, with what it leaves to the rest of the config or unsaid. */
export interface TicketSettings extends TicketsPart {
  readonly times: TimeForm
  readonly asOf: CalendarDate
}

/** What is to be known about the tickets as a whole. */
export type TicketDiagnosis =
  | { readonly code: 'tickets-rejected'; readonly params: { readonly rows: number } }
  | { readonly code: 'same-moment'; readonly params: { readonly cases: number } }

/** Everything that the report says of tickets. */
export interface TicketsReport {
  readonly asOf: CalendarDate
  /** How the file writes moments, and in which zone those without an offset are taken. */
  readonly times: TimeForm
  readonly zone: string
  /** read = used + later + rejected. */
  readonly rows: RowCounts
  /** How the tickets went. */
  readonly log: EventLogAnalysis
  readonly diagnoses: readonly TicketDiagnosis[]
  readonly later: readonly TicketEvent[]
  readonly rejected: readonly RejectedRow[]
}
