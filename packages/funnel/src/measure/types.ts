import type { CalendarDate, DecimalString, InvalidRows, PolicyReference, RejectedRow } from '@clientele/core'
import type { CurrencyAmount, CurrencyRates } from '../money/types.js'

/** A range of dates, both included; without an end it goes on for ever. */
export interface DateRange {
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
}

/** By which calendar periods deals are told apart that entered the funnel in them. */
export interface CohortOptions {
  /** Weeks begin on Monday. */
  readonly by: 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** The month in which years and quarters begin, 1 to 12: 1 unless given. */
  readonly fiscalYearStart?: number | undefined
  /** A cohort is mature so long after its last day, such as `P90D`; unless given, once its period is over and none of its deals is open. */
  readonly matureAfter?: string | undefined
}

/** How a funnel is measured. */
export interface FunnelOptions {
  /** Changes after this date are not looked at, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
  /** The zone in which moments have their dates: UTC unless given. */
  readonly zone?: string | undefined
  /** Looks only at deals whose first change is in this range: a cohort. */
  readonly entered?: DateRange | undefined
  /** An attribute by which deals are told apart: `groups`. */
  readonly by?: string | undefined
  /** Turns all amounts into one currency. */
  readonly currencyRates?: CurrencyRates | undefined
  /** Tells deals apart by the period of their first change: `cohorts`. */
  readonly cohorts?: CohortOptions | undefined
  /** `deals` also lists every deal. */
  readonly detail?: 'deals' | undefined
  /** Whether a bad change throws or is rejected: `throw` unless given. */
  readonly invalid?: InvalidRows | undefined
}

/** What share of deals gets on, told in three ways that must not be mixed up. */
export interface Conversion {
  /** Of all that entered: open ones count as if they had failed. Null where none entered. */
  readonly ofEntered: number | null
  /** Of those that got on or were lost: open ones are left out. Null where there are none. */
  readonly ofClosed: number | null
  /**
   * How many get on in the end: the Aalen–Johansen estimate, in which open deals count for as long as they were watched and lost ones as lost. `rate` is null where
   * none entered; `unresolved` is the share of which nobody can tell yet; both hold up to `throughDays`, the longest time that a deal was watched.
   */
  readonly eventual: { readonly rate: number | null; readonly unresolved: number | null; readonly throughDays: number | null }
  /** The Wilson interval of `ofClosed`, 95 %; null where `ofClosed` is. */
  readonly interval: readonly [low: number, high: number] | null
}

/** What became of the deals that came to a stage: entered = advanced + lost + open. */
export interface StageMeasure {
  readonly stage: string
  /** How many deals came to the stage or beyond it, each counted once. */
  readonly entered: number
  /** How many of them passed it without ever standing in it. */
  readonly skipped: number
  /** How many came further: to a later stage, or were won. */
  readonly advanced: number
  /** How many were lost, and never came further. */
  readonly lost: number
  /** How many are open, and never came further. */
  readonly open: number
  /** How many open deals stand in it now: those that came further and went back stand elsewhere than `open` counts them. */
  readonly standing: number
  /** From the stage to any later one. */
  readonly conversion: Conversion
  /** The median of the days from first entering the stage to first going beyond it or, for good, to being lost; of deals that stood in it before they came further; null where there are none. */
  readonly medianDays: number | null
  /** The same of those that came further alone, and of those that were lost alone. */
  readonly medianDaysAdvanced: number | null
  readonly medianDaysLost: number | null
}

/** Deals of one outcome. */
export interface OutcomeMeasure {
  readonly count: number
  /** What they are worth by currency, in the order of its code, amounts without a currency last: the amount that each stated last. */
  readonly amounts: readonly CurrencyAmount[]
  /** How many state no amount. */
  readonly withoutAmount: number
  /** Days from a deal's first change to its closing, of open deals to `asOf`; null where there are none. */
  readonly meanDays: number | null
  readonly medianDays: number | null
}

