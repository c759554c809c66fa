import type { Issue } from '@clientele/core'
import { checkChoice, createIssue, isRecord, throwIssues } from '@clientele/core/checks'
import { AGE_UNITS } from '../purchases/ageUnits.js'
import { readManyRows } from '../rows/readManyRows.js'
import { bgNbdLikelihood } from './bgNbdLikelihood.js'
import { diagnoseBook, diagnoseRows } from './diagnoseBook.js'
import { type Fitted, fitParameters, type Model, SHAPE_BOUNDS, type Starts } from './fitParameters.js'
import { type AlikeRows, groupAlike } from './groupAlike.js'
import { readFitOptions } from './readFitOptions.js'
import { readHistory } from './readHistory.js'
import { BG_NBD_BOUNDS } from './readParameters.js'
import type { BgNbdDiagnosis, BgNbdFit, BgNbdFitOptions, BgNbdParameters, PurchaseTimes } from './types.js'

type Name = 'r' | 'alpha' | 'a' | 'b'
type Start = Pick<BgNbdParameters, Name>

const MODEL: Model<Name> = {
  likelihood: bgNbdLikelihood,
  bounds: { r: SHAPE_BOUNDS, alpha: BG_NBD_BOUNDS.alpha, a: SHAPE_BOUNDS, b: SHAPE_BOUNDS },
  rate: 'alpha',
}

/**
 * Finds how often customers of a book buy, and when they stop: the parameters of BG/NBD under which their purchases are most likely.
 *
 * In this model each customer buys at a rate of its own, and after each repeat purchase stops for good with a probability of its own; the rates follow
 * a gamma distribution, the probabilities a beta distribution. Nothing else, such as seasons or prices, changes either. The search takes O(n log n) for
 * n customers.
 *
 * @param customers - At least one, as {@link summarisePurchases} gives them, in any order: how many repeat purchases (0 to 1,000,000,000) each made,
 * at which age the last one (0 without repeats), and the age now, in units, up to 10,000,000. Weeks must have their fractions: where ages are rounded
 * to whole ones, the unit is to be the day. Customers with names must have different ones.
 * @param options - `unit`: of ages, which becomes the unit of the parameters. `start`: where the search begins, from 1e-9 to 1e9 (`alpha` to 1e15);
 * unless given, in two places, and in two more where these lead to no maximum; the one that leads highest counts. `tolerance`: 1e-12 to 0.1.
 * `invalid`: `throw` (unless given) all bad rows together, or `collect` them in `rejected`.
 * @returns The parameters, shapes within 1e-6 and 1e6; with standard errors where `converged`. Where it is not, `diagnoses` say why, and the
 * parameters are the best that were found. Where nobody bought again, nothing is searched: `r` is 1e-6, and the others are those of the start.
 * @throws {@link InputError} if an option or, unless they are collected, a row is not as stated, with every issue; and in any case if no row is left.
 * @see P. S. Fader, B. G. S. Hardie & K. L. Lee, "'Counting your customers' the easy way: an alternative to the Pareto/NBD model", *Marketing Science*
 * 24, 2005.
 * @example
 * import { fitBgNbd } from '@clientele/tiering'
 *
 * // Repeat purchases, the week of the last one, weeks since the first purchase, and how many customers there are like that.
 * const book = [[0, 0, 52, 40], [0, 0, 26, 35], [1, 3, 52, 14], [1, 8, 26, 9], [2, 12, 52, 7], [3, 38, 39, 4], [9, 20, 52, 2], [12, 51, 52, 3]]
 * const customers = book.flatMap(([repeatPurchases, lastPurchaseAge, age, count]) => Array(count).fill({ repeatPurchases, lastPurchaseAge, age }))
 * const { parameters, converged, diagnoses } = fitBgNbd(customers, { unit: 'week' })
 * converged //=> true
 * diagnoses //=> []
 * parameters.r.toPrecision(3) //=> '0.168'
 */
