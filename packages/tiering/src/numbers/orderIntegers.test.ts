import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsOf, orderIntegers, rangeOf } from './orderIntegers.js'

/** The same with a comparison; sorting is stable. */
const orderNaively = (values: Int32Array | Float64Array): number[] => [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number))

describe('orderIntegers', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['one', [7]],
    ['ties', [2, 1, 2, 1, 1]],
    ['both zeros', [0, -0, 0]],
    ['a range of 2³² − 1', [-1, 2 ** 32 - 2, 5]],
    ['a range of 2³²', [2 ** 32 - 1, -1, 5]],
    ['the largest', [2 ** 53 - 1, -(2 ** 53 - 1), 0, 1, -1, 2 ** 52, 2 ** 32, -(2 ** 32)]],
  ])('sorts %s', (_, values) => {
    expect([...orderIntegers(Float64Array.from(values))]).toEqual(orderNaively(Float64Array.from(values)))
  })

  it('sorts integers of 32 bits', () => {
    const values = Int32Array.of(2 ** 31 - 1, 0, -(2 ** 31), -1, 1, -(2 ** 31))
    expect([...orderIntegers(values)]).toEqual([2, 5, 3, 1, 4, 0])
  })

  it('sorts as a comparison does', () => {
    const sizes = fc.constantFrom(3, 1000, 2 ** 11, 2 ** 22, 2 ** 32, 2 ** 40, 2 ** 53 - 1)
    const columns = sizes.chain((size) => fc.array(fc.integer({ min: -size, max: size }), { maxLength: 200 }))
    fc.assert(
      fc.property(columns, (values) => {
        expect([...orderIntegers(Float64Array.from(values))]).toEqual(orderNaively(Float64Array.from(values)))
      }),
    )
  })
})

it('rangeOf and bitsOf', () => {
  expect(rangeOf(Float64Array.of(3, -2, 9, 9))).toEqual({ least: -2, greatest: 9 })
  expect([0, 1, 2, 3, 255, 256, 2 ** 32 - 1].map(bitsOf)).toEqual([0, 1, 2, 2, 8, 9, 32])
})
