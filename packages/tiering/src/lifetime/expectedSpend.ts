import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type ReadHistory, readHistory } from './readHistory.js'
import { readGammaGamma } from './readParameters.js'
import { spendDivisor, spendExpected, withoutExpectation } from './spendExpected.js'
import type { GammaGammaParameters, PurchaseSpend } from './types.js'

/**
 * Tells what a customer is expected to spend on a purchase, given what their repeat purchases came to (Gamma-Gamma).
 *
 * Where q is above 1, it lies between the customer's own mean and that of all customers, p v / (q − 1), the nearer to the own the more repeat purchases
 * there are. Without any it is that of all.
 *
 * The model was made for means above 0. A customer whose refunds are more than what they bought gets what the formula gives, which may be below 0.
 *
 * @param customer - `repeatPurchases`: an integer from 0 to 1,000,000,000; `meanSpend`: per repeat purchase, up to 1e15 in size, without meaning
 * where there is no repeat. {@link summarisePurchases} gives such customers.
 * @param parameters - Of {@link fitGammaGamma}, or published ones: `p` and `q` from 1e-9 to 1e9, `v` from 1e-9 to 1e15.
 * @returns In the unit of spend.
 * @throws {@link InputError} if anything is not as stated, with every issue; or if `q` is not above 1 − p × `repeatPurchases`, where the model has no
 * mean: of customers without repeat purchases, if `q` is not above 1.
 * @see P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value", 2013; P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and
 * CLV: using iso-value curves for customer base analysis", *Journal of Marketing Research* 42, 2005.
 * @example
 * import { expectedSpend } from '@clientele/tiering'
 *
 * const parameters = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const // CDNOW, as published
 * const customers = [[0, 0], [1, 11.77], [2, 22.35], [7, 73.74]].map(([repeatPurchases, meanSpend]) => ({ repeatPurchases, meanSpend }))
 * customers.map((customer) => expectedSpend(customer, parameters).toFixed(3)) //=> ['35.219', '18.917', '24.664', '71.470']
 */
export function expectedSpend(customer: PurchaseSpend, parameters: GammaGammaParameters): number {
  const issues: Issue[] = []
  const history = readHistory(customer, ['customer'], { times: false, spend: true }, issues)
  const model = readGammaGamma(parameters, ['parameters'], issues)
  throwIssues(issues)
  const [known, spend] = [history as ReadHistory, model as GammaGammaParameters]
  if (spendDivisor(known.repeatPurchases, spend) <= 0) throwIssues([withoutExpectation(known.repeatPurchases, spend, ['parameters'])])
  return spendExpected(known, spend)
}
