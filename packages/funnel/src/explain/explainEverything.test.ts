import { describe, expect, it } from 'vitest'
import * as forecasts from '../../testing/everyForecast.js'
import * as sales from '../../testing/everySale.js'
import * as results from '../../testing/explainedResults.js'
import { quotePipeline } from '../../testing/explainedSales.js'
import { markedLocale, placesIn, placesOf } from '../../testing/markedLocale.js'
import { wayOf } from '../../testing/stageLogs.js'
import { AS_OF, watched } from '../../testing/watchedDeals.js'
import {
  explainAdvance,
  explainBacktest,
  explainBottlenecks,
  explainChange,
  explainComparison,
  explainConversionCurve,
  explainDecline,
  explainEffort,
  explainForecast,
  explainFunnel,
  explainPipeline,
  explainSeasonality,
  explainSteps,
  explainVelocity,
  explainWinProbability,
} from '../explain.js'
import { conversionCurve, countSteps, measureFunnel, type StageChange, winProbability } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { opportunityPipeline } from '../templates.js'

const { advanceTo, easyPipeline: easy, strictPipeline: strict } = results

const marked = markedLocale(en)
const counted = (codes: object) => Object.keys(codes).map((code) => ({ code: code as never, params: { count: 1 } }))

function advances(): readonly string[] {
  const changes: readonly (readonly [...Parameters<typeof advanceTo>])[] = [
    [easy, 'a', []],
    [easy, 'c', ['a']],
    [easy, 'a', ['c']],
    [easy, 'a', ['a']],
    [easy, 'won', ['a']],
    [easy, 'lost', []],
    [easy, 'a', ['won']],
    [easy, 'lost', ['a'], { reason: 'x' }],
    [easy, 'lost', ['won']],
    [strict, 'offer', ['gone']],
    [strict, 'first', ['offer']],
    [strict, 'gone', ['first'], { reason: 'x' }],
    [strict, 'gone', ['first']],
    [strict, 'signed', ['gone']],
  ]
  return changes.flatMap((change) => explainAdvance(advanceTo(...change), change[0], marked).sentences)
}

function funnels(): readonly string[] {
  const dated = (log: readonly StageChange[]) => measureFunnel(log, easy, { asOf: '2024-03-31', by: 'region', cohorts: { by: 'day' } })
  const decided = Array.from({ length: 14 }, (_, day) => {
    const attributes = { region: day < 7 ? 'east' : 'west' }
    return wayOf(
      `D${day}`,
      [`2024-03-${day + 10}`, 'a', { attributes }],
      ['2024-03-30', day < 7 ? 'won' : 'lost', { reason: day < 12 ? 'price' : undefined }],
    )
  }).flat()
  const measures = [
    dated([]),
    ...[{}, { from: '2024-03-02', to: '2024-03-02' }, { from: '2024-03-01' }, { to: '2024-03-01' }].map((entered) =>
      measureFunnel(wayOf('A', ['2024-03-01', 'a']), easy, { asOf: '2024-03-31', entered }),
    ),
    measureFunnel(wayOf('A', ['never', 'a']), easy, { asOf: '2024-03-31', invalid: 'collect' }),
    dated(decided),
    dated(wayOf('A', ['2024-03-01', 'a'])),
    dated([...wayOf('A', ['2024-03-01', 'a'], ['2024-03-02', 'b'], ['2024-03-31', 'won']), ...wayOf('B', ['2024-03-21', 'a'])]),
    dated(wayOf('A', ['2024-03-01', 'lost'])),
  ]
  const all = { ...results.opportunityMeasure, diagnoses: counted(en.measure.diagnoses) }
  return [
    ...measures.flatMap((measure) => explainFunnel(measure, easy, marked).sentences),
    ...explainFunnel(all, opportunityPipeline, marked).sentences,
  ]
}

function stepsAndCurves(): readonly string[] {
  const { steps, visits, visitCounts, anyOrderCounts, curve, kaplanMeier, openCurve, probability } = results
  const days = Array.from({ length: 14 }, (_, day) => ({ actor: day, at: `2024-03-${day + 10}`, step: 'visit' }))
  const counts = [
    { ...visitCounts, diagnoses: counted(en.steps.diagnoses) },
    anyOrderCounts,
    countSteps([], { steps }),
    countSteps([], { steps, mode: 'unordered' }),
    countSteps([], { steps, mode: 'strict' }),
    countSteps(visits, { steps, window: 'PT1H', asOf: '2024-03-31' }),
    countSteps(days, { steps, cohorts: { by: 'day' } }),
  ]
  const lost = [watched('a', 5, 'lost')]
  const fewWon = [watched('a', 1, 'won'), watched('b', 2, 'open'), watched('c', 2, 'open')]
  const curves = [
    { ...curve, diagnoses: counted(en.curve.diagnoses) },
    kaplanMeier,
    openCurve,
    conversionCurve([], { asOf: AS_OF }),
    conversionCurve(lost, { asOf: AS_OF }),
    conversionCurve(lost, { asOf: AS_OF, method: 'kaplan-meier' }),
    conversionCurve(fewWon, { asOf: AS_OF, method: 'kaplan-meier' }),
  ]
  const probabilities = [
    probability,
    winProbability({ stage: 'x', ageDays: 1 }, {}),
    winProbability({ stage: 'x', ageDays: 1 }, { x: curve }, { minimumSample: 99 }),
  ]
  return [
    ...counts.flatMap((count) => explainSteps(count, marked).sentences),
    ...curves.flatMap((one) => explainConversionCurve(one, marked).sentences),
    ...probabilities.flatMap((one) => explainWinProbability(one, marked).sentences),
  ]
}

function forecastsAndEffort(): readonly string[] {
  const { everyForecast, everyBacktest, everyAllocation, everySeason, salesPipeline: sales } = forecasts
  return [
    ...everyForecast.flatMap((one) => explainForecast(one, sales, marked).sentences),
    ...everyBacktest.flatMap((one) => explainBacktest(one, sales, marked).sentences),
    ...everyAllocation.flatMap((one) => explainEffort(one, sales, marked).sentences),
    ...everySeason.flatMap((one) => explainSeasonality(one, marked).sentences),
  ]
}

function salesAndGroups(): readonly string[] {
  const { everyVelocity, everyChange, everyDecline, everyComparison, everyRanking } = sales
  return [
    ...everyVelocity.flatMap((one) => explainVelocity(one, marked).sentences),
    ...everyChange.flatMap((one) => explainChange(one, marked).sentences),
    ...everyDecline.flatMap((one) => explainDecline(one, marked).sentences),
    ...everyComparison.flatMap((one) => explainComparison(one, quotePipeline, marked).sentences),
    ...everyRanking.flatMap((one) => explainBottlenecks(one, quotePipeline, marked).sentences),
  ]
}

describe('everything that is said', () => {
  it('is all that the locales have to say, but for charts', () => {
    const pipelines = [easy, strict, { ...easy, lossReasons: ['price'] }].flatMap((pipeline) => explainPipeline(pipeline, marked).sentences)
    const said = new Set(placesIn([...pipelines, ...advances(), ...funnels(), ...stepsAndCurves(), ...forecastsAndEffort(), ...salesAndGroups()]))
    expect(placesOf(en).filter((place) => !said.has(place))).toEqual([])
    expect([...said].filter((place) => !placesOf(zhCN).includes(place))).toEqual([])
  })
})
