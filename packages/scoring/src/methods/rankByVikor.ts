import { checkDecimal, createIssue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { DecisionTable } from '../tables/types.js'
import { compromiseOf } from './compromiseOf.js'
import { diagnoseTable } from './diagnoseTable.js'
import { findReversals, reevaluate } from './findReversals.js'
import { makeComparable } from './makeComparable.js'
import { cellOf, columnsOf, countingValues, greatestOf, leastOf, type MethodColumn, rowsOf } from './methodTable.js'
import { type Evaluation, placeAlternatives, RELATIVE_TOLERANCE } from './placeAlternatives.js'
import { readMethod } from './readMethod.js'
import { sumRows } from './sumRows.js'
import type { VikorOptions, VikorRanking } from './types.js'

/**
 * Ranks alternatives by their losses against the best values, on the whole and in the worst criterion (VIKOR), and finds a compromise.
 *
 * The loss in a criterion is its weight × (best − value) ÷ (best − worst); S is the sum of the losses, R the greatest one, and
 * Q = v (S − S*) ÷ (S⁻ − S*) + (1 − v) (R − R*) ÷ (R⁻ − R*) the score: lower is better. A part whose best and worst are the same is 0.
 * The compromise is the first alternative if it is ahead of the second by 1 ÷ (n − 1) or more, and best by S or by R as well; if only
 * the latter fails, the second too; else all that are behind the first by less.
 *
 * A diagnosis tells where one alternative more or fewer would reverse the ranks of two others; for m criteria that takes about 4m more
 * rankings, as far as they go in ten million cells; where that is not far enough, a diagnosis says so.
 *
 * @param table - Alternatives by criteria; weights are used as given, and need not add up to 1.
 * @param options - `v`: the weight of S against R, 0 to 1; 0.5 unless given.
 * @returns The alternatives from the lowest score to the highest, with S, R and Q and the loss of each criterion, the compromise, and
 * diagnoses.
 * @throws {@link InputError} if the table or an option is wrong.
 * @see S. Opricovic, G.-H. Tzeng, "Compromise solution by MCDM methods: a comparative analysis of VIKOR and TOPSIS", 2004.
 * @example
 * import { rankByVikor } from '@clientele/scoring'
 *
 * const criteria = [{ id: 'revenue', weight: 0.5 }, { id: 'effort', weight: 0.5, direction: 'cost' as const }]
 * const { ranked, compromise } = rankByVikor({ alternatives: ['A', 'B', 'C'], criteria, values: [[9, 1], [5, 1], [1, 5]] })
 * ranked.map(({ alternative, s, r, q }) => [alternative, s, r, q])
 * //=> [['A', 0, 0, 0], ['B', 0.25, 0.25, 0.375], ['C', 1, 0.5, 1]]
 * compromise //=> ['A', 'B']
 */
export function rankByVikor(table: DecisionTable, options: VikorOptions = {}): VikorRanking {
  const { read, v } = readVikor(table, options)
  const columns = columnsOf(read)
  const ids = read.alternatives
  const evaluate = (some: readonly MethodColumn[]): Regrets => measureRegrets(some, v)
  const regrets = evaluate(columns)
  const placed = placeAlternatives(ids, regrets)
  const decisive = [...countingValues(columns), regrets.s, regrets.r]
  const reversals = findReversals({ ids, columns, placed, evaluate: reevaluate(columns, evaluate), decisive })
  const { rows, acceptable } = compromiseOf(placed, regrets)
  return {
    method: 'vikor',
    v,
    ranked: placed.map(({ row, rank }) => ({
      rank,
      alternative: ids[row] as string,
      score: regrets.q[row] as number,
      s: regrets.s[row] as number,
      r: regrets.r[row] as number,
      q: regrets.q[row] as number,
      contributions: columns.map((column, index) => ({
        criterion: column.id,
        value: cellOf(column, row),
        loss: regrets.losses[index]?.[row] as number,
      })),
    })),
    compromise: rows.map((row) => ids[row] as string),
    acceptable,
    diagnoses: [...diagnoseTable(columns), ...reversals],
  }
}

function readVikor(table: DecisionTable, options: VikorOptions): { read: ReturnType<typeof readMethod>; v: number } {
  let share = 0.5
  const read = readMethod(table, options, ['v'], ({ v = 0.5 }, issues) => {
    const decimal = checkDecimal(v, ['options', 'v'], issues)
    if (decimal === undefined) return
    share = decimal.toNumber() + 0
    if (decimal.gte(0) && decimal.lte(1)) return
    issues.push(createIssue('out-of-range', ['options', 'v'], { minimum: '0', maximum: '1', actual: decimalText(decimal) }))
  })
  return { read, v: share }
}

/** The losses of the alternatives: by criterion, on the whole, and in their worst criterion. */
interface Regrets extends Evaluation {
  readonly losses: readonly (readonly number[])[]
  readonly s: readonly number[]
  readonly r: readonly number[]
  readonly q: readonly number[]
  /** How far S and R are from the best of them, 0 to 1. */
  readonly sShare: readonly number[]
  readonly rShare: readonly number[]
}

function measureRegrets(columns: readonly MethodColumn[], v: number): Regrets {
  const rows = rowsOf(columns)
  const losses = columns.map(lossesOf)
  const tolerance = RELATIVE_TOLERANCE * sumPrecisely(columns.map(({ weight }) => weight))
  const s = sumRows(losses, rows)
  const r = s.map((_, row) => greatestOf(losses.map((column) => column[row] as number)))
  const sShare = sharesOf(s, tolerance)
  const rShare = sharesOf(r, tolerance)
  const q = sShare.map((share, row) => v * share + (1 - v) * (rShare[row] as number))
  return { strengths: q.map((value) => -value), tolerance: RELATIVE_TOLERANCE, losses, s, r, q, sShare, rShare }
}

function lossesOf(column: MethodColumn): number[] {
  const { values, divisor } = makeComparable(column, 'min-max')
  const best = greatestOf(values)
  return values.map((value) => column.weight * ((best - value) / divisor))
}

/** Where numbers stand between the least and the greatest of them; those that only arithmetic tells apart stand at the same place. */
function sharesOf(numbers: readonly number[], tolerance: number): number[] {
  const levels = levelsOf(numbers, tolerance)
  const least = leastOf(levels)
  const span = greatestOf(levels) - least
  return levels.map((level) => (span === 0 ? 0 : (level - least) / span))
}

/** Replaces numbers by the least of those that they are equal to. */
function levelsOf(numbers: readonly number[], tolerance: number): number[] {
  const order = numbers.map((_, row) => row).sort((a, b) => (numbers[a] as number) - (numbers[b] as number))
  const levels = [...numbers]
  order.forEach((row, index) => {
    const before = order[index - 1]
    if (before !== undefined && (numbers[row] as number) - (numbers[before] as number) <= tolerance) levels[row] = levels[before] as number
  })
  return levels
}
