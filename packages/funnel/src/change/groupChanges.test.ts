import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { anyGroups, enteredOf } from '../../testing/salesPeriods.js'
import { groupChanges, rateChange } from './groupChanges.js'
import type { GroupConversion } from './types.js'

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
const filled = anyGroups.filter((groups) => enteredOf(groups) > 0)
const group = (name: string | null, entered: number, converted: number): GroupConversion => ({ group: name, entered, converted })

describe('groupChanges', () => {
  // Kitagawa's formula by hand: shares 1/4 and 3/4 to 1/2 each; rates 1/2 and 1/4, to 1/4 and 3/4. The mean of the rates of the whole is (5/16 + 1/2) / 2 = 13/32.
  it('divides the difference by share and by rate of each', () => {
    const before = [group('a', 4, 2), group('b', 12, 3)]
    const after = [group('b', 8, 6), group('a', 8, 2)]
    const a = { shareBefore: 0.25, shareAfter: 0.5, rateBefore: 0.5, rateAfter: 0.25 }
    const b = { shareBefore: 0.75, shareAfter: 0.5, rateBefore: 0.25, rateAfter: 0.75 }
    expect(groupChanges(before, after)).toEqual([
      { group: 'a', ...a, mix: 0.25 * (3 / 8 - 13 / 32), rate: (3 / 8) * -0.25, contribution: 0.25 * (-1 / 32) - 3 / 32 },
      { group: 'b', ...b, mix: -0.25 * (1 / 2 - 13 / 32), rate: (5 / 8) * 0.5, contribution: (-1 / 4) * (3 / 32) + 5 / 16 },
    ])
  })

  it('counts a group that is new or gone as mix alone', () => {
    const [gone, fresh, kept] = groupChanges([group('kept', 10, 5), group('gone', 10, 10)], [group('kept', 10, 5), group('fresh', 10, 10)])
    expect([gone, fresh].map((one) => one?.rate)).toEqual([0, 0])
    expect(kept).toMatchObject({ group: 'fresh', rateBefore: null, rateAfter: 1, shareBefore: 0, mix: 0.125 })
    expect(fresh).toMatchObject({ group: 'kept', contribution: 0 })
    expect(gone).toMatchObject({ group: 'gone', rateBefore: 1, rateAfter: null, shareAfter: 0, mix: -0.125 })
  })

  it('tells those alike by their names, those of no group last', () => {
    const names = [null, 'b', 'null', 'A', 'a', 'é']
    const groups = names.map((name) => group(name, 2, 1))
    expect(groupChanges(groups, groups).map(({ group: name }) => name)).toEqual(['A', 'a', 'b', 'null', 'é', null])
  })

  it('says nothing of nobody', () => {
    expect(groupChanges([], [])).toEqual([])
    expect(rateChange([], [])).toEqual({ difference: 0, mix: 0, rate: 0, groups: [], rateBefore: null, rateAfter: null })
    const nobody = { shareBefore: null, shareAfter: null, rateBefore: null, rateAfter: null, mix: 0, rate: 0, contribution: 0 }
    expect(groupChanges([group('a', 0, 0)], [])).toEqual([{ group: 'a', ...nobody }])
  })

  it('adds up to the last bit, lowest first, by the formula of Kitagawa', () => {
    fc.assert(
      fc.property(filled, filled, (before, after) => {
        const { difference, mix, rate, groups, rateBefore, rateAfter } = rateChange(deepFreeze(before), deepFreeze(after))
        expect(difference).toBeCloseTo((rateAfter as number) - (rateBefore as number), 12)
        for (const order of [groups, [...groups].reverse()]) {
          expect(sumOf(order.map((one) => one.contribution))).toBe(difference)
          expect(sumOf(order.map((one) => one.mix))).toBe(mix)
          expect(sumOf(order.map((one) => one.rate))).toBe(rate)
        }
        expect(mix + rate).toBe(difference)
        const contributions = groups.map(({ contribution }) => contribution)
        expect(contributions).toEqual([...contributions].sort((one, other) => one - other))
        const middle = ((rateBefore as number) + (rateAfter as number)) / 2
        for (const one of groups) {
          const [shareBefore, shareAfter] = [one.shareBefore as number, one.shareAfter as number]
          const before0 = one.rateBefore ?? one.rateAfter ?? 0
          const after0 = one.rateAfter ?? one.rateBefore ?? 0
          expect(one.mix).toBeCloseTo((shareAfter - shareBefore) * ((before0 + after0) / 2 - middle), 12)
          expect(one.rate).toBeCloseTo(((shareBefore + shareAfter) / 2) * (after0 - before0), 12)
          expect(one.contribution).toBe(one.mix + one.rate)
        }
      }),
    )
  })

  it('divides thousands of groups', () => {
    const many = (seed: number): GroupConversion[] =>
      Array.from({ length: 3000 }, (_, index) => group(`g${index}`, 1 + ((index * seed) % 97), (index * seed) % (1 + ((index * seed) % 97))))
    const { difference, groups } = rateChange(many(31), many(53))
    expect(groups).toHaveLength(3000)
    expect(sumOf(groups.map(({ contribution }) => contribution))).toBe(difference)
    expect(sumOf(groups.map(({ contribution }) => contribution).reverse())).toBe(difference)
    expect(difference).not.toBe(0)
  })
})
