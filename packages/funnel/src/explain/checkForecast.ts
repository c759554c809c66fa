import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkDay,
  checkFigure,
  checkFlag,
  checkInteger,
  checkMade,
  checkQuantity,
  checkShare,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import type { ForecastDeal, ForecastDiagnosis, PeriodForecast, SalesForecast, UnknownDeal } from '../forecast/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkPart, ROUNDING } from './checkConversion.js'
import { checkCurrencyOrNone, checkNotLess, checkPositive, checkRange, checkSumOf } from './checkSums.js'

const UNKNOWN: readonly UnknownDeal['reason'][] = ['without-amount', 'without-win-percent', 'insufficient-history']

const MONTHS = { 'month-of-quarter': 3, 'month-of-year': 12 } as const

const count = { count: checkCount }

const diagnoses: CodeChecks<ForecastDiagnosis> = {
  'later-changes': count,
  'outside-periods': count,
  'overlapping-periods': count,
  'won-without-amount': count,
  'without-amount': count,
  'without-win-percent': count,
  'insufficient-history': count,
  'amount-from-history': count,
  'no-history-of-new-deals': count,
  'no-history-of-season': count,
  rejected: count,
}

/** Checks by what a forecast was made. */
export const checkSettings: Check = membersOf({
  placement: oneOf(['expected', 'curve']),
  newDeals: oneOf(['none', 'history']),
  missingAmounts: oneOf(['none', 'history']),
  season: oneOf(['none', 'month-of-quarter', 'month-of-year']),
  minimumSample: (value, path, issues) => {
    checkInteger(value, path, issues, { minimum: 1 })
  },
})

const checkPeriod = membersOf({
  from: checkDay,
  to: checkDay,
  won: checkFigure,
  open: checkFigure,
  newDeals: checkFigure,
  expected: checkFigure,
  low: checkFigure,
  median: checkFigure,
  high: checkFigure,
  standardDeviation: checkShare,
  target: optional(checkFigure),
  gap: optional(checkQuantity),
  probabilityOfTarget: orNull(checkPart),
  deals: checkCount,
  computed: oneOf(['exact', 'simulated']),
  outcomes: optional(listOf(membersOf({ amount: checkFigure, probability: checkPart }))),
})

const dealMembers = {
  deal: checkText,
  stage: checkText,
  ageDays: checkCount,
  amount: orNull(checkFigure),
  probability: orNull(checkPart),
  expected: orNull(checkDay),
}

