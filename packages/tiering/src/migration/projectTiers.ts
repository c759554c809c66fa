import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { beyondNumbers } from '../numbers/beyondNumbers.js'
import { quantityText, roundQuotient, unitsAt } from '../numbers/quantity.js'
import { type ReadProjection, readProjection } from './readProjection.js'
import type { ProjectionOptions, TierProjection } from './types.js'

const COUNTS: Path = ['projection', 'counts']
const MOST_PERIODS = 1000

/** Finer than any number there is, so that what is rounded in a thousand periods is never seen. */
const DIGITS = 400

/**
 * Projects how many customers will be in each tier, where the same part of each tier's customers goes to each tier in every period.
 *
 * Nobody joins; customers who leave are in a tier of their own, whose row keeps them. Expected numbers are not whole. It takes O(p × t²) for p
 * periods and t tiers.
 *
 * @param projection - `counts`: how many customers are in each tier now, from 0, of 1 to 100 tiers. `rates`: a row for each tier and a column for each
 * tier, from 0 to 1 with at most 100 decimal places, which part of the tier's customers goes where in a period; each row adds up to 1 within 1e-9, and
 * is taken as it is. A row of a tier where nobody is or ever comes may be all 0. {@link migrationMatrix} with `unknown: 'stay'` gives such rates.
 * @param options - `periods`: an integer from 0 to 1,000.
 * @returns A row for each period, the first of them how it is now; each the nearest numbers to the exact ones.
 * @throws {@link InputError} if anything is not as stated, with every issue, or if the counts are beyond what a number can hold.
 * @see J. G. Kemeny and J. L. Snell, *Finite Markov Chains*, 1960, chapter II.
 * @example
 * import { projectTiers } from '@clientele/tiering'
 *
 * const rates = [[0.8, 0.15, 0.03, 0.02], [0.1, 0.7, 0.15, 0.05], [0.02, 0.1, 0.73, 0.15], [0, 0, 0, 1]] // A, B, C, lost
 * projectTiers({ counts: [100, 300, 600, 0], rates }, { periods: 2 })
 * //=> [[100, 300, 600, 0], [122, 285, 486, 107], [135.82, 266.4, 401.19, 196.59]]
 */
export function projectTiers(projection: TierProjection, options: ProjectionOptions): number[][] {
  const { read, periods } = readInput(projection, options)
  const { units, digits } = read.rates
  const divisor = 10n ** BigInt(digits)
  const sources = sourcesOf(units)
  let counts = read.counts.units.map((count) => atScale(count, read.counts.digits))
  const rows = [numbersOf(counts, (tier) => [...COUNTS, tier])]
  for (let period = 0; period < periods; period++) {
    const before = counts
    counts = sources.map((own) => {
      const sum = own.reduce((total, { from, rate }) => total + (before[from] as bigint) * rate, 0n)
      return roundQuotient(sum, divisor, 0).units
    })
    // Where many come together in a tier, no single count is at fault.
    rows.push(numbersOf(counts, () => COUNTS))
  }
  return rows
}

/** For each tier the tiers from which customers come to it, and which part of theirs. */
function sourcesOf(rates: readonly (readonly bigint[])[]): { readonly from: number; readonly rate: bigint }[][] {
  return rates.map((_, to) =>
    rates.flatMap((row, from) => {
      const rate = row[to] as bigint
      return rate === 0n ? [] : [{ from, rate }]
    }),
  )
}

function readInput(projection: unknown, options: unknown): { readonly read: ReadProjection; readonly periods: number } {
  const issues: Issue[] = []
  let read: ReadProjection | undefined
  if (checkRecord(projection, ['projection'], issues)) {
    const { counts, rates, ...others } = { ...projection }
    checkKeys(others, ['counts', 'rates'], ['projection'], issues)
    read = readProjection(counts, rates, ['projection'], issues)
  }
  const { periods, ...others } = checkRecord(options, ['options'], issues) ? { ...options } : { periods: 0 }
  checkKeys(others, ['periods'], ['options'], issues)
  checkInteger(periods, ['options', 'periods'], issues, { minimum: 0, maximum: MOST_PERIODS })
  throwIssues(issues)
  return { read: read as ReadProjection, periods: periods as number }
}

/** A count in units of the scale that is projected in. */
function atScale(units: bigint, digits: number): bigint {
  return digits <= DIGITS ? unitsAt({ units, digits }, DIGITS) : roundQuotient(units, 10n ** BigInt(digits - DIGITS), 0).units
}

/** The nearest numbers to counts, or throws where there are none. */
function numbersOf(counts: readonly bigint[], pathOf: (tier: number) => Path): number[] {
  const issues: Issue[] = []
  const numbers = counts.map((units, tier) => {
    const text = quantityText({ units, digits: DIGITS })
    const number = Number(text)
    if (!Number.isFinite(number)) issues.push(beyondNumbers(new Decimal(text), pathOf(tier)))
    return number
  })
  throwIssues(issues)
  return numbers
}
