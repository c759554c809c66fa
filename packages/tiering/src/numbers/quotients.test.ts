import { describe, expect, it } from 'vitest'
import { ceilQuotient, floorQuotient } from './quotients.js'

describe('quotients of integers', () => {
  const dividends = [-5n, -4n, -3n, -2n, -1n, 0n, 1n, 2n, 3n, 4n, 5n]

  it('are rounded down and up', () => {
    expect(dividends.map((dividend) => floorQuotient(dividend, 2n)).join(' ')).toBe('-3 -2 -2 -1 -1 0 0 1 1 2 2')
    expect(dividends.map((dividend) => ceilQuotient(dividend, 2n)).join(' ')).toBe('-2 -2 -1 -1 0 0 1 1 2 2 3')
  })

  it('are exact where nothing is left', () => {
    for (const dividend of dividends) expect([floorQuotient(dividend, 1n), ceilQuotient(dividend, 1n)]).toEqual([dividend, dividend])
    expect(ceilQuotient(10n ** 40n, 10n ** 20n)).toBe(10n ** 20n)
  })
})
