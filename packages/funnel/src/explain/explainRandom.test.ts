import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileNames, measureOf, pipelineOf, stepsOf } from '../../testing/chartedResults.js'
import { salesPipeline } from '../../testing/explainedForecasts.js'
import { changesIn, pipelines } from '../../testing/pipelines.js'
import { salesLogs, salesOptions } from '../../testing/randomSales.js'
import { eventsArbitrary, STEP_NAMES, written } from '../../testing/stepEvents.js'
import { AS_OF, anyDeals } from '../../testing/watchedDeals.js'
import {
  explainAdvance,
  explainBacktest,
  explainConversionCurve,
  explainEffort,
  explainForecast,
  explainFunnel,
  explainPipeline,
  explainSeasonality,
  explainSteps,
} from '../explain.js'
import {
  type AdvanceResult,
  advanceDeal,
  allocateEffort,
  backtestForecast,
  conversionCurve,
  countSteps,
  type DealAdvance,
  forecastSales,
  measureFunnel,
  type Pipeline,
  seasonality,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const locales = [en, zhCN]

function expectWords(sentences: readonly string[]): void {
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object| {2}|^$|[\r\n]/)
}

/** What becomes of a change; undefined where the changes contradict each other. */
function advance(subject: DealAdvance, pipeline: Pipeline): AdvanceResult | undefined {
  try {
    return advanceDeal(subject, pipeline)
  } catch (error) {
    if (!isInputError(error)) throw error
    return undefined
  }
}

describe('what is said of random results', () => {
  it('has nothing in it that is no word: of pipelines, and of changes that are allowed and refused', () => {
    const counts = { allowed: 0, refused: 0 }
    const situations = pipelines.chain((pipeline) => {
      const change = changesIn(pipeline)
      return fc.tuple(fc.constant(pipeline), fc.array(change, { maxLength: 4 }), change)
    })
    fc.assert(
      fc.property(situations, ([pipeline, history, change]) => {
        const result = advance({ change, history }, pipeline)
        if (result !== undefined) counts[result.ok ? 'allowed' : 'refused'] += 1
        for (const locale of locales) {
          expectWords(explainPipeline(pipeline, locale).sentences)
          if (result !== undefined) expectWords(explainAdvance(result, pipeline, locale).sentences)
        }
      }),
      { numRuns: 300, seed: 11 },
    )
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(30)
  })

  it('has nothing in it that is no word: of curves and steps', () => {
    fc.assert(
      fc.property(anyDeals, fc.constantFrom('aalen-johansen' as const, 'kaplan-meier' as const), (deals, method) => {
        for (const locale of locales) expectWords(explainConversionCurve(conversionCurve(deals, { asOf: AS_OF, method }), locale).sentences)
      }),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(eventsArbitrary, fc.constantFrom('ordered' as const, 'strict' as const, 'unordered' as const), (events, mode) => {
        const counts = countSteps(written(events), { steps: STEP_NAMES, mode, window: 'PT4S', asOf: '2030-01-01', cohorts: { by: 'day' } })
        for (const locale of locales) expectWords(explainSteps(counts, locale).sentences)
      }),
      { numRuns: 60 },
    )
  })

  it('has nothing in it that is no word: of forecasts, backtests, divided hours and seasons', () => {
    fc.assert(
      fc.property(salesLogs, salesOptions, (log, { settings, spread, periods, cutoffs, target }) => {
        const asOf = '2026-04-10'
        const forecast = forecastSales(log, salesPipeline, { asOf, method: 'age', ...settings, spread, periods, target, invalid: 'collect' })
        const backtest = backtestForecast(log, salesPipeline, { ...settings, spread, cutoffs, horizon: 'P3W', invalid: 'collect' })
        const measure = measureFunnel(log, salesPipeline, { asOf, invalid: 'collect' })
        const costs = ['pilot', 'quoted'].map((stage) => ({ stage, hoursPerDeal: '0.3', capacity: 2 }))
        const allocation = allocateEffort(measure, { hours: target / 10, costs, values: { quoted: 3, pilot: 2 } })
        const season = seasonality(
          periods.map(({ from }) => Number(from.slice(-2))),
          { period: 2 },
        )
        for (const locale of locales) {
          expectWords(explainForecast(forecast, salesPipeline, locale).sentences)
          expectWords(explainBacktest(backtest, salesPipeline, locale).sentences)
          expectWords(explainEffort(allocation, salesPipeline, locale).sentences)
          expectWords(explainSeasonality(season, locale).sentences)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is on one line each, whatever the names', () => {
    const pipeline = { ...pipelineOf(hostileNames), title: 'a\r\nb', lossReasons: hostileNames }
    const left = hostileNames.map(() => [1, 2] as const)
    const standing = hostileNames.map((to) => ({ deal: to, at: '2026-01-01', to, amount: 1 }))
    const hostileForecast = forecastSales(standing, pipeline, { asOf: '2026-01-31', method: 'stage', periods: [] })
    const costs = hostileNames.map((stage) => ({ stage, hoursPerDeal: 1 }))
    const hostileEffort = allocateEffort(measureOf(pipeline, left, 3), { hours: 9, costs, values: 1 })
    for (const locale of locales) {
      const said = [
        explainPipeline(pipeline, locale),
        explainFunnel(measureOf(pipeline, left, 3), pipeline, locale),
        explainSteps(
          stepsOf(
            hostileNames,
            hostileNames.map((_, index) => 50 - index),
          ),
          locale,
        ),
        explainForecast(hostileForecast, pipeline, locale),
        explainEffort(hostileEffort, pipeline, locale),
      ].flatMap(({ sentences }) => sentences)
      expect(said.length).toBeGreaterThan(3 * hostileNames.length)
      for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object|^$|[\r\n\u2028]/)
    }
  })

  it('has names with placeholders in them as they are', () => {
    const pipeline: Pipeline = { ...pipelineOf(['{stage}']), title: '{version}', lossReasons: ['{count}'] }
    expect(explainPipeline(pipeline).sentences[0]).toBe('"{version}" (version 1): the stages of a deal, in their order: "{stage}".')
    expect(explainPipeline(pipeline).sentences).toContain('A lost deal may state why, by one of these reasons: {count}.')
  })
})
