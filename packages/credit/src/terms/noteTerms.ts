import type { DecimalString } from '@clientele/core'
import type { TermsStart } from './types.js'

/** What the notation can say of terms. */
export interface NotedTerms {
  readonly discounts: readonly { readonly withinDays: number; readonly percent: DecimalString }[]
  readonly netDays: number
  readonly start?: TermsStart
}

/** End of month, and receipt of goods. */
const suffixes: { readonly [Start in TermsStart]: string } = { 'invoice-date': '', 'end-of-month': ' EOM', 'delivery-date': ' ROG' }

/** Writes terms in the canonical notation. */
export function noteTerms({ discounts, netDays, start = 'invoice-date' }: NotedTerms): string {
  const parts = discounts.map(({ percent, withinDays }) => `${percent}/${withinDays}`)
  return [...parts, `N/${netDays}`].join(', ') + suffixes[start]
}
