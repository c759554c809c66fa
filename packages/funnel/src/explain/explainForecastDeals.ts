import { formatMessage, listTexts } from '@clientele/core/explain'
import type { ForecastDeal, SalesForecast } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { countDeals, UNKNOWN } from './countDeals.js'

/** So many deals are named. */
const NAMED = 10

/** Says which open deals are in no period, and why; each once. */
export function explainUncounted(forecast: SalesForecast, locale: FunnelLocale): string[] {
  const { diagnoses, unplaced: nowhere } = locale.forecast
  const { currency, unknown, unplaced } = forecast
  const isKnown = knownIn(forecast)
  return [
    ...UNKNOWN.flatMap((reason) =>
      explainDeals(
        diagnoses[reason],
        unknown.filter((deal) => deal.reason === reason),
        currency,
        locale,
      ),
    ),
    ...explainDeals(
      nowhere,
      unplaced.filter((deal) => !deal.byCurve && isKnown(deal)),
      currency,
      locale,
    ),
  ]
}

/** Says which open deals that count in periods are overdue, and which state no date. */
export function explainForecastDeals(forecast: SalesForecast, locale: FunnelLocale): string[] {
  const { settings, currency, overdue, unplaced } = forecast
  const { overdue: late, byCurve } = locale.forecast
  const isKnown = knownIn(forecast)
  return [
    ...explainDeals(late[settings.placement], overdue.filter(isKnown), currency, locale),
    ...explainDeals(
      byCurve,
      unplaced.filter((deal) => deal.byCurve && isKnown(deal)),
      currency,
      locale,
    ),
  ]
}

/** Says what to bear in mind besides. */
export function explainNotes({ asOf, diagnoses }: SalesForecast, locale: FunnelLocale): string[] {
  const told: readonly string[] = UNKNOWN
  return diagnoses
    .filter(({ code }) => !told.includes(code))
    .map(({ code, params }) => formatMessage(locale.forecast.diagnoses[code], { asOf, count: params.count }))
}

function knownIn({ unknown }: SalesForecast): (deal: ForecastDeal) => boolean {
  const unknownDeals = new Set(unknown.map(({ deal }) => deal))
  return ({ deal }) => !unknownDeals.has(deal)
}

function explainDeals(template: string, deals: readonly ForecastDeal[], currency: string | null, locale: FunnelLocale): string[] {
  if (deals.length === 0) return []
  return [formatMessage(template, { count: countDeals(deals, currency, locale), deals: nameDeals(deals, locale) })]
}

function nameDeals(deals: readonly ForecastDeal[], { core, names, forecast: texts }: FunnelLocale): string {
  const named = deals.slice(0, NAMED).map(({ deal }) => formatMessage(names.quoted, { text: deal }))
  const more = deals.length > NAMED ? [formatMessage(core.more, { number: deals.length - NAMED })] : []
  return formatMessage(texts.deals, { deals: listTexts([...named, ...more], core) })
}
