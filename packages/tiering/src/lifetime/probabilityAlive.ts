import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { chanceAlive } from './chanceAlive.js'
import { type ReadHistory, readHistory } from './readHistory.js'
import { readBgNbd, unitOf } from './readParameters.js'
import type { BgNbdParameters, PurchaseTimes } from './types.js'

/**
 * Tells how likely it is that a customer has not stopped buying, given when they bought (BG/NBD).
 *
 * The longer the silence, the lower it is; and it falls the sooner, the more often the customer bought before.
 *
 * For a customer without repeat purchases it is 1, however long the silence. In this model customers can stop only right after a repeat purchase, so
 * whoever has made none is alive by assumption: 1 says nothing of loyalty, and such customers must not be compared with others by this number. Ask
 * {@link expectedPurchases} instead, which falls with silence for them, too; or count how long they have been silent.
 *
 * @param customer - `repeatPurchases`: an integer from 0 to 1,000,000,000; `lastPurchaseAge`: from 0 (which it is without repeats) to `age`; `age`:
 * from 0 to 10,000,000; both in the unit of the parameters. {@link summarisePurchases} gives such customers.
 * @param parameters - Of {@link fitBgNbd}, or published ones: `r`, `a` and `b` from 1e-9 to 1e9, `alpha` from 1e-9 to 1e15.
 * @returns From 0 to 1; exactly 1 without repeats.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see P. S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting your customers' the easy way: an alternative to the Pareto/NBD model", *Marketing
 * Science* 24, 2005; the formula: P. S. Fader and B. G. S. Hardie, "Computing P(alive) using the BG/NBD model", 2008.
 * @example
 * import { probabilityAlive } from '@clientele/tiering'
 *
 * const parameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const // CDNOW, as published
 * probabilityAlive({ repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }, parameters).toFixed(4) //=> '0.7266'
 * // Who bought often, and then no more, has most likely stopped.
 * probabilityAlive({ repeatPurchases: 20, lastPurchaseAge: 20, age: 38.86 }, parameters).toFixed(4) //=> '0.0003'
 * // Not loyal: without repeats the model has no means to say that a customer stopped.
 * probabilityAlive({ repeatPurchases: 0, lastPurchaseAge: 0, age: 500 }, parameters) //=> 1
 */
export function probabilityAlive(customer: PurchaseTimes, parameters: BgNbdParameters): number {
  const issues: Issue[] = []
  const history = readHistory(customer, ['customer'], { times: true, spend: false, unit: unitOf(parameters) }, issues)
  const model = readBgNbd(parameters, ['parameters'], issues)
  throwIssues(issues)
  return chanceAlive(history as ReadHistory, model as BgNbdParameters)
}
