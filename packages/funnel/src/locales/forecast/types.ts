import type { ForecastDiagnosis, PeriodForecast, SalesForecast, UnknownDeal } from '../../forecast/types.js'

type Settings = SalesForecast['settings']

/** A text for each way to tell months apart. */
export type SeasonTexts = { readonly [Season in Exclude<SalesForecast['settings']['season'], 'none'>]: string }

/** What comes of a target: it is not met on average, or there is more, or just as much. */
export interface TargetTexts {
  readonly short: string
  readonly beyond: string
  readonly even: string
}

/** The wording of what sales are to be expected. */
export interface ForecastLocale {
  readonly forecast: {
    readonly noPeriods: string
    readonly morePeriods: string
    /** When a period is, and several ones that follow each other. */
    readonly spans: { readonly one: string; readonly many: string }
    readonly expected: string
    readonly nothing: string
    /** Where nobody can tell; why not; and what that means for the target. */
    readonly obscure: string
    readonly obscureDeals: { readonly [Reason in UnknownDeal['reason']]: string }
    readonly obscureTarget: string
    /** Of a period that is past. */
    readonly over: string
    /** What the expected amount is made of. */
    readonly parts: { readonly won: string; readonly noneWon: string; readonly open: string; readonly newDeals: string }
    readonly range: string
    /** Where low and high are the same. */
    readonly rangeOne: string
    readonly certain: string
    readonly target: { readonly likely: TargetTexts; readonly certain: TargetTexts; readonly reached: string }
    /** How it was made. */
    readonly methods: { readonly [Method in SalesForecast['method']]: string }
    readonly placements: { readonly [Placement in Settings['placement']]: string }
    readonly minimumSample: string
    readonly missingAmounts: string
    readonly newDeals: string
    readonly newDealsPerDay: string
    readonly season: SeasonTexts
    readonly seasonFactors: SeasonTexts
    readonly month: SeasonTexts
    readonly independent: string
    readonly spread: string
    readonly computed: { readonly [Way in PeriodForecast['computed'] | 'both']: string }
    readonly withoutCurrency: string
    readonly upTo: string
    /** Open deals whose date is past, or that state none: how many, and which. */
    readonly overdue: { readonly [Placement in Settings['placement']]: string }
    readonly byCurve: string
    readonly unplaced: string
    readonly countOnly: string
    readonly countWorth: string
    readonly deals: string
    readonly diagnoses: { readonly [Code in ForecastDiagnosis['code']]: string }
  }
}
