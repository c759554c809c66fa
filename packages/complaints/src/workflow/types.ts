import type { Condition, DecimalInput, LocalizedText, PolicyReference } from '@clientele/core'
import type { ComplaintState } from '../history/types.js'

/** What a step means for a clock: it runs, it waits, or it is over. */
export type ClockState = 'run' | 'pause' | 'stop'

/** What a command does in a step. */
export interface WorkflowMove {
  /** The type of the command. */
  readonly on: string
  /** The step it leads to; `'.'` stays where the complaint is, `'@previous'` goes back to the step that it came from. */
  readonly to: string
  /** What must hold of `{ command, state }`; nothing unless given. */
  readonly when?: Condition | undefined
  /** Fields that the command must carry, and types of events that must have happened in this cycle. */
  readonly needs?: readonly string[] | undefined
  /** Who may: anyone unless given. */
  readonly role?: readonly string[] | undefined
  /**
   * Who may not: whoever last gave this command, or brought this event about, in this cycle. `'proposer'` stands for the one who proposed the
   * solution, `'recorder'` for the one who recorded the complaint.
   */
  readonly notBy?: readonly string[] | undefined
  /** The types of the events, at least one; the last one moves. */
  readonly emits: readonly [string, ...string[]]
  /**
   * Whether the first of these events begins a new cycle, in which what happened before is no evidence any more; unless given, where the move leads
   * from a final step to one that is not.
   */
  readonly startsCycle?: boolean | undefined
  /** Why it is so, for people. */
  readonly why?: LocalizedText | undefined
}

/** Where a complaint may stand. */
export interface WorkflowStep {
  /** Which of the textbook's eight steps has been done when a complaint stands here, 1 to 8. */
  readonly textbook?: number | undefined
  readonly title: LocalizedText
  /** Whether a complaint that stands here is closed; false unless given. */
  readonly final?: boolean | undefined
  /** The role that must see to it that the complaint leaves this step. */
  readonly responsible?: string | undefined
  /**
   * What the step means for clocks, by clock. A clock that may wait waits while the complaint stands in a step that says `'pause'`, and in no other; when
   * clocks start and stop is said by the events of a clock policy.
   */
  readonly clocks?: { readonly [clock: string]: ClockState } | undefined
  /** Of several moves on one command, the first that can be made is made. */
  readonly moves: readonly WorkflowMove[]
}

/** How a complaint begins. */
export interface WorkflowOpening {
  /** Fields that the command `recordComplaint` must carry. */
  readonly needs: readonly string[]
  /** The types of the events, at least one. */
  readonly emits: readonly [string, ...string[]]
}

/** How much a role may approve. */
export interface ApprovalLimit {
  readonly role: string
  readonly upTo: { readonly amount: DecimalInput; readonly currency: string }
  /** Whether what the customer was paid before counts too; false unless given. */
  readonly cumulative?: true | undefined
}

/** How complaints are handled: steps, and the moves between them. */
export interface WorkflowDefinition {
  readonly kind: 'complaint-workflow'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** The step that a recorded complaint stands in. */
  readonly initial: string
  readonly steps: { readonly [step: string]: WorkflowStep }
  readonly opening: WorkflowOpening
  /** A role that stands here may approve up to its limits, and nothing in other currencies; one that does not may approve any amount. */
  readonly limits?: readonly ApprovalLimit[] | undefined
  /** Where open complaints of an earlier version go, by that version and their step; the others keep their step. */
  readonly migrate?: { readonly [fromVersion: string]: { readonly [step: string]: string } } | undefined
  /** What commands, events, fields, roles and clocks are called, by their names. */
  readonly terms?: { readonly [name: string]: LocalizedText } | undefined
}

/** Which way is to be found. */
export interface PathCase {
  readonly state: ComplaintState
  /** The step to get to. */
  readonly to: string
}

/** The fewest commands that lead to a step. */
export interface ShortestPath {
  /** Whether any commands lead there. */
  readonly reachable: boolean
  /** Types of commands; none where the complaint stands there already, or nothing leads there. */
  readonly commands: readonly string[]
  /** The steps these lead to, one a command. */
  readonly steps: readonly string[]
  readonly policies: readonly PolicyReference[]
}
