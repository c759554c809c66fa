import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustByHolm } from './adjustByHolm.js'

const anyPValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)), { maxLength: 20 })

describe('adjustByHolm', () => {
  // R: p.adjust(p, 'holm').
  it.each([
    [[], []],
    [[0.03], [0.03]],
    [
      [0.01, 0.04, 0.03, 0.005],
      [0.03, 0.06, 0.06, 0.02],
    ],
    [
      [0.5, 0.2, 0.9],
      [1, 0.6, 1],
    ],
    [
      [0.02, 0.02],
      [0.04, 0.04],
    ],
  ])('of %j is %j', (pValues, adjusted) => {
    const told = adjustByHolm(pValues)
    expect(told).toHaveLength(adjusted.length)
    for (const [index, one] of adjusted.entries()) expect(told[index]).toBeCloseTo(one, 14)
  })

  it('is at least the p-value, at most that by Bonferroni, keeps their order, and does not ask for the order of the list', () => {
    fc.assert(
      fc.property(anyPValues, (pValues) => {
        const adjusted = adjustByHolm(pValues)
        for (const [index, pValue] of pValues.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(pValue)
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, pValue * pValues.length))
          for (const [place, other] of pValues.entries()) {
            if (other <= pValue) expect(adjusted[place]).toBeLessThanOrEqual(adjusted[index] as number)
          }
        }
        expect(adjustByHolm([...pValues].reverse())).toEqual([...adjusted].reverse())
      }),
    )
  })

  it('finds a level in no more of them than a step-down test of each in turn would', () => {
    fc.assert(
      fc.property(anyPValues, (pValues) => {
        // Holm's procedure as he tells it: from the smallest on each is held against the level over how many are left, until one is not below.
        const sorted = [...pValues].sort((one, other) => one - other)
        const kept = sorted.findIndex((pValue, place) => Math.min(1, pValue * (sorted.length - place)) >= 0.05)
        const found = adjustByHolm(pValues).filter((one) => one < 0.05).length
        expect(found).toBe(kept === -1 ? sorted.length : kept)
      }),
    )
  })
})
