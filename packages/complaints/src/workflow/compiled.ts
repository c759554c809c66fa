import type { Condition, LocalizedText, PolicyReference } from '@clientele/core'
import type { Money } from '../money/readMoney.js'
import type { WorkflowDefinition, WorkflowStep } from './types.js'

/** A name in `notBy`, and the events that whoever it stands for brought about. */
export interface ReadPerson {
  readonly name: string
  readonly events: ReadonlySet<string>
}

/** A move whose names are resolved. */
export interface ReadMove {
  readonly on: string
  readonly to: string
  /** The parts of its condition that must each hold by itself. */
  readonly conditions: readonly Condition[]
  /** What it needs, in the definition's order. */
  readonly needs: readonly string[]
  /** What it needs of the command. */
  readonly fields: readonly string[]
  /** What it needs of the history. */
  readonly events: readonly string[]
  readonly role: readonly string[] | undefined
  readonly notBy: readonly ReadPerson[]
  readonly emits: readonly string[]
  readonly startsCycle: boolean
  /** Whether it proposes a solution, which its first event carries. */
  readonly proposes: boolean
  /** Whether it approves a solution, so that limits apply. */
  readonly approves: boolean
  readonly why: LocalizedText | undefined
}

/** A place in what a move emits. */
export interface EmittedEvent {
  readonly move: ReadMove
  readonly index: number
}

/** A step whose names are resolved. */
export interface ReadStep {
  readonly id: string
  readonly final: boolean
  readonly moves: readonly ReadMove[]
  /** The moves on a command, in the order in which they are tried. */
  readonly on: ReadonlyMap<string, readonly ReadMove[]>
  /** What may happen here, by type of event. */
  readonly emitted: ReadonlyMap<string, readonly EmittedEvent[]>
  /** Whether one of its moves goes back to where the complaint came from. */
  readonly returns: boolean
  readonly document: WorkflowStep
}

/** How much a role may approve in a currency. */
export interface ReadLimit {
  readonly role: string
  readonly upTo: Money
  readonly cumulative: boolean
}

/** A definition that nothing is wrong with. */
export interface ReadWorkflow {
  readonly policy: PolicyReference
  readonly initial: string
  readonly steps: ReadonlyMap<string, ReadStep>
  readonly opening: { readonly needs: readonly string[]; readonly emits: readonly string[] }
  /** The limits of every role that has any. */
  readonly limits: ReadonlyMap<string, readonly ReadLimit[]>
  /** Where a step of an earlier version goes, by that version. */
  readonly migrate: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** The steps that know a command, by command, both in the order of the definition. */
  readonly commands: ReadonlyMap<string, readonly string[]>
  /** The commands that bring an event about, by type of event; the opening's included. */
  readonly events: ReadonlyMap<string, readonly string[]>
  /** The types of the events that carry a proposed solution. */
  readonly proposals: ReadonlySet<string>
  readonly document: WorkflowDefinition
}
