import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords } from '../../testing/badInput.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { pipeline, rates, to } from '../../testing/stageLogs.js'
import { backtestForecast, forecastSales, stageCurves } from '../index.js'

const period = { from: '2024-06-01', to: '2024-06-30' }
const log = [to('a', '2024-05-01', 'lead', { amount: '100', currency: 'EUR', expected: '2024-06-20' }), to('a', '2024-06-10', 'won')]
const { curves } = stageCurves(log, pipeline, { asOf: '2024-06-30' })
const options = {
  asOf: '2024-06-05',
  zone: 'Asia/Shanghai',
  periods: [period],
  method: 'age',
  target: ['100'],
  curves,
  currencyRates: rates,
  seed: 7,
  spread: 1.5,
  placement: 'curve',
  newDeals: 'history',
  missingAmounts: 'history',
  season: 'month-of-year',
  minimumSample: 2,
  detail: 'deals',
  invalid: 'throw',
} as const
const { asOf: _asOf, periods: _periods, target: _target, curves: _curves, detail: _detail, ...shared } = options
const tested = { ...shared, cutoffs: ['2024-05-15', '2024-04-15'], horizon: 'P1M' } as const

type More = { readonly log?: unknown; readonly pipeline?: unknown; readonly options?: unknown }
const wrong = (more: More): unknown => {
  const input = { log, pipeline, options, ...more }
  return issuesOf(() => forecastSales(input.log as never, input.pipeline as never, input.options as never))
}
const withOptions = (more: object): unknown => wrong({ options: { ...options, ...more } })
const wrongTest = (more: object): unknown => issuesOf(() => backtestForecast(log, pipeline, { ...tested, ...more } as never))
const inOptions = (code: string, ...path: readonly (string | number)[]): unknown => [[code, ['options', ...path]]]

