import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianOf } from './median.js'
import { medianOfDays } from './medianOfDays.js'

const sorted = (days: readonly number[]): number[] => [...days].sort((one, other) => one - other)

/** Within the room that counting takes, and far beyond it. */
const days = fc.oneof(
  fc.array(fc.nat(20), { maxLength: 40 }),
  fc.array(fc.nat(3_652_058), { maxLength: 40 }),
  fc.array(fc.constantFrom(0, 10_000, 10_001)),
)

describe('medianOf and medianOfDays', () => {
  it.each<[number[], number | null]>([
    [[], null],
    [[0], 0],
    [[7], 7],
    [[0, 1], 0.5],
    [[1, 2, 9], 2],
    [[1, 2, 3, 9], 2.5],
    // The last day of the calendar after its first, which is sorted and not counted.
    [[3_652_058], 3_652_058],
    [[0, 3_652_058], 1_826_029],
    [[10_000, 10_000, 10_001], 10_000],
  ])('of %j is %j', (given, median) => {
    expect(medianOf(given)).toBe(median)
    expect(medianOfDays(Int32Array.from([...given].reverse()))).toBe(median)
  })

  it('is the same counted and sorted, half of the days on either side, and leaves them as they are', () => {
    fc.assert(
      fc.property(days, (given) => {
        const column = Int32Array.from(given)
        const median = medianOfDays(column)
        expect(median).toBe(medianOf(sorted(given)))
        expect([...column]).toEqual(given)
        if (median === null) expect(given).toEqual([])
        else {
          expect(given.filter((one) => one < median).length).toBeLessThanOrEqual(given.length / 2)
          expect(given.filter((one) => one > median).length).toBeLessThanOrEqual(given.length / 2)
        }
      }),
      { numRuns: 500 },
    )
  })
})
