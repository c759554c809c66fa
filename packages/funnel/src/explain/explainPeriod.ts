import { Decimal } from '@clientele/core/decimal'
import { formatMessage, isBelowNil, isNil, listTexts, shownPercent, sizeOf } from '@clientele/core/explain'
import type { PeriodForecast } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { shownMoney } from './shownMoney.js'

/** Says what a period brings, and how likely that is enough. */
export function explainPeriod(period: PeriodForecast, currency: string | null, locale: FunnelLocale): string {
  return [explainExpected(period, currency, locale), ...explainRange(period, currency, locale), ...explainTarget(period, currency, locale)].join(
    locale.sentenceSeparator,
  )
}

function explainExpected({ from, to, won, open, newDeals, expected, deals }: PeriodForecast, currency: string | null, locale: FunnelLocale): string {
  const { nothing, expected: something, parts } = locale.forecast
  if (isNil(expected)) return formatMessage(nothing, { from, to })
  const told = [
    isNil(won) ? parts.noneWon : formatMessage(parts.won, { amount: shownMoney(won, currency, locale) }),
    ...(isNil(open) ? [] : [formatMessage(parts.open, { amount: shownMoney(open, currency, locale), deals })]),
    ...(isNil(newDeals) ? [] : [formatMessage(parts.newDeals, { amount: shownMoney(newDeals, currency, locale) })]),
  ]
  return formatMessage(something, { from, to, expected: shownMoney(expected, currency, locale), parts: listTexts(told, locale.core) })
}

/** Says between which amounts it is, if anything is to be expected, and that is not certain. */
function explainRange({ expected, low, median, high, standardDeviation }: PeriodForecast, currency: string | null, locale: FunnelLocale): string[] {
  const { range, rangeOne, certain } = locale.forecast
  if (isNil(expected)) return []
  if (standardDeviation === 0) return [certain]
  const [least, middle, most] = [low, median, high].map((amount) => shownMoney(amount, currency, locale)) as [string, string, string]
  return [formatMessage(least === most ? rangeOne : range, { low: least, median: middle, high: most })]
}

function explainTarget({ won, target, gap, probabilityOfTarget }: PeriodForecast, currency: string | null, locale: FunnelLocale): string[] {
  if (target === undefined || gap === undefined || probabilityOfTarget === null) return []
  const { short, beyond, even, reached } = locale.forecast.target
  const facts = {
    target: shownMoney(target, currency, locale),
    percent: shownPercent(probabilityOfTarget),
    gap: shownMoney(sizeOf(gap), currency, locale),
  }
  const isReached = new Decimal(won).gte(target)
  const template = isNil(gap) ? even : isBelowNil(gap) ? (isReached ? reached : beyond) : short
  return [formatMessage(template, facts)]
}
