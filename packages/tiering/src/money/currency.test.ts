import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { agreeOnCurrency, readCurrency, shownDigits } from './currency.js'

const read = (value: unknown, expected: string | undefined): unknown => {
  const issues: Issue[] = []
  const currency = readCurrency(value, expected, ['rows', 3, 'currency'], issues)
  return issues.length === 0 ? currency : [currency, codesAndPaths(issues)]
}
const refused = (code: string): unknown => [undefined, [[code, ['rows', 3, 'currency']]]]
const rowsOf = (...currencies: readonly (string | undefined)[]): { currency: string | undefined }[] => currencies.map((currency) => ({ currency }))

describe('readCurrency', () => {
  it('takes a currency, or none, where any may be stated', () => {
    expect(read('CNY', undefined)).toBe('CNY')
    expect(read(undefined, undefined)).toBeUndefined()
  })
  it('takes the one that is expected, or none, and no other', () => {
    expect(read('CNY', 'CNY')).toBe('CNY')
    expect(read(undefined, 'CNY')).toBeUndefined()
    for (const other of ['USD', 'cny', 'x', '', null, 7]) expect(read(other, 'CNY')).toEqual(refused('not-allowed'))
  })
  it.each(['XXX', 'cny', '', null, 7])('refuses %o', (value) => expect(read(value, undefined)).toEqual(refused('unknown-currency')))
})

describe('agreeOnCurrency', () => {
  it('is the expected one, whatever the rows state', () => {
    expect(agreeOnCurrency(rowsOf(undefined, 'CNY'), 'CNY', ['rows'])).toBe('CNY')
    expect(agreeOnCurrency([], 'CNY', ['rows'])).toBe('CNY')
  })
  it('is the one that all rows state, or none', () => {
    expect(agreeOnCurrency(rowsOf('EUR', 'EUR'), undefined, ['rows'])).toBe('EUR')
    expect(agreeOnCurrency(rowsOf(undefined, undefined), undefined, ['rows'])).toBeUndefined()
    expect(agreeOnCurrency([], undefined, ['rows'])).toBeUndefined()
  })
  it('refuses several, and rows of which only some state one', () => {
    for (const rows of [rowsOf('EUR', 'CNY', 'EUR'), rowsOf('EUR', undefined)]) {
      expect(issuesOf(() => agreeOnCurrency(rows, undefined, ['rows']))).toEqual([['mixed-currencies', ['rows']]])
    }
  })
})

it('shownDigits are the minor digits of a currency, and none without one', () => {
  expect([undefined, 'JPY', 'CNY', 'KWD'].map(shownDigits)).toEqual([0, 0, 2, 3])
})
