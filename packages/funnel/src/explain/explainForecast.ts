import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { SalesForecast } from '../forecast/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkForecast } from './checkForecast.js'
import { explainForecastDeals, explainNotes, explainUncounted } from './explainForecastDeals.js'
import { explainFactors, explainMethod, explainSpread } from './explainForecastMethod.js'
import { explainPeriods } from './explainPeriods.js'
import { onOneLine } from './onOneLine.js'
import { vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences what sales are to be expected, how likely that is enough, and what it rests on.
 *
 * @param forecast - What {@link forecastSales} returned.
 * @param pipeline - The pipeline that made it; its title is taken from it.
 * @param locale - The language; English unless given.
 * @returns Of each period, of many the first twelve, those in one sentence that follow each other and bring nothing: what can be expected, and how much of it is won already; between which amounts
 * it is in nine of ten cases at least; and how likely the target is reached, and what is missing or comes beyond it; or that nobody can tell. Then which deals are in no period, and why, ten of
 * them by name; how this was told; which deals are overdue or state no date; and what to bear in mind. Amounts are rounded to the minor digits of their currency.
 * @throws {@link InputError} if the pipeline is not one, or not the one that made the forecast, or the forecast is not as stated, such as one whose amounts do not add up.
 * @example
 * import { forecastSales, type Pipeline } from '@clientele/funnel'
 * import { explainForecast } from '@clientele/funnel/explain'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow', currency: 'EUR' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted', winPercent: 25 }], ...rules }
 * const log = [
 *   { deal: 'A', at: '2024-05-01', to: 'quoted', amount: 200, expected: '2024-06-30' },
 *   { deal: 'B', at: '2024-05-03', to: 'quoted', amount: 90, expected: '2024-05-31' },
 *   { deal: 'C', at: '2024-06-03', to: 'won', amount: 120 },
 * ]
 * const periods = [{ from: '2024-06-01', to: '2024-06-30' }]
 * const { sentences } = explainForecast(forecastSales(log, pipeline, { asOf: '2024-06-05', method: 'stage', periods, target: 250 }), pipeline)
 * sentences[0]
 * //=> 'From 2024-06-01 to 2024-06-30, 170 EUR can be expected: 120 EUR already won, 50 EUR from open deals (1 of them). In at least nine of ten cases it is between 120 EUR and 320 EUR; the median is 120 EUR. The target of 250 EUR is reached with a probability of 25%; on average 80 EUR is missing.'
 * sentences[3] //=> 'Open deals whose expected date is past, and which still count on it until it is corrected: 1, worth 90 EUR. They are: "B".'
 */
export function explainForecast(forecast: SalesForecast, pipeline: Pipeline, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkForecast(forecast, pipeline, issues)
  throwIssues(issues)
  const { title } = vocabularyOf(pipeline, locale)
  const { asOf, periods, currency } = forecast
  const { noPeriods, upTo, withoutCurrency } = locale.forecast
  return {
    sentences: onOneLine([
      ...(periods.length === 0 ? [formatMessage(noPeriods, { title })] : []),
      ...explainPeriods(forecast, locale),
      ...explainUncounted(forecast, locale),
      formatMessage(upTo, { title, asOf }),
      ...(currency === null ? [withoutCurrency] : []),
      ...explainMethod(forecast, locale),
      ...explainFactors(forecast, locale),
      ...explainForecastDeals(forecast, locale),
      ...explainSpread(forecast, locale),
      ...explainNotes(forecast, locale),
    ]),
  }
}
