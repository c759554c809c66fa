import { checkChoice } from '@clientele/core/checks'
import { inUnits } from '../numbers/inUnits.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import { checkPreference } from '../tables/checkPreference.js'
import type { ReadTable } from '../tables/readTable.js'
import type { DecisionTable, PreferenceFunction } from '../tables/types.js'
import { diagnoseTable } from './diagnoseTable.js'
import { findReversals, type Reevaluation } from './findReversals.js'
import { cellOf, type MethodColumn, rowsOf } from './methodTable.js'
import { type Evaluation, placeAlternatives, RELATIVE_TOLERANCE } from './placeAlternatives.js'
import { preferenceOf, preferenceSums, type UnitPreference } from './preferenceSums.js'
import { readMethod } from './readMethod.js'
import { sumRows } from './sumRows.js'
import type { PrometheeOptions, PrometheeRanking } from './types.js'

/**
 * Ranks alternatives by how far each is preferred to the others, less how far the others are preferred to it (PROMETHEE II).
 *
 * One alternative is preferred to another by Σ weight × P(difference), where a preference function P, from 0 to 1, says how much a
 * difference in a criterion matters. For n alternatives it takes O(n log n) for each criterion with the usual preference function, and
 * O(n²) for each with another.
 *
 * A diagnosis tells where one alternative more or fewer would reverse the ranks of two others. For m criteria that takes up to 2n + 2m times
 * O(nm), as far as it goes in ten million cells; where that is not far enough, a diagnosis says so.
 *
 * @param table - Alternatives by criteria, which may have a preference function each; weights are used as given, and need not add up to 1.
 * @param options - `preference`: the preference function of criteria without one of their own; `usual` unless given.
 * @returns The alternatives from the highest net flow to the lowest, with the flows of each criterion, and diagnoses.
 * @throws {@link InputError} if the table or an option is wrong.
 * @see J. P. Brans, P. Vincke, "A preference ranking organisation method", 1985.
 * @example
 * import { rankByPromethee } from '@clientele/scoring'
 *
 * const criteria = [{ id: 'revenue', weight: 0.5 }, { id: 'loyalty', weight: 0.25 }]
 * const { ranked } = rankByPromethee({ alternatives: ['A', 'B', 'C'], criteria, values: [[4, 3], [3, 2], [5, 1]] })
 * ranked.map(({ alternative, positive, negative, net }) => [alternative, positive, negative, net])
 * //=> [['A', 0.5, 0.25, 0.25], ['C', 0.5, 0.25, 0.25], ['B', 0.125, 0.625, -0.5]]
 */
export function rankByPromethee(table: DecisionTable, options: PrometheeOptions = {}): PrometheeRanking {
  const { read, preference } = readPromethee(table, options)
  const columns = read.criteria.map((_, index) => preferenceColumn(read, index, preference))
  const ids = read.alternatives
  const flows = measureFlows(columns)
  const placed = placeAlternatives(ids, flows)
  const reversals = findReversals({ ids, columns, placed, evaluate: reevaluateFlows(columns, flows) })
  return {
    method: 'promethee',
    ranked: placed.map(({ row, rank }) => {
      const flow = averageOf(flows.whole, row, flows.divisor)
      const contributions = columns.map((column, index) => ({
        criterion: column.id,
        value: cellOf(column, row),
        ...averageOf(flows.parts[index] as Flows, row, flows.divisor),
      }))
      return { rank, alternative: ids[row] as string, score: flow.net, ...flow, contributions }
    }),
    diagnoses: [...diagnoseTable(columns), ...reversals],
  }
}

function readPromethee(table: DecisionTable, options: PrometheeOptions): { read: ReadTable; preference: PreferenceFunction } {
  let chosen: PreferenceFunction = { type: 'usual' }
  const read = readMethod(table, options, ['preference'], ({ preference = 'usual' }, issues) => {
    const path = ['options', 'preference']
    if (typeof preference === 'string') checkChoice(preference, ['usual'], path, issues)
    else {
      checkPreference(preference, path, issues)
      chosen = preference
    }
  })
  return { read, preference: chosen }
}