const checkShape: Check = membersOf({
  asOf: checkDay,
  zone: checkText,
  method: oneOf(['stage', 'age']),
  settings: checkSettings,
  spread: checkPositive,
  currency: checkCurrencyOrNone,
  periods: listOf(checkPeriod),
  unplaced: listOf(membersOf({ ...dealMembers, byCurve: checkFlag })),
  overdue: listOf(membersOf(dealMembers)),
  unknown: listOf(membersOf({ ...dealMembers, reason: oneOf(UNKNOWN) })),
  deals: optional(listOf(membersOf(dealMembers))),
  newDealsPerDay: orNull(checkShare),
  seasonFactors: orNull(listOf(membersOf({ month: checkCount, won: checkShare, lost: checkShare }))),
  simulation: orNull(membersOf({ seed: checkCount, draws: checkCount })),
  diagnoses: listOf(codedBy<ForecastDiagnosis>(diagnoses)),
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Reads the pipeline; adds an issue for all that is wrong with it or a forecast, such as sums that disagree, and where another pipeline made it, also one of the same version. */
export function checkForecast(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'forecast', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before) return pipeline
  const forecast = value as SalesForecast
  forecast.periods.forEach((period, index) => checkPeriodAgrees(period, ['forecast', 'periods', index], issues))
  checkHowMade(forecast, issues)
  checkDeals(forecast, pipeline, issues)
  return pipeline
}

function checkPeriodAgrees(period: PeriodForecast, path: Path, issues: Issue[]): void {
  const { won, open, newDeals, expected, low, median, high, target, gap, probabilityOfTarget, computed, outcomes } = period
  checkRange(period, path, issues)
  checkSumOf(expected, [won, open, newDeals], [...path, 'expected'], issues)
  checkNotLess(low, won, [...path, 'low'], issues)
  checkNotLess(median, low, [...path, 'median'], issues)
  checkNotLess(high, median, [...path, 'high'], issues)
  if (target === undefined) checkAgrees({ gap, probabilityOfTarget }, { gap: undefined, probabilityOfTarget: null }, path, issues)
  else if (gap === undefined) issues.push(createIssue('missing', [...path, 'gap'], {}))
  else {
    checkSumOf(target, [gap, expected], [...path, 'gap'], issues)
    checkPart(probabilityOfTarget, [...path, 'probabilityOfTarget'], issues)
  }
  if (outcomes === undefined) return
  checkAgrees(computed, 'exact', [...path, 'computed'], issues)
  outcomes.forEach(({ amount }, index) => {
    const earlier = outcomes[index - 1]
    if (earlier !== undefined) checkNotLess(amount, earlier.amount, [...path, 'outcomes', index, 'amount'], issues)
  })
  const sum = outcomes.reduce((total, { probability }) => total + probability, 0)
  if (Math.abs(sum - 1) > ROUNDING) issues.push(createIssue('sum-differs', [...path, 'outcomes'], { expected: '1', actual: String(sum) }))
}

/** Nothing is said of a simulation, of new deals or of a season where none was asked for. */
function checkHowMade({ periods, settings, simulation, newDealsPerDay, seasonFactors }: SalesForecast, issues: Issue[]): void {
  const isSimulated = periods.some(({ computed }) => computed === 'simulated')
  if (!isSimulated) checkAgrees(simulation, null, ['forecast', 'simulation'], issues)
  else membersOf({ seed: checkCount, draws: checkCount })(simulation, ['forecast', 'simulation'], issues)
  if (settings.newDeals === 'none') checkAgrees(newDealsPerDay, null, ['forecast', 'newDealsPerDay'], issues)
  if (seasonFactors === null) return
  const months = settings.season === 'none' ? 0 : MONTHS[settings.season]
  const expected = months === 0 ? null : Array.from({ length: months }, (_, index) => ({ month: index + 1 }))
  checkAgrees(seasonFactors, expected, ['forecast', 'seasonFactors'], issues)
}

/** Deals stand in stages of the pipeline, each once in a list; those without a date have none, and those overdue one that is past. */
function checkDeals(forecast: SalesForecast, pipeline: ReadPipeline | undefined, issues: Issue[]): void {
  const { asOf, unplaced, overdue, unknown, deals = [] } = forecast
  const known = pipeline?.stages.map(({ id }) => id)
  const check = (list: readonly ForecastDeal[], path: Path): void => {
    if (known !== undefined) list.forEach(({ stage }, index) => checkAmong(stage, known, [...path, index, 'stage'], issues))
    checkUnique(
      list.map(({ deal }) => deal),
      (index) => [...path, index, 'deal'],
      issues,
    )
  }
  check(unplaced, ['forecast', 'unplaced'])
  check(overdue, ['forecast', 'overdue'])
  check(unknown, ['forecast', 'unknown'])
  check(deals, ['forecast', 'deals'])
  checkUnknown(forecast, issues)
  unplaced.forEach(({ expected }, index) => checkAgrees(expected, null, ['forecast', 'unplaced', index, 'expected'], issues))
  overdue.forEach(({ expected }, index) => {
    const path = ['forecast', 'overdue', index, 'expected']
    checkDay(expected, path, issues)
    if (expected !== null && expected >= asOf) issues.push(createIssue('not-below', path, { bound: `"${asOf}"`, actual: `"${expected}"` }))
  })
}

/** What is unknown is also told by how many deals that is. */
function checkUnknown({ unknown, diagnoses: told }: SalesForecast, issues: Issue[]): void {
  for (const reason of UNKNOWN) {
    const listed = unknown.filter((deal) => deal.reason === reason).length
    const counted = told.reduce((sum, { code, params }) => (code === reason ? sum + params.count : sum), 0)
    checkAgrees(counted, listed, ['forecast', 'diagnoses'], issues)
  }
}
