import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownDuration } from '@clientele/core/explain'
import type { BacktestRun, ForecastBacktest } from '../forecast/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkBacktest } from './checkBacktest.js'
import { explainAdditions, explainMethod } from './explainForecastMethod.js'
import { onOneLine } from './onOneLine.js'
import { saidMoney, shownNumber } from './shownMoney.js'
import { shownShare } from './shownShare.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** So many of the latest runs are told. */
const TOLD = 12

/**
 * Says in sentences how good forecasts would have been in the past.
 *
 * @param backtest - What {@link backtestForecast} returned.
 * @param pipeline - The pipeline that made it; its title is taken from it.
 * @param locale - The language; English unless given.
 * @returns By how much forecasts were too high or too low over all; by how much a single one was off; how often what came was within the range, and which spread fits; the latest twelve runs; how
 * was forecast; and what to bear in mind. Amounts are rounded to the minor digits of their currency.
 * @throws {@link InputError} if the pipeline is not one, or not the one that made the backtest, or the backtest is not as stated, such as one whose errors are not those of its runs.
 * @example
 * import { backtestForecast, type Pipeline } from '@clientele/funnel'
 * import { explainBacktest } from '@clientele/funnel/explain'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow', currency: 'EUR' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted', winPercent: 50 }], ...rules }
 * const log = [
 *   { deal: 'A', at: '2024-03-04', to: 'quoted', amount: 100, expected: '2024-04-10' },
 *   { deal: 'B', at: '2024-03-11', to: 'quoted', amount: 300, expected: '2024-04-20' },
 *   { deal: 'A', at: '2024-04-12', to: 'won', amount: 160 },
 *   { deal: 'B', at: '2024-04-30', to: 'lost' },
 * ]
 * const { sentences } = explainBacktest(backtestForecast(log, pipeline, { cutoffs: ['2024-03-31'], horizon: 'P30D', method: 'stage' }), pipeline)
 * sentences[0] //=> 'Forecasts of "sales" for 30 days were too high: by 25% of what came, over all runs.'
 * sentences[2] //=> 'What came was within the range of the forecast in 100% of the runs (1 of 1); 90% is promised.'
 */
export function explainBacktest(
  backtest: ForecastBacktest,
  pipeline: Pipeline,
  locale: FunnelLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkBacktest(backtest, pipeline, issues)
  throwIssues(issues)
  const { runs, settings, currency, diagnoses } = backtest
  const { earlierRuns, diagnoses: notes } = locale.backtest
  const earlier = Math.max(runs.length - TOLD, 0)
  return {
    sentences: onOneLine([
      ...explainQuality(backtest, vocabularyOf(pipeline, locale)),
      ...runs.slice(earlier).map((run) => explainRun(run, currency, locale)),
      ...(earlier === 0 ? [] : [formatMessage(earlierRuns, { number: earlier })]),
      ...(currency === null && runs.length > 0 ? [locale.forecast.withoutCurrency] : []),
      ...explainMethod(backtest, locale),
      ...explainAdditions(settings, locale),
      ...diagnoses.map(({ code, params }) => formatMessage(notes[code], { ...params })),
    ]),
  }
}

/** Says how far forecasts are to be trusted. */
function explainQuality(backtest: ForecastBacktest, { title, locale }: Vocabulary): string[] {
  const { horizon, runs, bias, meanAbsolutePercentageError: meanError, coverage } = backtest
  const { none, unforecast, nothingCame, tooHigh, tooLow, unbiased, meanError: error, coverage: covered, runs: basis } = locale.backtest
  const told = runs.filter(({ complete, expected }) => complete && expected !== null)
  if (runs.length === 0) return [formatMessage(none, { title })]
  if (coverage === null) return [unforecast]
  const within = { percent: shownShare(coverage, locale), covered: told.filter((run) => run.covered).length, runs: told.length }
  const template = bias === null || bias === 0 ? unbiased : bias > 0 ? tooHigh : tooLow
  return [
    bias === null
      ? nothingCame
      : formatMessage(template, { title, horizon: shownDuration(horizon, locale.core), percent: shownShare(Math.abs(bias), locale) }),
    ...(meanError === null ? [] : [formatMessage(error, { percent: shownShare(meanError, locale) })]),
    formatMessage(covered, within),
    explainFit(backtest, locale),
    formatMessage(basis, { runs: told.length }),
  ]
}

/** Says which spread fits what came. */
function explainFit({ spread, testedSpread }: ForecastBacktest, { backtest: { spread: texts } }: FunnelLocale): string {
  if (spread === null) return texts.unknown
  const facts = { spread: shownNumber(spread), tested: shownNumber(testedSpread) }
  if (facts.spread === facts.tested) return formatMessage(texts.fits, facts)
  return formatMessage(spread > testedSpread ? texts.wider : texts.narrower, facts)
}

function explainRun(run: BacktestRun, currency: string | null, locale: FunnelLocale): string {
  const { asOf, from, to, complete, expected, low, high, actual, actualOfOpen, error, covered, unknown } = run
  const texts = locale.backtest.run
  const show = (amount: string | null): string => (amount === null ? '' : saidMoney(amount, currency, locale))
  const facts = { asOf, from, to, expected: show(expected), low: show(low), high: show(high), actual: show(actual), actualOfOpen: show(actualOfOpen) }
  const verdict = error === null ? [] : [error === 0 ? texts.right : error > 0 ? texts.tooHigh : texts.tooLow]
  return [
    formatMessage(expected === null ? texts.unforecast : texts.forecast, facts),
    ...verdict.map((template) => formatMessage(template, { percent: shownShare(Math.abs(error ?? 0), locale) })),
    ...(covered === false ? [texts.outside] : []),
    ...(unknown === 0 ? [] : [formatMessage(texts.unknown, { unknown })]),
    ...(complete ? [] : [texts.incomplete]),
  ].join(locale.sentenceSeparator)
}
