import type { Issue, Path } from '@clientele/core'
import { checkList, checkText, createIssue, throwIssues } from '@clientele/core/checks'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { ImportanceOrder, RankOrderCentroidWeight, RankOrderCentroidWeights } from './types.js'

/**
 * Finds weights from nothing but the order of importance: the centroid of all weights that agree with it.
 *
 * The k-th of n criteria weighs (1/k + 1/(k + 1) + … + 1/n) ÷ n. Criteria of equal importance share the mean of their places' weights.
 *
 * @param order - The criteria's ids, unique and at least one, from the most to the least important; a list of ids in place of one names
 * criteria of equal importance.
 * @returns The weights in that order, which add up to 1, and each criterion's rank.
 * @throws {@link InputError} if there are no ids, a list inside is empty, or an id is empty, no string, or there twice.
 * @see F. H. Barron and B. E. Barrett, "Decision quality using ranked attribute weights", 1996; W. Edwards and F. H. Barron, "SMARTS and
 * SMARTER", 1994.
 * @example
 * import { rankOrderCentroidWeights } from '@clientele/scoring'
 *
 * rankOrderCentroidWeights(['demand', 'payment']).weights //=> [0.75, 0.25]
 * rankOrderCentroidWeights([['demand', 'payment'], 'cooperation']).criteria.map(({ criterion, rank }) => [criterion, rank])
 * //=> [['demand', 1], ['payment', 1], ['cooperation', 3]]
 */
export function rankOrderCentroidWeights(order: ImportanceOrder): RankOrderCentroidWeights {
  const groups = readOrder(order)
  const tails = tailsOf(groups.flat().length)
  const criteria: RankOrderCentroidWeight[] = []
  for (const ids of groups) {
    const rank = criteria.length + 1
    const weight = centroid(rank, ids.length, tails)
    criteria.push(...ids.map((criterion) => ({ criterion, weight, rank })))
  }
  return { method: 'rank-order-centroid', weights: criteria.map(({ weight }) => weight), criteria, diagnoses: [] }
}

/** The sums of 1/i over the places i after 0, 1, … n. They grow from the small end, and carry what each addition rounds off (W. Kahan, 1965). */
function tailsOf(places: number): number[] {
  const tails = [0]
  let sum = 0
  let lost = 0
  for (let place = places; place >= 1; place -= 1) {
    const part = 1 / place - lost
    const next = sum + part
    lost = next - sum - part
    sum = next
    tails.push(sum)
  }
  return tails.reverse()
}

/** The mean weight of `count` places from `first` on: 1/i counts for each of them up to i, so places after them count for all. */
function centroid(first: number, count: number, tails: readonly number[]): number {
  const inside = Array.from({ length: count }, (_, index) => (index + 1) / (first + index))
  return (sumPrecisely(inside) / count + (tails[first + count - 1] as number)) / (tails.length - 1)
}

/** The ids in groups of equal importance, or throws with everything that is wrong. */
function readOrder(order: ImportanceOrder): string[][] {
  const issues: Issue[] = []
  const groups = checkList(order, ['order'], issues, { filled: true }) ? Array.from(order, (entry, index) => checkEntry(entry, index, issues)) : []
  checkDistinct(groups, issues)
  throwIssues(issues)
  return groups.map((group) => group.map(({ id }) => id))
}

interface PlacedId {
  readonly id: string
  readonly path: Path
}

function checkEntry(entry: unknown, index: number, issues: Issue[]): PlacedId[] {
  const path = ['order', index]
  if (!Array.isArray(entry)) return checkText(entry, path, issues) ? [{ id: entry, path }] : []
  checkList(entry, path, issues, { filled: true })
  return Array.from(entry, (id: unknown, place) => (checkText(id, [...path, place], issues) ? [{ id, path: [...path, place] }] : [])).flat()
}

function checkDistinct(groups: readonly (readonly PlacedId[])[], issues: Issue[]): void {
  const first = new Map<string, number>()
  groups.forEach((group, index) => {
    for (const { id, path } of group) {
      const earlier = first.get(id)
      if (earlier === undefined) first.set(id, index)
      else issues.push(createIssue('duplicate', path, { value: id, first: earlier }))
    }
  })
}
