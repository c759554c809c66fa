import type { DecimalInput, DecimalString, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'

/** How a lead ended. */
export type Outcome = 'won' | 'lost'

/** What may be known of a lead in one field; values of different types are different, so `1` is not `'1'`. */
export type FieldValue = string | number | boolean

/** A lead that has ended. Further keys are its fields; those that are not asked for are not read. */
export interface OutcomeRecord {
  readonly outcome: Outcome
  /** Records need no id; of those with the same one only the first can be kept. */
  readonly id?: string | number | null | undefined
}

/** Which field holds a lead's stage, and the stages from the first to the last. */
export interface StageOrder {
  readonly field: string
  /** At least one, each once. */
  readonly order: readonly FieldValue[]
}

/** What is to be learned from past leads. */
export interface LearningOptions extends ReadOptions {
  /** The names of the fields that count, at least one, each once. */
  readonly fields: readonly string[]
  /** The field of a lead's stage, if stages count; where only its name is given, the stages are the numbers found in it, ascending. */
  readonly stage?: string | StageOrder | undefined
  /** What is added to every count, above 0 and from 1e-100 to 1e100, so that nothing is impossible; 0.1 unless given. */
  readonly smoothing?: DecimalInput | undefined
  /** A stage that fewer records have reached is ignored; 0 or more, and 0 unless given. */
  readonly minimumCount?: number | undefined
  /** The id of the document to be made; `outcome-odds` unless given. */
  readonly id?: string | undefined
  /** The version of the document to be made; 1 unless given. */
  readonly version?: string | number | undefined
}

/** How many records were won, and how many were lost. */
export interface OutcomeCounts {
  readonly won: number
  readonly lost: number
}

/** How often one value of a field was seen. */
export interface ValueCounts extends OutcomeCounts {
  readonly value: FieldValue
}

/** The values that were seen in a field. */
export interface FieldCounts {
  readonly field: string
  /** Each record has at most one of them, so together they are won and lost at most as often as all records. */
  readonly values: readonly ValueCounts[]
}

/** How many records reached a stage: a won one reaches every stage, a lost one all up to its own. All reach the first, and later ones no more. */
export interface StageCounts extends OutcomeCounts {
  readonly stage: FieldValue
}

/** What past leads say about the outcome of others, as a document: counts, to which `smoothing` is added where they are used. */
export interface OutcomeOdds extends OutcomeCounts {
  readonly kind: 'outcome-odds'
  readonly id: string
  /** The host's version of this document. */
  readonly version: string | number
  /** The version of this document's format; 1 where it is left out. */
  readonly format?: 1
  /** What is added to every count; above 0. */
  readonly smoothing: DecimalInput
  /** A stage that fewer records have reached is ignored. */
  readonly minimumCount?: number
  /** At least one. */
  readonly fields: readonly FieldCounts[]
  /** The stages from the first to the last. */
  readonly stage?: { readonly field: string; readonly stages: readonly StageCounts[] }
  /** What learning left aside; estimates do not read it. */
  readonly rejected?: readonly unknown[]
  /** What learning had to say; estimates do not read it. */
  readonly diagnoses?: readonly unknown[]
}

/** What is to be known about the history as a whole. */
export type OddsDiagnosis =
  | { readonly code: 'no-history'; readonly params: Record<never, never> }
  | { readonly code: 'only-one-outcome'; readonly params: { readonly outcome: Outcome; readonly records: number } }
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly records: number } }

/** The document just learned, with the records that were refused. */
export interface LearnedOutcomeOdds extends OutcomeOdds {
  readonly format: 1
  readonly smoothing: DecimalString
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly OddsDiagnosis[]
}

/** By what a field's value multiplies the odds of winning. */
export interface OddsFactor {
  readonly field: string
  readonly value: FieldValue
  /** Above 1 where winning becomes more likely. */
  readonly factor: number
}

/** Why a field does not count in an estimate. */
export type OutcomeReason =
  | { readonly code: 'value-missing'; readonly params: { readonly field: string } }
  | { readonly code: 'value-never-seen'; readonly params: { readonly field: string; readonly value: FieldValue } }
  | {
      readonly code: 'stage-below-minimum-count'
      readonly params: { readonly field: string; readonly value: FieldValue; readonly count: number; readonly minimumCount: number }
    }

/** How likely a lead is to be won. */
export interface OutcomeEstimate {
  /** Above 0 and below 1: the nearest numbers to them stand for what is nearer still. */
  readonly probability: number
  /** The probability before anything is known of the lead. */
  readonly prior: number
  /** In the order of the document's fields, the stage last; the odds of the prior times all factors are the odds of the probability. */
  readonly contributions: readonly OddsFactor[]
  /** What was left out, and why. */
  readonly reasons: readonly OutcomeReason[]
  readonly policies: readonly PolicyReference[]
}

/** Outcome odds, made ready for many leads. */
export interface CompiledOutcomeOdds {
  /** What estimateOutcome gives, without checking the document again. */
  readonly estimateOutcome: (lead: object) => OutcomeEstimate
}