interface PreferenceColumn extends MethodColumn {
  readonly preference: UnitPreference
}

/** A column whose values and thresholds are in the same units, so that a difference of 0.3 − 0.1 is not above a threshold of 0.2. */
function preferenceColumn({ criteria, rows }: ReadTable, index: number, otherwise: PreferenceFunction): PreferenceColumn {
  const { id, weight, cost, preference = otherwise } = criteria[index] as ReadTable['criteria'][number]
  const thresholds = { indifference: 0, preference: 0, spread: 0, ...preference }
  const limits = [thresholds.indifference, thresholds.preference, thresholds.spread].map(Number)
  const { units, scale, exact } = inUnits([...limits, ...rows.map((row) => row[index] as number)])
  const [indifference = 0, full = 0, spread = 0] = units
  return {
    id,
    weight,
    cost,
    values: units.slice(limits.length),
    scale,
    preference: { type: preference.type, indifference, preference: full, spread, exact },
  }
}

/** By alternative; before they are averaged. */
interface Flows {
  readonly positive: readonly number[]
  readonly negative: readonly number[]
  readonly net: readonly number[]
}

interface AllFlows extends Evaluation {
  /** By criterion. */
  readonly parts: readonly Flows[]
  readonly whole: Flows
  /** What flows are divided by to be averages. */
  readonly divisor: number
}

function measureFlows(columns: readonly PreferenceColumn[]): AllFlows {
  const rows = rowsOf(columns)
  const { units, scale } = inUnits(columns.map(({ weight }) => weight))
  const parts = columns.map((column, index) => flowsOf(column, units[index] as number))
  const total = (kind: keyof Flows): number[] =>
    sumRows(
      parts.map((part) => part[kind]),
      rows,
    )
  const whole = { positive: total('positive'), negative: total('negative'), net: total('net') }
  const others = Math.max(1, rows - 1)
  return { parts, whole, divisor: scale * others, strengths: whole.net, tolerance: RELATIVE_TOLERANCE * others * sumPrecisely(units) }
}

function flowsOf({ values, cost, preference }: PreferenceColumn, weight: number): Flows {
  const { over, under } = preferenceSums(values, preference)
  const [better, worse] = cost ? [under, over] : [over, under]
  return {
    positive: better.map((sum) => weight * sum),
    negative: worse.map((sum) => weight * sum),
    net: better.map((sum, row) => weight * (sum - (worse[row] as number))),
  }
}

/** Of an alternative more or fewer, only the flows to and from it are added or taken away. */
function reevaluateFlows(columns: readonly PreferenceColumn[], { whole: { net }, tolerance }: AllFlows): Reevaluation {
  const { units: weights } = inUnits(columns.map(({ weight }) => weight))
  const change = (sign: number, other: readonly number[]): Evaluation => ({
    strengths: net.map(
      (flow, row) =>
        flow +
        sign * columns.reduce((sum, column, index) => sum + (weights[index] as number) * netPreference(column, row, other[index] as number), 0),
    ),
    tolerance,
  })
  return {
    without(row) {
      const { strengths } = change(
        -1,
        columns.map(({ values }) => values[row] as number),
      )
      return { strengths: strengths.map((strength, index) => (index === row ? Number.NaN : strength)), tolerance }
    },
    joined: (units) => change(1, units),
  }
}

/** How far an alternative is preferred to one of another value, less how far that is preferred to it. */
function netPreference({ values, cost, preference }: PreferenceColumn, row: number, other: number): number {
  const value = values[row] as number
  if (value === other) return 0
  const size = value > other ? preferenceOf(value, other, preference) : preferenceOf(other, value, preference)
  return value > other !== cost ? size : -size
}

/** The average flows of an alternative. */
function averageOf({ positive, negative, net }: Flows, row: number, divisor: number): { positive: number; negative: number; net: number } {
  const average = (sums: readonly number[]): number => (sums[row] as number) / divisor + 0
  return { positive: average(positive), negative: average(negative), net: average(net) }
}
