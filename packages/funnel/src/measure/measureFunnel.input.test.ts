import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { spoil } from '../../testing/describeSchema.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { contradictoryLogs, pipeline, rates, to, wayOf } from '../../testing/stageLogs.js'
import { measureFunnel } from '../index.js'

const asOf = '2024-12-31'
const log = [
  ...wayOf('a', [
    '2024-01-01',
    'lead',
    { amount: '100', currency: 'EUR', expected: '2024-02-01', attributes: { region: 'north' }, evidence: ['offer'] },
  ]),
  ...wayOf('a', ['2024-01-05T10:00:00+08:00', 'won'], ['2024-01-06', 'lead'], ['2024-01-07', 'lost', { reason: 'price' }]),
]
const options = {
  asOf,
  zone: 'Asia/Shanghai',
  entered: { from: '2024-01-01', to: '2024-12-31' },
  by: 'region',
  currencyRates: rates,
  cohorts: { by: 'quarter', fiscalYearStart: 4, matureAfter: 'P90D' },
  detail: 'deals',
  invalid: 'throw',
} as const

type More = { readonly log?: unknown; readonly pipeline?: unknown; readonly options?: unknown }
const wrong = (more: More): unknown => {
  const input = { log, pipeline, options, ...more }
  return issuesOf(() => measureFunnel(input.log as never, input.pipeline as never, input.options as never))
}
const withOptions = (more: object): unknown => wrong({ options: { ...options, ...more } })
const inOptions = (path: readonly (string | number)[], code: string): unknown => [[code, ['options', ...path]]]
/** Issues of one change beside a good one. */
const withChange = (more: object, others: object = {}): unknown =>
  wrong({ log: [log[0], { deal: 'b', at: '2024-01-01', to: 'lead', ...more }], options: { asOf, ...others } })
const inChange = (code: string, ...path: readonly (string | number)[]): unknown => [[code, ['log', 1, ...path]]]

