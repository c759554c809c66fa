import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkKeys, checkList, checkRecord, createIssue, throwIssues } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import { compareShares, sumDecimals } from './compareShares.js'
import { stabilityLevelOf } from './levels.js'
import type { PopulationDistributions, PopulationStability } from './types.js'

/**
 * Measures how far a population has moved since a scorecard was built: Σ (actual − expected) × ln(actual ÷ expected).
 *
 * Each list is divided by its own exact sum, so counts and shares may be mixed. A band that is 0 in both lists adds nothing; one that is 0
 * in only one would make the index infinite and is refused: merge it with its neighbour.
 *
 * @param distributions - `expected` and `actual`: counts or shares by band, 0 or more, two lists of the same length, at least one band.
 * @returns The index, 0 or more; its level; and what each band adds to it.
 * @throws {@link InputError} if a list is wrong, or adds up to 0, or a band is 0 in only one of them.
 * @see N. Siddiqi, "Credit Risk Scorecards", 2006: below 0.10 no significant change, 0.10 to 0.25 a small change, above 0.25 a significant
 * shift. The index is the symmetric divergence of S. Kullback and R. A. Leibler, "On information and sufficiency", 1951.
 * @example
 * import { populationStability } from '@clientele/scoring'
 *
 * const { index, level } = populationStability({ expected: [20, 20, 20, 20, 20], actual: [10, 20, 20, 20, 30] })
 * index //=> 0.10986122886681096
 * level //=> 'shifting'
 */
export function populationStability(distributions: PopulationDistributions): PopulationStability {
  const { expected, actual } = readDistributions(distributions)
  const bands = compareShares(actual, expected).map(({ first, second, divergence }) => ({
    expected: second,
    actual: first,
    contribution: divergence,
  }))
  const index = sumPrecisely(bands.map(({ contribution }) => contribution))
  return { index, level: stabilityLevelOf(index), bands }
}

function readDistributions(distributions: unknown): { readonly expected: readonly Decimal[]; readonly actual: readonly Decimal[] } {
  const path = ['distributions']
  const issues: Issue[] = []
  if (!checkRecord(distributions, path, issues)) throwIssues(issues)
  const { expected, actual, ...others } = { ...(distributions as { readonly [key: string]: unknown }) }
  checkKeys(others, ['expected', 'actual'], path, issues)
  const before = checkBands(expected, [...path, 'expected'], issues)
  const after = checkBands(actual, [...path, 'actual'], issues)
  if (before.length !== after.length && Array.isArray(expected) && Array.isArray(actual)) {
    issues.push(createIssue('wrong-length', [...path, 'actual'], { expected: before.length, actual: after.length }))
  }
  throwIssues(issues)
  checkSums({ expected: before as Decimal[], actual: after as Decimal[] }, issues)
  throwIssues(issues)
  return { expected: before as Decimal[], actual: after as Decimal[] }
}

function checkBands(value: unknown, path: Path, issues: Issue[]): (Decimal | undefined)[] {
  if (!checkList(value, path, issues, { filled: true })) return []
  return Array.from(value, (band, index) => checkDecimal(band, [...path, index], issues, { minimum: '0' }))
}

/** Adds an issue for each list that adds up to 0, else for each band that only one list fills. */
function checkSums(lists: { readonly expected: readonly Decimal[]; readonly actual: readonly Decimal[] }, issues: Issue[]): void {
  const names = ['expected', 'actual'] as const
  const empty = names.filter((name) => sumDecimals(lists[name]).isZero())
  const zero = { bound: '0', actual: '0' }
  for (const name of empty) issues.push(createIssue('not-above', ['distributions', name], zero))
  if (empty.length > 0) return
  lists.expected.forEach((expected, index) => {
    const actual = lists.actual[index] as Decimal
    if (expected.isZero() === actual.isZero()) return
    issues.push(createIssue('not-above', ['distributions', expected.isZero() ? 'expected' : 'actual', index], zero))
  })
}
