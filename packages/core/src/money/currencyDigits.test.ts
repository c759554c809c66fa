import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { currenciesSource } from '../../scripts/generateCurrencies.mjs'
import { issuesOf } from '../../testing/issuesOf.js'
import { currencyDigits } from '../index.js'

describe('currencyDigits', () => {
  it('is generated from the maintained lists as they are today', () => {
    expect(readFileSync(new URL('./currencies.ts', import.meta.url), 'utf8')).toBe(currenciesSource())
  })

  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['UYI', 0],
    ['XOF', 0],
    ['CNY', 2],
    ['EUR', 2],
    ['USD', 2],
    ['TWD', 2],
    ['HKD', 2],
    ['CHE', 2],
    // Where Intl follows cash habits and says 0.
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['IQD', 3],
    ['LAK', 2],
    ['ISK', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['MGA', 2],
    ['MRU', 2],
    ['XCG', 2],
    ['XAD', 2],
    ['ZWG', 2],
    ['SLE', 2],
    ['BGN', 2],
    ['ANG', 2],
  ] as const)('%s has %i (ISO 4217)', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits)
  })

  it.each([
    ['XAU'],
    ['XXX'],
    ['XTS'],
    ['XDR'],
    ['jpy'],
    ['JP'],
    ['JPYX'],
    [' JPY'],
    ['P B'],
    ['F C'],
    ['DEM'],
    ['ＪＰＹ'],
    ['__proto__'],
    [''],
    [null],
    [undefined],
    [392],
    [['JPY']],
  ])('refuses %j', (currency) => {
    expect(issuesOf(() => currencyDigits(currency as string))).toEqual([['unknown-currency', ['currency']]])
  })
})
