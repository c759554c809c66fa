import type { PolicyReference } from '@clientele/core'
import type { Actor, ComplaintState } from '../history/types.js'
import type { WorkflowDefinition } from '../workflow/types.js'

/** Two versions of a definition, and the complaints that are handled by the earlier one. */
export interface DefinitionComparisonCase {
  readonly before: WorkflowDefinition
  readonly after: WorkflowDefinition
  /** Where complaints stand; each made with `before`. */
  readonly open: readonly ComplaintState[]
}

/** What differs between two definitions; `before` and `after` are what each says. */
export type DefinitionChange =
  | { readonly code: 'step-added' | 'step-removed'; readonly params: { readonly step: string } }
  /** Its title, textbook step, responsible role, clocks, or whether it is final. */
  | { readonly code: 'step-changed'; readonly params: { readonly step: string; readonly fields: readonly string[] } }
  | { readonly code: 'move-added' | 'move-removed'; readonly params: { readonly step: string; readonly command: string; readonly to: string } }
  | {
      readonly code: 'move-changed'
      readonly params: { readonly step: string; readonly command: string; readonly to: string; readonly fields: readonly string[] }
    }
  /** The moves of a step on a command are tried in another order. */
  | { readonly code: 'moves-reordered'; readonly params: { readonly step: string; readonly command: string } }
  | { readonly code: 'initial-changed'; readonly params: { readonly before: string; readonly after: string } }
  | { readonly code: 'opening-changed'; readonly params: { readonly fields: readonly string[] } }
  /** How much a role may approve in a currency; null for no such limit. */
  | {
      readonly code: 'limit-changed'
      readonly params: { readonly role: string; readonly currency: string; readonly before: LimitText | null; readonly after: LimitText | null }
    }

/** A limit, to compare. */
export interface LimitText {
  /** Canonical, with the currency's minor digits. */
  readonly amount: string
  readonly cumulative: boolean
}

/** Why a complaint cannot go on under another definition. */
export type StuckReason =
  /** Its step is not in the new definition, and `migrate` does not say where it goes. */
  | { readonly code: 'step-missing'; readonly params: { readonly step: string; readonly version: string | number } }
  /** A step that it would go back to is not in the new definition, and `migrate` does not say which takes its place. */
  | { readonly code: 'return-step-missing'; readonly params: { readonly step: string; readonly version: string | number } }
  /**
   * No final step can be reached from there any more; `lacking` are the events that moves need, wherever the complaint still can get, and that can no
   * longer happen, or not with the others that the move needs; none where that is not what keeps it.
   */
  | { readonly code: 'no-way-out'; readonly params: { readonly step: string; readonly lacking: readonly string[] } }

/** A complaint that the new definition would strand. */
export interface StuckComplaint {
  readonly complaint: string
  /** Where it stands. */
  readonly step: string
  readonly reasons: readonly [StuckReason, ...StuckReason[]]
}

/** Where a complaint goes under the new definition. */
export interface ComplaintMigration {
  readonly complaint: string
  readonly from: string
  readonly to: string
}

/** What a new version of a definition changes, and for whom. */
export interface DefinitionComparison {
  readonly changes: readonly DefinitionChange[]
  /** In the order of `open`. */
  readonly stuck: readonly StuckComplaint[]
  /** The complaints that can go on, in the order of `open`. */
  readonly migrations: readonly ComplaintMigration[]
  /** The earlier definition, then the later one. */
  readonly policies: readonly PolicyReference[]
}

/** A complaint to be handled by another version of its definition from now on. */
export interface MigrationCase {
  readonly state: ComplaintState
  /** A moment with its offset. */
  readonly at: string
  readonly by: Actor
}

/** Two versions of a definition. */
export interface DefinitionVersions {
  readonly from: WorkflowDefinition
  readonly to: WorkflowDefinition
}
