import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import { throwIssues } from '../issues/throwIssues.js'
import { digitsOfCurrency } from './digitsOfCurrency.js'

/**
 * Tells how many decimal digits amounts of a currency have.
 *
 * The table is ISO 4217's own; some currencies withdrawn of late, such as ANG and BGN, are kept for old contracts. `Intl` is not asked:
 * it follows cash habits, and says 0 for HUF, IDR, COP and IQD.
 *
 * @param currency - The ISO 4217 code, three capital letters.
 * @returns The digits after the point: 0, 2, 3 or 4.
 * @throws {@link InputError} if it is no such code, or the code of something without minor units such as gold (`XAU`).
 * @see ISO 4217:2015, list one, column "minor unit".
 * @example
 * import { currencyDigits } from '@clientele/core'
 *
 * currencyDigits('JPY') //=> 0
 * currencyDigits('CNY') //=> 2
 * currencyDigits('KWD') //=> 3
 */
export function currencyDigits(currency: string): number {
  const digits = digitsOfCurrency(currency)
  if (digits === undefined) throwIssues([createIssue('unknown-currency', ['currency'], { actual: describeValue(currency) })])
  return digits as number
}
