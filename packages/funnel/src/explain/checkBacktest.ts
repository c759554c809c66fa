import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkDay,
  checkFigure,
  checkFlag,
  checkMade,
  checkNumber,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  describeValue,
  listOf,
  membersOf,
  oneOf,
  orNull,
  readDuration,
} from '@clientele/core/checks'
import { Decimal, ratio } from '@clientele/core/decimal'
import type { BacktestDiagnosis, BacktestRun, ForecastBacktest } from '../forecast/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkPart } from './checkConversion.js'
import { checkSettings } from './checkForecast.js'
import { checkCurrencyOrNone, checkNear, checkNotLess, checkPositive, checkRange } from './checkSums.js'

const count = { count: checkCount }

const diagnoses: CodeChecks<BacktestDiagnosis> = {
  'log-ends-earlier': count,
  'insufficient-history': count,
  'nothing-came': count,
  'no-history-of-season': count,
  'no-history-of-new-deals': count,
  rejected: count,
}

const checkHorizon: Check = (value, path, issues) => {
  readDuration(value, path, issues)
}

const checkRun = membersOf({
  asOf: checkDay,
  from: checkDay,
  to: checkDay,
  complete: checkFlag,
  expected: orNull(checkFigure),
  low: orNull(checkFigure),
  high: orNull(checkFigure),
  standardDeviation: orNull(checkShare),
  actual: checkFigure,
  actualOfOpen: checkFigure,
  error: orNull(checkNumber),
  covered: orNull(checkFlag),
  unknown: checkCount,
})

const checkShape: Check = membersOf({
  method: oneOf(['stage', 'age']),
  settings: checkSettings,
  horizon: checkHorizon,
  testedSpread: checkPositive,
  currency: checkCurrencyOrNone,
  runs: listOf(checkRun),
  bias: orNull(checkNumber),
  meanAbsolutePercentageError: orNull(checkShare),
  coverage: orNull(checkPart),
  spread: orNull(checkPositive),
  diagnoses: listOf(codedBy<BacktestDiagnosis>(diagnoses)),
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Reads the pipeline; adds an issue for all that is wrong with it or a backtest, such as errors that are not those of its runs, and where another pipeline made it, also one of the same version. */
export function checkBacktest(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'backtest', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before) return pipeline
  const backtest = value as ForecastBacktest
  backtest.runs.forEach((run, index) => {
    const path = ['backtest', 'runs', index]
    const earlier = backtest.runs[index - 1]?.asOf ?? ''
    if (run.asOf <= earlier) {
      issues.push(createIssue('not-above', [...path, 'asOf'], { bound: describeValue(earlier), actual: describeValue(run.asOf) }))
    }
    checkRunAgrees(run, path, issues)
  })
  if (issues.length === before) checkFigures(backtest, issues)
  return pipeline
}

function checkRunAgrees(run: BacktestRun, path: Path, issues: Issue[]): void {
  const { asOf, from, expected, low, high, standardDeviation, actual, actualOfOpen, error, covered } = run
  checkRange(run, path, issues)
  if (from <= asOf) issues.push(createIssue('not-above', [...path, 'from'], { bound: describeValue(asOf), actual: describeValue(from) }))
  checkNotLess(actual, actualOfOpen, [...path, 'actual'], issues)
  if (expected === null) {
    checkAgrees(run, { low: null, high: null, standardDeviation: null, error: null, covered: null }, path, issues)
    return
  }
  if (low === null || high === null || standardDeviation === null) {
    membersOf({ low: checkFigure, high: checkFigure, standardDeviation: checkShare })(run, path, issues)
    return
  }
  checkNotLess(high, low, [...path, 'high'], issues)
  const came = new Decimal(actual)
  checkAgrees(covered, came.gte(low) && came.lte(high), [...path, 'covered'], issues)
  checkNear(error, ratio(new Decimal(expected).minus(came), came), [...path, 'error'], issues)
}

/** What is said of all runs is that of those that count and in which something could be forecast. */
function checkFigures({ runs, bias, meanAbsolutePercentageError, coverage }: ForecastBacktest, issues: Issue[]): void {
  const told = runs.filter(({ complete, expected }) => complete && expected !== null)
  const came = told.reduce((sum, { actual }) => sum.plus(actual), new Decimal(0))
  const expected = told.reduce((sum, run) => sum.plus(run.expected ?? 0), new Decimal(0))
  const errors = told.flatMap(({ error }) => (error === null ? [] : [Math.abs(error)]))
  checkNear(bias, ratio(expected.minus(came), came), ['backtest', 'bias'], issues)
  checkNear(meanAbsolutePercentageError, meanOf(errors), ['backtest', 'meanAbsolutePercentageError'], issues)
  checkNear(coverage, meanOf(told.map(({ covered }) => (covered === true ? 1 : 0))), ['backtest', 'coverage'], issues)
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
