import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownDays, shownPercent } from '@clientele/core/explain'
import type { WinProbability } from '../curves/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { checkWinProbability } from './checkWinProbability.js'

/**
 * Says in sentences how likely an open deal is won.
 *
 * @param result - What {@link winProbability} returned.
 * @param locale - The language; English unless given.
 * @returns The probability; how many past deals it rests on; of what part of them nobody can tell; or that past deals to judge by are too few, or that there are none.
 * @throws {@link InputError} if the result is not as stated.
 * @example
 * import { explainWinProbability } from '@clientele/funnel/explain'
 *
 * explainWinProbability({ probability: 0.4, sample: 25, unresolved: 0.1, throughDays: 90 }).sentences
 * //=> ['A deal of this stage and age is won with a probability of 40%.', 'Past deals that were open for longer than that, which this rests on: 25; the fewer, the less it is worth.', 'Of 10% of them nobody can tell, because none was watched beyond an age of 90 days.']
 */
export function explainWinProbability(result: WinProbability, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkWinProbability(result, issues)
  throwIssues(issues)
  const { known, sample: basis, unresolved: untold, tooFew, nobody } = locale.winProbability
  const { probability, sample, unresolved, throughDays } = result
  if (probability === null || unresolved === null || throughDays === null)
    return { sentences: [sample === 0 ? nobody : formatMessage(tooFew, { sample })] }
  const limits = { percent: shownPercent(unresolved), days: shownDays(throughDays, locale.core) }
  return {
    sentences: [
      formatMessage(known, { percent: shownPercent(probability) }),
      formatMessage(basis, { sample }),
      ...(unresolved === 0 ? [] : [formatMessage(untold, limits)]),
    ],
  }
}
