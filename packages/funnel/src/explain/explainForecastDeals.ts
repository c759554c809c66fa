import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, listTexts } from '@clientele/core/explain'
import type { ForecastDeal, SalesForecast } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { shownMoney } from './shownMoney.js'

/** So many deals are named. */
const NAMED = 10

/** Says which open deals are overdue, and which state no date. */
export function explainForecastDeals({ settings, currency, overdue, unplaced }: SalesForecast, locale: FunnelLocale): string[] {
  const { overdue: late, byCurve, unplaced: nowhere } = locale.forecast
  return [
    ...explainDeals(late[settings.placement], overdue, currency, locale),
    ...explainDeals(
      byCurve,
      unplaced.filter((deal) => deal.byCurve),
      currency,
      locale,
    ),
    ...explainDeals(
      nowhere,
      unplaced.filter((deal) => !deal.byCurve),
      currency,
      locale,
    ),
  ]
}

/** Says what to bear in mind, and of deals that are in no period, which ones they are. */
export function explainNotes({ asOf, unknown, diagnoses }: SalesForecast, locale: FunnelLocale): string[] {
  return diagnoses.map(({ code, params }) => {
    const sentence = formatMessage(locale.forecast.diagnoses[code], { asOf, count: params.count })
    const deals = unknown.filter(({ reason }) => reason === code)
    return deals.length === 0 ? sentence : [sentence, nameDeals(deals, locale)].join(locale.sentenceSeparator)
  })
}

function explainDeals(template: string, deals: readonly ForecastDeal[], currency: string | null, locale: FunnelLocale): string[] {
  if (deals.length === 0) return []
  const { countOnly, countWorth } = locale.forecast
  const stated = deals.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const worth = decimalText(stated.reduce((sum, amount) => sum.plus(amount), new Decimal(0)))
  const facts = { count: deals.length, worth: shownMoney(worth, currency, locale) }
  const count = formatMessage(stated.length === 0 ? countOnly : countWorth, facts)
  return [formatMessage(template, { count, deals: nameDeals(deals, locale) })]
}

function nameDeals(deals: readonly ForecastDeal[], { core, names, forecast: texts }: FunnelLocale): string {
  const named = deals.slice(0, NAMED).map(({ deal }) => formatMessage(names.quoted, { text: deal }))
  const more = deals.length > NAMED ? [formatMessage(core.more, { number: deals.length - NAMED })] : []
  return formatMessage(texts.deals, { deals: listTexts([...named, ...more], core) })
}
