import type { DecimalInput, DecimalString } from '@clientele/core'

/** What the greatest customers bring in. */
export interface TopShare {
  /** Which part of the customers: 0.2 is a fifth. */
  readonly share: number
  /** How many customers that is, rounded up. */
  readonly customers: number
  /** The part of all value that they bring in; null where the total is not above 0. */
  readonly ofValue: number | null
}

/** What is to be known about concentration. */
export type ConcentrationDiagnosis =
  | { readonly code: 'no-values'; readonly params: Record<never, never> }
  | { readonly code: 'one-value'; readonly params: Record<never, never> }
  /** Nothing is a part of it: all figures are null. */
  | { readonly code: 'total-not-positive'; readonly params: { readonly total: DecimalString } }
  /** The Lorenz curve falls below 0, and the Gini coefficient may be above 1; told only where the total is above 0, for there are no such figures otherwise. */
  | { readonly code: 'values-below-zero'; readonly params: { readonly count: number; readonly value: DecimalString } }

/** How unevenly a total is spread. */
export interface ValueConcentration {
  readonly count: number
  readonly total: DecimalString
  /** 0 where all are equal; null where the total is not above 0. */
  readonly gini: number | null
  /** × n ÷ (n − 1); null of fewer than two values too. */
  readonly giniUnbiased: number | null
  /** Σ of squared shares; null where the total is not above 0. */
  readonly herfindahlHirschmanIndex: number | null
  /** From [0, 0] to [1, 1], the smallest values first: which part of the customers has which part of the value. All of up to 1,000 values, of more every thousandth part; empty where the total is not above 0. */
  readonly lorenz: readonly (readonly [customers: number, value: number])[]
  /** What the greatest 1, 5, 10, 20 and 50 % bring in. */
  readonly top: readonly TopShare[]
  readonly diagnoses: readonly ConcentrationDiagnosis[]
}

/** Which part of the customers. */
export interface TopShareOptions {
  /** Above 0, up to 1. */
  readonly share: DecimalInput
}
