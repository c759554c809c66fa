import { describe, expect, it } from 'vitest'
import { pipeline, rates, to, wayOf } from '../../testing/stageLogs.js'
import {
  type CurrencyAmount,
  type CurrencyRates,
  type FunnelMeasure,
  type FunnelOptions,
  measureFunnel,
  type Pipeline,
  type StageChange,
} from '../index.js'

const asOf = '2024-12-31'
const measure = (log: readonly StageChange[], options: Partial<FunnelOptions> = {}, by: Pipeline = pipeline): FunnelMeasure =>
  measureFunnel(log, by, { asOf, detail: 'deals', ...options })

/** Deals that are won with these amounts. */
const won = (...amounts: readonly (readonly [amount: string | number, currency?: string])[]): StageChange[] =>
  amounts.map(([amount, currency], deal) => to(deal, '2024-01-01', 'won', { amount, ...(currency === undefined ? {} : { currency }) }))
const totals = (amounts: readonly CurrencyAmount[]): unknown => amounts.map(({ currency, amount }) => `${amount} ${currency}`)

describe('measureFunnel: amounts', () => {
  it('have the minor digits of their currency, or more where they need them', () => {
    expect(totals(measure(won([1, 'JPY'], ['2.0', 'EUR'], [3, 'KWD'], ['4.50', 'JPY'])).won.amounts)).toEqual(['2.00 EUR', '5.5 JPY', '3.000 KWD'])
    expect(totals(measure(won(['0.001', 'EUR'], ['0.0040', 'EUR'], ['0', 'KWD'], ['-0', 'JPY'])).won.amounts)).toEqual([
      '0.005 EUR',
      '0 JPY',
      '0.000 KWD',
    ])
    expect(measure(won(['-0', 'EUR'], [-0, 'JPY'], ['1e2', 'EUR'], [1e21, 'JPY'])).deals?.map(({ amount }) => amount)).toEqual([
      '0.00',
      '0',
      '100.00',
      '1000000000000000000000',
    ])
  })

  it('are exact, however large and however long', () => {
    expect(totals(measure(won([0.1, 'EUR'], [0.2, 'EUR'], ['9007199254740993', 'EUR'])).won.amounts)).toEqual(['9007199254740993.30 EUR'])
    const [huge, tiny] = [`1${'0'.repeat(999)}`, `0.${'0'.repeat(999)}1`]
    expect(totals(measure(won([huge, 'EUR'], [tiny, 'EUR'], ['1e-7', 'EUR'])).won.amounts)).toEqual([`${huge}.0000001${'0'.repeat(992)}1 EUR`])
    // More digits than any one amount may have.
    const nines = '9'.repeat(1000)
    expect(totals(measure(won([nines, 'EUR'], [1, 'EUR'])).won.amounts)).toEqual([`1${'0'.repeat(1000)}.00 EUR`])
  })

  it('are exact in another currency too, though they get more digits than any amount that is stated', () => {
    const currencyRates: CurrencyRates = { to: 'EUR', rates: { USD: `1${'0'.repeat(600)}`, JPY: `0.${'0'.repeat(599)}1` } }
    const found = measure(won([`5${'0'.repeat(600)}`, 'USD'], [`0.${'0'.repeat(599)}7`, 'JPY'], [2, 'EUR']), { currencyRates })
    expect(totals(found.won.amounts)).toEqual([`5${'0'.repeat(1199)}2.${'0'.repeat(1199)}7 EUR`])
    expect(found.deals?.map(({ amount, currency }) => [amount, currency])).toEqual([
      [`5${'0'.repeat(1200)}.00`, 'EUR'],
      [`0.${'0'.repeat(1199)}7`, 'EUR'],
      ['2.00', 'EUR'],
    ])
  })

  it('come in the order of their currencies’ codes, such without one last', () => {
    const found = measure(won([1, 'USD'], [2], [3, 'EUR'], [4], [5, 'CNY']))
    expect(totals(found.won.amounts)).toEqual(['5.00 CNY', '3.00 EUR', '1.00 USD', '6 null'])
    expect(found.diagnoses).toEqual([
      { code: 'skipped', params: { count: 5 } },
      { code: 'without-currency', params: { count: 2 } },
    ])
  })

  it('are in the pipeline’s currency where they state none', () => {
    expect(totals(measure(won([1, 'USD'], [2]), {}, { ...pipeline, currency: 'JPY' }).won.amounts)).toEqual(['2 JPY', '1.00 USD'])
    const currencyRates: CurrencyRates = { to: 'USD', rates: { JPY: '0.0067' } }
    expect(totals(measure(won([1, 'USD'], [2]), { currencyRates }, { ...pipeline, currency: 'JPY' }).won.amounts)).toEqual(['1.0134 USD'])
  })

  it('are in one currency by rates, unrounded; its own rate need not be told', () => {
    expect(totals(measure(won([100, 'JPY'], ['1.01', 'USD'], ['0.10', 'EUR']), { currencyRates: rates }).won.amounts)).toEqual(['1.64425 EUR'])
    const own = { to: 'EUR', rates: { ...rates.rates, EUR: '1.0' } }
    expect(totals(measure(won([100, 'JPY'], ['0.10', 'EUR']), { currencyRates: own }).won.amounts)).toEqual(['0.71 EUR'])
  })

  it('are those that each deal stated last, and only once', () => {
    const log = wayOf(
      'a',
      ['2024-01-01', 'lead', { amount: 100, currency: 'USD' }],
      ['2024-01-02', 'quoted', { amount: 80, currency: 'EUR' }],
      ['2024-01-03', 'negotiating', { reason: 'no amount here' }],
      ['2024-01-04', 'won'],
    )
    expect(totals(measure(log).won.amounts)).toEqual(['80.00 EUR'])
    expect(totals(measure(log, { asOf: '2024-01-01' }).open.amounts)).toEqual(['100.00 USD'])
    // A rate is needed only for what counts.
    expect(totals(measure(log, { currencyRates: { to: 'EUR', rates: {} } }).won.amounts)).toEqual(['80.00 EUR'])
  })

  it('may be missing: nothing is made up, and they are counted', () => {
    const found = measure([...won([0, 'EUR']), to('b', '2024-01-01', 'won'), to('c', '2024-01-01', 'lead')])
    expect([totals(found.won.amounts), found.won.withoutAmount, found.open.amounts, found.open.withoutAmount]).toEqual([['0.00 EUR'], 1, [], 1])
    expect(found.diagnoses).toContainEqual({ code: 'without-amount', params: { count: 2 } })
    expect(found.deals?.map(({ amount, currency }) => [amount, currency])).toEqual([
      ['0.00', 'EUR'],
      [null, null],
      [null, null],
    ])
  })

  it('in no currency stay a sum of their own where all others are told in one: their deals count all the same', () => {
    const found = measure(won([3], [1, 'USD']), { currencyRates: { to: 'BRL', rates: { USD: '1.5' } } })
    expect([found.won.count, totals(found.won.amounts)]).toEqual([2, ['1.50 BRL', '3 null']])
    expect(found.diagnoses).toContainEqual({ code: 'without-currency', params: { count: 1 } })
    expect(found.rejected).toEqual([])
  })
})

