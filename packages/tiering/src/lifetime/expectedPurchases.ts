import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { chanceAlive } from './chanceAlive.js'
import { purchasesIfAlive } from './purchasesIfAlive.js'
import { type ReadHistory, readHistory } from './readHistory.js'
import { readHorizonOptions } from './readLifetime.js'
import { readBgNbd, unitOf } from './readParameters.js'
import type { BgNbdParameters, HorizonOptions, PurchaseTimes } from './types.js'

/**
 * Tells how many purchases are to be expected of a customer from now on, given when they bought (BG/NBD): those of a customer who is alive, times the
 * probability to be so.
 *
 * It is a mean over customers with the same past, of whom most may buy nothing and some often. About 13 of its digits are right wherever the
 * parameters are.
 *
 * @param customer - `repeatPurchases`: an integer from 0 to 1,000,000,000; `lastPurchaseAge`: from 0 (which it is without repeats) to `age`; `age`:
 * from 0 to 10,000,000; both in the unit of the parameters. {@link summarisePurchases} gives such customers.
 * @param parameters - Of {@link fitBgNbd}, or published ones: `r`, `a` and `b` from 1e-9 to 1e9, `alpha` from 1e-9 to 1e15.
 * @param options - `horizon`: how far ahead, in the unit of the parameters, from 0 to 1,000,000.
 * @returns Days with purchases, from 0; not whole. It takes a bounded number of steps for all arguments.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see P. S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting your customers' the easy way: an alternative to the Pareto/NBD model", *Marketing
 * Science* 24, 2005, equation 10.
 * @example
 * import { expectedPurchases } from '@clientele/tiering'
 *
 * const parameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const // CDNOW, as published
 * const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }
 * expectedPurchases(customer, parameters, { horizon: 39 }).toFixed(4) //=> '1.2260'
 * // Without repeats a customer counts as alive, but few purchases are expected, and the fewer the longer the silence.
 * const expected = [10, 38.86, 500].map((age) => expectedPurchases({ repeatPurchases: 0, lastPurchaseAge: 0, age }, parameters, { horizon: 39 }))
 * expected.map((purchases) => purchases.toFixed(4)) //=> ['0.4995', '0.1951', '0.0186']
 */
export function expectedPurchases(customer: PurchaseTimes, parameters: BgNbdParameters, options: HorizonOptions): number {
  const issues: Issue[] = []
  const history = readHistory(customer, ['customer'], { times: true, spend: false, unit: unitOf(parameters) }, issues)
  const model = readBgNbd(parameters, ['parameters'], issues)
  const horizon = readHorizonOptions(options, issues)
  throwIssues(issues)
  return purchasesWithin(history as ReadHistory, model as BgNbdParameters, horizon as number)
}

function purchasesWithin(history: ReadHistory, parameters: BgNbdParameters, horizon: number): number {
  return chanceAlive(history, parameters) * purchasesIfAlive(history, parameters, horizon)
}
