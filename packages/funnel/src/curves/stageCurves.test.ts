import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { AS_OF, anyDeals, dateOf, eightDeals } from '../../testing/watchedDeals.js'
import type { Pipeline } from '../pipeline/types.js'
import type { StageChange } from '../stageLog/types.js'
import { conversionCurve } from './conversionCurve.js'
import { stageCurves } from './stageCurves.js'
import type { CurveOptions, WatchedDeal } from './types.js'

const pipelineOf = (...stages: string[]): Pipeline => ({
  kind: 'pipeline',
  id: 'sales',
  version: '1',
  stages: stages.map((id) => ({ id })),
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
})

const pipeline = pipelineOf('met', 'quoted', 'negotiating')

const change = (deal: string | number, day: number, to: string): StageChange => ({ deal, at: dateOf(day), to })

const curvesOf = (log: readonly StageChange[], options: Partial<CurveOptions> = {}) => stageCurves(log, pipeline, { asOf: AS_OF, ...options })

/** Changes of a deal in a pipeline of one stage; what is open stays so. */
const changesOf = ({ deal, entered, left, outcome }: WatchedDeal): StageChange[] => [
  { deal, at: entered, to: 'only' },
  ...(outcome === 'open' ? [] : [{ deal, at: left as string, to: outcome }]),
]

const bad = (log: unknown, options: unknown = { asOf: AS_OF }, document: unknown = pipeline): unknown =>
  issuesOf(() => stageCurves(log as never, document as never, options as never))

describe('stageCurves', () => {
  it('of a stage goes from first standing in it to the outcome', () => {
    const log = [change(1, 0, 'met'), change(1, 5, 'quoted'), change(1, 8, 'negotiating'), change(1, 9, 'quoted'), change(1, 20, 'won')]
    const { curves } = curvesOf(log)
    expect(Object.values(curves).map(({ times }) => times)).toEqual([[20], [15], [12]])
  })

  it('leaves out of a stage who skipped it, and counts who came to it from a later one from then on', () => {
    const log = [
      change(1, 0, 'met'),
      change(1, 4, 'negotiating'),
      change(1, 10, 'won'),
      change(2, 0, 'negotiating'),
      change(2, 6, 'quoted'),
      change(2, 7, 'lost'),
    ]
    const { curves } = curvesOf(log)
    expect(Object.entries(curves).map(([stage, { deals, times }]) => [stage, deals, times])).toEqual([
      ['met', 1, [10]],
      ['quoted', 1, [1]],
      ['negotiating', 2, [6, 7]],
    ])
  })

  it('takes the outcome of the last episode', () => {
    const reopened = [change(1, 0, 'met'), change(1, 10, 'lost'), change(1, 20, 'met')]
    const wonInTheEnd = [...reopened, change(1, 30, 'won'), change(1, 40, 'won')]
    expect(curvesOf(reopened, { asOf: dateOf(50) }).curves['met']).toMatchObject({ times: [], throughDays: 50 })
    expect(curvesOf(wonInTheEnd).curves['met']).toMatchObject({ times: [30], won: [1], throughDays: 30 })
    // Lost on day 10, and watched on: whoever judges by age sees it as one deal of 50 days.
    const lostTwice = [...reopened, change(1, 50, 'lost')]
    expect(curvesOf(lostTwice).curves['met']).toMatchObject({ deals: 1, times: [50], lost: [1], throughDays: 50 })
  })

  it('looks at nothing after asOf', () => {
    const log = [change(1, 0, 'met'), change(1, 10, 'won'), change(2, 12, 'met')]
    const { curves } = curvesOf(log, { asOf: dateOf(9) })
    expect(curves['met']).toMatchObject({ asOf: dateOf(9), deals: 1, times: [], throughDays: 9, diagnoses: [] })
    expect(curvesOf(log, { asOf: dateOf(10) }).curves['met']).toMatchObject({ times: [10] })
  })

  it('has a curve of no deals for a stage that no deal came to, and names the pipeline', () => {
    const result = curvesOf([change(1, 3, 'lost')])
    expect(Object.keys(result.curves)).toEqual(['met', 'quoted', 'negotiating'])
    expect(result.curves['met']).toMatchObject({ deals: 0, times: [], throughDays: null })
    expect(result).toMatchObject({ asOf: AS_OF, rejected: [], policies: [{ kind: 'pipeline', id: 'sales', version: '1' }] })
  })

  it('takes the dates of moments in the zone, and the method', () => {
    const log = [
      { deal: 1, at: '2024-03-31T16:00:00Z', to: 'met' },
      { deal: 1, at: '2024-04-02T15:59:59Z', to: 'lost' },
    ]
    expect(curvesOf(log).curves['met']?.times).toEqual([2])
    expect(curvesOf(log, { zone: 'Asia/Shanghai' }).curves['met']?.times).toEqual([1])
    expect(curvesOf(log, { method: 'kaplan-meier' }).curves['met']).toMatchObject({ method: 'kaplan-meier', times: [] })
  })

  it('of a single stage is the curve of its deals', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 0, max: 450 }), (deals, last) => {
        const plain = deals.map(({ from: _, left, ...deal }): WatchedDeal => ({ ...deal, ...(deal.outcome === 'open' ? {} : { left }) }))
        const options = { asOf: dateOf(last) }
        const { diagnoses: _, ...expected } = conversionCurve(plain, options)
        const { curves } = stageCurves(plain.flatMap(changesOf), pipelineOf('only'), options)
        expect(curves['only']).toEqual({ ...expected, diagnoses: [] })
      }),
    )
  })

  it('does not depend on the order of the log', () => {
    const stage = fc.constantFrom('met', 'quoted', 'negotiating', 'won', 'lost')
    const changes = fc.array(fc.record({ deal: fc.integer({ min: 1, max: 4 }), day: fc.integer({ min: 0, max: 30 }), to: stage }), { maxLength: 25 })
    fc.assert(
      fc.property(
        changes
          .map((list) => list.map(({ deal, day, to }) => change(deal, day, to)))
          .chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
        ([log, shuffled]) => {
          expect(curvesOf(shuffled, { invalid: 'collect' }).curves).toEqual(curvesOf(log, { invalid: 'collect' }).curves)
        },
      ),
    )
  })

  it('gives plain data, and changes nothing', () => {
    const log = deepFreeze(eightDeals.flatMap(changesOf))
    const result = stageCurves(log, deepFreeze(pipelineOf('only')), deepFreeze({ asOf: AS_OF }))
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})

