import type { CalendarDate, DecimalInput, PolicyReference } from '@clientele/core'

/** What it takes to work a deal of a stage. */
export interface EffortCost {
  readonly stage: string
  /** Hours of work on one deal: above 0. */
  readonly hoursPerDeal: DecimalInput
  /** How many deals can be worked at most, such as those that stand in the stage: 0 or more, without end unless given, so that the best stage takes all hours. */
  readonly capacity?: DecimalInput | undefined
}

/** What a won deal is worth: 0 or more. */
export interface StageValue {
  readonly stage: string
  readonly value: DecimalInput
}

/** What there is to divide. */
export interface EffortOptions {
  /** How many hours: 0 or more. */
  readonly hours: DecimalInput
  /** Stages that are not listed get none. */
  readonly costs: readonly EffortCost[]
  /** What a won deal is worth: the same for all, by stage, or as a list of every stage in `costs`. */
  readonly values: DecimalInput | { readonly [stage: string]: DecimalInput } | readonly StageValue[]
  /** The ISO 4217 code of the currency that values are in. */
  readonly currency?: string | undefined
}

/** How much work a stage gets. */
export interface StageEffort {
  readonly stage: string
  readonly hours: number
  /** How many deals are worked in them: a part of one counts as a part. */
  readonly deals: number
  /** Which share of the deals of the stage is won in the end: the product of the rates from it on; null where any of them is unknown. */
  readonly winRate: number | null
  /** What the hours bring. */
  readonly expectedValue: number
  /** What an hour of work in the stage brings; null where the win rate is unknown. */
  readonly marginal: number | null
  /** How many hours it can take at most; null: without end. */
  readonly capacityHours: number | null
}

/** Why the hours are divided so. */
export type EffortReason =
  /** An hour brings most here; the stages that get hours, best first. */
  | { readonly code: 'best-use'; readonly params: { readonly stage: string; readonly hours: number; readonly marginal: number } }
  /** No more deals can be worked here. */
  | { readonly code: 'capacity-used'; readonly params: { readonly stage: string; readonly hours: number } }
  /** An hour brings no more than elsewhere, and there were none left. */
  | { readonly code: 'less-per-hour'; readonly params: { readonly stage: string; readonly marginal: number } }
  /** Nothing is won from here, or it is worth nothing. */
  | { readonly code: 'brings-nothing'; readonly params: { readonly stage: string } }
  /** No deal of the stage, or of one after it, is decided: nobody knows what work here brings. */
  | { readonly code: 'insufficient-history'; readonly params: { readonly stage: string } }
  /** So many hours cannot be used. */
  | { readonly code: 'hours-left'; readonly params: { readonly hours: number } }

/** Hours divided among stages. */
export interface EffortAllocation {
  readonly asOf: CalendarDate
  readonly hours: number
  /** In the order of the pipeline. */
  readonly stages: readonly StageEffort[]
  /** What all hours bring. */
  readonly expectedValue: number
  /** Hours that no stage can take. */
  readonly left: number
  /** What one more hour would bring, and where; null where no stage could take it. */
  readonly nextHour: { readonly stage: string; readonly value: number } | null
  readonly currency: string | null
  readonly reasons: readonly EffortReason[]
  readonly policies: readonly PolicyReference[]
}
