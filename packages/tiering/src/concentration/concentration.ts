import type { DecimalInput, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type AlignedQuantities, quantityOf, quantityText } from '../numbers/quantity.js'
import { figureOf } from './figureOf.js'
import { readValues } from './readValues.js'
import { runningSums } from './runningSums.js'
import { topShare } from './topShare.js'
import type { ConcentrationDiagnosis, ValueConcentration } from './types.js'

const TOP = [0.01, 0.05, 0.1, 0.2, 0.5]

/** Of more values than so many, the Lorenz curve has so many points and one. */
const MOST_POINTS = 1000

/**
 * Tells how unevenly a total is spread over customers: the Gini coefficient, the Herfindahl–Hirschman index, the Lorenz curve, and what the greatest
 * bring in.
 *
 * Everything is found in exact sums and rounded once. It takes O(n log n) for n values.
 *
 * @param values - One for each customer, of any sign and in one unit, in any order.
 * @returns `gini`: half of the mean difference between any two values, oneself included, as a part of the mean: 0 where all are equal, (n − 1) ÷ n
 * where one has all. `giniUnbiased` leaves oneself out, and is 1 where one has all. Both take values below 0 as they are, and may then be above 1.
 * All figures are null where the total is not above 0; diagnoses say so.
 * @throws {@link InputError} if a value is no decimal, with every issue; or if values of both signs nearly cancel out, so that a figure is beyond what a
 * number can hold.
 * @see C. Gini, *Variabilità e mutabilità*, 1912; M. O. Lorenz, "Methods of measuring the concentration of wealth", 1905; A. O. Hirschman, "The
 * paternity of an index", *American Economic Review* 54, 1964.
 * @example
 * import { concentration } from '@clientele/tiering'
 *
 * const { gini, herfindahlHirschmanIndex, lorenz, top } = concentration([10, 60, 10, 20])
 * gini //=> 0.4
 * herfindahlHirschmanIndex //=> 0.42
 * lorenz //=> [[0, 0], [0.25, 0.1], [0.5, 0.2], [0.75, 0.4], [1, 1]]
 * top.at(-1) //=> { share: 0.5, customers: 2, ofValue: 0.8 }
 */
export function concentration(values: readonly DecimalInput[]): ValueConcentration {
  const issues: Issue[] = []
  const { units, digits } = readValues(values, issues)
  throwIssues(issues)
  const sums = runningSums(units)
  const [count, total] = [units.length, sums.at(-1) as bigint]
  const isSpread = total > 0n
  return {
    count,
    total: quantityText({ units: total, digits }),
    ...(isSpread ? measure(units, total) : { gini: null, giniUnbiased: null, herfindahlHirschmanIndex: null }),
    lorenz: isSpread ? lorenzCurve(sums) : [],
    top: TOP.map((share) => ({ share, ...topShare(sums, quantityOf(String(share))) })),
    diagnoses: diagnose({ units, digits }, total),
  }
}

/** The differences of all pairs add up to Σ (2i − n − 1) × x, where x is the i-th smallest of n. */
function measure(units: readonly bigint[], total: bigint): Pick<ValueConcentration, 'gini' | 'giniUnbiased' | 'herfindahlHirschmanIndex'> {
  const count = BigInt(units.length)
  let weight = -count
  let differences = 0n
  let squares = 0n
  for (const value of units) {
    weight += 2n
    differences += (weight - 1n) * value
    squares += value * value
  }
  return {
    gini: figureOf(differences, count * total),
    giniUnbiased: count > 1n ? figureOf(differences, (count - 1n) * total) : null,
    herfindahlHirschmanIndex: figureOf(squares, total * total),
  }
}

function lorenzCurve(sums: readonly bigint[]): [number, number][] {
  const count = sums.length - 1
  const steps = Math.min(count, MOST_POINTS)
  return Array.from({ length: steps + 1 }, (_, step) => {
    const customers = Math.floor((step * count) / steps)
    return [customers / count, figureOf(sums[customers] as bigint, sums[count] as bigint)]
  })
}

function diagnose({ units, digits }: AlignedQuantities, total: bigint): ConcentrationDiagnosis[] {
  if (units.length === 0) return [{ code: 'no-values', params: {} }]
  const diagnoses: ConcentrationDiagnosis[] = []
  if (units.length === 1) diagnoses.push({ code: 'one-value', params: {} })
  const below = units.filter((value) => value < 0n)
  const text = (value: bigint): string => quantityText({ units: value, digits })
  if (total <= 0n) diagnoses.push({ code: 'total-not-positive', params: { total: text(total) } })
  else if (below.length > 0) {
    const value = text(below.reduce((sum, one) => sum + one, 0n))
    diagnoses.push({ code: 'values-below-zero', params: { count: below.length, value } })
  }
  return diagnoses
}
