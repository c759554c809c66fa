import type { CalendarDate } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { Decimal, ratio } from '@clientele/core/decimal'
import { moneyText } from '../money/dealAmounts.js'
import type { ReadCutoff } from './readBacktestOptions.js'
import type { BacktestRun, ForecastBacktest } from './types.js'

/** A forecast, null where none could be made, and what came. */
export interface ComparedRun {
  readonly cutoff: ReadCutoff
  /** Whether it counts. */
  readonly isComplete: boolean
  readonly expected: Decimal | null
  readonly low: Decimal | null
  readonly high: Decimal | null
  readonly standardDeviation: number | null
  readonly actual: Decimal
  readonly actualOfOpen: Decimal
  readonly unknown: number
  readonly lacksSeason: boolean
  readonly lacksNewDeals: boolean
}

type Summary = Pick<ForecastBacktest, 'runs' | 'bias' | 'meanAbsolutePercentageError' | 'coverage' | 'spread'>

/** A variance of fewer runs than two says nothing. */
const FEWEST_RUNS = 2

/** Tells how far off forecasts were; of those that count and could be made. */
export function summariseRuns(compared: readonly ComparedRun[], currency: string | null, testedSpread: number): Summary {
  const runs = compared.map((run) => showRun(run, currency))
  const counted = runs.filter(({ complete }) => complete)
  const made = compared.filter(({ isComplete, expected }) => isComplete && expected !== null)
  const zero = new Decimal(0)
  const excess = made.reduce((sum, { expected, actual }) => sum.plus(expected as Decimal).minus(actual), zero)
  const errors = counted.flatMap(({ error }) => (error === null ? [] : [Math.abs(error)]))
  const covered = counted.flatMap((run) => (run.covered === null ? [] : [run.covered ? 1 : 0]))
  return {
    runs,
    bias: ratio(
      excess,
      made.reduce((sum, { actual }) => sum.plus(actual), zero),
    ),
    meanAbsolutePercentageError: meanOf(errors),
    coverage: meanOf(covered),
    spread: fitSpread(made, testedSpread),
  }
}

function showRun(
  { cutoff, isComplete, expected, low, high, standardDeviation, actual, actualOfOpen, unknown }: ComparedRun,
  currency: string | null,
): BacktestRun {
  const shown = (amount: Decimal | null): string | null => (amount === null ? null : moneyText(amount, currency))
  return {
    asOf: cutoff.asOf,
    from: formatDay(cutoff.from) as CalendarDate,
    to: formatDay(cutoff.to) as CalendarDate,
    complete: isComplete,
    expected: shown(expected),
    low: shown(low),
    high: shown(high),
    standardDeviation,
    actual: moneyText(actual, currency),
    actualOfOpen: moneyText(actualOfOpen, currency),
    error: expected === null ? null : ratio(expected.minus(actual), actual),
    covered: low === null || high === null ? null : low.lte(actual) && actual.lte(high),
    unknown,
  }
}

/** How many times as far as independent deals would have it what came lies from what was expected, on the quadratic mean; 1 at least. */
function fitSpread(runs: readonly ComparedRun[], testedSpread: number): number | null {
  const squares = runs.flatMap(({ expected, actual, standardDeviation }) => {
    const distance = actual
      .minus(expected as Decimal)
      .abs()
      .toNumber()
    const deviation = (standardDeviation as number) / testedSpread
    // Where what came was certain, and came, nothing is to be learnt.
    return distance === 0 && deviation === 0 ? [] : [(distance / deviation) * (distance / deviation)]
  })
  if (squares.length < FEWEST_RUNS) return null
  const spread = Math.max(1, Math.sqrt(meanOf(squares) as number))
  return Number.isFinite(spread) ? spread : null
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
