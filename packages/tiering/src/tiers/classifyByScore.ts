import type { Issue, ReadOptions } from '@clientele/core'
import { createIssue, readOptions, throwIssues } from '@clientele/core/checks'
import { THRESHOLD_KEYS } from './checkTierScheme.js'
import { composeTiering } from './composeTiering.js'
import { type ReadTierScheme, readTierScheme } from './readTierScheme.js'
import { readScores } from './readValues.js'
import type { CustomerScore, ScoreRanking, ThresholdScheme, Tiering } from './types.js'

/**
 * Sorts customers into tiers by a score that several criteria stand behind, such as profit, potential and brand.
 *
 * @param scores - Customers with a `score` each; or a ranking by a scorecard, as `rankCandidates` of `@clientele/scoring` returns it. Each customer
 * once, in any order.
 * @param scheme - Tiers as for {@link classifyByThreshold}, by scores and without a currency.
 * @param options - As for {@link classifyByThreshold}.
 * @returns As of {@link classifyByThreshold}: `value` is the score, and shares of value are those of all points. It takes O(n log n) for n customers.
 * @throws {@link InputError} if the scheme, an option or, unless they are collected, a row is not as stated, with every issue.
 * @see The textbook's S2: tiers by profit, growth potential and brand value together.
 * @example
 * import { classifyByScore } from '@clientele/tiering'
 *
 * const tiers = [{ id: 'A', from: 60 }, { id: 'B', from: 50 }, { id: 'C', from: null }]
 * const scheme = { kind: 'tier-scheme', id: 'by-score', version: 1, type: 'threshold', boundary: 'at-or-above', tiers } as const
 * const ranked = [{ candidate: 'D', total: '70' }, { candidate: 'A', total: '67' }, { candidate: 'B', total: '57' }, { candidate: 'C', total: '35' }]
 * const { customers } = classifyByScore({ ranked }, scheme)
 * customers.map(({ customer, value, tier }) => `${customer} ${value} ${tier}`) //=> ['D 70 A', 'A 67 A', 'B 57 B', 'C 35 C']
 */
export function classifyByScore(scores: readonly CustomerScore[] | ScoreRanking, scheme: ThresholdScheme, options: ReadOptions = {}): Tiering {
  const issues: Issue[] = []
  const read = readTierScheme(scheme, ['threshold'], ['scheme'], issues)
  if (read?.currency !== undefined) {
    issues.push(createIssue('unknown-key', ['scheme', 'currency'], { allowed: THRESHOLD_KEYS.filter((key) => key !== 'currency') }))
  }
  const invalid = readOptions(options, ['invalid'], issues)
  throwIssues(issues)
  return composeTiering(readScores(scores, invalid), read as ReadTierScheme)
}
