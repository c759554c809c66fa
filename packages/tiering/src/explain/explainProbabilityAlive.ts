import { formatMessage } from '@clientele/core/explain'
import { probabilityAlive } from '../lifetime/probabilityAlive.js'
import type { BgNbdParameters, PurchaseTimes } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { shownAge } from './shownAge.js'
import { shownProbability } from './shownProbability.js'

/**
 * Says in sentences how likely a customer is still active; and of one without repeat purchases, whom the model takes for active for certain, what
 * that means.
 *
 * @param customer - When the customer bought, as {@link probabilityAlive} takes it.
 * @param parameters - The parameters of BG/NBD, in whose unit the ages are.
 * @param locale - The language; English unless given.
 * @returns The probability, and the silence that it comes from.
 * @throws {@link InputError} if `customer` or `parameters` are not as stated, with every issue.
 * @example
 * import { explainProbabilityAlive } from '@clientele/tiering/explain'
 *
 * const parameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const
 * explainProbabilityAlive({ customer: 'C-1', repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }, parameters).sentences[0]
 * //=> 'Customer C-1 is still active with a probability of 72.66%.'
 * explainProbabilityAlive({ repeatPurchases: 0, lastPurchaseAge: 0, age: 38 }, parameters).sentences[0]
 * //=> 'The customer has made no repeat purchase, so the model takes the customer for active with a probability of 100%.'
 */
export function explainProbabilityAlive(
  customer: PurchaseTimes,
  parameters: BgNbdParameters,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const probability = probabilityAlive(customer, parameters)
  const { named, unnamed, silence, namedOnce, unnamedOnce, assumption } = locale.probabilityAlive
  const { customer: name, repeatPurchases, lastPurchaseAge, age } = { ...customer }
  const { unit } = { ...parameters }
  const shown = { silence: shownAge(age - lastPurchaseAge, unit, locale), between: shownAge(lastPurchaseAge, unit, locale) }
  if (repeatPurchases === 0)
    return { sentences: [name === undefined ? unnamedOnce : formatMessage(namedOnce, { customer: name }), formatMessage(assumption, shown)] }
  const percent = shownProbability(probability)
  return {
    sentences: [
      name === undefined ? formatMessage(unnamed, { percent }) : formatMessage(named, { customer: name, percent }),
      formatMessage(silence, { ...shown, purchases: repeatPurchases }),
    ],
  }
}
