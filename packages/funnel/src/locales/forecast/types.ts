import type { ForecastDiagnosis, PeriodForecast, SalesForecast } from '../../forecast/types.js'

type Settings = SalesForecast['settings']

/** A text for each way to tell months apart. */
export type SeasonTexts = { readonly [Season in Exclude<SalesForecast['settings']['season'], 'none'>]: string }

/** The wording of what sales are to be expected. */
export interface ForecastLocale {
  readonly forecast: {
    readonly noPeriods: string
    readonly morePeriods: string
    readonly expected: string
    readonly nothing: string
    /** What the expected amount is made of. */
    readonly parts: { readonly won: string; readonly noneWon: string; readonly open: string; readonly newDeals: string }
    readonly range: string
    /** Where low and high are the same. */
    readonly rangeOne: string
    readonly certain: string
    readonly target: { readonly short: string; readonly beyond: string; readonly even: string; readonly reached: string }
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
