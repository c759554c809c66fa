import type { DecimalString } from '@clientele/core'

/** What may be advised about a document that the verbs take as it is, with the parameters of each advice. */
export interface AdviceParams {
  readonly 'grade-unreachable': {
    readonly grade: string
    readonly from: DecimalString
    readonly minimum: DecimalString
    readonly maximum: DecimalString
  }
  readonly 'ratings-all-equal': { readonly criterion: string; readonly rating: DecimalString }
  readonly 'scale-of-one-value': { readonly criterion: string }
  readonly 'selects-everyone': { readonly total: DecimalString; readonly minimum: DecimalString }
  readonly 'selects-nobody': { readonly total: DecimalString; readonly maximum: DecimalString }
  readonly 'weight-cannot-matter': { readonly criterion: string }
  readonly 'weight-zero': { readonly criterion: string }
}

/** A code of an advice. */
export type AdviceCode = keyof AdviceParams

/** The English wording of every advice; the Chinese one is in `locales/zh-CN.ts`. */
export const adviceMessages: { readonly [Code in AdviceCode]: string } = {
  'grade-unreachable': 'can never be reached: totals run from {minimum} to {maximum}',
  'ratings-all-equal': 'cannot change the order of these candidates: all are rated {rating}',
  'scale-of-one-value': 'cannot tell anybody apart: the scale has one value',
  'selects-everyone': 'selects everyone: no total is below {minimum}',
  'selects-nobody': 'selects nobody: no total is above {maximum}',
  'weight-cannot-matter': 'cannot change the order of these candidates, however great or small it is',
  'weight-zero': 'counts for nothing',
}
