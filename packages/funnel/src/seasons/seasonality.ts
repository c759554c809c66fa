import type { DecimalInput, Issue } from '@clientele/core'
import { checkDecimal, checkInteger, checkKeys, checkList, checkRecord, throwIssues } from '@clientele/core/checks'
import { Decimal, ratio } from '@clientele/core/decimal'
import type { Seasonality, SeasonalityDiagnosis, SeasonalityOptions } from './types.js'

/** The seconds of a day, or the minutes of a year, are seasons; a result lists every place of its season. */
const LONGEST_PERIOD = 1_000_000

/**
 * Tells how much more or less than usual is sold at each place of a season, such as each month of a year.
 *
 * Each value is compared with the average of the season around it, so that a steady rise or fall is not taken for a season: the classical multiplicative
 * decomposition. It takes O(n) for n values.
 *
 * @param history - What was sold, oldest first, at equal distances and without gaps: decimals of 0 or more, in whichever unit.
 * @param options - `period`: how many values make a season, an integer from 2 to 1,000,000.
 * @returns An index for each place of the season, the first for that of the first value: 1 is as usual, and their mean is 1. `samples`: in how many seasons each was
 * compared; values at either end have no whole season around them and are compared in none. `indices` is null, and `diagnoses` says why, where there are fewer values than two
 * seasons (`insufficient-history`: so many are `needed`, so many `there`), and where only some places of the season, or none, can be compared, since nothing at all was sold
 * around the others (`nothing-sold`).
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see W. M. Persons, *Indices of business conditions*, Review of Economics and Statistics 1, 1919 (ratio to moving average); the figure of `decompose(x, "multiplicative")` in R.
 * @example
 * import { seasonality } from '@clientele/funnel'
 *
 * const quarters = [8, 12, 16, 4, 8, 12, 16, 4]
 * seasonality(quarters, { period: 4 }).indices //=> [0.8, 1.2, 1.6, 0.4]
 * seasonality(quarters.slice(1), { period: 4 }).diagnoses //=> [{ code: 'insufficient-history', params: { needed: 8, there: 7 } }]
 */
export function seasonality(history: readonly DecimalInput[], options: SeasonalityOptions): Seasonality {
  const issues: Issue[] = []
  const period = readPeriod(options, issues)
  const values = readHistory(history, issues)
  throwIssues(issues)
  return judge(values as readonly Decimal[], period as number)
}

function readPeriod(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['period'], ['options'], issues)
  const { period } = { ...options }
  return checkInteger(period, ['options', 'period'], issues, { minimum: 2, maximum: LONGEST_PERIOD }) ? period : undefined
}

function readHistory(history: unknown, issues: Issue[]): readonly (Decimal | undefined)[] {
  if (!checkList(history, ['history'], issues)) return []
  return Array.from(history, (value, index) => checkDecimal(value, ['history', index], issues, { minimum: '0' }))
}

function judge(values: readonly Decimal[], period: number): Seasonality {
  const sums = new Float64Array(period)
  const samples = Array.from({ length: period }, () => 0)
  for (const { place, share } of compareWithSeasons(values, period)) {
    sums[place] = (sums[place] as number) + share
    samples[place] = (samples[place] as number) + 1
  }
  const tell = (indices: readonly number[] | null, diagnoses: readonly SeasonalityDiagnosis[]): Seasonality => ({
    period,
    indices,
    samples,
    diagnoses,
  })
  const silent = (code: SeasonalityDiagnosis['code'], needed: number, there: number): Seasonality => tell(null, [{ code, params: { needed, there } }])
  if (values.length < 2 * period) return silent('insufficient-history', 2 * period, values.length)
  const compared = samples.filter((count) => count > 0).length
  const isAnySold = sums.some((sum) => sum > 0)
  if (compared < period || !isAnySold) return silent('nothing-sold', period, isAnySold ? compared : 0)
  const means = samples.map((count, place) => (sums[place] as number) / count)
  const mean = means.reduce((sum, one) => sum + one, 0) / period
  return tell(
    means.map((one) => one / mean),
    [],
  )
}

/** Each value that has half a season on either side as a share of the average around it; none where the average is 0. */
function compareWithSeasons(values: readonly Decimal[], period: number): { readonly place: number; readonly share: number }[] {
  const half = Math.floor(period / 2)
  const totals = [new Decimal(0)]
  for (const value of values) totals.push((totals.at(-1) as Decimal).plus(value))
  const seasonFrom = (start: number): Decimal => (totals[start + period] as Decimal).minus(totals[start] as Decimal)
  const shares: { place: number; share: number }[] = []
  for (let index = half; index + half < values.length; index += 1) {
    // Of an even period there is no middle: the mean is taken of the season that begins half of one earlier and of that which ends half of one later.
    const twoSeasons = seasonFrom(index - half).plus(seasonFrom(index + half - period + 1))
    const share = ratio((values[index] as Decimal).times(2 * period), twoSeasons)
    if (share !== null) shares.push({ place: index % period, share })
  }
  return shares
}
