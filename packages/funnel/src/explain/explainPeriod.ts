import { Decimal } from '@clientele/core/decimal'
import { formatMessage, isBelowNil, isNil, listTexts, sizeOf } from '@clientele/core/explain'
import type { PeriodForecast, SalesForecast, UnknownDeal } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { countDeals, UNKNOWN } from './countDeals.js'
import { shownChance } from './shownChance.js'
import { saidMoney } from './shownMoney.js'
import { inWords } from './shownShare.js'
import { unforeseeable } from './unforeseeable.js'

/** Says what a period brings, and how likely that is enough; when that is, is said by `span`. */
export function explainPeriod(period: PeriodForecast, span: string, forecast: SalesForecast, locale: FunnelLocale): string {
  const { currency } = forecast
  const obscure = unforeseeable(period, forecast)
  const sentences =
    obscure.length > 0
      ? explainObscurity(period, obscure, span, forecast, locale)
      : [
          explainExpected(period, span, currency, locale),
          ...(period.to <= forecast.asOf && !isNil(period.open) ? [locale.forecast.over] : []),
          ...explainRange(period, currency, locale),
          ...explainTarget(period, forecast, locale),
        ]
  return sentences.join(locale.sentenceSeparator)
}

/** Says that nobody can tell what a period brings, and why. */
function explainObscurity(
  { target }: PeriodForecast,
  deals: readonly UnknownDeal[],
  span: string,
  { currency }: SalesForecast,
  locale: FunnelLocale,
): string[] {
  const { obscure, obscureDeals, obscureTarget } = locale.forecast
  const told = UNKNOWN.flatMap((reason) => {
    const found = deals.filter((deal) => deal.reason === reason)
    return found.length === 0 ? [] : [formatMessage(obscureDeals[reason], { count: countDeals(found, currency, locale) })]
  })
  return [
    formatMessage(obscure, { span, deals: listTexts(told, locale.core) }),
    ...(target === undefined ? [] : [formatMessage(obscureTarget, { target: saidMoney(target, currency, locale) })]),
  ]
}

function explainExpected(
  { won, open, newDeals, expected, deals }: PeriodForecast,
  span: string,
  currency: string | null,
  locale: FunnelLocale,
): string {
  const { nothing, expected: something, parts } = locale.forecast
  if (isNil(expected)) return formatMessage(nothing, { span })
  const told = [
    isNil(won) ? parts.noneWon : formatMessage(parts.won, { amount: saidMoney(won, currency, locale) }),
    ...(isNil(open) ? [] : [formatMessage(parts.open, { amount: saidMoney(open, currency, locale), deals })]),
    ...(isNil(newDeals) ? [] : [formatMessage(parts.newDeals, { amount: saidMoney(newDeals, currency, locale) })]),
  ]
  return formatMessage(something, { span, expected: saidMoney(expected, currency, locale), parts: listTexts(told, locale.core) })
}

/** Says between which amounts it is, if anything is to be expected, and that is not certain. */
function explainRange({ expected, low, median, high, standardDeviation }: PeriodForecast, currency: string | null, locale: FunnelLocale): string[] {
  const { range, rangeOne, certain } = locale.forecast
  if (isNil(expected)) return []
  if (standardDeviation === 0) return [certain]
  const [least, middle, most] = [low, median, high].map((amount) => saidMoney(amount, currency, locale)) as [string, string, string]
  return [formatMessage(least === most ? rangeOne : range, { low: least, median: middle, high: most })]
}

function explainTarget(period: PeriodForecast, { currency, simulation }: SalesForecast, locale: FunnelLocale): string[] {
  const { won, target, gap, standardDeviation } = period
  const chance = shownChance(period, simulation)
  if (target === undefined || gap === undefined || chance === null) return []
  const { reached, certain, likely } = locale.forecast.target
  const texts = standardDeviation === 0 ? certain : likely
  const facts = { target: saidMoney(target, currency, locale), chance: inWords(chance, locale), gap: saidMoney(sizeOf(gap), currency, locale) }
  const isReached = isBelowNil(gap) && new Decimal(won).gte(target)
  return [formatMessage(isReached ? reached : isNil(gap) ? texts.even : isBelowNil(gap) ? texts.beyond : texts.short, facts)]
}
