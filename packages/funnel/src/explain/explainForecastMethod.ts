import { formatMessage, listTexts, shownPercent } from '@clientele/core/explain'
import type { SalesForecast } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { shownNumber } from './shownMoney.js'

/** Says how likely deals are won, and when, by what was asked for. */
export function explainMethod({ method, settings }: Pick<SalesForecast, 'method' | 'settings'>, { forecast: texts }: FunnelLocale): string[] {
  const { placement, minimumSample, missingAmounts } = settings
  if (method === 'stage') return [texts.methods.stage]
  return [
    texts.methods.age,
    texts.placements[placement],
    ...(minimumSample === 1 ? [] : [formatMessage(texts.minimumSample, { minimumSample })]),
    ...(missingAmounts === 'none' ? [] : [texts.missingAmounts]),
  ]
}

/** Says that new deals and seasons are counted on, where that was asked for. */
export function explainAdditions({ newDeals, season }: SalesForecast['settings'], { forecast: texts }: FunnelLocale): string[] {
  return [...(newDeals === 'none' ? [] : [texts.newDeals]), ...(season === 'none' ? [] : [texts.season[season]])]
}

/** Says how many new deals were counted on, and how much seasons make. */
export function explainFactors({ settings, newDealsPerDay, seasonFactors }: SalesForecast, { core, forecast: texts }: FunnelLocale): string[] {
  const { season } = settings
  const perDay = newDealsPerDay === null ? [] : [formatMessage(texts.newDealsPerDay, { perDay: shownNumber(newDealsPerDay) })]
  if (seasonFactors === null || season === 'none') return perDay
  const listBy = (key: 'won' | 'lost'): string =>
    listTexts(
      seasonFactors.map((factor) => formatMessage(texts.month[season], { month: factor.month, percent: shownPercent(factor[key]) })),
      core,
    )
  return [...perDay, formatMessage(texts.seasonFactors[season], { won: listBy('won'), lost: listBy('lost') })]
}

/** Says how wide ranges are, and whether they are exact, which wider ones are not. */
export function explainSpread({ spread, periods, simulation }: SalesForecast, { forecast: texts }: FunnelLocale): string[] {
  if (periods.length === 0) return []
  const isExact = periods.some(({ computed }) => computed === 'exact')
  const { exact, simulated, both } = texts.computed
  const isWide = spread !== 1
  return [
    ...(simulation === null ? (isWide ? [] : [exact]) : [formatMessage(isExact ? both : simulated, { ...simulation })]),
    isWide ? formatMessage(texts.spread, { spread: shownNumber(spread) }) : texts.independent,
  ]
}
