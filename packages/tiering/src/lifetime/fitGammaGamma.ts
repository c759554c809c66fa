import type { Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { readManyRows } from '../rows/readManyRows.js'
import { correlationOf } from './correlationOf.js'
import { diagnoseBook, diagnoseRows } from './diagnoseBook.js'
import { fitParameters, type Model, SHAPE_BOUNDS, type Starts } from './fitParameters.js'
import { gammaGammaLikelihood } from './gammaGammaLikelihood.js'
import { type AlikeRows, groupAlike } from './groupAlike.js'
import { readFitOptions } from './readFitOptions.js'
import { readHistory } from './readHistory.js'
import { GAMMA_GAMMA_BOUNDS } from './readParameters.js'
import type { GammaGammaDiagnosis, GammaGammaFit, GammaGammaFitOptions, GammaGammaParameters, PurchaseSpend } from './types.js'

type Name = 'p' | 'q' | 'v'
type Start = Pick<GammaGammaParameters, Name>

const MODEL: Model<Name> = {
  likelihood: gammaGammaLikelihood,
  bounds: { p: SHAPE_BOUNDS, q: SHAPE_BOUNDS, v: GAMMA_GAMMA_BOUNDS.v },
  rate: 'v',
}

/** A medium effect: J. Cohen, *Statistical Power Analysis for the Behavioral Sciences*, 2nd ed. 1988, §3.2. */
const CORRELATION_LIMIT = 0.3

/**
 * Finds how much customers of a book spend on a purchase: the parameters of the Gamma-Gamma model under which the means of their repeat purchases are
 * most likely.
 *
 * In this model what a customer spends on a purchase varies around a mean of its own, and these means vary between customers, but not with how many
 * purchases they make: `correlation` tells how far that holds. Only customers with repeat purchases and a mean above 0 count. The search takes
 * O(n log n) for n customers.
 *
 * @param customers - At least one that counts, as {@link summarisePurchases} gives them, in any order: how many repeat purchases (0 to 1,000,000,000)
 * each made, and their mean spend, within 1e15 of 0. Customers with names must have different ones.
 * @param options - `start`: where the search begins, from 1e-9 to 1e9 (`v` to 1e15); unless given, in two places, and in a third where these lead to
 * no maximum; the one that leads highest counts. `tolerance`: 1e-12 to 0.1. `invalid`: `throw` (unless given) all bad rows together, or `collect` them
 * in `rejected`.
 * @returns The parameters, shapes within 1e-6 and 1e6; with standard errors where `converged`. Where it is not, `diagnoses` say why, and the
 * parameters are the best that were found. `customers` counts those that count, `repeatBuyers` also those whose mean is not above 0.
 * @throws {@link InputError} if an option or, unless they are collected, a row is not as stated, with every issue; and in any case if no customer
 * counts.
 * @see P. S. Fader & B. G. S. Hardie, "The Gamma-Gamma model of monetary value", 2013.
 * @example
 * import { fitGammaGamma } from '@clientele/tiering'
 *
 * // Repeat purchases, their mean, and how many customers there are like that.
 * const book = [[1, 11.77, 9], [1, 35.5, 7], [1, 90, 4], [2, 22.35, 8], [3, 14.9, 6], [4, 41, 5], [7, 73.74, 3], [10, 20, 3]]
 * const customers = book.flatMap(([repeatPurchases, meanSpend, count]) => Array(count).fill({ repeatPurchases, meanSpend }))
 * const { parameters, converged, correlation } = fitGammaGamma(customers)
 * converged //=> true
 * parameters.q.toPrecision(3) //=> '3.35'
 * correlation?.toPrecision(2) //=> '0.084'
 */
export function fitGammaGamma(customers: readonly PurchaseSpend[], options: GammaGammaFitOptions = {}): GammaGammaFit {
  const issues: Issue[] = []
  const { start, tolerance, invalid } = readFitOptions<Start>(options, GAMMA_GAMMA_BOUNDS, [], issues)
  throwIssues(issues)
  const readRow = (row: unknown, found: Issue[]): readonly [number, number] | undefined => {
    const history = readHistory(row, [], { times: false, spend: true }, found)
    return history && [history.repeatPurchases, history.meanSpend]
  }
  const { read, rejected } = readManyRows(customers, 'customers', invalid, readRow, 'customer')
  if (read.length === 0) throwIssues([createIssue('empty', ['customers'], {})])
  const repeatBuyers = read.filter(([repeats]) => repeats > 0)
  const counted = repeatBuyers.filter(([, mean]) => mean > 0)
  if (counted.length === 0) throwIssues([createIssue('nothing-to-fit', ['customers'], {})])
  const groups = groupAlike(counted)
  const fitted = fitParameters(MODEL, groups, start === undefined ? startsFor(groups) : { usual: [start], further: [] }, tolerance)
  const correlation = correlationOf(groups)
  return {
    ...fitted,
    parameters: { model: 'gamma-gamma', ...fitted.parameters },
    customers: counted.length,
    repeatBuyers: repeatBuyers.length,
    correlation,
    rejected,
    diagnoses: [
      ...diagnoseRows(rejected.length, read.length),
      ...fitted.diagnoses,
      ...diagnoseBook(groups, counted.length, counted.length),
      ...diagnoseSpend(repeatBuyers.length - counted.length, correlation, fitted.parameters.q),
    ],
  }
}

/**
 * Where the mean is that of the book: customers differ much and a customer's purchases less, or the other way round; and, further, where all differ
 * beyond any mean.
 */
function startsFor(groups: readonly AlikeRows[]): Starts<Name> {
  let [sum, customers] = [0, 0]
  for (const { numbers, count } of groups) {
    sum += count * (numbers[1] as number)
    customers += count
  }
  const mean = sum / customers
  return {
    usual: [
      { p: 100, q: 2, v: mean / 100 },
      { p: 0.2, q: 100, v: mean * 500 },
    ],
    further: [{ p: 0.3, q: 0.3, v: mean }],
  }
}

function diagnoseSpend(notPositive: number, correlation: number | null, q: number): GammaGammaDiagnosis[] {
  const diagnoses: GammaGammaDiagnosis[] = []
  if (notPositive > 0) diagnoses.push({ code: 'spend-not-positive', params: { count: notPositive } })
  if (correlation !== null && Math.abs(correlation) > CORRELATION_LIMIT) {
    diagnoses.push({ code: 'correlated', params: { correlation, limit: CORRELATION_LIMIT } })
  }
  if (q <= 1) diagnoses.push({ code: 'no-mean', params: { q } })
  return diagnoses
}
