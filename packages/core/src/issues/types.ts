import type { JsonValue, Path } from '../types.js'
import type { ValueKind } from './valueKinds.js'

/** One thing that is wrong with an input. */
export interface Issue {
  /** What is wrong, for programs. */
  readonly code: string
  /** Where: it ends in the field at fault, also for a missing or an unknown key. */
  readonly path: Path
  /** What is wrong and what is allowed, for people, in English. */
  readonly message: string
  /** The facts the message is made from. */
  readonly params: { readonly [name: string]: JsonValue }
}

/** The issue codes that every package shares, with the parameters each carries. */
export interface IssueParams {
  readonly 'already-closed': { readonly value: string }
  readonly 'already-posted': { readonly actual: string }
  readonly 'beyond-column': { readonly bound: string; readonly actual: string }
  readonly 'beyond-numbers': { readonly minimum: string; readonly maximum: string; readonly actual: string }
  readonly 'changes-nothing': Record<never, never>
  readonly cliff: { readonly from: string; readonly percent: string; readonly before: string; readonly cheaperFrom: string }
  readonly 'dead-end': Record<never, never>
  readonly duplicate: { readonly value: string; readonly first: number }
  readonly empty: Record<never, never>
  readonly 'extreme-size': { readonly smallest: string; readonly greatest: string; readonly actual: string }
  readonly falling: { readonly before: string; readonly actual: string }
  readonly 'given-elsewhere': { readonly value: string; readonly place: string }
  readonly incomplete: { readonly missing: readonly string[] }
  readonly 'length-differs': { readonly expected: number; readonly actual: number }
  readonly 'less-urgent': { readonly actual: string; readonly value: string; readonly place: string }
  readonly missing: Record<never, never>
  readonly 'mixed-currencies': { readonly currencies: readonly string[] }
  readonly 'never-allowed': { readonly value: string }
  readonly 'never-produced': { readonly value: string }
  readonly 'never-reached': { readonly hiddenBy: readonly string[] }
  readonly 'never-stopped': { readonly steps: readonly string[] }
  readonly 'no-exchange-rate': { readonly from: string; readonly to: string }
  readonly 'no-line-break': { readonly value: string; readonly actual: string }
  readonly 'no-one-responsible': Record<never, never>
  readonly 'no-purchases': { readonly until: string }
  readonly 'not-a-calendar-date': { readonly actual: string }
  readonly 'not-a-condition': { readonly actual: string }
  readonly 'not-a-decimal': { readonly actual: string }
  readonly 'not-a-duration': { readonly actual: string }
  readonly 'not-a-language-tag': { readonly actual: string }
  readonly 'not-a-moment': { readonly actual: string }
  readonly 'not-a-time': { readonly actual: string }
  readonly 'not-a-time-duration': { readonly actual: string }
  readonly 'not-above': { readonly bound: string; readonly actual: string }
  readonly 'not-allowed': { readonly allowed: readonly string[]; readonly actual: string }
  readonly 'not-an-integer': { readonly actual: string }
  readonly 'not-below': { readonly bound: string; readonly actual: string }
  readonly 'not-covered': { readonly count: number; readonly examples: readonly string[] }
  readonly 'not-exact': { readonly maximum: number; readonly actual: string }
  readonly 'not-produced-again': { readonly value: string; readonly commands: readonly string[] }
  readonly 'not-reciprocal': { readonly expected: string; readonly actual: string }
  readonly 'nothing-to-divide-by': Record<never, never>
  readonly 'nothing-to-fit': Record<never, never>
  readonly 'off-step': { readonly step: string; readonly minimum: string; readonly actual: string }
  readonly 'other-policy': { readonly expected: string; readonly actual: string }
  readonly 'out-of-range': { readonly minimum: string; readonly maximum: string; readonly actual: string }
  readonly 'out-of-sequence': { readonly expected: string; readonly actual: string }
  readonly 'outdated-input': { readonly expected: string; readonly actual: string }
  readonly overshoots: { readonly left: string; readonly asked: string }
  readonly 'own-approval': { readonly commands: readonly string[] }
  readonly 'reserved-name': { readonly actual: string }
  readonly 'reserved-start': { readonly value: string; readonly actual: string }
  readonly 'rest-missing': Record<never, never>
  readonly 'rest-not-last': Record<never, never>
  readonly 'shares-not-whole': { readonly actual: string }
  readonly 'sum-differs': { readonly expected: string; readonly actual: string }
  readonly 'too-deep': { readonly maximum: number }
  readonly 'too-large': { readonly maximum: string; readonly actual: string }
  readonly 'too-many-decimal-places': { readonly maximum: number; readonly actual: string }
  readonly 'too-many-digits': { readonly maximum: number; readonly actual: string }
  readonly 'too-many-parts': { readonly maximum: number }
  readonly 'too-many-periods': { readonly maximum: number; readonly from: string }
  readonly 'too-small': { readonly minimum: string; readonly actual: string }
  readonly 'unknown-calendar': { readonly actual: string }
  readonly 'unknown-currency': { readonly actual: string }
  readonly 'unknown-key': { readonly allowed: readonly string[] }
  readonly 'unknown-zone': { readonly actual: string }
  readonly unreachable: { readonly from: string }
  readonly unreadable: { readonly expected: string; readonly actual: string }
  readonly 'wrong-length': { readonly expected: number; readonly actual: number }
  readonly 'wrong-type': { readonly expected: ValueKind; readonly actual: string }
}

/** A code of the shared catalogue. */
export type IssueCode = keyof IssueParams
