import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greatestFirst } from './greatestFirst.js'

const sorted = (rows: readonly (readonly [string, bigint])[]): string[] => {
  const ids = rows.map(([id]) => id)
  const units = rows.map(([, value]) => value)
  return Array.from(greatestFirst(units, ids), (index) => ids[index] as string)
}

describe('greatestFirst', () => {
  it('tells apart what no number tells apart', () => {
    const huge = 10n ** 400n
    const rows = [
      ['a', 2n ** 53n],
      ['b', 2n ** 53n + 1n],
      ['c', huge],
      ['d', huge + 1n],
      ['e', -huge],
      ['f', -huge - 1n],
      ['g', 0n],
    ] as const
    expect(sorted(rows).join('')).toBe('dcbagef')
  })

  it('sorts as comparing one by one does, in any order of the input', () => {
    const values = fc.oneof(fc.bigInt({ min: -3n, max: 3n }), fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 6n }), fc.bigInt())
    const rows = fc.uniqueArray(fc.tuple(fc.string(), values), { selector: ([id]) => id, maxLength: 30 })
    fc.assert(
      fc.property(rows, (list) => {
        const plain = [...list].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1)).map(([id]) => id)
        expect(sorted(list)).toEqual(plain)
        expect(sorted(list.reverse())).toEqual(plain)
      }),
    )
  })
})
