import { isPlainQuantity } from '../tables/checkQuantity.js'
import { byId } from './diagnoseTable.js'
import { greatestOf, leastOf, type MethodColumn, withoutRow, withRow } from './methodTable.js'
import type { Evaluation, Placed } from './placeAlternatives.js'
import type { MethodDiagnosis } from './types.js'

/** How many cells may be worked through to try removals, and as many for additions. */
const CELLS = 5e6

/** How strong the alternatives, by their rows before, are after a change; one that was taken away has NaN. */
export interface Reevaluation {
  readonly without: (row: number) => Evaluation
  /** With one more alternative, whose values are in the units of the columns. */
  readonly joined: (units: readonly number[]) => Evaluation
}

/** A ranking, and what it takes to rank a changed table by the same method. */
interface Probing<Column extends MethodColumn> {
  readonly ids: readonly string[]
  readonly columns: readonly Column[]
  readonly placed: readonly Placed[]
  readonly evaluate: Reevaluation
  /** Whether the method takes a 0 in a criterion; it does unless given. */
  readonly allowsZero?: (column: Column) => boolean
  /** Lists by alternative: if given, nothing but the least and the greatest of each of them decides how the others are scored. */
  readonly decisive?: readonly (readonly number[])[] | undefined
}

/** A change of the table. */
interface Probe {
  readonly run: () => Evaluation
  readonly describe: (pair: { readonly higher: string; readonly lower: string }) => MethodDiagnosis
}

/**
 * Finds out whether the ranks of two alternatives depend on a third one: each alternative is taken away in turn; then a copy of each is
 * added, and for each criterion an alternative that is by one range worse than the worst in it and the worst in all others, and one that
 * is better than the best in it and the worst in all others. The first finding of either kind is told, and where all of a kind were too
 * many to try and none was found, that.
 *
 * @see V. Belton, T. Gear, "On a short-coming of Saaty's method of analytic hierarchies", 1983.
 */
export function findReversals<Column extends MethodColumn>(probing: Probing<Column>): MethodDiagnosis[] {
  const { ids, columns, placed, decisive } = probing
  if (placed.every(({ rank }) => rank === 1)) return []
  const affordable = Math.floor(CELLS / (placed.length * columns.length))
  const removable = placed.length > 2 ? placed.filter(isDecisive(decisive)) : []
  const removals = removable.slice(0, affordable).map(({ row }) => removalOf(row, probing))
  const extremes = extremesOf(probing)
  // A copy moves no least and no greatest value. Where not all can be tried, the few extremes come before the many copies.
  const copyable = decisive === undefined ? placed : []
  const copied = copyable.slice(0, Math.max(0, affordable - extremes.length))
  const additions = [
    ...copied.map(({ row }) => additionOf(valuesOf(row, probing), ids[row], probing)),
    ...extremes.slice(0, affordable).map((values) => additionOf(values, undefined, probing)),
  ]
  return [...tryAll('removing', removals, removable.length, probing), ...tryAll('adding', additions, copyable.length + extremes.length, probing)]
}

/** Whether the others' scores may change without an alternative: whether it alone has the least or the greatest of any list that decides. */
function isDecisive(lists: readonly (readonly number[])[] | undefined): (one: Placed) => boolean {
  if (lists === undefined) return () => true
  const rows = new Set(
    lists.flatMap((list) =>
      [leastOf(list), greatestOf(list)].map((extreme) => {
        const first = list.indexOf(extreme)
        return first === list.lastIndexOf(extreme) ? first : undefined
      }),
    ),
  )
  return ({ row }) => rows.has(row)
}

/** The first reversal that the probes find, or if they are not all that are possible, that it is not ruled out. */
function tryAll<Column extends MethodColumn>(
  change: 'removing' | 'adding',
  probes: readonly Probe[],
  possible: number,
  { ids, placed }: Probing<Column>,
): MethodDiagnosis[] {
  for (const { run, describe } of probes) {
    const pair = reversedPair(placed, run())
    if (pair !== undefined) return [describe({ higher: ids[pair.higher] as string, lower: ids[pair.lower] as string })]
  }
  const tried = probes.length
  return tried === possible ? [] : [{ code: 'reversal-not-ruled-out', params: { change, tried, possible } }]
}

