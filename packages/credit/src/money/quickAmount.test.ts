import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quickAmount } from './quickAmount.js'
import { readAmount } from './readAmount.js'

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789-.'), minLength: 1, maxLength: 12 }),
  fc.tuple(fc.constantFrom('', '-'), fc.nat(10 ** 7), fc.nat(9999), fc.nat(4)).map(([sign, whole, part, places]) => {
    const decimals = String(part).padStart(4, '0').slice(0, places)
    return `${sign}${whole}${places === 0 ? '' : '.'}${decimals}`
  }),
)

describe('quickAmount', () => {
  it('gives what readAmount gives, or nothing', () => {
    const anything = fc.oneof(
      { weight: 6, arbitrary: texts },
      fc.double(),
      fc.integer(),
      fc.integer().map((cents) => cents / 100),
      fc.anything(),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom(0, 2, 3, 4), (value, digits) => {
        const units = quickAmount(value, digits)
        if (!Number.isNaN(units)) expect(BigInt(units)).toBe(readAmount(value, digits, [], []))
        expect(Object.is(units, -0)).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  it.each<[unknown, number, number]>([
    ['1234.56', 2, 123_456],
    ['-0.05', 2, -5],
    ['-0.00', 2, 0],
    ['100', 2, 10_000],
    ['12.5', 2, 1250],
    ['1234567.89', 2, 123_456_789],
    ['12345678.90', 2, 1_234_567_890],
    ['999999999999.99', 2, 99_999_999_999_999],
    ['980', 0, 980],
    ['-7', 0, -7],
    ['1.234', 3, 1234],
    ['1.2300', 2, 123],
    [0.1, 2, 10],
    [-0, 2, 0],
  ])('reads %j of %i digits', (value, digits, units) => {
    expect(quickAmount(value, digits)).toBe(units)
  })

  it.each([
    '',
    '-',
    '.50',
    '5.',
    '007.50',
    '00.50',
    '1-2.00',
    '12:00',
    '1.005',
    '1e2',
    ' 1',
    '+1',
    '１.00',
    '1.234.56',
    0.1 + 0.2,
    Number.NaN,
    2 ** 53,
    null,
    1n,
  ])('leaves %o to others', (value) => {
    expect(quickAmount(value, 2)).toBeNaN()
  })
})