describe('forecastSales and backtestForecast: bad input', () => {
  it('takes all options together', () => {
    expect(forecastSales(log, pipeline, options).periods).toHaveLength(1)
    expect(backtestForecast(log, pipeline, tested).runs.map(({ asOf }) => asOf)).toEqual(['2024-04-15', '2024-05-15'])
  })

  it.each(badRecords)('no record: %j', (value, code) => {
    expect(wrong({ options: value })).toEqual([[code, ['options']]])
    expect(wrong({ pipeline: value })).toEqual([[code, ['pipeline']]])
    expect(issuesOf(() => backtestForecast(log, pipeline, value as never))).toEqual([[code, ['options']]])
    expect(issuesOf(() => backtestForecast(log, value as never, tested))).toEqual([[code, ['pipeline']]])
    expect(withOptions({ periods: [period, value], target: 1 })).toEqual(inOptions(code, 'periods', 1))
    if (value === undefined) return
    expect(withOptions({ curves: value })).toEqual(inOptions(code, 'curves'))
    expect(withOptions({ curves: { lead: value } })).toEqual(inOptions(code, 'curves', 'lead'))
    expect(withOptions({ curves: { elsewhere: value } })).toEqual(inOptions(code, 'curves', 'elsewhere'))
    expect(withOptions({ currencyRates: value })).toEqual(inOptions(code, 'currencyRates'))
  })

  it.each(badLists)('no list: %j', (value, code) => {
    expect(withOptions({ periods: value, target: 1 })).toEqual(inOptions(code, 'periods'))
    expect(wrong({ log: value })).toEqual([[code, ['log']]])
    expect(wrongTest({ cutoffs: value })).toEqual(inOptions(code, 'cutoffs'))
    expect(issuesOf(() => backtestForecast(value as never, pipeline, tested))).toEqual([[code, ['log']]])
  })

  it.each(badDates)('no date: %j', (value, code) => {
    expect(withOptions({ asOf: value })).toEqual(inOptions(code, 'asOf'))
    expect(withOptions({ periods: [{ ...period, from: value }] })).toEqual(inOptions(code, 'periods', 0, 'from'))
    expect(withOptions({ periods: [{ ...period, to: value }] })).toEqual(inOptions(code, 'periods', 0, 'to'))
    expect(wrongTest({ cutoffs: ['2024-05-15', value] })).toEqual(inOptions(code, 'cutoffs', 1))
  })

  it.each([1.5, '4', null, Number.NaN, Number.POSITIVE_INFINITY, true, []])('no whole number: %j', (value) => {
    expect(withOptions({ seed: value })).toEqual(inOptions('not-an-integer', 'seed'))
    expect(withOptions({ minimumSample: value })).toEqual(inOptions('not-an-integer', 'minimumSample'))
  })

  it.each<[object, string, readonly (string | number)[]]>([
    [{ periods: [{ from: '2024-06-30', to: '2024-06-01' }] }, 'too-small', ['periods', 0, 'to']],
    [{ periods: [{ ...period, target: 5 }] }, 'unknown-key', ['periods', 0, 'target']],
    [{ periods: [{ from: '2024-06-01', to: '2034-06-14' }] }, 'too-large', ['periods', 0, 'to']],
    [{ target: [1, 2] }, 'wrong-length', ['target']],
    [{ target: [undefined] }, 'missing', ['target', 0]],
    [{ target: -1 }, 'too-small', ['target']],
    [{ target: ['１0'] }, 'not-a-decimal', ['target', 0]],
    [{ target: {} }, 'not-a-decimal', ['target']],
    [{ method: 'guess' }, 'not-allowed', ['method']],
    [{ method: undefined }, 'missing', ['method']],
    [{ seed: -1 }, 'too-small', ['seed']],
    [{ seed: 2 ** 32 }, 'too-large', ['seed']],
    [{ spread: 0 }, 'out-of-range', ['spread']],
    [{ spread: 1000.1 }, 'out-of-range', ['spread']],
    [{ spread: '2' }, 'not-a-decimal', ['spread']],
    [{ spread: Number.NaN }, 'not-a-decimal', ['spread']],
    [{ spread: Number.POSITIVE_INFINITY }, 'not-a-decimal', ['spread']],
    [{ minimumSample: 0 }, 'too-small', ['minimumSample']],
    [{ placement: 'curves' }, 'not-allowed', ['placement']],
    [{ newDeals: true }, 'not-allowed', ['newDeals']],
    [{ missingAmounts: null }, 'not-allowed', ['missingAmounts']],
    [{ season: 'month' }, 'not-allowed', ['season']],
    [{ detail: 'all' }, 'not-allowed', ['detail']],
    [{ invalid: 'skip' }, 'not-allowed', ['invalid']],
    [{ zone: 'Asia/Peking' }, 'unknown-zone', ['zone']],
    [{ horizon: 'P30D' }, 'unknown-key', ['horizon']],
    [{ curves: { lead: { ...curves['lead'], method: 'kaplan-meier' } } }, 'not-allowed', ['curves', 'lead', 'method']],
  ])('%j', (more, code, path) => expect(withOptions(more)).toEqual(inOptions(code, ...path)))

  it.each<[object, string, readonly (string | number)[]]>([
    [{ cutoffs: [] }, 'empty', ['cutoffs']],
    [{ cutoffs: ['2024-05-15', '2024-05-15'] }, 'duplicate', ['cutoffs', 1]],
    [{ horizon: undefined }, 'missing', ['horizon']],
    [{ horizon: 30 }, 'not-a-duration', ['horizon']],
    [{ horizon: 'P0D' }, 'not-above', ['horizon']],
    [{ horizon: 'P3661D' }, 'too-large', ['horizon']],
    [{ horizon: 'P9999Y' }, 'too-large', ['horizon']],
    [{ cutoffs: ['9999-12-01'] }, 'too-large', ['horizon']],
    [{ method: 'guess' }, 'not-allowed', ['method']],
    [{ through: '2024-13-01' }, 'not-a-calendar-date', ['through']],
    [{ curves }, 'unknown-key', ['curves']],
    [{ asOf: '2024-05-15' }, 'unknown-key', ['asOf']],
    [{ spread: -1 }, 'out-of-range', ['spread']],
  ])('backtest: %j', (more, code, path) => expect(wrongTest(more)).toEqual(inOptions(code, ...path)))

  it('by stage takes nothing from history', () => {
    for (const more of [
      { placement: 'curve' },
      { newDeals: 'history' },
      { missingAmounts: 'history' },
      { season: 'month-of-quarter' },
      { minimumSample: 2 },
    ]) {
      const [key = ''] = Object.keys(more)
      const plain = { asOf: options.asOf, periods: [period], method: 'stage' }
      expect(wrong({ options: { ...plain, ...more } })).toEqual(inOptions('not-allowed', key))
      expect(
        issuesOf(() => backtestForecast(log, pipeline, { cutoffs: ['2024-05-15'], horizon: 'P30D', method: 'stage', ...more } as never)),
      ).toEqual(inOptions('not-allowed', key))
    }
  })

  it('tells all that is wrong at once, of the pipeline and the options, and then of the log', () => {
    const bad = { ...options, asOf: '2024-02-30', periods: [{ from: 'x', to: '2024-06-30' }], seed: 0.5, __proto__x: 1 }
    expect(wrong({ pipeline: { ...pipeline, stages: [] }, options: bad })).toEqual([
      ['empty', ['pipeline', 'stages']],
      ['unknown-key', ['options', '__proto__x']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['not-an-integer', ['options', 'seed']],
      ['not-a-calendar-date', ['options', 'periods', 0, 'from']],
    ])
    expect(wrong({ log: [...log, to('b', '2024-05-01', 'nowhere')] })).toEqual([['not-allowed', ['log', 2, 'to']]])
  })

  it('refuses currencies that no rate is known of, and amounts that are no numbers any more', () => {
    expect(wrong({ log: [to('b', '2024-05-01', 'lead', { amount: 1, currency: 'CNY' })] })).toEqual([
      ['no-exchange-rate', ['options', 'currencyRates', 'rates', 'CNY']],
    ])
    const huge = [to('b', '2024-05-01', 'lead', { amount: `1${'0'.repeat(400)}`, expected: '2024-06-20' })]
    const plain = { asOf: options.asOf, periods: [period], method: 'stage' }
    const known = { ...pipeline, stages: [{ id: 'lead', winPercent: 50 }] }
    expect(wrong({ log: huge, pipeline: known, options: plain })).toEqual([['too-large', ['log']]])
  })
})
