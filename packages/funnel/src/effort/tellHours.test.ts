import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellHours } from './tellHours.js'

/** Parts that may be greater than they are, the last of which takes what is left. */
const tell = (hours: string, ...parts: readonly string[]): unknown =>
  tellHours(
    new Decimal(hours),
    parts.map((part) => ({ hours: new Decimal(part), most: null })),
  )

describe('tellHours', () => {
  it('tells the nearest numbers where they make no more than the whole, in any order', () => {
    expect(tell('40', '26.7', '13.3')).toEqual({ whole: 40, parts: [26.7, 13.3] })
    expect(tell('0.1', '0.1')).toEqual({ whole: 0.1, parts: [0.1] })
    // As numbers 0.7 + 0.2 + 0.1 makes less than 1, and no order makes more.
    expect(tell('1', '0.1', '0.2', '0.7')).toEqual({ whole: 1, parts: [0.1, 0.2, 0.7] })
    expect(tell('0')).toEqual({ whole: 0, parts: [] })
    expect(tell('1e-400', '1e-400')).toEqual({ whole: 0, parts: [0] })
    expect(tell('1e100', '5e99', '5e99')).toEqual({ whole: 1e100, parts: [5e99, 5e99] })
  })

  it('cuts them where any order makes more: the last part then takes what is left, up to its most', () => {
    // 0.1 + 0.2 is 0.30000000000000004 as a number. Of 0.3, in [2 ** -2, 2 ** -1], the unit is 2 ** -54.
    const unit = 2 ** -54
    const cut = Math.floor(0.1 / unit) * unit
    expect(tell('0.3', '0.1', '0.2')).toEqual({ whole: 0.3, parts: [cut, 0.3 - cut] })
    const bound = [new Decimal('0.1'), new Decimal('0.2')].map((most) => ({ hours: most, most }))
    const [one, other] = tellHours(new Decimal('0.3'), bound).parts as [number, number]
    // The number 0.2 is such a multiple, and a little more than two tenths.
    expect([one, other]).toEqual([cut, 0.2 - unit])
    expect(one + other).toBeLessThanOrEqual(0.3)
  })

  it('cuts many parts, of which not all orders can be gone through', () => {
    const parts = Array<string>(11).fill('0.1')
    const { whole, parts: told } = tellHours(
      new Decimal('1.1'),
      parts.map((part) => ({ hours: new Decimal(part), most: null })),
    )
    expect(told.reduce((sum, part) => sum + part, 0)).toBe(whole)
    expect([...told].reverse().reduce((sum, part) => sum + part, 0)).toBe(whole)
    for (const part of told) expect(Math.abs(part - 0.1)).toBeLessThan(1e-14)
  })

  it('never makes more than the whole, whatever the sizes and the order', () => {
    const digits = fc
      .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -12, max: 3 }))
      .map(([units, power]) => new Decimal(`${units}e${power}`))
    let cut = 0
    fc.assert(
      fc.property(fc.array(digits, { minLength: 1, maxLength: 13 }), fc.infiniteStream(fc.nat()), (hours, order) => {
        const sum = hours.reduce((total, part) => total.plus(part), new Decimal(0))
        const { whole, parts } = tellHours(
          sum,
          hours.map((part) => ({ hours: part, most: part })),
        )
        const shuffled = parts.map((part) => ({ part, rank: order.next().value })).sort((one, other) => one.rank - other.rank)
        const made = shuffled.reduce((total, { part }) => total + part, 0)
        expect(made).toBeLessThanOrEqual(whole)
        expect(whole - made).toBeLessThanOrEqual(1e-14 * whole)
        parts.forEach((part, index) => expect(part).toBeLessThanOrEqual(Number(hours[index])))
        if (parts.some((part, index) => part !== Number(hours[index]))) cut += 1
      }),
      { numRuns: 500, seed: 3 },
    )
    expect(cut).toBeGreaterThan(50)
    expect(cut).toBeLessThan(450)
  })
})