describe('measureFunnel: bad options', () => {
  it.each(badRecords)('%j', (value, code) => {
    expect(wrong({ options: value })).toEqual([[code, ['options']]])
    expect(wrong({ pipeline: value })).toEqual([[code, ['pipeline']]])
    if (value === undefined) return
    expect(withOptions({ entered: value })).toEqual(inOptions(['entered'], code))
    expect(withOptions({ cohorts: value })).toEqual(inOptions(['cohorts'], code))
    expect(withOptions({ currencyRates: value })).toEqual(inOptions(['currencyRates'], code))
    expect(withOptions({ currencyRates: { to: 'EUR', rates: value } })).toEqual(inOptions(['currencyRates', 'rates'], code))
  })

  it.each(badDates)('no date: %j', (value, code) => {
    expect(withOptions({ asOf: value })).toEqual(inOptions(['asOf'], code))
    if (value === undefined) return
    expect(withOptions({ entered: { from: value } })).toEqual(inOptions(['entered', 'from'], code))
    expect(withOptions({ entered: { to: value } })).toEqual(inOptions(['entered', 'to'], code))
  })

  it.each<[object, string, readonly (string | number)[]]>([
    [{ colour: 1 }, 'unknown-key', ['colour']],
    [JSON.parse('{"__proto__":{}}'), 'unknown-key', ['__proto__']],
    [{ zone: 'Asia/Atlantis' }, 'unknown-zone', ['zone']],
    [{ zone: null }, 'unknown-zone', ['zone']],
    [{ by: '' }, 'empty', ['by']],
    [{ by: ['region'] }, 'wrong-type', ['by']],
    [{ detail: 'all' }, 'not-allowed', ['detail']],
    [{ detail: true }, 'not-allowed', ['detail']],
    [{ invalid: 'skip' }, 'not-allowed', ['invalid']],
    [{ entered: { from: '2024-02-01', to: '2024-01-31' } }, 'too-small', ['entered', 'to']],
    [{ entered: { since: '2024-02-01' } }, 'unknown-key', ['entered', 'since']],
    [{ cohorts: {} }, 'missing', ['cohorts', 'by']],
    [{ cohorts: { by: 'decade' } }, 'not-allowed', ['cohorts', 'by']],
    [{ cohorts: { by: 'month', of: 1 } }, 'unknown-key', ['cohorts', 'of']],
    [{ cohorts: { by: 'month', fiscalYearStart: 0 } }, 'too-small', ['cohorts', 'fiscalYearStart']],
    [{ cohorts: { by: 'month', fiscalYearStart: 13 } }, 'too-large', ['cohorts', 'fiscalYearStart']],
    [{ cohorts: { by: 'month', fiscalYearStart: 1.5 } }, 'not-an-integer', ['cohorts', 'fiscalYearStart']],
    [{ cohorts: { by: 'month', fiscalYearStart: '4' } }, 'not-an-integer', ['cohorts', 'fiscalYearStart']],
    [{ cohorts: { by: 'month', matureAfter: '90 days' } }, 'not-a-duration', ['cohorts', 'matureAfter']],
    [{ cohorts: { by: 'month', matureAfter: 'PT8H' } }, 'not-a-duration', ['cohorts', 'matureAfter']],
    [{ cohorts: { by: 'month', matureAfter: null } }, 'not-a-duration', ['cohorts', 'matureAfter']],
    [{ currencyRates: { to: 'EUR', rates: {}, from: 'USD' } }, 'unknown-key', ['currencyRates', 'from']],
    [{ currencyRates: { rates: {} } }, 'missing', ['currencyRates', 'to']],
    [{ currencyRates: { to: 'eur', rates: {} } }, 'unknown-currency', ['currencyRates', 'to']],
    [{ currencyRates: { to: 'EUR' } }, 'missing', ['currencyRates', 'rates']],
    [{ currencyRates: { to: 'EUR', rates: { usd: 1 } } }, 'unknown-currency', ['currencyRates', 'rates', 'usd']],
    [{ currencyRates: { to: 'EUR', rates: JSON.parse('{"__proto__":1}') } }, 'unknown-currency', ['currencyRates', 'rates', '__proto__']],
    [{ currencyRates: { to: 'EUR', rates: { USD: '1,5' } } }, 'not-a-decimal', ['currencyRates', 'rates', 'USD']],
    [{ currencyRates: { to: 'EUR', rates: { USD: undefined } } }, 'missing', ['currencyRates', 'rates', 'USD']],
    [{ currencyRates: { to: 'EUR', rates: { USD: 0 } } }, 'not-above', ['currencyRates', 'rates', 'USD']],
    [{ currencyRates: { to: 'EUR', rates: { USD: '-0.01' } } }, 'not-above', ['currencyRates', 'rates', 'USD']],
    [{ currencyRates: { to: 'EUR', rates: { EUR: 2 } } }, 'not-allowed', ['currencyRates', 'rates', 'EUR']],
  ])('%j', (more, code, path) => {
    expect(withOptions(more)).toEqual(inOptions(path, code))
  })

  it('takes what an option leaves undefined as if it were left out', () => {
    const none = Object.fromEntries(Object.keys(options).map((key) => [key, undefined]))
    expect(measureFunnel(log, pipeline, { ...none, asOf })).toEqual(measureFunnel(log, pipeline, { asOf }))
    expect(measureFunnel(log, pipeline, Object.create({ by: 'region', colour: 1 }, { asOf: { value: asOf, enumerable: true } }))).toEqual(
      measureFunnel(log, pipeline, { asOf }),
    )
  })

  it('tells everything at once, of the pipeline too', () => {
    const bad = { ...options, asOf: 'today', zone: 'x', entered: { from: 1, to: 2 }, cohorts: { by: 1, fiscalYearStart: 0 }, invalid: 0 }
    expect(wrong({ pipeline: { ...pipeline, lost: 'won', skips: 'never' }, options: bad })).toEqual([
      ['given-elsewhere', ['pipeline', 'lost']],
      ['not-allowed', ['pipeline', 'skips']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['unknown-zone', ['options', 'zone']],
      ['not-a-calendar-date', ['options', 'entered', 'from']],
      ['not-a-calendar-date', ['options', 'entered', 'to']],
      ['not-allowed', ['options', 'cohorts', 'by']],
      ['too-small', ['options', 'cohorts', 'fiscalYearStart']],
    ])
  })
})

describe('measureFunnel: bad changes', () => {
  it.each(badLists)('no list: %j', (value, code) => {
    expect(wrong({ log: value })).toEqual([[code, ['log']]])
    expect(wrong({ log: value, options: { asOf, invalid: 'collect' } })).toEqual([[code, ['log']]])
    expect(withChange({ evidence: value })).toEqual(inChange(code, 'evidence'))
  })

  it.each(badRecords)('no change: %j', (value, code) => {
    expect(wrong({ log: [log[0], value] })).toEqual(inChange(code))
    if (value !== undefined) expect(withChange({ attributes: value })).toEqual(inChange(code, 'attributes'))
  })

  it.each(badTexts)('no text: %j', (value, code) => {
    if (value !== 7) expect(withChange({ deal: value })).toEqual(inChange(code, 'deal'))
    if (value === undefined) return
    expect(withChange({ reason: value })).toEqual(inChange(code, 'reason'))
    expect(withChange({ evidence: [value] })).toEqual(inChange(code, 'evidence', 0))
    expect(withChange({ evidence: [{ id: value }] })).toEqual(inChange(code, 'evidence', 0, 'id'))
    if (value === 7) expect(withChange({ attributes: { region: value } })).toEqual(inChange(code, 'attributes', 'region'))
  })

  it.each(badDates)('no date: %j', (value, code) => {
    if (value !== '2024-03-01T00:00:00Z') expect(withChange({ at: value })).toEqual(inChange(code, 'at'))
    if (value !== undefined) expect(withChange({ expected: value })).toEqual(inChange(code, 'expected'))
  })

  it.each<[object, string, readonly (string | number)[]]>([
    [{ deal: 1.5 }, 'not-an-integer', ['deal']],
    [{ deal: 2 ** 53 }, 'too-large', ['deal']],
    [{ deal: {} }, 'wrong-type', ['deal']],
    [{ at: '2024-01-01T10:00:00' }, 'not-a-moment', ['at']],
    [{ at: '2024-02-30T10:00:00Z' }, 'not-a-moment', ['at']],
    [{ at: '2024-01-01 10:00:00Z' }, 'not-a-moment', ['at']],
    [{ at: '9999-12-31T00:00:00Z' }, 'out-of-range', ['at']],
    [{ at: '2024-01-01T00:00:00.0000000001Z' }, 'too-many-decimal-places', ['at']],
    [{ to: undefined }, 'missing', ['to']],
    [{ to: 'Lead' }, 'not-allowed', ['to']],
    [{ to: 0 }, 'not-allowed', ['to']],
    [{ to: '__proto__' }, 'not-allowed', ['to']],
    [{ amount: null }, 'not-a-decimal', ['amount']],
    [{ amount: Number.NaN }, 'not-a-decimal', ['amount']],
    [{ amount: ' 1' }, 'not-a-decimal', ['amount']],
    [{ amount: '１２' }, 'not-a-decimal', ['amount']],
    [{ amount: '1e1000' }, 'too-many-digits', ['amount']],
    [{ amount: -0.01 }, 'too-small', ['amount']],
    [{ amount: '-1' }, 'too-small', ['amount']],
    [{ currency: 'XXX' }, 'unknown-currency', ['currency']],
    [{ amount: 1, currency: null }, 'unknown-currency', ['currency']],
    [{ amount: 1, currency: 'toString' }, 'unknown-currency', ['currency']],
    [{ evidence: Array(1) }, 'missing', ['evidence', 0]],
    [{ evidence: [{}] }, 'missing', ['evidence', 0, 'id']],
    [{ attributes: JSON.parse('{"__proto__":"x"}') }, 'reserved-name', ['attributes', '__proto__']],
    [{ stage: 'lead' }, 'unknown-key', ['stage']],
    [JSON.parse('{"__proto__":1}'), 'unknown-key', ['__proto__']],
  ])('%j', (more, code, path) => {
    const change = { deal: 'b', at: '2024-01-01', to: 'lead', ...more }
    Object.defineProperty(change, '__proto__', Object.getOwnPropertyDescriptor(more, '__proto__') ?? { enumerable: false, configurable: true })
    expect(withChange(change)).toEqual(inChange(code, ...path))
  })

  it('of the same deal, moment and stage, and outcomes that another one follows', () => {
    const again = [...log, to('a', '2024-01-05T02:00Z', 'won'), to('a', '2024-01-06', 'lead', { reason: 'else' }), to('a', '2024-01-08', 'won')]
    expect(wrong({ log: again, options: { asOf } })).toEqual([
      // Of two that contradict each other the one counts that comes first as a text, wherever it stands.
      ['duplicate', ['log', 2, 'at']],
      ['duplicate', ['log', 4, 'at']],
      ['already-closed', ['log', 6, 'to']],
    ])
    const { rejected } = measureFunnel(again, pipeline, { asOf, invalid: 'collect' })
    expect(rejected.map(({ index, id, issues }) => [index, id, issues[0]?.params])).toEqual([
      [2, 'a', { value: '2024-01-06', first: 5 }],
      [4, 'a', { value: '2024-01-05T02:00:00Z', first: 1 }],
      [6, 'a', { value: 'lost' }],
    ])
  })

  it('of amounts in a currency that has no rate, where all are told in one', () => {
    expect(withChange({ amount: 1, currency: null }, { currencyRates: rates })).toEqual(inChange('unknown-currency', 'currency'))
    const both = [to('b', '2024-01-01', 'won', { amount: 1, currency: 'USD' }), to('c', '2024-01-01', 'lost', { amount: 1, currency: 'CNY' })]
    const lacking = [
      ['no-exchange-rate', ['options', 'currencyRates', 'rates', 'CNY']],
      ['no-exchange-rate', ['options', 'currencyRates', 'rates', 'USD']],
    ]
    for (const invalid of ['throw', 'collect']) {
      expect(wrong({ log: both, options: { asOf, invalid, currencyRates: { to: 'EUR', rates: {} } } })).toEqual(lacking)
    }
  })

  it('are rejected one by one, with their deals and everything that is wrong with them, and the rest is measured', () => {
    const holes: unknown[] = [...log]
    holes[5] = null
    holes.push({ deal: 7, at: 'x', to: 'y' }, { deal: '', at: '2024-01-01', to: 'lead' }, { deal: [], at: '2024-01-01', to: 'lead' })
    const measure = measureFunnel(holes as never, pipeline, { asOf, invalid: 'collect' })
    const told = measure.rejected.map(({ index, id, issues }) => [index, id, issues.map(({ code, path }) => [code, ...path.slice(2)])])
    expect(told).toEqual([
      [4, undefined, [['missing']]],
      [5, undefined, [['wrong-type']]],
      [
        6,
        '7',
        [
          ['not-a-calendar-date', 'at'],
          ['not-allowed', 'to'],
        ],
      ],
      [7, '', [['empty', 'deal']]],
      [8, undefined, [['wrong-type', 'deal']]],
    ])
    const { diagnoses, rejected: _, ...figures } = measure
    expect(measureFunnel(log, pipeline, { asOf })).toMatchObject(figures)
    expect(diagnoses.at(-1)).toEqual({ code: 'rejected', params: { count: 5 } })
    expect((wrong({ log: holes, options: { asOf } }) as unknown[]).length).toBe(6)
  })

  it('may be as many as there are changes', () => {
    const count = 130_000
    const copies = Array(count).fill(to('a', '2024-01-01', 'lead'))
    expect(measureFunnel(copies, pipeline, { asOf, invalid: 'collect' })).toMatchObject({ entered: 1, rejected: { length: count - 1 } })
    expect((wrong({ log: copies.slice(0, 1000), options: { asOf } }) as unknown[]).length).toBe(999)
  })
})

describe('measureFunnel: spoiled input', () => {
  it('is measured or refused, and nothing else happens', () => {
    const outcomes = { measured: 0, refused: 0 }
    const documents = contradictoryLogs.chain((some) => spoil({ log: some.length === 0 ? log : some, pipeline, options }).chain(spoil))
    fc.assert(
      fc.property(documents, fc.constantFrom('throw', 'collect'), (spoiled, invalid) => {
        const input = (typeof spoiled === 'object' && spoiled !== null ? spoiled : {}) as More
        const asked = typeof input.options === 'object' && input.options !== null ? { ...input.options, invalid } : input.options
        try {
          const measure = measureFunnel(input.log as never, input.pipeline as never, asked as never)
          expect(JSON.parse(JSON.stringify(measure))).toStrictEqual(measure)
          outcomes.measured += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          outcomes.refused += 1
        }
      }),
      { numRuns: 600, seed: 11 },
    )
    expect(outcomes.measured).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(50)
  })
})
