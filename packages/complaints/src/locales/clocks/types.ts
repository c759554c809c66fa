import type { ClockSpanReason, ClockStatus } from '../../clocks/types.js'
import type { DeadlineRiskDiagnosis } from '../../risk/types.js'

/** Why time counts towards a deadline or does not, beyond what the calendar says. */
type OwnReason = Extract<ClockSpanReason, 'around-the-clock' | 'waiting' | 'receipt-day' | 'counted-day' | 'extension'>

/** The wording of deadlines, and of what the past says about them. */
export interface ClocksLocale {
  readonly clocks: {
    readonly summary: string
    readonly notStarted: string
    /** A clock with the cycle that it belongs to. */
    readonly inCycle: string
    /** A deadline at the end of a date. */
    readonly endOfDate: string
    /** How a clock stands; in time, but not by what it waits for; breached while it is still open, and after it has stopped. */
    readonly statuses: { readonly [Status in Exclude<ClockStatus, 'breached'>]: string } & {
      readonly otherwise: string
      readonly overdue: string
      readonly missed: string
    }
    /** By how much a deadline was missed that was missed by no business time. */
    readonly lateOutsideHours: string
    /** A clock stands still though its deadline has passed. */
    readonly standsStill: string
    readonly authority: string
    /** When to warn: now, later, and later if a wait ended now. */
    readonly warning: string
    readonly warnsLater: string
    readonly warnsAfterWait: string
    readonly waited: string
    readonly extended: string
    /** A deadline that had passed when another one was put in its place. */
    readonly passed: string
    /** What started it, and how long it may run; where that goes by priority, too. */
    readonly started: string
    readonly startedByPriority: string
    readonly startedOtherwise: string
    readonly targets: {
      readonly businessTime: string
      readonly elapsedTime: string
      readonly businessDays: { readonly one: string; readonly many: string }
      readonly calendarDays: string
      readonly weeks: string
    }
    readonly calendar: string
    readonly aroundTheClock: string
    readonly source: string
    readonly sourceWithAddress: string
    /** Before the spans of its deadline. */
    readonly trace: string
    readonly why: { readonly [Reason in OwnReason]: string }
    readonly note: string
  }
  readonly risk: {
    readonly summary: string
    readonly nothingOpen: string
    readonly entry: string
    /** Instead of a department. */
    readonly noDepartment: string
    readonly diagnoses: { readonly [Code in DeadlineRiskDiagnosis['code']]: string }
    readonly step: string
  }
}
