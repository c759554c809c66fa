import { noteTerms } from './noteTerms.js'
import { prepareTerms } from './prepareTerms.js'
import type { CreditTerms } from './types.js'

/**
 * Writes credit terms in their notation.
 *
 * The notation says the discounts, the net days and what days are counted from: behind it stands `EOM` (end of month) or `ROG` (receipt of
 * goods). It cannot say `partialPayments`, `discountBase`, `rounding` and `cashStep`.
 *
 * @param terms - The credit terms.
 * @returns The notation, which {@link parseTerms} reads.
 * @throws {@link InputError} if the terms are not as {@link checkTerms} wants them.
 * @see The textbook, S1, 信用條件.
 * @example
 * import { formatTerms, parseTerms } from '@clientele/credit'
 *
 * formatTerms(parseTerms('1/20; 2/15; net 30 days')) //=> '2/15, 1/20, N/30'
 * formatTerms(parseTerms('月结60天')) //=> 'N/60 EOM'
 */
export function formatTerms(terms: CreditTerms): string {
  return noteTerms(prepareTerms(terms))
}
