import type { DecimalString, JsonValue } from '@clientele/core'

/** Who acts. */
export interface Actor {
  readonly id: string
  readonly role: string
  readonly department?: string | undefined
}

/** Which definition an event was written with. */
export interface DefinitionReference {
  readonly id: string
  readonly version: string | number
}

/** Something that happened to a complaint, with every field of the command that brought it about; never altered. */
export interface ComplaintEvent {
  readonly type: string
  /** When it was recorded, as the host's clock said: a moment with its offset. Events are ordered by `sequence`, whatever their moments. */
  readonly at: string
  readonly by: Actor
  readonly complaint: string
  /** Its place in the complaint's history, from 1. */
  readonly sequence: number
  readonly definition: DefinitionReference
  /** The step it leads to. */
  readonly step: string
  /** Which cycle it belongs to, from 1. */
  readonly cycle?: number | undefined
  /** The type of the command. */
  readonly command?: string | undefined
  /** How many more events of the same command follow; 0 unless given. */
  readonly following?: number | undefined
  readonly [field: string]: JsonValue | Actor | DefinitionReference | undefined
}

/** When an event last happened in this cycle, and by whose doing. */
export interface ComplaintFact {
  readonly sequence: number
  readonly at: string
  readonly by: Actor
}

/** The solution proposed in this cycle. */
export interface ProposedSolution extends ComplaintFact {
  readonly remedy: JsonValue
  /** What it costs in money, 0 or more, and in which currency; null where it costs none. */
  readonly amount: DecimalString | null
  readonly currency: string | null
}

/** Where a complaint stands: what its history comes to. */
export interface ComplaintState {
  readonly complaint: string
  readonly definition: DefinitionReference
  /** The number of events. */
  readonly sequence: number
  /** How many more events of the last command are to come: 0 unless a history is cut off in the middle of a command. */
  readonly following: number
  readonly step: string
  /** Whether the step is final. */
  readonly closed: boolean
  /** The steps that `'@previous'` goes back to, the nearest last. */
  readonly returnTo: readonly string[]
  /** From 1; one more with each reopening. */
  readonly cycle: number
  readonly openedAt: string
  /** When the step was entered. */
  readonly enteredAt: string
  /** When the last event was recorded. */
  readonly updatedAt: string
  /** What happened in this cycle, by type of event. */
  readonly facts: { readonly [event: string]: ComplaintFact }
  /** What the commands told, in every cycle, by field; of a field told several times the latest. */
  readonly record: { readonly [field: string]: JsonValue }
  /** Null where none is proposed. */
  readonly proposal: ProposedSolution | null
}

/** What an event is applied to. */
export interface EvolutionCase {
  /** Null, or left out, before the first event. */
  readonly state?: ComplaintState | null | undefined
  readonly event: ComplaintEvent
}
