import type { DurationParts } from '../conditions/duration.js'
import type { ComparisonOperator } from '../conditions/types.js'
import type { IssueCode } from '../issues/types.js'
import type { IssueWording } from '../issues/wordIssue.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface CoreLocale extends IssueWording {
  /** The BCP 47 tag that {@link localizeText} is asked for. */
  readonly languageTag: string
  /** What is wrong, by issue code. */
  readonly issues: { readonly [Code in IssueCode]: string }
  /** What a comparison asks for, by operator. */
  readonly comparisons: { readonly [Operator in ComparisonOperator]: string }
  /** Stands at the end of a list that is cut short. */
  readonly more: string
  /** So many of a calendar unit. */
  readonly durations: { readonly [Unit in keyof DurationParts]: { readonly one: string; readonly many: string } }
  /** Between two calendar units of one duration. */
  readonly durationSeparator: string
  /** How a comparison came out. */
  readonly outcomes: {
    /** Of the condition as a whole. */
    readonly holds: string
    readonly fails: string
    readonly met: string
    readonly unmet: string
    readonly missing: string
    readonly 'not-comparable': string
  }
}