/** Lost deals by the furthest stage that they came to, and by reason; in the order of the stages and of the pipeline's reasons, unknown reasons after them. */
export interface LossMeasure {
  /** Null: none. */
  readonly stage: string | null
  /** Null: none was given. */
  readonly reason: string | null
  readonly count: number
  readonly amounts: readonly CurrencyAmount[]
}

/** What became of some deals. */
export interface FunnelFigures {
  /** How many deals there are: entered = won + lost + open. */
  readonly entered: number
  readonly stages: readonly StageMeasure[]
  /** From the first change to being won. */
  readonly conversion: Conversion
  readonly won: OutcomeMeasure
  readonly lost: OutcomeMeasure
  readonly open: OutcomeMeasure
  readonly losses: readonly LossMeasure[]
}

/** The deals of which an attribute has one value; null where it has none. */
export interface FunnelGroup extends FunnelFigures {
  readonly group: string | null
}

/** The deals that entered the funnel in one period. */
export interface FunnelCohort {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Whether its rates can be compared with those of others: of an immature cohort slow deals are not decided yet. */
  readonly mature: boolean
  readonly entered: number
  readonly won: number
  readonly lost: number
  readonly open: number
  readonly conversion: Conversion
}

/** Where a deal stands. */
export interface DealStanding {
  readonly deal: string
  readonly outcome: 'won' | 'lost' | 'open'
  /** The stage it stands in, or stood in when it was won or lost; null where it never was in one. */
  readonly stage: string | null
  /** The furthest stage it ever came to. */
  readonly furthest: string | null
  /** The date of its first change, and of the outcome. */
  readonly entered: CalendarDate
  readonly closed: CalendarDate | null
  /** Days from entering to closing, of an open deal to `asOf`. */
  readonly days: number
  readonly amount: DecimalString | null
  readonly currency: string | null
  readonly expected: CalendarDate | null
  readonly reason: string | null
  readonly attributes: { readonly [attribute: string]: string }
}

/** What is to be known of a measure beside its figures; `count` is of deals, but for `later-changes` and `rejected`, which are of changes. */
export interface FunnelDiagnosis {
  readonly code: /** Changes after `asOf`, not looked at. */
    | 'later-changes'
    /** Deals that entered at another time than `entered` says. */
    | 'entered-otherwise'
    /** Open deals: every rate of entered ones is too low by what they may yet become. */
    | 'still-open'
    /** Deals that passed a stage without entering it, went back a stage, or were opened again. */
    | 'skipped'
    | 'regressed'
    | 'reopened'
    /** Deals that were lost without ever being in a stage. */
    | 'lost-without-stage'
    /** Lost deals without a reason, and with one that the pipeline does not have. */
    | 'without-reason'
    | 'unknown-reason'
    /** Deals without an amount, and such with one in no currency. */
    | 'without-amount'
    | 'without-currency'
    /** Deals that say nothing of the attribute of `by`. */
    | 'without-group'
    /** Changes that were refused: the deals they belong to are told by what is left of them. */
    | 'rejected'
  readonly params: { readonly count: number }
}

/** How deals went through a pipeline. */
export interface FunnelMeasure extends FunnelFigures {
  readonly asOf: CalendarDate
  /** In which moments had their dates. */
  readonly zone: string
  /** With `entered`: between which dates the deals entered, both included. */
  readonly enteredWithin?: { readonly from: CalendarDate; readonly to: CalendarDate }
  /** The attribute that groups are told apart by. */
  readonly by?: string
  /** With `cohorts`: by period, in order of time; periods without deals are left out. */
  readonly cohorts?: readonly FunnelCohort[]
  /** With `by`: in the order of their names, null last. */
  readonly groups?: readonly FunnelGroup[]
  /** With `detail: 'deals'`: by id, in the order of UTF-16 code units. */
  readonly deals?: readonly DealStanding[]
  readonly diagnoses: readonly FunnelDiagnosis[]
  readonly rejected: readonly RejectedRow[]
  readonly policies: readonly PolicyReference[]
}
