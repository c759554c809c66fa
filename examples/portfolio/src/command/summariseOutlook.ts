import { formatMessage, titlesOf } from '@clientele/core/explain'
import type { PipelineInput } from '../page/types.js'
import { describeChance } from '../texts/forecast/describeChance.js'
import { describeMoney, digitsOf } from '../texts/forecast/describeMoney.js'
import { formatRounded, formatShare } from '../texts/formatNumber.js'
import { listTexts } from '../texts/listTexts.js'

const DIGITS = 2

/** What follows of a pipeline's past for its future, in a few lines for a terminal; nothing of what nobody asked for. */
export function summariseOutlook(input: PipelineInput): string[] {
  return [
    ...describeForecast(input),
    ...describeBacktest(input),
    ...describeComparison(input),
    ...describeBottlenecks(input),
    ...describeChange(input),
  ]
}

function describeForecast({ report: { forecast }, texts }: PipelineInput): string[] {
  if (forecast === undefined || forecast.periods.length === 0) return []
  const words = texts.command.forecast
  const { periods, currency } = forecast
  const digits = digitsOf(
    periods.flatMap(({ expected, low, high }) => [expected, low, high]),
    currency,
  )
  const money = (amount: string): string => describeMoney(amount, digits, currency)
  const lines = periods.map((period) => {
    const { from, to, expected, low, high, target } = period
    const line = formatMessage(words.period, { from, to, expected: money(expected), low: money(low), high: money(high) })
    return target === undefined
      ? line
      : formatMessage(words.target, { line, target: describeMoney(target, digits, currency), probability: describeChance(period) })
  })
  return [words.forecast, ...lines]
}

function describeBacktest({ report: { backtest }, texts }: PipelineInput): string[] {
  if (backtest === undefined || backtest.meanAbsolutePercentageError === null) return []
  const { runs, bias, meanAbsolutePercentageError, coverage, spread } = backtest
  const figures = { bias: formatShare(bias), error: formatShare(meanAbsolutePercentageError), coverage: formatShare(coverage) }
  const width = spread === null ? '–' : formatRounded(spread, DIGITS)
  return [formatMessage(texts.command.forecast.backtest, { runs: runs.length, ...figures, spread: width })]
}

function describeComparison({ report: { comparison, by }, texts }: PipelineInput): string[] {
  if (comparison === undefined) return []
  const words = texts.command.forecast
  const below = comparison.alerts.filter(({ significant }) => significant).map(({ group }) => group ?? texts.funnel.names.noGroup)
  if (below.length === 0) return [formatMessage(words.nobodyBelow, { attribute: texts.page.pipeline.attributes[by] })]
  return [formatMessage(words.comparison, { groups: listTexts(below, texts) })]
}

function describeBottlenecks({ report: { bottlenecks }, settings, texts }: PipelineInput): string[] {
  if (bottlenecks === undefined || bottlenecks.bottlenecks.length === 0) return []
  const titleOf = titlesOf(settings.document.stages, texts)
  const stages = bottlenecks.bottlenecks.map(({ stage }) => titleOf(stage))
  return [formatMessage(texts.command.forecast.bottlenecks, { stages: listTexts(stages, texts) })]
}

function describeChange({ report: { change, mapping }, texts }: PipelineInput): string[] {
  if (change === undefined || change.decomposition === null) return []
  const { after, decomposition } = change
  const amounts = [decomposition.before, decomposition.after].map(String)
  const digits = digitsOf(amounts, mapping.currency)
  const [before, now] = amounts.map((amount) => describeMoney(amount, digits, mapping.currency)) as [string, string]
  return [formatMessage(texts.command.forecast.change, { from: after.from, to: after.to, before, after: now })]
}