export function fitBgNbd(customers: readonly PurchaseTimes[], options: BgNbdFitOptions): BgNbdFit {
  const issues: Issue[] = []
  const { start, tolerance, invalid } = readFitOptions<Start>(options, BG_NBD_BOUNDS, ['unit'], issues)
  const { unit } = { ...options }
  if (isRecord(options)) checkChoice(unit, AGE_UNITS, ['options', 'unit'], issues)
  throwIssues(issues)
  const readRow = (row: unknown, found: Issue[]): readonly number[] | undefined => {
    const history = readHistory(row, [], { times: true, spend: false, unit }, found)
    return history && [history.repeatPurchases, history.lastPurchaseAge, history.age]
  }
  const { read, rejected } = readManyRows(customers, 'customers', invalid, readRow, 'customer')
  if (read.length === 0) throwIssues([createIssue('empty', ['customers'], {})])
  const groups = groupAlike(read)
  const repeatBuyers = read.filter(([repeats]) => repeats !== 0).length
  const starts = start === undefined ? startsFor(groups) : { usual: [start], further: [] }
  const fitted = repeatBuyers === 0 ? withoutRepeats(groups, starts.usual[0] as Start) : fitParameters(MODEL, groups, starts, tolerance)
  return {
    ...fitted,
    parameters: { model: 'bg-nbd', unit, ...fitted.parameters },
    customers: read.length,
    repeatBuyers,
    rejected,
    diagnoses: [
      ...diagnoseRows(rejected.length, read.length),
      ...fitted.diagnoses,
      ...diagnoseBook(groups, read.length, repeatBuyers),
      ...diagnoseRepeats(groups, read.length, repeatBuyers),
    ],
  }
}

/**
 * Where customers buy at the rate of the book: rates differ much and probabilities to stop less, or the other way round; and, further, where rates are
 * all alike.
 */
function startsFor(groups: readonly AlikeRows[]): Starts<Name> {
  let [repeats, ages] = [0, 0]
  for (const { numbers, count } of groups) {
    repeats += count * (numbers[0] as number)
    ages += count * (numbers[2] as number)
  }
  const { minimum, maximum } = BG_NBD_BOUNDS.alpha
  const alphaFor = (r: number): number => Math.min(Math.max((r * ages) / Math.max(repeats, 1), minimum), maximum)
  return {
    usual: [
      { r: 0.1, alpha: alphaFor(0.1), a: 1, b: 3 },
      { r: 1, alpha: alphaFor(1), a: 0.1, b: 0.3 },
    ],
    further: [
      { r: 100, alpha: alphaFor(100), a: 0.1, b: 100 },
      { r: 100, alpha: alphaFor(100), a: 10, b: 1 },
    ],
  }
}

/** What is to be known of repeat purchases: that there are none, and that some are no later than the first purchase. */
function diagnoseRepeats(groups: readonly AlikeRows[], customers: number, repeatBuyers: number): BgNbdDiagnosis[] {
  const atOnce = groups.filter(({ numbers: [repeats, last] }) => repeats !== 0 && last === 0).reduce((sum, { count }) => sum + count, 0)
  return [
    ...(repeatBuyers === 0 ? [{ code: 'no-repeat-buyers', params: { customers } } as const] : []),
    ...(atOnce > 0 ? [{ code: 'repeats-at-age-zero', params: { count: atOnce } } as const] : []),
  ]
}

/** The fewer purchases are to be expected, the likelier it is that there were none; of anything else nothing is known. */
function withoutRepeats(groups: readonly AlikeRows[], start: Start): Fitted<Name> {
  const r = SHAPE_BOUNDS.minimum
  const [a, b] = [start.a, start.b].map((shape) => Math.min(Math.max(shape, SHAPE_BOUNDS.minimum), SHAPE_BOUNDS.maximum)) as [number, number]
  return {
    parameters: { r, alpha: start.alpha, a, b },
    standardErrors: null,
    logLikelihood: bgNbdLikelihood(groups, [r, start.alpha, a, b].map(Math.log)).value,
    converged: false,
    iterations: 0,
    diagnoses: [],
  }
}