describe('bad input', () => {
  it.each(badLists)('log %j is %s', (log, code) => {
    expect(bad(log)).toEqual([[code, ['log']]])
  })

  it.each(badRecords)('pipeline %j is %s', (document, code) => {
    expect(bad([], { asOf: AS_OF }, document === undefined ? null : document)).toEqual([[document === undefined ? 'wrong-type' : code, ['pipeline']]])
    expect(bad([document])).toEqual([[code, ['log', 0]]])
  })

  it('is told with its place, or collected beside the curves', () => {
    const log = [change(1, 0, 'met'), change(1, 0, 'met'), change(2, 0, 'sold'), change(3, 1, 'won'), change(3, 2, 'lost')]
    expect(bad(log)).toEqual([
      ['duplicate', ['log', 1, 'at']],
      ['not-allowed', ['log', 2, 'to']],
      ['already-closed', ['log', 4, 'to']],
    ])
    const { curves, rejected } = curvesOf(log, { invalid: 'collect' })
    expect(rejected.map(({ index }) => index)).toEqual([1, 2, 4])
    expect(curves['met']).toMatchObject({ deals: 1, rejected: [], diagnoses: [] })
    expect(bad([], { asOf: 5, entered: {} })).toEqual([
      ['unknown-key', ['options', 'entered']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
  })

  it('of any kind is told or taken, and nothing else is thrown', () => {
    const document = { log: [change(1, 0, 'met'), change(1, 5, 'won'), change('x', 2, 'quoted')], pipeline, options: { asOf: AS_OF, zone: 'UTC' } }
    fc.assert(
      fc.property(spoil(document), (spoilt) => {
        const { log, pipeline: one, options } = (spoilt ?? {}) as { log: never; pipeline: never; options: never }
        issuesOf(() => stageCurves(log, one, options))
      }),
    )
  })
})