/** The first alternative in the order of the ranking that one below it passes, and the first that passes it. */
function reversedPair(placed: readonly Placed[], { strengths, tolerance }: Evaluation): { higher: number; lower: number } | undefined {
  const after = ({ row }: Placed): number => strengths[row] as number
  let strongestSeen = Number.NEGATIVE_INFINITY
  let strongestBelow = Number.NEGATIVE_INFINITY
  let overtaken: Placed | undefined
  for (let index = placed.length - 1; index >= 0; index--) {
    const one = placed[index] as Placed
    if (one.rank !== placed[index + 1]?.rank) strongestBelow = Math.max(strongestBelow, strongestSeen)
    if (strongestBelow - after(one) > tolerance) overtaken = one
    // What was taken away has no strength: NaN, which is never greater.
    if (after(one) > strongestSeen) strongestSeen = after(one)
  }
  if (overtaken === undefined) return undefined
  const higher = overtaken
  const lower = placed.find((one) => one.rank > higher.rank && after(one) - after(higher) > tolerance) as Placed
  return { higher: higher.row, lower: lower.row }
}

/** Ranks changed tables anew. */
export function reevaluate(columns: readonly MethodColumn[], evaluate: (columns: readonly MethodColumn[]) => Evaluation): Reevaluation {
  return {
    without(row) {
      const { strengths, tolerance } = evaluate(withoutRow(columns, row))
      return { strengths: [...strengths.slice(0, row), Number.NaN, ...strengths.slice(row)], tolerance }
    },
    joined: (units) => evaluate(withRow(columns, units)),
  }
}

function removalOf<Column extends MethodColumn>(row: number, { ids, evaluate }: Probing<Column>): Probe {
  return {
    run: () => evaluate.without(row),
    describe: (pair) => ({ code: 'reversed-by-removing', params: { alternative: ids[row] as string, ...pair } }),
  }
}

function additionOf<Column extends MethodColumn>(
  units: readonly number[],
  copyOf: string | undefined,
  { columns, evaluate }: Probing<Column>,
): Probe {
  return {
    run: () => evaluate.joined(units),
    describe: (pair) => {
      const values = columns.map(({ scale }, index) => (units[index] as number) / scale)
      return { code: 'reversed-by-adding', params: { values, ...(copyOf === undefined ? {} : { copyOf }), ...pair } }
    },
  }
}

function valuesOf<Column extends MethodColumn>(row: number, { columns }: Probing<Column>): number[] {
  return columns.map(({ values }) => values[row] as number)
}

/**
 * For each criterion that counts, by id: the worst in all, and beyond the worst in this one; then the worst in the others, and beyond the
 * best in this one. Where no alternative has less than 0, nor do they: 0, or half the least where 0 is not allowed, stands for less.
 */
function extremesOf<Column extends MethodColumn>({ columns, allowsZero = () => true }: Probing<Column>): number[][] {
  const bounds = new Map(columns.map((column) => [column, boundsOf(column)]))
  return byId(columns.filter(({ weight }) => weight > 0)).flatMap((column) => {
    const { worst, best, range } = bounds.get(column) as Bounds
    const outward = column.cost ? -range : range
    const least = Math.min(worst, best)
    const floor = allowsZero(column) ? 0 : least / 2
    return [worst - outward, best + outward]
      .map((value) => (value > 0 || least < 0 ? value : floor))
      .filter((value) => isPlainQuantity(value / column.scale))
      .map((value) => columns.map((other) => (other === column ? value : (bounds.get(other) as Bounds).worst)))
  })
}

interface Bounds {
  readonly worst: number
  readonly best: number
  readonly range: number
}

function boundsOf({ values, cost }: MethodColumn): Bounds {
  const [least, greatest] = [leastOf(values), greatestOf(values)]
  return { worst: cost ? greatest : least, best: cost ? least : greatest, range: greatest - least }
}
