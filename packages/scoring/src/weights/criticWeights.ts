import type { Issue } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { averageRanks } from '../numbers/averageRanks.js'
import { deviationsFromMean, isConstant, sumOfSquares } from '../numbers/deviations.js'
import { inUnits, type Units } from '../numbers/inUnits.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import { checkTable } from '../tables/checkTable.js'
import { columnOf, numbersOf, type ReadTable } from '../tables/readTable.js'
import type { UnweightedTable } from '../tables/types.js'
import type { Correlation, CriticOptions, CriticWeights } from './types.js'
import { weighColumns } from './weighColumns.js'

/** Criteria whose correlation is closer to 1 than this agree. */
const AGREEMENT = 1e-12

/**
 * Finds weights from the values themselves: a criterion weighs more, the more its values differ and the less they agree with those of the
 * other criteria (criteria importance through intercriteria correlation, CRITIC).
 *
 * Values are scaled from 0 (the worst of the column) to 1 (the best). A criterion's information is its standard deviation × the sum of
 * 1 − correlation with each other criterion; weights are in proportion to it. Criteria of equal values take no part. The criteria's own
 * weights do not matter. It takes O(m²n + mn log n) for n alternatives by m criteria.
 *
 * @param table - Alternatives by criteria.
 * @param options - `correlation`: `pearson` (default), or `spearman` for that of the ranks, where equal values share the mean of their places.
 * @returns The weights in the order of the criteria, which add up to 1, with the statistics behind each. A criterion of equal values weighs
 * 0; where nothing differs, or all that differs agrees, the weight is shared equally; a diagnosis says so.
 * @throws {@link InputError} if the table or an option is wrong.
 * @see D. Diakoulaki, G. Mavrotas and L. Papayannakis, "Determining objective weights in multiple criteria problems: the CRITIC method", 1995.
 * @example
 * import { criticWeights } from '@clientele/scoring'
 *
 * const { weights } = criticWeights({
 *   alternatives: ['A', 'B', 'C'],
 *   criteria: [{ id: 'demand' }, { id: 'prospects' }, { id: 'distance', direction: 'cost' }],
 *   values: [[1, 10, 0], [2, 20, 5], [3, 30, 10]],
 * })
 * weights //=> [0.25, 0.25, 0.5]
 */
export function criticWeights(table: UnweightedTable, options: CriticOptions = {}): CriticWeights {
  const { read, correlation } = readInput(table, options)
  const columns = read.criteria.map(({ cost }, index) => readColumn(inUnits(columnOf(read, index)).units, cost, correlation))
  const conflicts = conflictsOf(columns)
  const measure = (_: Units, criterion: number) => {
    const [spread, conflict] = [columns[criterion]?.standardDeviation ?? 0, conflicts[criterion] as number]
    return { standardDeviation: spread, conflict, information: spread * conflict }
  }
  return { method: 'critic', correlation, ...weighColumns(read, measure, ({ information }) => information) }
}

/** Reads table and options, or throws with everything that is wrong with them. */
function readInput(table: UnweightedTable, options: CriticOptions): { read: ReadTable; correlation: Correlation } {
  const issues: Issue[] = []
  checkTable(table, ['table'], issues, { weighted: false })
  if (checkRecord(options, ['options'], issues)) checkKeys(options, ['correlation'], ['options'], issues)
  const { correlation = 'pearson' } = { ...options }
  checkChoice(correlation, ['pearson', 'spearman'], ['options', 'correlation'], issues)
  throwIssues(issues)
  return { read: numbersOf(table), correlation }
}

/** A column's deviation, and what its correlations are taken from. */
interface Column {
  readonly standardDeviation: number
  /** The deviations from the mean of what is correlated, scaled to a sum of squares of 1. */
  readonly direction: readonly number[]
}

/** Reads a column, scaled; undefined for one of equal values. */
function readColumn(values: readonly number[], cost: boolean, correlation: Correlation): Column | undefined {
  if (isConstant(values)) return undefined
  const scaled = measureSpread(scaleByExtremes(values, cost))
  return correlation === 'pearson' ? scaled : { ...scaled, direction: measureSpread(rankByGoodness(values, cost)).direction }
}

function measureSpread(values: readonly number[]): Column {
  const { deviations } = deviationsFromMean(values)
  const squares = sumOfSquares(deviations)
  const length = Math.sqrt(squares)
  return { standardDeviation: Math.sqrt(squares / values.length), direction: deviations.map((deviation) => deviation / length) }
}

function scaleByExtremes(values: readonly number[], cost: boolean): number[] {
  const least = values.reduce((a, b) => Math.min(a, b))
  const greatest = values.reduce((a, b) => Math.max(a, b))
  return values.map((value) => (cost ? greatest - value : value - least) / (greatest - least))
}

function rankByGoodness(values: readonly number[], cost: boolean): number[] {
  return averageRanks(cost ? values.map((value) => -value) : values)
}

/** The sum of what a column and each other one disagree, by column. */
function conflictsOf(columns: readonly (Column | undefined)[]): number[] {
  const pairs = columns.map((one, index) => columns.slice(0, index).map((other) => disagreement(one, other)))
  return columns.map((_, index) => {
    const before = pairs[index] as readonly number[]
    const after = pairs.slice(index + 1).map((others) => others[index] as number)
    return sumPrecisely([...before, ...after])
  })
}

/** 1 − correlation: half the squared distance of the two directions, which does not cancel where they agree. */
function disagreement(one: Column | undefined, other: Column | undefined): number {
  if (one === undefined || other === undefined) return 0
  const half = sumPrecisely(one.direction.map((deviation, index) => (deviation - (other.direction[index] as number)) ** 2)) / 2
  return half < AGREEMENT ? 0 : half
}
