import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { discountPlan } from './discountPlan.js'
import { purchasesAhead } from './purchasesAhead.js'
import { type ReadHistory, readHistory } from './readHistory.js'
import { LIFETIME_KEYS, type ReadLifetimeOptions, readLifetimeOptions, readModels } from './readLifetime.js'
import { unitOf } from './readParameters.js'
import { spendDivisor, withoutExpectation } from './spendExpected.js'
import type { GammaGammaParameters, LifetimeModels, LifetimeOptions, LifetimeReason, LifetimeValue, PurchaseHistory } from './types.js'
import { valueOfHistory } from './valueOfHistory.js'

/**
 * Tells what a customer is expected to bring in from now on, discounted: how many purchases (BG/NBD), of how much each (Gamma-Gamma), and what is
 * left of it.
 *
 * Both models stand on what customers of a book have done so far, and on nothing else: not on seasons, prices or what is planned. Far beyond the time
 * for which the customer is known, they say little.
 *
 * Parameters do not tell how they came about: before they are stored, look whether their fit `converged`.
 *
 * @param customer - As {@link summarisePurchases} gives them: `repeatPurchases`, an integer from 0 to 1,000,000,000; `lastPurchaseAge`, from 0 (which
 * it is without repeats) to `age`; `age`, from 0 to 10,000,000, both in the unit of the parameters; `meanSpend`, up to 1e15 in size.
 * @param models - `purchases`, as in {@link expectedPurchases}, and `spend`, as in {@link expectedSpend}.
 * @param options - `horizon`: how far ahead, in the unit of the parameters, from 0 to 1,000,000. `discountRate`: per unit, from 0 to 1,000,000; 0.002
 * is 0.2 % a week, where the unit is a week. `marginRate`: what is left of an amount, from -1 to 1.
 * @returns The value, with the numbers that it is the product of, and with reasons. Purchases of the n-th unit are divided by (1 + `discountRate`) to
 * the power of n; those of a last part of a unit likewise, n being the horizon. It takes steps in proportion to the horizon, which {@link lifetimeValues}
 * takes once for all customers.
 * @throws {@link InputError} if anything is not as stated, with every issue; or if under the parameters there is no mean to be expected, as in
 * {@link expectedSpend}.
 * @see P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", *Journal of Marketing Research*
 * 42, 2005.
 * @example
 * import { lifetimeValue } from '@clientele/tiering'
 *
 * const purchases = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const // CDNOW, as published
 * const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const
 * const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: 22.35 }
 * const options = { horizon: 52, discountRate: 0.002, marginRate: 0.3 }
 * const { value, discountedPurchases, expectedSpend, reasons } = lifetimeValue(customer, { purchases, spend }, options)
 * value.toFixed(2) //=> '10.98'
 * discountedPurchases.toFixed(3) //=> '1.484'
 * expectedSpend.toFixed(2) //=> '24.66'
 * reasons.map(({ code }) => code) //=> ['spend-from-both', 'beyond-history']
 */
export function lifetimeValue(customer: PurchaseHistory, models: LifetimeModels, options: LifetimeOptions): LifetimeValue {
  const issues: Issue[] = []
  const history = readHistory(customer, ['customer'], { times: true, spend: true, unit: unitOf({ ...models }.purchases) }, issues)
  const read = readModels(models, issues)
  if (checkRecord(options, ['options'], issues)) checkKeys(options, LIFETIME_KEYS, ['options'], issues)
  const howTo = readLifetimeOptions(options, issues)
  throwIssues(issues)
  return composeValue(history as ReadHistory, read as LifetimeModels, howTo as ReadLifetimeOptions)
}

function composeValue(history: ReadHistory, models: LifetimeModels, options: ReadLifetimeOptions): LifetimeValue {
  const { horizon, discountRate, marginRate } = options
  const { purchases, spend } = models
  if (spendDivisor(history.repeatPurchases, spend) <= 0) throwIssues([withoutExpectation(history.repeatPurchases, spend, ['models', 'spend'])])
  const ahead = purchasesAhead(history, purchases, horizon, discountPlan(horizon, discountRate))
  return {
    ...valueOfHistory(history, models, ahead, marginRate),
    unit: purchases.unit,
    horizon,
    discountRate,
    marginRate,
    models,
    reasons: reasonsOf(history, spend, horizon),
  }
}

function reasonsOf({ repeatPurchases, meanSpend, age }: ReadHistory, spend: GammaGammaParameters, horizon: number): LifetimeReason[] {
  const { p, q, v } = spend
  const reasons: LifetimeReason[] = []
  if (repeatPurchases === 0) reasons.push({ code: 'no-repeat-purchases', params: {} })
  else {
    const weight = (p * repeatPurchases) / spendDivisor(repeatPurchases, spend)
    reasons.push({ code: 'spend-from-both', params: { weight, own: meanSpend, all: q > 1 ? (p * v) / spendDivisor(0, spend) : null } })
  }
  if (horizon > age) reasons.push({ code: 'beyond-history', params: { horizon, age } })
  return reasons
}
