import type { Issue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohortOf, cohortsOf, curveOf, measureOf, noCurve, pipelineOf, stepsOf } from '../../testing/chartedResults.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { conversionCurve } from '../curves/conversionCurve.js'
import { stageCurves } from '../curves/stageCurves.js'
import type { WatchedDeal } from '../curves/types.js'
import { measureFunnel } from '../measure/measureFunnel.js'
import type { FunnelMeasure } from '../measure/types.js'
import type { StageChange } from '../stageLog/types.js'
import { countSteps } from '../steps/countSteps.js'
import { checkCurve, checkStageCurvesOfPipeline } from './checkCurve.js'
import { checkMeasure, checkMeasureOfPipeline } from './checkMeasure.js'
import { checkStepFunnel } from './checkSteps.js'

const found = (check: (issues: Issue[]) => unknown): [string, Issue['path']][] => {
  const issues: Issue[] = []
  check(issues)
  return codesAndPaths(issues)
}

const STAGES = ['need', 'quoted', 'signed']
const pipeline = deepFreeze({ ...pipelineOf(STAGES), lossReasons: ['price'] })

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${String(date).padStart(2, '0')}`)

/** Logs in which deals go anywhere; what goes from one outcome to the other is rejected. */
const logs = fc.array(
  fc.record<StageChange>(
    {
      deal: fc.integer({ min: 1, max: 8 }),
      at: day,
      to: fc.constantFrom(...STAGES, 'won', 'lost'),
      amount: fc.integer({ min: 0, max: 99 }),
      currency: fc.constantFrom('EUR', 'CNY'),
      reason: fc.constantFrom('price', 'other'),
      attributes: fc.record({ region: fc.constantFrom('West', 'East', '') }),
    },
    { requiredKeys: ['deal', 'at', 'to'] },
  ),
  { maxLength: 40 },
)

const watched = fc
  .array(
    fc.tuple(day, day, fc.constantFrom('won', 'lost', 'open'), fc.boolean()).map(([a, b, outcome, isLate]): Omit<WatchedDeal, 'deal'> => {
      const [entered, left] = [a, b].sort() as [string, string]
      return { entered, left, outcome: outcome as WatchedDeal['outcome'], ...(isLate ? { from: left } : {}) }
    }),
    { maxLength: 30 },
  )
  .map((deals) => deals.map((deal, index) => ({ deal: index, ...deal })))

const events = fc.array(
  fc.record({
    actor: fc.integer({ min: 1, max: 5 }),
    at: fc.tuple(day, fc.integer({ min: 10, max: 23 })).map(([date, hour]) => `${date}T${hour}:00:00Z`),
    step: fc.constantFrom('visit', 'cart', 'order', 'else'),
  }),
  { maxLength: 30 },
)

describe('checks of results', () => {
  it('find nothing wrong with what measureFunnel returns', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom('day', 'week', 'month'), (log, by) => {
        const options = { asOf: '2026-02-20', invalid: 'collect', by: 'region', cohorts: { by }, detail: 'deals' } as const
        const measure = JSON.parse(JSON.stringify(measureFunnel(log, pipeline, options)))
        expect(found((issues) => checkMeasure(measure, issues))).toEqual([])
        expect(found((issues) => checkMeasureOfPipeline(measure, pipeline, issues))).toEqual([])
      }),
    )
  })

  it('find nothing wrong with what conversionCurve and stageCurves return', () => {
    fc.assert(
      fc.property(watched, logs, fc.constantFrom('aalen-johansen', 'kaplan-meier'), (deals, log, method) => {
        const curve = JSON.parse(JSON.stringify(conversionCurve(deals, { asOf: '2026-02-20', method })))
        expect(found((issues) => checkCurve(curve, ['curve'], issues))).toEqual([])
        const curves = JSON.parse(JSON.stringify(stageCurves(log, pipeline, { asOf: '2026-02-20', method, invalid: 'collect' })))
        expect(found((issues) => checkStageCurvesOfPipeline(curves, pipeline, issues))).toEqual([])
      }),
    )
  })

  it('find nothing wrong with what countSteps returns', () => {
    const modes = fc.constantFrom('ordered', 'strict', 'unordered')
    fc.assert(
      fc.property(events, modes, fc.constantFrom('week', 'month'), (list, mode, by) => {
        const options = { steps: ['visit', 'cart', 'order'], mode, window: 'P3D', asOf: '2026-02-20', cohorts: { by } } as const
        const funnel = JSON.parse(JSON.stringify(countSteps(list, options)))
        expect(found((issues) => checkStepFunnel(funnel, issues))).toEqual([])
      }),
    )
  })
})

describe('checkMeasure', () => {
  const usual = measureOf(
    pipeline,
    [
      [3, 2],
      [1, 0],
      [0, 1],
    ],
    4,
    1,
  )
  const check = (measure: unknown): [string, Issue['path']][] => found((issues) => checkMeasure(measure, issues))
  const withStage = (index: number, more: Partial<FunnelMeasure['stages'][number]>): FunnelMeasure => ({
    ...usual,
    stages: usual.stages.map((stage, place) => (place === index ? { ...stage, ...more } : stage)),
  })

  it.each<[string, FunnelMeasure, string, Issue['path']]>([
    ['deals of no outcome', { ...usual, entered: 13 }, 'outdated-input', ['measure', 'entered']],
    ['a stage that more came to than got on before', withStage(1, { entered: 8 }), 'outdated-input', ['measure', 'stages', 1, 'entered']],
    ['more skipping a stage than came to it', withStage(2, { skipped: 6 }), 'too-large', ['measure', 'stages', 2, 'skipped']],
    ['open deals that stand nowhere', withStage(0, { standing: 1 }), 'outdated-input', ['measure', 'stages']],
    [
      'a share of other counts',
      withStage(2, { conversion: usual.conversion }),
      'outdated-input',
      ['measure', 'stages', 2, 'conversion', 'ofEntered'],
    ],
    ['a stage twice', withStage(1, { stage: 'need' }), 'duplicate', ['measure', 'stages', 1, 'stage']],
    ['no stages', { ...usual, stages: [] }, 'empty', ['measure', 'stages']],
    ['losses that do not add up', { ...usual, losses: [] }, 'outdated-input', ['measure', 'losses']],
    ['days of nobody', { ...usual, won: { ...usual.won, meanDays: null } }, 'wrong-type', ['measure', 'won', 'meanDays']],
    ['groups that lack deals', { ...usual, by: 'region', groups: [] }, 'outdated-input', ['measure', 'groups']],
    ['groups by nothing', { ...usual, groups: [] }, 'missing', ['measure', 'by']],
    ['an attribute without groups', { ...usual, by: 'region' }, 'missing', ['measure', 'groups']],
    [
      'deals in no group where there are none',
      { ...usual, diagnoses: [{ code: 'without-group', params: { count: 1 } }] },
      'missing',
      ['measure', 'by'],
    ],
    [
      'a range that ends before it begins',
      { ...usual, enteredWithin: { from: '2026-02-01', to: '2026-01-31' } },
      'too-small',
      ['measure', 'enteredWithin', 'to'],
    ],
    ['cohorts that lack deals', { ...usual, cohorts: [] }, 'outdated-input', ['measure', 'cohorts']],
    ['too few deals', { ...usual, deals: [] }, 'outdated-input', ['measure', 'deals']],
  ])('refuses %s', (_, measure, code, path) => {
    expect(check(usual)).toEqual([])
    expect(check(measure)).toContainEqual([code, path])
  })

  it('refuses a zone, a range and an attribute that are none', () => {
    expect(check({ ...usual, zone: undefined, enteredWithin: { from: '2026-02-30' }, by: 7 })).toEqual([
      ['missing', ['measure', 'zone']],
      ['not-a-calendar-date', ['measure', 'enteredWithin', 'from']],
      ['missing', ['measure', 'enteredWithin', 'to']],
      ['wrong-type', ['measure', 'by']],
    ])
  })

  it('refuses an estimate that is none', () => {
    const { eventual } = usual.conversion
    const estimate = (more: Partial<typeof eventual>) => check({ ...usual, conversion: { ...usual.conversion, eventual: { ...eventual, ...more } } })
    const path = ['measure', 'conversion', 'eventual']
    expect(estimate({ rate: null })).toEqual([['wrong-type', [...path, 'rate']]])
    expect(estimate({ rate: 1.5 })).toEqual([['too-large', [...path, 'rate']]])
    expect(estimate({ unresolved: 0.9 })).toEqual([['too-large', [...path, 'unresolved']]])
    expect(estimate({ throughDays: 0.5 })).toEqual([['not-an-integer', [...path, 'throughDays']]])
    expect(check({ ...usual, conversion: { ...usual.conversion, interval: [0.4, 0.3] } })).toEqual([
      ['too-large', ['measure', 'conversion', 'interval', 0]],
    ])
  })

  it('refuses cohorts that overlap, or end before they begin', () => {
    const first = cohortOf(['2026-01-01', '2026-01-31'], [1, 0, 0])
    const second = cohortOf(['2026-01-31', '2026-01-30'], [1, 1, 0])
    expect(check(cohortsOf([first, second]))).toEqual([
      ['not-above', ['measure', 'cohorts', 1, 'from']],
      ['too-small', ['measure', 'cohorts', 1, 'to']],
    ])
  })

  it('refuses the measure of another pipeline, also of the same version', () => {
    const of = (other: unknown) => found((issues) => checkMeasureOfPipeline(usual, other, issues))
    expect(of(pipeline)).toEqual([])
    expect(of({ ...pipeline, version: '2' })).toEqual([['other-policy', ['measure', 'policies']]])
    expect(of(pipelineOf(['need', 'signed', 'quoted']))).toEqual([['outdated-input', ['measure', 'stages']]])
    expect(of({ ...pipeline, stages: [] })).toEqual([['empty', ['pipeline', 'stages']]])
  })
})

describe('checkStepFunnel', () => {
  const usual = stepsOf(['visit', 'cart', 'order'], [9, 4, 0])
  const check = (funnel: unknown): [string, Issue['path']][] => found((issues) => checkStepFunnel(funnel, issues))

  it('refuses lists of different lengths, and times between other steps', () => {
    expect(check(usual)).toEqual([])
    expect(check({ ...usual, counts: [9, 4] })).toEqual([['wrong-length', ['funnel', 'counts']]])
    expect(check({ ...usual, open: [0, 0] })).toEqual([['wrong-length', ['funnel', 'open']]])
    expect(check({ ...usual, timeToConvert: usual.timeToConvert.slice(1) })).toEqual([['wrong-length', ['funnel', 'timeToConvert']]])
    expect(check({ ...usual, timeToConvert: [...usual.timeToConvert].reverse() })).toContainEqual([
      'outdated-input',
      ['funnel', 'timeToConvert', 0, 'from'],
    ])
    expect(check({ ...usual, steps: ['visit', 'visit', 'order'] })).toContainEqual(['duplicate', ['funnel', 'steps', 1]])
  })

  it('refuses cohorts that do not add up', () => {
    const { counts, conversion, timeToConvert } = usual
    const cohort = { from: '2026-01-01', to: '2026-01-31', counts, conversion, timeToConvert }
    expect(check({ ...usual, cohorts: [cohort] })).toEqual([])
    expect(check({ ...usual, cohorts: [] })).toContainEqual(['outdated-input', ['funnel', 'cohorts', 0]])
    expect(check({ ...usual, cohorts: [cohort, cohort] })).toEqual([['not-above', ['funnel', 'cohorts', 1, 'from']]])
    expect(check({ ...usual, cohorts: [{ ...cohort, to: '2025-12-31' }] })).toEqual([['too-small', ['funnel', 'cohorts', 0, 'to']]])
  })
})

describe('checkCurve', () => {
  it('refuses days of nobody, and more deals than there are', () => {
    const check = (curve: unknown): [string, Issue['path']][] => found((issues) => checkCurve(curve, ['curve'], issues))
    const usual = curveOf([[3, 10, 0]], 9)
    expect(check(usual)).toEqual([])
    expect(check({ ...noCurve, throughDays: 3 })).toEqual([['outdated-input', ['curve', 'throughDays']]])
    expect(check({ ...usual, throughDays: null })).toEqual([['not-an-integer', ['curve', 'throughDays']]])
    expect(check({ ...usual, atRisk: [101] })).toEqual([['too-large', ['curve', 'atRisk', 0]]])
    expect(check({ ...usual, intervals: [[0.2]] })).toEqual([['wrong-length', ['curve', 'intervals', 0]]])
    expect(check({ ...usual, intervals: ['x'] })).toEqual([['wrong-type', ['curve', 'intervals', 0]]])
  })
})
