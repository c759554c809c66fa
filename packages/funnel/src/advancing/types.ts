import type { PolicyReference } from '@clientele/core'
import type { StageEffect } from '../pipeline/types.js'
import type { StageChange } from '../stageLog/types.js'

/** What is to be done with a deal, and what was done with it before. */
export interface DealAdvance {
  readonly change: StageChange
  /** The changes of the same deal before, in any order; none for a new deal. */
  readonly history: readonly StageChange[]
}

/** In which zone dates and moments are compared. */
export interface AdvanceOptions {
  /** A zone of the IANA database, UTC unless given. */
  readonly zone?: string | undefined
}

/** Why a deal may not advance. */
export type AdvanceRefusal =
  | { readonly code: 'missing-evidence'; readonly params: { readonly stage: string; readonly missing: readonly string[] } }
  | { readonly code: 'skipped-stage'; readonly params: { readonly to: string; readonly skipped: readonly string[] } }
  | { readonly code: 'regression'; readonly params: { readonly from: string; readonly to: string } }
  | { readonly code: 'unknown-reason'; readonly params: { readonly reason: string; readonly allowed: readonly string[] } }
  | { readonly code: 'missing-reason'; readonly params: { readonly allowed: readonly string[] } }
  /** The deal is won or lost: it takes no other outcome, and no stage where the pipeline refuses reopenings. */
  | { readonly code: 'closed'; readonly params: { readonly outcome: 'won' | 'lost'; readonly to: string } }

/** Whether a deal may advance. */
export type AdvanceResult =
  | {
      readonly ok: true
      /** Where the deal was: a stage, won or lost; null for a new deal. */
      readonly from: string | null
      readonly to: string
      /** Whether the change opens a deal again that was won or lost. */
      readonly reopens: boolean
      /** The stages that it passes without having entered them. */
      readonly skipped: readonly string[]
      /** What the host is to do: the `onEnter` of the stage that is entered. */
      readonly effects: readonly StageEffect[]
      readonly policies: readonly PolicyReference[]
    }
  | { readonly ok: false; readonly reasons: readonly AdvanceRefusal[]; readonly policies: readonly PolicyReference[] }
