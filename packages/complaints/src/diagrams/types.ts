import type { Condition, LocalizedText } from '@clientele/core'
import type { DefinitionReference } from '../history/types.js'
import type { ClockState } from '../workflow/types.js'

/** How a diagram is drawn. */
export interface DiagramOptions {
  /** The BCP 47 tag of the language of its texts; English unless given. */
  readonly language?: string | undefined
}

/** What must hold for a transition; what is left out need not be looked at. */
export interface XStateGuard {
  /** What must hold of `{ command, state }`. */
  readonly when?: Condition
  /** Fields that the event must carry: not missing, not null, not ''. */
  readonly fields?: readonly string[]
  /** Types of the complaint's events that must have happened in this cycle. */
  readonly events?: readonly string[]
  /** The roles of those who may. */
  readonly role?: readonly string[]
  /** Who may not: whoever brought about the latest of some events in this cycle. */
  readonly notBy?: readonly { readonly as: string; readonly events: readonly string[] }[]
  /**
   * How much each of some roles may approve: of the amount of the solution proposed in this cycle, or else of the event's own `amount`, together
   * with its `paidToCustomer` where `cumulative`, which must then be told. They approve nothing in other currencies; where there is no amount, and
   * for roles that are not here, there is no limit.
   */
  readonly limits?: readonly { readonly role: string; readonly amount: string; readonly currency: string; readonly cumulative: boolean }[]
  /** Whether limits are for what the event itself proposes, and not for what was proposed in this cycle. */
  readonly proposes?: boolean
  /** The step that the complaint must have come from: the last of those it would go back to. */
  readonly cameFrom?: string
}

/** What is to be written down at a transition. */
export interface XStateRecord {
  readonly command: string
  /** The types of the complaint's events. */
  readonly emits: readonly string[]
  readonly from: string
  readonly to: string
  /** Whether the command carries the solution proposed: its fields `remedy`, `amount` and `currency`. */
  readonly proposes: boolean
  /** Whether the first of the events begins a new cycle. */
  readonly startsCycle: boolean
  /** Whether moves of the step it leads to go back to where the complaint came from, so that this must be remembered. */
  readonly remembers: boolean
}

/** What may follow an event. */
export interface XStateTransition {
  /** The key of a state; none where the complaint stays. */
  readonly target?: string
  readonly guard?: { readonly type: 'allowed'; readonly params: XStateGuard }
  readonly actions: readonly [{ readonly type: 'record'; readonly params: XStateRecord }]
  readonly meta: { readonly command: string; readonly why?: LocalizedText }
}

/** A step as a state. */
export interface XStateNode {
  /** Of a final step that nothing leads out of. */
  readonly type?: 'final'
  /** Of a final step. */
  readonly tags?: readonly ['final']
  readonly meta: {
    readonly step: string
    readonly title: LocalizedText
    readonly textbook?: number
    readonly responsible?: string
    readonly clocks?: { readonly [clock: string]: ClockState }
  }
  /** By command; of several transitions the first whose guard holds is made. */
  readonly on?: { readonly [event: string]: readonly XStateTransition[] }
}

/** A workflow as XState's `createMachine` takes it. */
export interface XStateConfig {
  readonly id: string
  readonly initial: string
  readonly meta: { readonly definition: DefinitionReference; readonly title?: LocalizedText }
  readonly states: { readonly [state: string]: XStateNode }
}
