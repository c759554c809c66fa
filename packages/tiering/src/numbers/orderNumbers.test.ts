import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderNumbers } from './orderNumbers.js'

it('orderNumbers sorts as a comparison does', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true }).map((value) => value + 0),
    fc.constantFrom(0, 1, -1, 5e-324, -5e-324, 1.7976931348623157e308, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 9 })).map(([dividend, divisor]) => dividend / divisor + 0),
  )
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 100 }), (list) => {
      const values = Float64Array.from(list)
      const expected = [...values.keys()].sort((a, b) => (values[a] === values[b] ? a - b : (values[a] as number) < (values[b] as number) ? -1 : 1))
      expect([...orderNumbers(values)]).toEqual(expected)
    }),
  )
})
