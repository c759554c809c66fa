import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoilWith } from '../../../core/testing/spoil.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import * as sales from '../../testing/explainedForecasts.js'
import * as results from '../../testing/explainedResults.js'
import * as changes from '../../testing/explainedSales.js'
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
import { zhCN } from '../locales/zh-CN.js'
import { opportunityPipeline } from '../templates.js'

const spoil = spoilWith(
  ['quoted', 'won', 'gone', 'price', 'skipped-stage', 'kaplan-meier', '2024-03-01', '2024-W05', 0.5, 1e300, '9'.repeat(40)],
  ['stage', 'title', 'ok', 'effect', 'reason'],
)

const { advanceTo, easyPipeline, strictPipeline } = results

/** A result, what made it, and the way to say it. */
type Explainable = readonly [
  name: string,
  result: unknown,
  pipeline: unknown,
  explain: (result: never, pipeline: never, locale?: never) => { readonly sentences: readonly string[] },
]

/** The same way, of what no pipeline is needed for. */
const alone =
  (explain: (result: never, locale?: never) => { readonly sentences: readonly string[] }): Explainable[3] =>
  (result, _, locale) =>
    explain(result, locale)

const explainables: readonly Explainable[] = [
  ['a change that is allowed', advanceTo(easyPipeline, 'c', ['a']), easyPipeline, explainAdvance],
  ['a change that is refused', advanceTo(strictPipeline, 'offer', ['gone']), strictPipeline, explainAdvance],
  ['a lost deal without a reason', advanceTo(strictPipeline, 'gone', ['first']), strictPipeline, explainAdvance],
  ['a deal that goes back', advanceTo(strictPipeline, 'first', ['first', 'offer']), strictPipeline, explainAdvance],
  ['a measure', results.opportunityMeasure, opportunityPipeline, explainFunnel],
  ['a pipeline', strictPipeline, undefined, alone(explainPipeline)],
  ['steps', results.visitCounts, undefined, alone(explainSteps)],
  ['steps in any order', results.anyOrderCounts, undefined, alone(explainSteps)],
  ['a curve', results.curve, undefined, alone(explainConversionCurve)],
  ['a probability', results.probability, undefined, alone(explainWinProbability)],
  ['a forecast by stage', sales.byStage, sales.salesPipeline, explainForecast],
  ['a forecast by age', sales.byAge, sales.salesPipeline, explainForecast],
  ['a backtest', sales.backtest, sales.salesPipeline, explainBacktest],
  ['divided hours', sales.allocation, sales.salesPipeline, explainEffort],
  ['a season', sales.quarters, undefined, alone(explainSeasonality)],
  ['a velocity', changes.velocity, undefined, alone(explainVelocity)],
  ['a change of factors', changes.shortfall, undefined, alone(explainChange)],
  ['a change of groups', changes.groupedChange, undefined, alone(explainChange)],
  ['a decline', changes.decline, undefined, alone(explainDecline)],
  ['a comparison', changes.comparison, changes.quotePipeline, explainComparison],
  ['a ranking', changes.ranking, changes.quotePipeline, explainBottlenecks],
]

describe.each(explainables)('%s', (_, result, pipeline, explain) => {
  it('is explained as it is, without being changed; or where it or its pipeline was changed, explained or refused with issues', () => {
    expect(explain(deepFreeze(structuredClone(result)) as never, deepFreeze(structuredClone(pipeline)) as never).sentences.length).toBeGreaterThan(0)
    expect(explain(JSON.parse(JSON.stringify(result)) as never, pipeline as never)).toEqual(explain(result as never, pipeline as never))
    let refused = 0
    const changed = fc.oneof(
      spoil(result).map((one) => [one, pipeline]),
      spoil(pipeline).map((one) => [result, one]),
    )
    fc.assert(
      fc.property(changed, ([one, other]) => {
        try {
          const { sentences } = explain(one as never, other as never, zhCN as never)
          for (const sentence of sentences) expect(sentence).not.toMatch(/[{]\w+[}]|undefined|NaN|[\r\n]/)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 150, seed: 11 },
    )
    expect(refused).toBeGreaterThan(20)
  })
})
