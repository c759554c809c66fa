import type { Condition, ConditionTraceEntry, DecimalInput, DecimalString, JsonValue, LocalizedText, PolicyReference } from '@clientele/core'
import type { Actor, ComplaintEvent, ComplaintState, EvolutionCase } from '../history/types.js'

/** What a complaint is about. */
export type ComplaintContent = 'product-quality' | 'purchase-contract' | 'goods-transport' | 'service'

/** What someone wants done. Besides those that are listed, a command carries whatever fields its definition and its host know: plain data. */
export interface ComplaintCommand {
  readonly type: string
  /** When it is given: a moment with its offset. */
  readonly at: string
  readonly by: Actor
  /** The number of events that the one who acts has seen; where there are others by now, the command is refused. */
  readonly expectedSequence?: number | undefined
  readonly complaint?: string | undefined
  readonly customer?: string | undefined
  readonly content?: ComplaintContent | undefined
  /** What a solution costs, 0 or more; only with a currency. On an approval the amount that is approved, which must be the one proposed. */
  readonly amount?: DecimalInput | undefined
  /** An ISO 4217 code. */
  readonly currency?: string | undefined
  /** On an approval: what the customer was paid before, for whatever complaint, in the currency of the amount; 0 or more. */
  readonly paidToCustomer?: DecimalInput | undefined
  /** On a merger: the complaint that goes on, another than this one. */
  readonly into?: string | undefined
  readonly [field: string]: JsonValue | Actor | undefined
}

/** The command that opens a complaint. */
export interface RecordComplaint extends ComplaintCommand {
  readonly type: 'recordComplaint'
}

/** A command, and the complaint it is given to. */
export interface CommandCase {
  readonly command: ComplaintCommand
  readonly state: ComplaintState
}

/** Why a command is refused. */
export type RefusalReason =
  /** Others have acted in the meantime. */
  | { readonly code: 'conflict'; readonly params: { readonly expected: number; readonly actual: number } }
  /** No step knows it. */
  | { readonly code: 'unknown-command'; readonly params: { readonly command: string; readonly known: readonly string[] } }
  /** The complaint is closed, and its step does not know the command. */
  | { readonly code: 'closed'; readonly params: { readonly command: string; readonly step: string } }
  /** Other steps know it. */
  | { readonly code: 'not-in-this-step'; readonly params: { readonly command: string; readonly step: string; readonly steps: readonly string[] } }
  /** A condition of the move, or a part of it that must hold by itself, is not met; why it is there, where the move says so. */
  | {
      readonly code: 'condition'
      readonly params: { readonly condition: Condition; readonly trace: readonly ConditionTraceEntry[]; readonly why?: LocalizedText }
    }
  /** A field that the command does not carry, or an event that has not happened in this cycle, with the commands that bring it about. */
  | { readonly code: 'evidence'; readonly params: { readonly need: string; readonly type: 'field'; readonly why?: LocalizedText } }
  | {
      readonly code: 'evidence'
      readonly params: { readonly need: string; readonly type: 'event'; readonly commands: readonly string[]; readonly why?: LocalizedText }
    }
  | { readonly code: 'role'; readonly params: { readonly role: string; readonly allowed: readonly string[]; readonly why?: LocalizedText } }
  /** Who acts is the one who may not, such as the proposer. */
  | { readonly code: 'same-person'; readonly params: { readonly person: string; readonly as: string; readonly why?: LocalizedText } }
  | { readonly code: 'over-limit'; readonly params: OverLimit }

/** How an amount goes beyond what a role may approve. */
export interface OverLimit {
  readonly role: string
  readonly amount: DecimalString
  readonly currency: string
  /** What the customer was paid before; null where that does not count. */
  readonly paidToCustomer: DecimalString | null
  /** What is compared with the limit: the amount, and what was paid before where that counts. */
  readonly total: DecimalString
  /** Null where the role has limits, but none in this currency. */
  readonly upTo: DecimalString | null
  /** The roles that may approve it in the definition, here or in another step. */
  readonly roles: readonly string[]
  readonly why?: LocalizedText
}

/** What comes of a command: events, or every reason against it. */
export type Decision =
  | { readonly ok: true; readonly events: readonly [ComplaintEvent, ...ComplaintEvent[]]; readonly policies: readonly PolicyReference[] }
  | { readonly ok: false; readonly reasons: readonly [RefusalReason, ...RefusalReason[]]; readonly policies: readonly PolicyReference[] }

/** Who looks at a complaint, and when. */
export interface AvailabilityCase {
  readonly state: ComplaintState
  readonly actor: Actor
  /** A moment with its offset. */
  readonly at: string
}

/** A move of the complaint's step. */
export interface AvailableMove {
  /** The step it leads to. */
  readonly to: string
  readonly emits: readonly string[]
  /** Whether the actor can make it with the right fields. */
  readonly allowed: boolean
  /** The fields that the command must carry, also those its condition looks at. */
  readonly needs: readonly string[]
  /** What stands against it, whatever the fields. */
  readonly reasons: readonly RefusalReason[]
}

/** A command that the complaint's step knows. */
export interface AvailableCommand {
  readonly type: string
  /** Whether the actor can give it with the right fields. */
  readonly allowed: boolean
  /** The fields that any of its moves that are allowed needs, or where none is, that any of them needs. */
  readonly needs: readonly string[]
  /** What stands against it, whatever the fields; none where it is allowed. */
  readonly reasons: readonly RefusalReason[]
  readonly moves: readonly AvailableMove[]
}

/** What can be done next. */
export interface AvailableCommands {
  /** Where the complaint stands. */
  readonly step: string
  /** In the order of the definition. */
  readonly commands: readonly AvailableCommand[]
  /** The role that must see to it that the complaint leaves its step; null where the definition names none. */
  readonly responsible: string | null
  readonly policies: readonly PolicyReference[]
}

/** A definition, checked once for many complaints. Each as the verb of the same name. */
export interface CompiledWorkflow {
  readonly openComplaint: (command: RecordComplaint) => Decision
  readonly decideComplaint: (subject: CommandCase) => Decision
  /** Of an event that was written with the definition itself. */
  readonly evolveComplaint: (subject: EvolutionCase) => ComplaintState
  /** Of events that were written with the definition or an earlier one. */
  readonly replayComplaint: (events: readonly ComplaintEvent[]) => ComplaintState
  readonly availableCommands: (subject: AvailabilityCase) => AvailableCommands
}
