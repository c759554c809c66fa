import type { ChangeGap } from '../../change/types.js'
import type { DealAttribute } from '../../config/types.js'

/** The words of the page on what follows of a pipeline's past: forecast, backtest, comparison, bottlenecks, change. */
export interface ForecastPageTexts {
  readonly forecast: string
  /** Which months, and by what. */
  readonly rule: string
  readonly period: string
  readonly won: string
  readonly open: string
  readonly newDeals: string
  readonly expected: string
  readonly low: string
  readonly median: string
  readonly high: string
  readonly target: string
  readonly gap: string
  readonly probability: string
  readonly backtest: string
  readonly backtestRule: string
  readonly madeOn: string
  readonly actual: string
  readonly error: string
  readonly covered: string
  readonly yes: string
  readonly no: string
  readonly compared: { readonly [Attribute in DealAttribute]: string }
  readonly decided: string
  readonly others: string
  readonly interval: string
  readonly chance: string
  readonly corrected: string
  readonly bottlenecks: string
  readonly change: string
  readonly changeRule: string
  readonly changeGaps: { readonly [Gap in ChangeGap]: string }
}

/** What the command prints of the same. */
export interface ForecastCommandTexts {
  readonly forecast: string
  readonly period: string
  /** A period that has a target. */
  readonly target: string
  readonly backtest: string
  readonly comparison: string
  readonly nobodyBelow: string
  readonly bottlenecks: string
  readonly change: string
}
