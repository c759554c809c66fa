import { describe, expect, it } from 'vitest'
import { pipelineConfig } from '../../testing/trial.js'
import { checkConfig } from './checkConfig.js'

const wrong = (changes: object, documentChanges: object = {}) =>
  checkConfig(pipelineConfig(changes, documentChanges)).map(({ code, path }) => [code, path.join('.')])

describe('what a config says of a sales pipeline', () => {
  it('is enough by itself, and needs no currency', () => {
    expect(checkConfig(pipelineConfig())).toEqual([])
    expect(
      checkConfig(pipelineConfig({ by: 'owner', cohorts: { by: 'month', matureAfter: 'P90D' }, sectors: ['retail'], asOf: '2026-01-31' })),
    ).toEqual([])
  })

  it('may say what is to be made of its past', () => {
    const forecast = { months: 2, backtests: 4, target: ['100', null], newDeals: 'none', season: 'month-of-year', missingAmounts: 'none', seed: 7 }
    const outlook = {
      listPrices: { names: { BoltPro: 'Bolt Pro' } },
      forecast,
      minimumSample: 1,
      benchmarks: { engaging: '0.6' },
      change: { by: 'month' },
    }
    expect(checkConfig(pipelineConfig(outlook))).toEqual([])
    expect(checkConfig(pipelineConfig({ listPrices: {}, forecast: {}, benchmarks: [{ stage: 'engaging', rate: 1 }] }))).toEqual([])
  })

  it.each([
    [{ listPrices: { names: { BoltPro: '' } } }, [['empty', 'pipeline.listPrices.names.BoltPro']]],
    [{ listPrices: { names: [] } }, [['wrong-type', 'pipeline.listPrices.names']]],
    [{ listPrices: true }, [['wrong-type', 'pipeline.listPrices']]],
    [{ listPrices: { column: 'price' } }, [['unknown-key', 'pipeline.listPrices.column']]],
    [{ forecast: null }, [['wrong-type', 'pipeline.forecast']]],
    [
      { forecast: { months: 0, backtests: 1, asOf: '2026-01-01' } },
      [
        ['unknown-key', 'pipeline.forecast.asOf'],
        ['too-small', 'pipeline.forecast.months'],
        ['too-small', 'pipeline.forecast.backtests'],
      ],
    ],
    [{ forecast: { target: ['1', '2'] } }, [['wrong-length', 'pipeline.forecast.target']]],
    [{ forecast: { months: 'two', target: ['1', '2'] } }, [['not-an-integer', 'pipeline.forecast.months']]],
    [{ forecast: { months: 2, target: ['1', '-2'] } }, [['too-small', 'pipeline.forecast.target.1']]],
    [{ forecast: { season: 'spring' } }, [['not-allowed', 'pipeline.forecast.season']]],
    [
      { forecast: { newDeals: true, seed: 0.5 } },
      [
        ['not-allowed', 'pipeline.forecast.newDeals'],
        ['not-an-integer', 'pipeline.forecast.seed'],
      ],
    ],
    [{ minimumSample: 0 }, [['too-small', 'pipeline.minimumSample']]],
    [{ benchmarks: { negotiation: '0.5' } }, [['not-allowed', 'pipeline.benchmarks.negotiation']]],
    [{ benchmarks: { engaging: '1.5' } }, [['too-large', 'pipeline.benchmarks.engaging']]],
    [{ change: { by: 'decade' } }, [['not-allowed', 'pipeline.change.by']]],
    [{ change: 'quarter' }, [['wrong-type', 'pipeline.change']]],
  ])('does not ask so: %j', (changes, expected) => {
    expect(wrong(changes)).toEqual(expected)
  })

  it.each([
    [{ by: 'country' }, [['not-allowed', 'pipeline.by']]],
    [{ cohorts: { by: 'decade' } }, [['not-allowed', 'pipeline.cohorts.by']]],
    [{ cohorts: { by: 'month', matureAfter: '90 days' } }, [['not-a-duration', 'pipeline.cohorts.matureAfter']]],
    [{ sectors: [] }, [['empty', 'pipeline.sectors']]],
    [{ sectors: ['retail', ''] }, [['empty', 'pipeline.sectors.1']]],
    [{ asOf: '2026-02-30' }, [['not-a-calendar-date', 'pipeline.asOf']]],
    [{ stage: 'engaging' }, [['unknown-key', 'pipeline.stage']]],
  ])('is not %j', (changes, expected) => {
    expect(wrong(changes)).toEqual(expected)
  })

  it('has a pipeline that the library takes', () => {
    expect(wrong({}, { stages: [] })).toEqual([['empty', 'pipeline.document.stages']])
    expect(wrong({ document: null, cohorts: 1 })).toEqual([['wrong-type', 'pipeline.document']])
  })
})