describe('measureFunnel: groups', () => {
  const log = [
    ...wayOf('a', ['2024-01-01', 'lead', { attributes: { region: 'west', owner: 'Li' }, amount: 1, currency: 'EUR' }], ['2024-01-05', 'won']),
    ...wayOf('b', ['2024-01-01', 'lead', { attributes: { region: 'east' } }], ['2024-01-05', 'quoted', { attributes: { region: 'west' } }]),
    ...wayOf('c', ['2024-01-01', 'lead', { attributes: { region: 'east' } }], ['2024-01-05', 'lost', { attributes: { region: '' } }]),
    ...wayOf('d', ['2024-01-01', 'lead', { attributes: { region: 'East' } }], ['2024-01-05', 'lost', { attributes: { owner: null } }]),
    ...wayOf('e', ['2024-01-01', 'lead', { attributes: { region: 'west' } }], ['2024-01-05', 'lead', { attributes: { region: null } }]),
    to('f', '2024-01-01', 'lead'),
  ]
  const groupsBy = (by: string): unknown => measure(log, { by }).groups?.map(({ group, entered, won: { count } }) => [group, entered, count])

  it('are by what each deal states last, an empty text and null for none, in the order of code units', () => {
    expect(groupsBy('region')).toEqual([
      ['East', 1, 0],
      ['west', 2, 1],
      [null, 3, 0],
    ])
    expect(measure(log, { asOf: '2024-01-04', by: 'region' }).groups?.map(({ group, entered }) => [group, entered])).toEqual([
      ['East', 1],
      ['east', 2],
      ['west', 2],
      [null, 1],
    ])
  })

  it('are one where no deal has the attribute, or none looks at any', () => {
    for (const by of ['channel', '__proto__', 'constructor', 'toString']) expect(groupsBy(by)).toEqual([[null, 6, 1]])
    expect(measure([], { by: 'region' }).groups).toEqual([])
  })

  it('have figures of their own, which are those of their deals alone', () => {
    const west = measure(log, { by: 'region' }).groups?.[1]
    const { asOf: _, zone, deals, diagnoses, rejected, policies, ...alone } = measure(log.filter(({ deal }) => deal === 'a' || deal === 'b'))
    expect(west).toEqual({ group: 'west', ...alone })
    expect([deals?.length, diagnoses.length, rejected.length, policies.length]).toEqual([2, 3, 0, 1])
  })

  it('take names that objects have for names like any other', () => {
    const hostile = ['__proto__', 'constructor', 'hasOwnProperty'].map((name) =>
      to(name, '2024-01-01', 'lost', { reason: name, attributes: { region: name } }),
    )
    const found = measure(hostile, { by: 'region' })
    const inOrder = ['__proto__', 'constructor', 'hasOwnProperty']
    expect(found.groups?.map(({ group }) => group)).toEqual(inOrder)
    expect(found.losses.map(({ reason }) => reason)).toEqual(inOrder)
    expect(found.deals?.map(({ deal, attributes }) => [deal, attributes])).toEqual(inOrder.map((name) => [name, { region: name }]))
  })
})
