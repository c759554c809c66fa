import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownConfig, ownFile } from '../../testing/trial.js'
import { checkConfig } from './checkConfig.js'

/** The codes and paths of what is wrong with the example's own config once a value in it is replaced, or taken out by `undefined`. */
function issuesWith(path: readonly (string | number)[], value: unknown): unknown {
  const config = structuredClone(ownConfig())
  const place = path.slice(0, -1).reduce<unknown>((outer, key) => (outer as Record<string | number, unknown>)[key], config)
  Object.assign(place as object, { [path.at(-1) as string]: value })
  return checkConfig(JSON.parse(JSON.stringify(config))).map((issue) => [issue.code, issue.path])
}

describe('a config', () => {
  it.each(['data/config.json', 'data/orders-rfm.config.json', 'data/receivables-watson.config.json'])('is right in %s', (file) => {
    expect(checkConfig(JSON.parse(readFileSync(ownFile(file), 'utf8')))).toEqual([])
  })

  it.each([null, undefined, [], 'config', 7])('is not %j', (value) => {
    expect(checkConfig(value)).toHaveLength(1)
  })

  it('is told everything that is wrong with it at once', () => {
    const config = { kind: 'report', id: '', asOf: '2026-02-30', currency: 'XAU', columns: { customer: 'a', date: 'a' }, ratings: [], extra: 1 }
    expect(checkConfig(config).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unknown-key', 'extra'],
      ['not-allowed', 'kind'],
      ['empty', 'id'],
      ['missing', 'version'],
      ['not-a-calendar-date', 'asOf'],
      ['unknown-currency', 'currency'],
      ['missing', 'columns.amount'],
      ['duplicate', 'columns.date'],
      ['empty', 'ratings'],
      ['missing', 'scorecard'],
    ])
  })

  it('has a key __proto__ refused like any other', () => {
    const text = JSON.stringify(ownConfig()).replace('{', '{"__proto__":{"x":1},')
    expect(checkConfig(JSON.parse(text)).map(({ code, path }) => [code, path])).toEqual([['unknown-key', ['__proto__']]])
  })

  it.each([
    [['title'], 7, 'wrong-type', ['title']],
    [['note'], {}, 'empty', ['note']],
    [['asOf'], undefined, 'missing', ['asOf']],
    [['currency'], 'cny', 'unknown-currency', ['currency']],
    [['currency'], 7, 'unknown-currency', ['currency']],
    [['columns'], [], 'wrong-type', ['columns']],
    [['columns', 'amount'], 'order_date', 'duplicate', ['columns', 'amount']],
    [['ratings'], {}, 'wrong-type', ['ratings']],
    [['ratings', 0], 'recency', 'wrong-type', ['ratings', 0]],
    [['ratings', 0, 'measure'], 'days', 'not-allowed', ['ratings', 0, 'measure']],
    [['ratings', 0, 'cuts'], [], 'empty', ['ratings', 0, 'cuts']],
    [['ratings', 0, 'cuts', 1], '30.0', 'not-above', ['ratings', 0, 'cuts', 1]],
    [['ratings', 0, 'cuts', 1], '9', 'not-above', ['ratings', 0, 'cuts', 1]],
    [['ratings', 0, 'cuts', 1], '9O', 'not-a-decimal', ['ratings', 0, 'cuts', 1]],
    [['scorecard', 'criteria', 0, 'weight'], '-1', 'too-small', ['scorecard', 'criteria', 0, 'weight']],
    [['scorecard', 'select'], { type: 'best' }, 'not-allowed', ['scorecard', 'select', 'type']],
    [['tiers'], 'abc', 'wrong-type', ['tiers']],
    [['tiers', 'cuts', 2, 'upToPercent'], '99', 'too-small', ['tiers', 'cuts', 2, 'upToPercent']],
    [['tiers', 'currency'], 'USD', 'not-allowed', ['tiers', 'currency']],
    [['averageMonths'], 0, 'too-small', ['averageMonths']],
    [['averageMonths'], 2.5, 'not-an-integer', ['averageMonths']],
    [['averageMonths'], 1201, 'too-large', ['averageMonths']],
    [['rfm'], null, 'wrong-type', ['rfm']],
    [['rfm', 'bins'], 21, 'too-large', ['rfm', 'bins']],
    [['rfm', 'segments', 3, 'f'], [1, 6], 'too-large', ['rfm', 'segments', 3, 'f', 1]],
    [['rfm', 'currency'], 'USD', 'not-allowed', ['rfm', 'currency']],
    [['lifetime'], 52, 'wrong-type', ['lifetime']],
    [['lifetime', 'unit'], 'month', 'not-allowed', ['lifetime', 'unit']],
    [['lifetime', 'horizon'], undefined, 'missing', ['lifetime', 'horizon']],
    [['lifetime', 'horizon'], -1, 'too-small', ['lifetime', 'horizon']],
    [['lifetime', 'horizon'], '52', 'wrong-type', ['lifetime', 'horizon']],
    [['lifetime', 'discountRate'], '0,002', 'not-a-decimal', ['lifetime', 'discountRate']],
    [['lifetime', 'discountRate'], -0.1, 'too-small', ['lifetime', 'discountRate']],
    [['lifetime', 'marginRate'], undefined, 'missing', ['lifetime', 'marginRate']],
    [['lifetime', 'marginRate'], '1.01', 'too-large', ['lifetime', 'marginRate']],
    [['lifetime', 'calibrateTo'], '2026-06-31', 'not-a-calendar-date', ['lifetime', 'calibrateTo']],
    [['lifetime', 'calibrateTo'], '2026-09-30', 'not-below', ['lifetime', 'calibrateTo']],
    [['lifetime', 'period'], 'day', 'not-allowed', ['lifetime', 'period']],
    [['lifetime', 'margin'], '0.3', 'unknown-key', ['lifetime', 'margin']],
  ])('with %j = %j is refused', (place, value, code, path) => {
    expect(issuesWith(place, value)).toEqual([[code, path]])
  })
})

