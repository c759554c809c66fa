import type { DecimalString } from '@clientele/core'

/** What may be advised about a document that the verbs take as it is, with the parameters of each advice. */
export interface AdviceParams {
  readonly 'grade-unreachable': { readonly minimum: DecimalString; readonly maximum: DecimalString }
  readonly 'grade-unused': Record<never, never>
  readonly 'otherwise-unreachable': Record<never, never>
  readonly 'ratings-all-equal': { readonly rating: DecimalString }
  readonly 'route-unused': Record<never, never>
  readonly 'rule-changes-nothing': Record<never, never>
  readonly 'rule-never-met': Record<never, never>
  readonly 'rule-unreachable': { readonly hiddenBy: readonly string[] }
  readonly 'scale-of-one-value': Record<never, never>
  readonly 'selects-everyone': { readonly minimum: DecimalString }
  readonly 'selects-nobody': { readonly maximum: DecimalString }
  readonly 'weight-cannot-change-order': Record<never, never>
  readonly 'weight-zero': Record<never, never>
}

/** A code of an advice. */
export type AdviceCode = keyof AdviceParams

/** The English wording of every advice; the Chinese one is in `locales/zh-CN.ts`. */
export const adviceMessages: { readonly [Code in AdviceCode]: string } = {
  'grade-unreachable': 'starts where no total leads to it: totals run from {minimum} to {maximum}, and the next grade takes those from its own start',
  'grade-unused': 'is granted to nobody',
  'otherwise-unreachable': 'is never used: there is always a rule that is met',
  'ratings-all-equal': 'cannot change the order of these candidates: all are rated {rating}',
  'route-unused': 'is taken by nobody',
  'rule-changes-nothing': 'changes nothing: without it, the same grade and route come out',
  'rule-never-met': 'is never met: no facts can meet it',
  'rule-unreachable': 'never decides: whenever it is met, an earlier rule is met as well ({hiddenBy})',
  'scale-of-one-value': 'cannot tell anybody apart: the scale has one value',
  'selects-everyone': 'selects everyone: no total is below {minimum}',
  'selects-nobody': 'selects nobody: no total is above {maximum}',
  'weight-cannot-change-order': 'cannot change the order of these candidates, however great or small it is',
  'weight-zero': 'counts for nothing',
}
