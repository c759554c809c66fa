import { addCalendarDays, type CalendarDate, calendarDaysBetween } from '@clientele/core'
import {
  type BgNbdFit,
  type CustomerPurchases,
  churnRate,
  cohortRetention,
  fitBgNbd,
  fitGammaGamma,
  type GammaGammaFit,
  lifetimeValue,
  lifetimeValues,
  type ModelValidation,
  type Sale,
  summarisePurchases,
  validateModel,
} from '@clientele/tiering'
import type { LifetimePart, OrdersConfig } from '../config/types.js'
import type { Order } from '../orders/types.js'
import { salesOf } from '../tiering/salesOf.js'
import { attempt } from './attempt.js'
import { missedGroups } from './missedGroups.js'
import type { LifetimeGap, LifetimeReport, Told } from './types.js'

type Fit = Pick<BgNbdFit | GammaGammaFit, 'converged' | 'diagnoses'>

/** How many values are told of in whole. */
const EXPLAINED = 3

/** What of the days since the first purchase is not held back for the trial, unless the config says. */
const CALIBRATION = 0.75

/** Says what customers will bring in, how far that can be believed, and who comes back; nothing unless the config asks for it. */
export function composeLifetime(orders: readonly Order[], config: OrdersConfig): { readonly lifetime?: LifetimeReport } {
  const { lifetime: part, asOf } = config
  if (part === undefined) return {}
  const { unit = 'week' } = part
  const sales = salesOf(orders, config)
  const purchases = attempt(() => summarisePurchases(sales, { asOf, unit }))
  const customers = purchases.told?.customers ?? []
  const { gap, ...valued } = valueCustomers(customers, part)
  const trial = tryModel(sales, customers, config, part)
  const retention = countRetention(sales, asOf, part)
  return {
    lifetime: {
      purchases: purchases.told,
      ...valued,
      validation: trial.told,
      missed: trial.told === null ? [] : missedGroups(trial.told),
      cohorts: retention.told?.cohorts ?? null,
      churn: retention.told?.churn ?? null,
      gaps: {
        values: purchases.gap ?? gap,
        validation: trial.gap ?? gapOfFit(trial.told?.fit, 'few-to-try-on', 'trial-not-fitted'),
        retention: retention.gap,
      },
    },
  }
}

/** Both models and what follows from them, as far as there is enough for them. */
function valueCustomers(
  customers: readonly CustomerPurchases[],
  { unit = 'week', horizon, discountRate, marginRate }: LifetimePart,
): Pick<LifetimeReport, 'purchaseFit' | 'spendFit' | 'values' | 'first'> & Pick<Told<unknown>, 'gap'> {
  const purchases = attempt(() => fitBgNbd(customers, { unit }))
  const spend = attempt(() => fitGammaGamma(customers))
  const fits = { purchaseFit: purchases.told, spendFit: spend.told }
  const gap =
    purchases.gap ??
    gapOfFit(purchases.told, 'few-repeat-buyers', 'purchases-not-fitted') ??
    spend.gap ??
    gapOfFit(spend.told, 'few-repeat-buyers', 'spend-not-fitted')
  if (purchases.told === null || spend.told === null || gap !== null) return { ...fits, values: null, first: [], gap }
  const models = { purchases: purchases.told.parameters, spend: spend.told.parameters }
  const options = { horizon, discountRate, marginRate }
  const values = attempt(() => lifetimeValues(customers, models, options))
  const first = (values.told?.customers ?? []).slice(0, EXPLAINED).flatMap(({ customer }) => {
    const history = customers.find((one) => one.customer === customer)
    return history === undefined ? [] : [{ customer, value: lifetimeValue(history, models, options) }]
  })
  return { ...fits, values: values.told, first, gap: values.gap }
}

/** Tries the model of purchases on what came after a day. */
function tryModel(
  sales: readonly Sale[],
  customers: readonly CustomerPurchases[],
  { asOf }: OrdersConfig,
  { unit = 'week', calibrateTo }: LifetimePart,
): Told<ModelValidation> {
  const day = calibrateTo ?? dayOfTrial(customers, asOf)
  if (day === undefined) return { told: null, gap: 'history-too-short' }
  return attempt(() => validateModel(sales, { calibrateTo: day, until: asOf, unit }))
}

/** Undefined where there is no day before the last. */
function dayOfTrial(customers: readonly CustomerPurchases[], asOf: CalendarDate): CalendarDate | undefined {
  const [first] = customers.map(({ firstPurchase }) => firstPurchase).sort()
  return first !== undefined && first < asOf ? addCalendarDays(first, Math.floor(calendarDaysBetween(first, asOf) * CALIBRATION)) : undefined
}

function countRetention(sales: readonly Sale[], asOf: CalendarDate, { period = 'month' }: LifetimePart) {
  return attempt(() => ({ cohorts: cohortRetention(sales, { period, asOf }), churn: churnRate(sales, { period, asOf }) }))
}

/** Why a model, where there is one, is not to be relied on. */
function gapOfFit(fit: Fit | undefined | null, few: LifetimeGap, unfitted: LifetimeGap): LifetimeGap | null {
  if (fit === undefined || fit === null) return null
  if (fit.diagnoses.some(({ code }) => code === 'no-repeat-buyers' || code === 'few-repeat-buyers')) return few
  return fit.converged ? null : unfitted
}
