import type { SpanReason } from '../businessTime/types.js'
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
  /** So much of a unit of time, and what stands between two units of one time. */
  readonly times: { readonly [Unit in 'days' | 'hours' | 'minutes' | 'seconds']: string }
  readonly timeSeparator: string
  /** From Monday. */
  readonly weekdays: readonly string[]
  readonly moments: { readonly date: string; readonly moment: string; readonly zoned: string }
  /** Stretches of time, span by span. */
  readonly spans: {
    /** From when to when, on another date than before or on the same; one whole date, or several. */
    readonly dated: string
    readonly sameDate: string
    readonly wholeDate: string
    readonly wholeDates: string
    readonly counted: string
    readonly skipped: string
    /** Where the clocks were put forward or back meanwhile. */
    readonly forward: string
    readonly back: string
    readonly why: { readonly [Reason in SpanReason]: string }
  }
  /** Business time between two moments; the same where they were given in reverse. */
  readonly businessTime: { readonly total: string; readonly reversed: string }
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
