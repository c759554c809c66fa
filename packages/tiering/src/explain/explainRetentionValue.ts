import type { Issue } from '@clientele/core'
import { type Check, checkAgrees, checkNumber, checkShare, membersOf, oneOf, orNull, throwIssues } from '@clientele/core/checks'
import { formatMessage, shown } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { multiplyQuantities, type Quantity, quantityText } from '../numbers/quantity.js'
import { type ReadRetentionCase, readRetentionCase, STARTS } from '../retention/readRetentionCase.js'
import { retentionValue } from '../retention/retentionValue.js'
import type { RetentionCase, RetentionValue } from '../retention/types.js'
import { shownNumber } from './shownNumber.js'

const HUNDRED: Quantity = { units: 100n, digits: 0 }

const checkShape: Check = membersOf({ value: checkNumber, from: oneOf(STARTS), multiple: checkShare, expectedPeriods: orNull(checkShare) })

/**
 * Says in sentences what a customer is worth who stays with the same probability in every period.
 *
 * @param worth - What {@link retentionValue} returned.
 * @param retention - The case that it was made from.
 * @param locale - The language; English unless given.
 * @returns What the customer is worth now; when the first margin comes in, and with which probability later ones; how they are discounted; for how many
 * periods the margin is expected; and what this assumes.
 * @throws {@link InputError} if anything is not as stated, with every issue, or `worth` is not what the case gives.
 * @example
 * import { retentionValue } from '@clientele/tiering'
 * import { explainRetentionValue } from '@clientele/tiering/explain'
 *
 * const retention = { margin: '100', retentionRate: '0.8', discountRate: '0.1', from: 'now' } as const
 * const { sentences } = explainRetentionValue(retentionValue(retention), retention)
 * sentences[0] //=> 'A customer who brings in a margin of 100 each period is worth 366.67 now (margin of a period × 3.67).'
 * sentences[3] //=> 'Periods for which the margin is expected to come in: 5.'
 */
export function explainRetentionValue(
  worth: RetentionValue,
  retention: RetentionCase,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const { margin, retentionRate, discountRate, from } = readCase(worth, retention)
  const { worth: total, starts, discount, expected, endless, assumed } = locale.retention.value
  const { value, multiple, expectedPeriods } = worth
  return {
    sentences: [
      formatMessage(total, { margin: shown(quantityText(margin)), value: shownNumber(value), multiple: shownNumber(multiple) }),
      formatMessage(starts[from], { retention: percentText(retentionRate) }),
      formatMessage(discount, { discount: percentText(discountRate) }),
      expectedPeriods === null ? endless : formatMessage(expected, { periods: shownNumber(expectedPeriods) }),
      assumed,
    ],
  }
}

/** The case, once it is found that it gives this value. */
function readCase(worth: unknown, retention: RetentionCase): ReadRetentionCase {
  const issues: Issue[] = []
  checkShape(worth, ['worth'], issues)
  const read = readRetentionCase(retention, issues)
  throwIssues(issues)
  checkAgrees(worth, retentionValue(retention), ['worth'], issues)
  throwIssues(issues)
  return read as ReadRetentionCase
}

/** A rate in percent, with all its digits. */
function percentText(rate: Quantity): string {
  return quantityText(multiplyQuantities(rate, HUNDRED))
}
