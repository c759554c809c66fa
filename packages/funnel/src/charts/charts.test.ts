import type { VegaLiteSpecification } from '@clientele/core/charts'
import { describe, expect, it } from 'vitest'
import { cohortOf, cohortsOf, curveOf, hostileNames, type Left, measureOf, noCurve, pipelineOf, stepsOf } from '../../testing/chartedResults.js'
import { expectPicture } from '../../testing/expectPicture.js'
import { vegaLiteIssues } from '../../testing/vegaLiteIssues.js'
import { cohortConversionChart, conversionCurveChart, funnelChart, stageCurvesChart, stepFunnelChart } from '../charts.js'
import { conversionCurve } from '../curves/conversionCurve.js'
import type { ConversionCurve, StageCurvesResult } from '../curves/types.js'
import type { FunnelLocale } from '../locales/types.js'
import type { FunnelCohort, FunnelMeasure } from '../measure/types.js'
import type { Pipeline } from '../pipeline/types.js'
import type { StepFunnel } from '../steps/types.js'

type Case = readonly [name: string, draw: (locale: FunnelLocale) => VegaLiteSpecification]

const three = pipelineOf(['need', 'quoted', 'signed'])
const many = Array.from({ length: 250 }, (_, index) => `stage ${index}`)
const nobody: readonly Left[] = [
  [0, 0],
  [0, 0],
  [0, 0],
]
const some: readonly Left[] = [
  [120, 60],
  [80, 40],
  [0, 5],
]
const inEach = (names: readonly string[], left: Left, won: number): [Pipeline, FunnelMeasure] => {
  const pipeline = pipelineOf(names)
  return [
    pipeline,
    measureOf(
      pipeline,
      names.map(() => left),
      won,
    ),
  ]
}
const enteredWithin = { from: '2026-01-01', to: '2026-03-31' }

const measures: readonly (readonly [string, Pipeline, FunnelMeasure])[] = [
  ['no deals', three, measureOf(three, nobody, 0)],
  ['all kinds', three, { ...measureOf(three, some, 195, 7), enteredWithin }],
  ['lost deals without a stage', three, measureOf(three, nobody, 0, 3)],
  ['one stage', ...inEach(['a'], [0, 0], 1)],
  ['hundreds of stages', ...inEach(many, [1, 1], 3)],
  ['hostile names', ...inEach(hostileNames, [2, 1], 9)],
  ['more deals than pictures tell apart', ...inEach(['a'], [0, 0], Number.MAX_SAFE_INTEGER)],
]

const steps = ['visit', 'cart', 'order']
const counts: readonly (readonly [string, StepFunnel])[] = [
  ['nobody', stepsOf(steps, [0, 0, 0])],
  ['one step', stepsOf(['visit'], [1])],
  ['who may yet get on', stepsOf(steps, [1000, 420, 130], { open: [30, 10, 0], asOf: '2026-03-31', zone: 'UTC', window: 'P7D' })],
  ['steps in any order', stepsOf(steps, [1000, 420, 130], { mode: 'unordered', timeToConvert: [] })],
  [
    'hostile steps',
    stepsOf(
      ['__proto__', ...hostileNames],
      Array.from({ length: hostileNames.length + 1 }, (_, index) => 40 - index),
    ),
  ],
  [
    'hundreds of steps',
    stepsOf(
      many,
      Array.from(many, (_, index) => 300 - index),
    ),
  ],
]

const may = cohortOf(['2026-05-01', '2026-05-31'], [3, 1, 0])
const june = cohortOf(['2026-06-01', '2026-06-30'], [1, 1, 2])
const july = cohortOf(['2026-07-01', '2026-07-31'], [0, 0, 5])
const daily = (count: number): FunnelCohort[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
    return cohortOf([date, date], [1, 1, index === count - 1 ? 1 : 0])
  })
const cohorts: readonly (readonly [string, FunnelMeasure])[] = [
  ['no cohorts', cohortsOf([])],
  ['one cohort', cohortsOf([july])],
  ['mature ones', { ...cohortsOf([may]), enteredWithin }],
  ['all kinds', cohortsOf([may, june, july])],
  ['hundreds', cohortsOf(daily(300))],
]

const long = curveOf(
  [
    [10, 20, 10],
    [30, 30, 0],
    [60, 0, 25],
  ],
  100,
)
const days = Array.from({ length: 1000 }, (_, day) => [day, day === 9 ? 60 : 0, 0] as const)
const wonAndLost = [
  { deal: 1, entered: '2026-01-01', left: '2026-01-11', outcome: 'won' },
  { deal: 2, entered: '2026-01-01', left: '2026-01-21', outcome: 'lost' },
] as const
const curves: readonly (readonly [string, ConversionCurve])[] = [
  ['no deals', noCurve],
  ['deals of one day', curveOf([[0, 40, 60]], 0)],
  ['deals that nobody decided', curveOf([], 300)],
  ['all kinds', long],
  ['Kaplan–Meier', conversionCurve(wonAndLost, { asOf: '2026-01-31', method: 'kaplan-meier' })],
  ['all won', curveOf([[3, 100, 0]], 3)],
  ['a thousand days', curveOf(days, 1500)],
]

const curvesOf = (named: readonly (readonly [stage: string, curve: ConversionCurve])[]): StageCurvesResult => ({
  asOf: '2026-03-31',
  curves: Object.fromEntries(named),
  rejected: [],
  policies: [{ kind: 'pipeline', id: 'sales', version: '1' }],
})
const allKinds = curvesOf([
  ['quoted', curveOf([[0, 60, 0]], 25)],
  ['need', long],
  ['signed', noCurve],
])
const first = curveOf([[0, 1, 0]], 0)
const stages: readonly (readonly [string, StageCurvesResult, Pipeline])[] = [
  ['no stages', curvesOf([]), three],
  ['stages without deals', curvesOf([['need', noCurve]]), three],
  ['all kinds', allKinds, three],
  ['hostile names', curvesOf(hostileNames.map((name) => [name, long])), pipelineOf(hostileNames)],
  ['hundreds of stages', curvesOf(many.map((name) => [name, first])), pipelineOf(many)],
]

const cases: readonly Case[] = [
  ...measures.map(([name, of, measure]): Case => [`funnelChart of ${name}`, (locale) => funnelChart(measure, of, locale)]),
  ...counts.map(([name, funnel]): Case => [`stepFunnelChart of ${name}`, (locale) => stepFunnelChart(funnel, locale)]),
  ...cohorts.map(([name, measure]): Case => [`cohortConversionChart of ${name}`, (locale) => cohortConversionChart(measure, locale)]),
  ...curves.map(([name, curve]): Case => [`conversionCurveChart of ${name}`, (locale) => conversionCurveChart(curve, locale)]),
  ...stages.map(([name, result, of]): Case => [`stageCurvesChart of ${name}`, (locale) => stageCurvesChart(result, of, locale)]),
]

describe('a picture', () => {
  it.each(cases)('%s is plain JSON that Vega-Lite has a schema for, and draws without a warning', (_, draw) => expectPicture(draw))
})

describe('vegaLiteIssues', () => {
  it('tells what Vega-Lite draws, but has no schema for', () => {
    const chart = cohortConversionChart(cohortsOf([may]))
    const withColour = (more: object): VegaLiteSpecification => ({
      ...chart,
      layer: [{ mark: 'rule', encoding: { color: { datum: 'a', type: 'nominal', ...more } } }],
    })
    expect(vegaLiteIssues(withColour({}))).toEqual([])
    expect(vegaLiteIssues(withColour({ legend: { labelLimit: 0 } }))).not.toEqual([])
  })
})
