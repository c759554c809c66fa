import type { BacktestDiagnosis } from '../../forecast/types.js'

/** The wording of how good forecasts would have been. */
export interface BacktestLocale {
  readonly backtest: {
    readonly none: string
    readonly unforecast: string
    readonly nothingCame: string
    readonly tooHigh: string
    readonly tooLow: string
    readonly unbiased: string
    readonly meanError: string
    readonly coverage: string
    /** Which spread fits. */
    readonly spread: { readonly wider: string; readonly narrower: string; readonly fits: string; readonly unknown: string }
    readonly runs: string
    readonly earlierRuns: string
    readonly run: {
      readonly forecast: string
      readonly unforecast: string
      readonly tooHigh: string
      readonly tooLow: string
      readonly right: string
      readonly outside: string
      readonly unknown: string
      readonly incomplete: string
    }
    readonly diagnoses: { readonly [Code in BacktestDiagnosis['code']]: string }
  }
}
