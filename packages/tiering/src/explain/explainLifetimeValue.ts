import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { LifetimeReason, LifetimeValue } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkLifetimeValue } from './checkLifetimeValue.js'
import { ageText, shownAge } from './shownAge.js'
import { shownPurchases, shownRate } from './shownMeasure.js'
import { shownApart, shownNumber } from './shownNumber.js'
import { shownProbability } from './shownProbability.js'

/**
 * Says in sentences what a customer will bring in, and what that is made of.
 *
 * @param value - What {@link lifetimeValue} returned.
 * @param locale - The language; English unless given.
 * @returns The value over its horizon; the margin rate, the spend and the purchases that it is the product of; how likely the customer is still
 * active; and the reasons why the value is to be taken with care. Amounts are in the unit of spend.
 * @throws {@link InputError} if `value` is no such result, or not the product of its parts but for rounding.
 * @example
 * import { lifetimeValue } from '@clientele/tiering'
 * import { explainLifetimeValue } from '@clientele/tiering/explain'
 *
 * const purchases = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const
 * const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const
 * const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: 40 }
 * const value = lifetimeValue(customer, { purchases, spend }, { horizon: 26, discountRate: '0.002', marginRate: '0.3' })
 * explainLifetimeValue(value).sentences.at(-1)
 * //=> "The spend expected is made of the customer's own mean, 40, with a weight of 82.02%, and of the mean over all customers, 35.22, with the rest."
 */
export function explainLifetimeValue(value: LifetimeValue, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkLifetimeValue(value, issues)
  throwIssues(issues)
  const { value: amount, expectedPurchases, discountedPurchases, expectedSpend, probabilityAlive, unit, horizon, discountRate, marginRate } = value
  const { value: template, discounted, undiscounted, alive } = locale.lifetimeValue
  const parts = {
    margin: shownRate(marginRate),
    spend: shownNumber(expectedSpend),
    expected: shownPurchases(expectedPurchases),
    rate: shownRate(discountRate),
    unit: locale.ageUnits[unit],
    discounted: shownPurchases(discountedPurchases),
  }
  // Of a customer without repeat purchases the reason says more.
  const isAssumed = value.reasons.some(({ code }) => code === 'no-repeat-purchases')
  return {
    sentences: [
      formatMessage(template, { horizon: shownAge(horizon, unit, locale), value: shownNumber(amount) }),
      formatMessage(discountRate === 0 ? undiscounted : discounted, parts),
      ...(isAssumed ? [] : [formatMessage(alive, { percent: shownProbability(probabilityAlive) })]),
      ...value.reasons.map((reason) => explainReason(reason, unit, locale)),
    ],
  }
}

function explainReason({ code, params }: LifetimeReason, unit: LifetimeValue['unit'], locale: TieringLocale): string {
  const { reasons, spendFromOwn } = locale.lifetimeValue
  switch (code) {
    case 'no-repeat-purchases':
      return reasons[code]
    case 'spend-from-both': {
      const own = shownNumber(params.own)
      if (params.all === null) return formatMessage(spendFromOwn, { own })
      return formatMessage(reasons[code], { own, all: shownNumber(params.all), weight: shownProbability(params.weight) })
    }
    case 'beyond-history': {
      const [horizon, age] = shownApart(params.horizon, params.age)
      return formatMessage(reasons[code], { horizon: ageText(horizon, unit, locale), age: ageText(age, unit, locale) })
    }
  }
}
