import { checkList } from '../checks/checkShape.js'
import { decimalText } from '../decimal/Decimal.js'
import { sumExactly } from '../decimal/sumExactly.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { DecimalInput, DecimalString } from '../types.js'

/**
 * Adds up any number of decimals exactly.
 *
 * @param values - The summands, each of at most 1,000 digits on either side of the point; none add up to 0.
 * @returns The exact sum, in canonical form.
 * @throws {@link InputError} if `values` is no list or holds anything that is not a decimal.
 * @example
 * import { sumDecimals } from '@clientele/core'
 *
 * sumDecimals([0.1, 0.2, '0.3']) //=> '0.6'
 */
export function sumDecimals(values: readonly DecimalInput[]): DecimalString {
  const issues: Issue[] = []
  const sum = checkList(values, ['values'], issues) ? sumExactly(values, ['values'], issues) : undefined
  throwIssues(issues)
  return decimalText(sum as NonNullable<typeof sum>)
}
