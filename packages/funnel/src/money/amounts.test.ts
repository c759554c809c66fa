import { addDecimals } from '@clientele/core'
import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { moneyText, sumAmounts } from './dealAmounts.js'
import { readAmounts } from './readAmounts.js'
import { type ReadCurrencyRates, readCurrencyRates } from './readCurrencyRates.js'

const ratesOf = (to: string, rates: object): ReadCurrencyRates => readCurrencyRates({ to, rates }, ['rates'], []) as ReadCurrencyRates

describe('moneyText', () => {
  it.each([
    ['0', 'EUR', '0.00'],
    ['-0', 'EUR', '0.00'],
    ['-0', null, '0'],
    ['5', 'JPY', '5'],
    ['5.50', 'JPY', '5.5'],
    ['5', 'KWD', '5.000'],
    ['5.12345', 'KWD', '5.12345'],
    ['1e21', 'EUR', '1000000000000000000000.00'],
    ['1e-9', 'EUR', '0.000000001'],
    ['7.10', null, '7.1'],
  ])('of %s in %s is %s', (amount, currency, text) => {
    expect(moneyText(new Decimal(amount), currency)).toBe(text)
  })
})

describe('readCurrencyRates', () => {
  it('reads rates, and that of the currency itself, which is 1', () => {
    const { to, rates } = ratesOf('EUR', { USD: '0.90', JPY: 6e-3 })
    expect([to, [...rates].map(([currency, rate]) => [currency, rate.toString()])]).toEqual([
      'EUR',
      [
        ['USD', '0.9'],
        ['JPY', '0.006'],
        ['EUR', '1'],
      ],
    ])
    expect(ratesOf('EUR', { EUR: '1.00' }).rates.size).toBe(1)
    expect(ratesOf('EUR', Object.create({ USD: 2 })).rates.size).toBe(1)
  })
})

describe('readAmounts and sumAmounts', () => {
  it('give each deal its currency, in the order of their codes, none last', () => {
    const stated = [{ value: '1', currency: 'USD' }, null, { value: 2, currency: null }, { value: 3, currency: 'CNY' }]
    const amounts = readAmounts(stated, null)
    expect(amounts).toEqual({ currencies: ['CNY', 'USD', null], currency: Int16Array.of(1, -1, 2, 0), values: ['1', 0, 2, 3], digits: 0 })
    expect(sumAmounts(amounts, Int32Array.of(0, 1, 2))).toEqual([
      { currency: 'USD', amount: '1.00' },
      { currency: null, amount: '2' },
    ])
    expect(sumAmounts(amounts, Int32Array.of(1))).toEqual([])
    expect(sumAmounts(amounts, Int32Array.of())).toEqual([])
  })

  it('take amounts in units of a scale too', () => {
    const amounts = { currencies: ['EUR'], currency: Int16Array.of(0, 0, 0), values: Float64Array.of(1999, 1, 2 ** 53 - 1), digits: 3 }
    expect(sumAmounts(amounts, Int32Array.of(0, 1))).toEqual([{ currency: 'EUR', amount: '2.00' }])
    expect(sumAmounts(amounts, Int32Array.of(0, 1, 2))).toEqual([{ currency: 'EUR', amount: '9007199254742.991' }])
  })

  it('leave amounts without a currency as they are, and need a rate for every other', () => {
    const rates = ratesOf('EUR', { USD: '0.9' })
    const stated = [{ value: '10', currency: 'USD' }, { value: '1', currency: 'EUR' }, { value: 5, currency: null }, null]
    const amounts = readAmounts(stated, rates)
    expect([amounts.currencies, [...amounts.currency]]).toEqual([
      ['EUR', null],
      [0, 0, 1, -1],
    ])
    expect(sumAmounts(amounts, Int32Array.of(0, 1))).toEqual([{ currency: 'EUR', amount: '10.00' }])
    const lacking = [...stated, { value: 1, currency: 'JPY' }, { value: 1, currency: 'CNY' }, { value: 1, currency: 'JPY' }]
    expect(issuesOf(() => readAmounts(lacking, rates))).toEqual([
      ['no-exchange-rate', ['options', 'currencyRates', 'rates', 'CNY']],
      ['no-exchange-rate', ['options', 'currencyRates', 'rates', 'JPY']],
    ])
  })

  it('add up exactly, whichever way they are divided', () => {
    const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 25 })).map(([units, places]) => {
      const text = String(units).padStart(places + 1, '0')
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), fc.nat(12), (values, cut) => {
        const amounts = readAmounts(
          values.map((value) => ({ value, currency: null })),
          null,
        )
        const sumOf = (deals: readonly number[]): string => sumAmounts(amounts, Int32Array.from(deals))[0]?.amount ?? '0'
        const deals = [...values.keys()]
        const exact = values.reduce((sum, value) => addDecimals(sum, value), '0')
        expect(sumOf(deals)).toBe(exact)
        expect(addDecimals(sumOf(deals.slice(0, cut)), sumOf(deals.slice(cut)))).toBe(exact)
      }),
    )
  })
})
