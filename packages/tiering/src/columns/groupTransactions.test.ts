import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { createScratch } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupTransactions, NEVER } from './groupTransactions.js'
import { divideIds } from './idParts.js'

interface Totals {
  lastDay: number
  frequency: number
  sum: bigint
}

/** The same, one by one. */
function groupNaively(customer: Int32Array, day: Int32Array, amount: Float64Array, asOf: number, isGross: boolean): [id: number, Totals][] {
  const totals = new Map<number, Totals>()
  customer.forEach((id, row) => {
    const date = day[row] as number
    const units = amount[row] as number
    if (date > asOf) return
    const known = totals.get(id) ?? { lastDay: NEVER, frequency: 0, sum: 0n }
    totals.set(id, known)
    if (units > 0) {
      known.frequency += 1
      known.lastDay = Math.max(known.lastDay, date)
    }
    if (units > 0 || !isGross) known.sum += BigInt(units)
  })
  return [...totals].sort(([a], [b]) => a - b)
}

const scratch = createScratch()

function expectAlike(customer: Int32Array, day: Int32Array, amount: Float64Array, asOf = 100, isGross = false): void {
  const grouped = groupTransactions({ customer, day, amount }, asOf, isGross, scratch)
  if (grouped === undefined) throw new Error('refused')
  const { customer: ids, lastDay, frequency, sum, carries, later } = grouped
  const found = Array.from(ids, (id, index) => [
    id,
    { lastDay: lastDay[index], frequency: frequency[index], sum: BigInt(sum[index] as number) + (carries.get(id) ?? 0n) },
  ])
  expect(found).toEqual(groupNaively(customer, day, amount, asOf, isGross))
  expect(later).toBe(day.filter((date) => date > asOf).length)
}

/** A reproducible number from 0 up to `bound`. */
const pick = (row: number, salt: number, bound: number): number => ((Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 3) % bound

/** So many rows of customers by a number of theirs. */
function expectRowsAlike(rows: number, customers: number, idOf: (customer: number) => number): void {
  const customer = new Int32Array(rows)
  const day = new Int32Array(rows)
  const amount = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    customer[row] = idOf(pick(row, 1, customers))
    day[row] = pick(row, 2, 110)
    amount[row] = pick(row, 3, 1000) - 100
  }
  expectAlike(customer, day, amount)
}

/** Ids that the scattering brings close together again: 244002641 is the inverse of its factor, modulo 2 ** 32. */
const sameplace = (customer: number): number => Math.imul(customer, 244_002_641)

describe('groupTransactions', () => {
  it.each<[string, number, number, (customer: number) => number, boolean]>([
    ['close ids', 60_000, 5000, (customer) => customer - 2500, true],
    ['close ids, in more than one part', 60_000, 30_000, (customer) => customer + 7, true],
    ['scattered ids, in more than one part', 60_000, 30_000, (customer) => Math.imul(customer + 1, 40_503_019), false],
    ['as many scattered ids as rows, so that places do not suffice', 40_000, 2 ** 30, (customer) => customer * 2 - 2 ** 30, false],
    ['ids that are all meant for one place', 20_000, 10_000, sameplace, false],
    ['ids with a step', 60_000, 1000, (customer) => customer * 65_536, false],
    ['ids of both signs', 1000, 5, (customer) => (customer - 2) * 1e9, false],
  ])('adds up %s', (_, rows, customers, idOf, isClose) => {
    expect(divideIds(Int32Array.from({ length: rows }, (__, row) => idOf(pick(row, 1, customers)))).isClose).toBe(isClose)
    expectRowsAlike(rows, customers, idOf)
  })

  it('adds up customers that are all meant for one place in time', () => {
    const length = 300_000
    const customer = new Int32Array(length)
    for (let row = 0; row < length; row++) customer[row] = sameplace(row)
    const grouped = groupTransactions({ customer, day: new Int32Array(length), amount: new Float64Array(length).fill(7) }, 100, false, scratch)
    const ids = customer.slice().sort()
    expect(grouped?.customer.length).toBe(length)
    expect(grouped?.customer.every((id, index) => id === ids[index])).toBe(true)
    expect(grouped?.sum.every((sum) => sum === 7)).toBe(true)
  })

  it('adds up customers that are all meant for one place exactly beyond 2⁵³', () => {
    const ids = Int32Array.from({ length: 1000 }, (_, row) => sameplace(row % 300))
    expectAlike(ids, new Int32Array(1000).fill(FIRST_DAY), new Float64Array(1000).fill(2 ** 53 - 1))
  })

  it('adds up so many close ids that a part has more places than otherwise', () => {
    const length = 2 ** 21 + 1
    const customer = new Int32Array(length)
    for (let row = 0; row < length; row++) customer[row] = (row * 5) % length
    const parts = divideIds(customer)
    expect([parts.isClose, parts.bits]).toEqual([true, 13])
    const grouped = groupTransactions({ customer, day: new Int32Array(length), amount: new Float64Array(customer) }, 100, false, scratch)
    expect(grouped?.customer.length).toBe(length)
    expect(grouped?.customer.every((id, index) => id === index && grouped.sum[index] === id)).toBe(true)
  })

  it('adds up as one by one does, exactly, whatever stands for a vacant place', () => {
    const ids = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 4096, 2 ** 16, 2 ** 31 - 4096), fc.integer())
    const amounts = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(2 ** 53 - 1, 1 - 2 ** 53, 2 ** 52, -(2 ** 52), -0))
    const rows = fc.array(fc.tuple(ids, fc.integer({ min: 95, max: 105 }), amounts), { maxLength: 60 })
    fc.assert(
      fc.property(rows, fc.boolean(), (list, isGross) => {
        const column = (index: 0 | 1 | 2): number[] => list.map((row) => row[index])
        expectAlike(Int32Array.from(column(0)), Int32Array.from(column(1)), Float64Array.from(column(2)), 100, isGross)
      }),
    )
  })

  it.each<[string, number, number]>([
    ['a day before the first', FIRST_DAY - 1, 1],
    ['a day after the last', LAST_DAY + 1, 1],
    ['NaN', 1, Number.NaN],
    ['∞', 1, Number.POSITIVE_INFINITY],
    ['a fraction', 1, 0.5],
    ['2⁵³', 1, 2 ** 53],
    ['−2⁵³', 1, -(2 ** 53)],
  ])('refuses %s', (_, day, amount) => {
    const columns = { customer: Int32Array.of(1, 1), day: Int32Array.of(FIRST_DAY, day), amount: Float64Array.of(1 - 2 ** 53, amount) }
    expect(groupTransactions(columns, LAST_DAY, false, scratch)).toBeUndefined()
  })

  it('works in the same room again, whatever was left in it', () => {
    const room = createScratch()
    const large = room(64)
    expect(room(16)).toBe(large)
    expect(room(128)).not.toBe(large)
  })
})
