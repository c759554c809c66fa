import type { Issue, PolicyReference } from '@clientele/core'
import { checkKeys, checkPolicyHeader, checkRecord, checkText, policyReference, throwIssues } from '@clientele/core/checks'
import { type NotedTerms, noteTerms } from './noteTerms.js'
import { readNotation } from './readNotation.js'
import type { CreditTerms, ParseTermsOptions } from './types.js'

/**
 * Reads credit terms from their notation, such as `2/15, 1/20, N/30`: 2 % off within 15 days, 1 % within 20, all of it within 30.
 *
 * Discounts may stand in any order, in large or small letters and full-width characters, parted by spaces, commas, semicolons or `、`:
 * `2/10`, `2.5%/10`, `2/10 days`. The net term is one of `N/30`, `net 30`, `30 days`, `30 天`. Days count from the end of the invoice's month where
 * `EOM` stands at the end of the text (or behind every part), or where the net term, last, is `月结30天`; from the delivery where it is `ROG`
 * (receipt of goods), or `货到30天`.
 *
 * @param text - The notation.
 * @param options - `id`: the terms' id, their canonical notation unless given. `version`: the terms' version, `'1'` unless given.
 * @returns The terms, their discounts by rising days and with canonical percents; `start` only where the notation says one.
 * @throws {@link InputError} if the text cannot be read, has no net term or two, discounts that do not fall as days rise, windows of the same
 * days or longer than the net days, or percents that are not above 0 and below 100; or if an option is wrong. What is wrong with discounts names them by their place among rising days.
 * @see The textbook, S1, 信用條件.
 * @example
 * import { parseTerms } from '@clientele/credit'
 *
 * const { id, discounts, netDays } = parseTerms('2/15、1/20、N/30')
 * id //=> '2/15, 1/20, N/30'
 * discounts //=> [{ withinDays: 15, percent: '2' }, { withinDays: 20, percent: '1' }]
 * netDays //=> 30
 */
export function parseTerms(text: string, options: ParseTermsOptions = {}): CreditTerms {
  const issues: Issue[] = []
  const noted = checkText(text, ['text'], issues) ? readNotation(text, issues) : undefined
  const header = readHeader(options, noted === undefined ? 'noted' : noteTerms(noted), issues)
  throwIssues(issues)
  return { ...(header as PolicyReference & { readonly kind: 'credit-terms' }), ...(noted as NotedTerms) }
}

function readHeader(options: unknown, defaultId: string, issues: Issue[]): PolicyReference | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { id = defaultId, version = '1', ...others } = { ...options }
  checkKeys(others, ['id', 'version'], ['options'], issues)
  const header = { kind: 'credit-terms', id, version }
  checkPolicyHeader(header, 'credit-terms', ['options'], issues)
  return policyReference(header as PolicyReference)
}
