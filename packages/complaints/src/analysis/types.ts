import type { CalendarDate, DecimalString, InvalidRows, PolicyReference, RejectedRow } from '@clientele/core'
import type { BusinessCalendar } from '@clientele/core/business-time'
import type { ClockPolicy } from '../clocks/types.js'
import type { WorkflowDefinition } from '../workflow/types.js'

/** A measure against a cause of complaints, from a date on. */
export interface CorrectiveMeasure {
  readonly cause: string
  readonly date: CalendarDate
}

/** What complaints are analysed by. */
export interface ComplaintAnalysisOptions {
  /** What happened later is not looked at: the end of this date in the zone of `zone`. */
  readonly asOf: CalendarDate
  /** The zone in which dates begin and end; UTC unless given. */
  readonly zone?: string | undefined
  /**
   * The workflow that the complaints were handled by, or all its versions: its final steps close a complaint, and who comes back from a wait does nothing
   * over again. Unless given, the events of the textbook's eight steps tell.
   */
  readonly definition?: WorkflowDefinition | readonly WorkflowDefinition[] | undefined
  /** Counts the time in steps as business time; elapsed time unless given. */
  readonly calendar?: BusinessCalendar | undefined
  /** The clocks that timeliness is measured by, which need `definition`; and the calendars they name. */
  readonly clocks?: ClockPolicy | undefined
  readonly calendars?: { readonly [id: string]: BusinessCalendar | readonly BusinessCalendar[] } | undefined
  /** From which date on something was done against a cause; unless given, from the first complaint of the cause that was evaluated. */
  readonly measures?: readonly CorrectiveMeasure[] | undefined
  /** Whether a bad log throws or is rejected: `'throw'` unless given. */
  readonly invalid?: InvalidRows | undefined
}

/** One bar of a Pareto chart, the greatest first, complaints without the attribute last. */
export interface ParetoBar {
  readonly count: number
  /** Of all complaints. */
  readonly share: number
  /** The share of this bar and all before it. */
  readonly cumulative: number
}
/** Null: of no known cause. */
export type CauseBar = ParetoBar & { readonly cause: string | null }
export type ContentBar = ParetoBar & { readonly content: string | null }
export type DepartmentBar = ParetoBar & { readonly department: string | null }

/** How long open complaints stood in a step, visit by visit: seconds. */
export interface StepTime {
  readonly step: string
  /** Of visits that have ended; null where none has. */
  readonly median: number | null
  readonly p90: number | null
  /** How many visits have ended. */
  readonly count: number
  /** How many complaints stand there still. */
  readonly open: number
}

/** Work done over again: a step entered again in the same cycle, other than by coming back from a wait. */
export interface ReworkSummary {
  /** How many complaints had any, and their share of all. */
  readonly complaints: number
  readonly rate: number
  /** How often each step was entered again, most often first. */
  readonly steps: readonly { readonly step: string; readonly count: number }[]
}

/** Complaints of a cause before and after something was done against it, in two periods of the same length. */
export interface Recurrence {
  readonly cause: string
  /** The first date of the second period. */
  readonly date: CalendarDate
  /** The length of each period. */
  readonly days: number
  readonly before: number
  readonly after: number
}

/** How a clock was kept. */
export interface ClockTimeliness {
  readonly clock: string
  readonly met: number
  readonly breached: number
  /** Over in time, but not by what the clock waits for: withdrawn or merged complaints, for instance. */
  readonly otherwise: number
  /** Not decided yet. */
  readonly open: number
  /** Of those met and breached; null where there are none. */
  readonly metRate: number | null
}

/** Seconds, of as many complaints as `count` says; null where there are none. */
export interface Duration {
  readonly median: number | null
  readonly p90: number | null
  readonly count: number
}

/** How fast complaints were handled. */
export interface Timeliness {
  /** From the opening of a cycle to its end. */
  readonly resolution: Duration
  /** How often a deadline was extended. */
  readonly extensions: number
  /** Empty where no clocks are given. */
  readonly clocks: readonly ClockTimeliness[]
}

/** What was approved for customers, in one currency. */
export interface Compensation {
  readonly currency: string
  readonly amount: DecimalString
  /** How many solutions it was approved in. */
  readonly count: number
}

/** What customers said to the solution, and how they rated it. */
export interface Satisfaction {
  readonly accepted: number
  readonly disputed: number
  /** Of all responses; null where there are none. */
  readonly acceptedRate: number | null
  /** The mean of the numbers told as `satisfaction`; null where none was. */
  readonly mean: number | null
  /** How many were told. */
  readonly ratings: number
}

export type AnalysisDiagnosis =
  /** Logs that begin after the day looked at are not counted. */
  | { readonly code: 'begun-later'; readonly params: { readonly count: number } }
  /** Complaints that went into another are counted there only. */
  | { readonly code: 'merged'; readonly params: { readonly count: number } }
  /** Complaints of which the cause is not known. */
  | { readonly code: 'cause-unknown'; readonly params: { readonly count: number } }
  /** Moments that lie before those of earlier events are taken for theirs. */
  | { readonly code: 'clock-stepped-back'; readonly params: { readonly count: number } }
  /** Causes whose recurrence cannot be told, for want of days before or after. */
  | { readonly code: 'recurrence-untold'; readonly params: { readonly causes: readonly string[] } }
  /** Rejected logs are in no figure. */
  | { readonly code: 'rejected'; readonly params: { readonly count: number } }

/** What complaints have in common. */
export interface ComplaintAnalysis {
  readonly asOf: CalendarDate
  /** How many complaints are in the figures; how many of them are closed. */
  readonly complaints: number
  readonly closed: number
  readonly byCause: readonly CauseBar[]
  readonly byContent: readonly ContentBar[]
  readonly byDepartment: readonly DepartmentBar[]
  /** In the order in which complaints first come to the steps. */
  readonly timeInStep: readonly StepTime[]
  readonly rework: ReworkSummary
  /** The share of complaints ever closed that were opened again; null where none was closed. */
  readonly reopenRate: number | null
  readonly recurrence: readonly Recurrence[]
  readonly timeliness: Timeliness
  /** In the alphabetical order of currencies. */
  readonly compensation: readonly Compensation[]
  readonly satisfaction: Satisfaction
  readonly diagnoses: readonly AnalysisDiagnosis[]
  readonly rejected: readonly RejectedRow[]
  /** The workflows, the clock policy and the calendars that were asked. */
  readonly policies: readonly PolicyReference[]
}
