import type { AgeingDiagnosis, AgeingScheme } from '../../ageing/types.js'
import type { DunningDiagnosis, HoldReason, LetterReason, WaitReason } from '../../dunning/types.js'
import type { InterestDiagnosis, InterestRate } from '../../interest/types.js'
import type { ItemDiagnosis } from '../../receivables/types.js'

/** The wording of receivables: open items by age and customer, interest, dunning and allowances. */
export interface ReceivablesLocale {
  readonly receivables: {
    /** The bucket of what is not overdue. */
    readonly notDue: string
    readonly diagnoses: { readonly [Code in ItemDiagnosis['code']]: string }
  }
  readonly ageing: {
    /** What is aged, by what the age is counted from. */
    readonly by: { readonly [By in AgeingScheme['by']]: string }
    /** Where an age that a bucket ends with belongs. */
    readonly boundary: string
    readonly nothing: string
    readonly nothingOpen: string
    readonly total: string
    readonly totalWithCredits: string
    readonly overdue: string
    readonly disputed: string
    readonly bucket: string
    readonly bucketWithCredits: string
    readonly bucketOfCredits: string
    readonly customers: string
    readonly greatest: string
    /** One of the greatest. */
    readonly customer: string
    readonly diagnoses: { readonly [Code in Exclude<AgeingDiagnosis['code'], ItemDiagnosis['code']>]: string }
  }
  readonly concentration: {
    readonly asOf: string
    /** Where everything counts. */
    readonly whenever: string
    readonly nothing: string
    readonly total: string
    readonly nobody: string
    readonly greatest: string
    /** One of the greatest. */
    readonly customer: string
    readonly shares: string
    /** What so many of the greatest owe. */
    readonly share: string
    readonly index: string
  }
  readonly interest: {
    readonly notOverdue: string
    /** So many days after the due date, with interest and without. */
    readonly bearing: string
    readonly bearingNone: string
    /** Which days count, in a year of so many days or of as many as the calendar year has. */
    readonly year: string
    readonly actualYear: string
    /** Which day's rate counts, where the rate has several steps. */
    readonly steps: { readonly [Apply in NonNullable<InterestRate['stepsApply']>]: string }
    /** Instead of `first-day`, where the first step begins later than the day that counts. */
    readonly firstStepLater: string
    readonly rounding: { readonly [Rounding in NonNullable<InterestRate['rounding']>]: string }
    /** The days of a span, and its only day. */
    readonly between: string
    readonly on: string
    /** How its interest comes about, by what is rounded. */
    readonly spans: { readonly [Rounding in NonNullable<InterestRate['rounding']>]: string }
    /** Where the unrounded interest has more decimal places than are shown, or than the result has. */
    readonly cutShort: string
    readonly diagnoses: { readonly [Code in InterestDiagnosis['code']]: string }
  }
  readonly dunning: {
    readonly plan: string
    readonly letter: string
    readonly letterReasons: { readonly [Code in LetterReason['code']]: string }
    /** What stops the next level of an item in a letter. */
    readonly next: string
    readonly blocks: string
    readonly last: string
    readonly beyondCalendar: string
    readonly held: string
    readonly holdReasons: { readonly [Code in HoldReason['code']]: string }
    /** Where no level follows; where one does; and where its day is beyond the calendar. */
    readonly waiting: string
    readonly waitingUntil: string
    readonly waitingBeyondCalendar: string
    readonly waitReasons: { readonly [Code in WaitReason['code']]: string }
    /** Between the reasons of one item. */
    readonly reasonSeparator: string
    readonly diagnoses: { readonly [Code in Exclude<DunningDiagnosis['code'], ItemDiagnosis['code']>]: string }
  }
  readonly allowance: {
    readonly nothing: string
    readonly total: string
    readonly nothingOwed: string
    /** By a percentage, and by so much lost of so much. */
    readonly bucket: { readonly exact: string; readonly rounded: string }
    readonly bucketByLoss: { readonly exact: string; readonly rounded: string }
    /** What is lost in the end of what reaches a bucket. */
    readonly lossRate: { readonly exact: string; readonly rounded: string }
  }
}
