import { compareDecimals, type DecimalString } from '@clientele/core'
import { Decimal, ratio } from '@clientele/core/decimal'

/** Which part of a whole an amount is; null where the whole is 0 or less. */
export function shareOf(part: DecimalString, whole: DecimalString): number | null {
  return compareDecimals(whole, 0) > 0 ? ratio(new Decimal(part), new Decimal(whole)) : null
}
