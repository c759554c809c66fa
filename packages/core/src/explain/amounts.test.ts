import { describe, expect, it } from 'vitest'
import { digitsOf, isBelowNil, isNil, sizeOf } from '../explain.js'

describe('what an amount is', () => {
  it.each([
    ['0', true, false, '0', 0],
    ['-0.00', true, false, '0.00', 2],
    ['0.01', false, false, '0.01', 2],
    ['-0.01', false, true, '0.01', 2],
    ['-100', false, true, '100', 0],
    ['100.500', false, false, '100.500', 3],
  ])('%s: nil %j, below nil %j, of the size %s, with %i decimal places', (amount, nil, below, size, digits) => {
    expect([isNil(amount), isBelowNil(amount), sizeOf(amount), digitsOf(amount)]).toEqual([nil, below, size, digits])
  })
})