describe('tiers', () => {
  it('may be of average sales, and schemes may say the config’s own currency', () => {
    const [tiers, rfm] = [ownConfig().tiers, ownConfig().rfm].map((scheme) => ({ ...scheme, currency: 'CNY' }))
    expect(checkConfig({ ...ownConfig(), averageMonths: 1200, tiers, rfm })).toEqual([])
  })
  it('are wanted where sales are averaged for them', () => {
    const { tiers, ...config } = ownConfig()
    expect(checkConfig({ ...config, averageMonths: 3 }).map(({ code, path }) => [code, path])).toEqual([['missing', ['tiers']]])
  })
  it('are of months that the calendar has', () => {
    const config = { ...ownConfig(), asOf: '0001-04-30', lifetime: undefined }
    expect(checkConfig({ ...config, averageMonths: 3, receivables: undefined })).toEqual([])
    const issues = checkConfig({ ...config, averageMonths: 4, receivables: undefined })
    expect(issues.map(({ code, path, params }) => [code, path, params])).toEqual([['too-large', ['averageMonths'], { maximum: '3', actual: '4' }]])
  })
})

describe('lifetime value', () => {
  it('may be of days, as of any day, and leave out what has a default', () => {
    const lifetime = { horizon: 0, discountRate: 0, marginRate: '-1' }
    expect(checkConfig({ ...ownConfig(), lifetime })).toEqual([])
    expect(checkConfig({ ...ownConfig(), lifetime: { ...lifetime, unit: 'day', calibrateTo: '2026-09-29', period: 'week' } })).toEqual([])
    expect(checkConfig({ ...ownConfig(), asOf: '0001-01-01', lifetime, receivables: undefined })).toEqual([])
  })
  it('is told everything that is wrong with it at once', () => {
    const lifetime = { unit: 1, horizon: Number.NaN, discountRate: '-1', marginRate: 2, calibrateTo: 20260630, period: null }
    const issues = checkConfig({ ...ownConfig(), lifetime })
    expect(issues.map(({ path }) => path.join('.'))).toEqual(Object.keys(lifetime).map((key) => `lifetime.${key}`))
  })
})

describe('ratings and scorecard that do not fit', () => {
  it('are a rating for a criterion that the scorecard lacks, which leaves another without', () => {
    expect(issuesWith(['ratings', 1, 'criterion'], 'loyalty')).toEqual([
      ['not-allowed', ['ratings', 1, 'criterion']],
      ['criterion-not-rated', ['scorecard', 'criteria', 1]],
    ])
  })
  it('are two ratings for one criterion', () => {
    expect(issuesWith(['ratings', 1, 'criterion'], 'recency')).toEqual([['duplicate', ['ratings', 1, 'criterion']]])
  })
  it('are more cuts than the scale has room for', () => {
    expect(issuesWith(['ratings', 0, 'cuts', 4], '730')).toEqual([['ratings-off-scale', ['ratings', 0, 'cuts']]])
  })
  it('are ratings off the step of the scale', () => {
    expect(issuesWith(['scorecard', 'scale'], { min: '1', max: '5', step: '2' })).toHaveLength(3)
  })
  it('are a cost criterion, which would turn the rating round', () => {
    expect(issuesWith(['scorecard', 'criteria', 0, 'direction'], 'cost')).toEqual([
      ['rated-cost-criterion', ['scorecard', 'criteria', 0, 'direction']],
    ])
  })
  it('are no criterion without a rating that says what stands in for it', () => {
    expect(issuesWith(['scorecard', 'criteria', 3], { id: 'payment', weight: '1', missing: 'neutral' })).toEqual([])
    expect(issuesWith(['scorecard', 'criteria', 3], { id: 'payment', weight: '1', missing: 'reject' })).toEqual([
      ['criterion-not-rated', ['scorecard', 'criteria', 3]],
    ])
  })
})
