import type { CalendarDate, DecimalInput, DecimalString, InvalidRows, PolicyReference, RejectedRow } from '@clientele/core'
import type { StageCurves } from '../curves/types.js'
import type { CurrencyRates } from '../money/types.js'

/** A period that is forecast, both dates included. Periods may lie apart, and over each other: each is told by itself. */
export interface ForecastPeriod {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What else than the dates and amounts that deals state a forecast by `age` goes by. */
export interface ForecastSettings {
  /**
   * When an open deal counts: `expected` (unless given) on its expected date, and as its curve tells where it has none; `curve`: as its curve tells, whatever date it states. By `age` alone.
   */
  readonly placement?: 'expected' | 'curve' | undefined
  /** Whether deals count that will enter after `asOf`, as many a day as entered in the 90 days before: `none` unless given. By `age` alone. */
  readonly newDeals?: 'none' | 'history' | undefined
  /** What an open deal that states no amount is worth: `none` (unless given): it is listed and not counted; `history`: as much as any won deal, with equal chance. By `age` alone. */
  readonly missingAmounts?: 'none' | 'history' | undefined
  /**
   * Whether more deals are won and lost in some months than in others: `none` unless given; `month-of-quarter` tells the first, second and last months of quarters apart, `month-of-year` the
   * twelve. It bears on what is placed by a curve. By `age` alone.
   */
  readonly season?: 'none' | 'month-of-quarter' | 'month-of-year' | undefined
  /** How many deals of the past must have been open in a stage for as long for a deal to be judged by them: 1 unless given. By `age` alone. */
  readonly minimumSample?: number | undefined
}

/** How sales are forecast. */
export interface ForecastOptions extends ForecastSettings {
  /** Changes after this date are not looked at. */
  readonly asOf: CalendarDate
  /** The zone in which moments have their dates: UTC unless given. */
  readonly zone?: string | undefined
  readonly periods: readonly ForecastPeriod[]
  /** How likely an open deal is won: by the `winPercent` of the stage it stands in, or by how long it has been open there. */
  readonly method: 'stage' | 'age'
  /** What each period should bring: one amount for all, or one for each, null for none. 0 or more. */
  readonly target?: DecimalInput | readonly (DecimalInput | null)[] | undefined
  /** By `age`: the curves of the stages; those of the log up to `asOf` unless given. */
  readonly curves?: StageCurves | undefined
  /** Turns all amounts into one currency. */
  readonly currencyRates?: CurrencyRates | undefined
  /** Of simulations: a whole number, 0 to 4294967295; 1 unless given. */
  readonly seed?: number | undefined
  /** How many times as wide as that of independent deals the spread is, as {@link backtestForecast} found: above 0, at most 1000; 1 unless given. */
  readonly spread?: number | undefined
  /** `deals` also lists every open deal, `distribution` every outcome of a period that is computed exactly. */
  readonly detail?: 'deals' | 'distribution' | undefined
  /** Whether a bad change throws or is rejected: `throw` unless given. */
  readonly invalid?: InvalidRows | undefined
}

/** What a period may bring, and how likely it is exactly that. */
export interface ForecastOutcome {
  readonly amount: DecimalString
  readonly probability: number
}

/** What a period brings. */
export interface PeriodForecast extends ForecastPeriod {
  /** What deals that are won already brought in it. */
  readonly won: DecimalString
  /** What open deals bring on average, and deals yet to enter. */
  readonly open: DecimalString
  readonly newDeals: DecimalString
  /** won + open + newDeals, exactly. */
  readonly expected: DecimalString
  /**
   * It brings less than `low` in one of twenty cases at most, and more than `high` too: the 5 % and 95 % quantiles, and that of 50 %. With a `spread`, low and high are so many times as far from what is expected, as
   * far as that is possible.
   */
  readonly low: DecimalString
  readonly median: DecimalString
  readonly high: DecimalString
  readonly standardDeviation: number
  readonly target?: DecimalString
  /** target − expected: what is missing; below 0 what is expected beyond it. */
  readonly gap?: DecimalString
  /** How likely it brings the target or more, with a `spread` of what is as many times as far from the expected; null without one. */
  readonly probabilityOfTarget: number | null
  /** How many open deals count in it. */
  readonly deals: number
  /** Whether low, median, high and the probability are exact, or come of a seeded simulation. */
  readonly computed: 'exact' | 'simulated'
  /** With `detail: 'distribution'`, of an exact period: all outcomes of independent deals, ascending. */
  readonly outcomes?: readonly ForecastOutcome[]
}

/** An open deal as it is forecast. */
export interface ForecastDeal {
  readonly deal: string
  readonly stage: string
  /** Days since it first came to the stage. */
  readonly ageDays: number
  /** Null: it states none. */
  readonly amount: DecimalString | null
  /** How likely it is won, at any time, whatever the season; null where nobody knows. */
  readonly probability: number | null
  /** The date on which it is expected to be won; null where it states none. */
  readonly expected: CalendarDate | null
}

/** A deal without an expected date. */
export interface UnplacedDeal extends ForecastDeal {
  /** Whether its curve places it all the same; otherwise it is in no period. */
  readonly byCurve: boolean
}

/** An open deal that is in no period because something about it is not known. */
export interface UnknownDeal extends ForecastDeal {
  readonly reason: /** It states no amount. */
    | 'without-amount'
    /** By `stage`: its stage has no `winPercent`. */
    | 'without-win-percent'
    /** By `age`: of those that were open in its stage for as long too few were ever decided, or none. */
    | 'insufficient-history'
}

/** What is to be known of a forecast; `count` is of deals, but for `later-changes` and `rejected`, which are of changes, and `overlapping-periods`. */
export interface ForecastDiagnosis {
  readonly code:
    | 'later-changes'
    /** Open deals whose expected date is in none of the periods. */
    | 'outside-periods'
    /** Periods that share days with another one: what counts in both counts twice if they are added up. */
    | 'overlapping-periods'
    /** Deals won in a period that state no amount: they add 0. */
    | 'won-without-amount'
    /** Open deals that are not counted: see `unknown`. */
    | 'without-amount'
    | 'without-win-percent'
    | 'insufficient-history'
    /** Open deals whose amount was taken from the history of won ones. */
    | 'amount-from-history'
    /** `newDeals` was asked for, and no deal entered in the 90 days before, or none of those won states an amount; `count` deals entered then. */
    | 'no-history-of-new-deals'
    /** `season` was asked for, and not every month of it was seen as a whole since the first deal was decided; `count` deals were. */
    | 'no-history-of-season'
    | 'rejected'
  readonly params: { readonly count: number }
}

/** How much more or less often deals are won and lost in a month than their age alone says. */
export interface SeasonFactor {
  /** Of the quarter, 1 to 3, or of the year, 1 to 12. */
  readonly month: number
  readonly won: number
  readonly lost: number
}

/** What sales are to be expected. */
export interface SalesForecast {
  readonly asOf: CalendarDate
  readonly zone: string
  readonly method: 'stage' | 'age'
  readonly settings: { readonly [Setting in keyof ForecastSettings]-?: NonNullable<ForecastSettings[Setting]> }
  readonly spread: number
  /** Null: amounts state none. */
  readonly currency: string | null
  readonly periods: readonly PeriodForecast[]
  /** Open deals by id: without an expected date; expected before `asOf`; and such that nothing is known of. */
  readonly unplaced: readonly UnplacedDeal[]
  readonly overdue: readonly ForecastDeal[]
  readonly unknown: readonly UnknownDeal[]
  /** With `detail: 'deals'`: every open deal. */
  readonly deals?: readonly ForecastDeal[]
  /** With `newDeals: 'history'`: how many deals enter a day; null where there is not enough history. */
  readonly newDealsPerDay: number | null
  /** With a `season`: by month; null where there is not enough history. */
  readonly seasonFactors: readonly SeasonFactor[] | null
  /** Where any period is simulated: with which seed, and how often. */
  readonly simulation: { readonly seed: number; readonly draws: number } | null
  readonly diagnoses: readonly ForecastDiagnosis[]
  readonly rejected: readonly RejectedRow[]
  readonly policies: readonly PolicyReference[]
}

/** How forecasts of the past are compared with what came. */
export interface BacktestOptions extends ForecastSettings {
  /** Dates on which a forecast is made of what the log said then; in any order, each once. */
  readonly cutoffs: readonly CalendarDate[]
  /** For how long each looks ahead, from the day after the cutoff on: ISO 8601, such as `P30D`. */
  readonly horizon: string
  /** Until when the log was kept. A run that ends later is made, but counts in no figure of all runs: more may have come. Unless given, all count. */
  readonly through?: CalendarDate | undefined
  /** `age` unless given. */
  readonly method?: 'stage' | 'age' | undefined
  readonly zone?: string | undefined
  readonly currencyRates?: CurrencyRates | undefined
  readonly seed?: number | undefined
  readonly spread?: number | undefined
  readonly invalid?: InvalidRows | undefined
}

/** A forecast of the past, and what came. */
export interface BacktestRun {
  readonly asOf: CalendarDate
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Whether it ends by `through`, and so counts; without `through` every run does. */
  readonly complete: boolean
  /** Null where nothing could be forecast: no open deal of which enough is known, although there were some, and no history of new ones. */
  readonly expected: DecimalString | null
  readonly low: DecimalString | null
  readonly high: DecimalString | null
  readonly standardDeviation: number | null
  /** What was won in the period, by deals that were open at the cutoff and by those that entered later. */
  readonly actual: DecimalString
  readonly actualOfOpen: DecimalString
  /** (expected − actual) / actual; null where nothing came, or nothing could be forecast. */
  readonly error: number | null
  /** Whether low ≤ actual ≤ high; null without a forecast. */
  readonly covered: boolean | null
  /** How many open deals could not be forecast. */
  readonly unknown: number
}

/** What is to be known of a backtest; `count` is of runs that count, but for `log-ends-earlier`, which is of all, and `rejected`, which is of changes. */
export interface BacktestDiagnosis {
  readonly code: /** Runs whose period ends after `through`, and without it after the last change of the log: more may have come. */
    | 'log-ends-earlier'
    /** Runs in which nothing could be forecast. */
    | 'insufficient-history'
    /** Runs without any sales, which have no error of their own. */
    | 'nothing-came'
    /** Runs in which the season, or new deals, could not be told for lack of history. */
    | 'no-history-of-season'
    | 'no-history-of-new-deals'
    | 'rejected'
  readonly params: { readonly count: number }
}

/** How good forecasts would have been. */
export interface ForecastBacktest {
  readonly method: 'stage' | 'age'
  /** What {@link forecastSales} is to be given to forecast as it was tested here. */
  readonly settings: SalesForecast['settings']
  readonly horizon: string
  /** With which spread the intervals were made. */
  readonly testedSpread: number
  readonly currency: string | null
  /** By cutoff, ascending. */
  readonly runs: readonly BacktestRun[]
  /** Σ (expected − actual) / Σ actual: above 0 where too much was forecast. Null where nothing came. */
  readonly bias: number | null
  /** The mean of |expected − actual| / actual: 0.1 is 10 %. Null where nothing came. */
  readonly meanAbsolutePercentageError: number | null
  /** In which share of the runs low ≤ actual ≤ high: 0.9 is what is promised. */
  readonly coverage: number | null
  /**
   * The `spread` that fits: √ of the mean of (actual − expected)² / variance, 1 at least. Deals are not independent, so that their spread is too narrow. Runs in which what came was certain and came tell nothing of it;
   * null with fewer than two others, or where something else came against all certainty.
   */
  readonly spread: number | null
  readonly diagnoses: readonly BacktestDiagnosis[]
  readonly rejected: readonly RejectedRow[]
  readonly policies: readonly PolicyReference[]
}
