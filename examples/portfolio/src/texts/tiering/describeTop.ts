import { formatMessage } from '@clientele/core/explain'
import type { ValueConcentration } from '@clientele/tiering'
import { formatShare, groupThousands } from '../formatNumber.js'
import type { Texts } from '../types.js'

/** The part of the customers who are said to bring in most of the total. */
const FIFTH = 0.2

/** Says what the greatest fifth of the customers bring in; nothing where nothing is a share of the total. */
export function describeTop({ top }: ValueConcentration, { page }: Texts): string[] {
  const fifth = top.find(({ share }) => share === FIFTH)
  if (fifth === undefined || fifth.ofValue === null) return []
  return [formatMessage(page.tiering.topShare, { customers: groupThousands(fifth.customers), ofValue: formatShare(fifth.ofValue) })]
}
