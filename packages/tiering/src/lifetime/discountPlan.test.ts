import { describe, expect, it } from 'vitest'
import { discountPlan } from './discountPlan.js'

/** What a plan makes of purchases expected up to each time. */
function discounted(expectedWithin: (time: number) => number, horizon: number, rate: number): number {
  const { times, weights, last } = discountPlan(horizon, rate)
  return times.reduce((sum, time, index) => sum + (weights[index] as number) * expectedWithin(time), 0) + last * expectedWithin(horizon)
}

/** The same unit by unit; the errors of many small differences are kept, and added at the end. */
function unitByUnit(expectedWithin: (time: number) => number, horizon: number, rate: number): number {
  let [sum, lost] = [0, 0]
  const add = (from: number, until: number): void => {
    const part = (expectedWithin(until) - expectedWithin(from)) * (1 + rate) ** -until - lost
    const next = sum + part
    lost = next - sum - part
    sum = next
  }
  const whole = Math.floor(horizon)
  for (let unit = 1; unit <= whole; unit++) add(unit - 1, unit)
  if (horizon > whole) add(whole, horizon)
  return sum
}

const steady = (time: number): number => time
/** What all such functions are mixtures of: (1 − (1 + p t / c) ** −s) / p. */
const falling = (s: number, c: number, p: number) => (time: number) => -Math.expm1(-s * Math.log1p((p * time) / c)) / p

describe('discountPlan', () => {
  it.each([0.25, 1, 1.5, 31, 32, 32.5, 33, 50, 68, 69, 69.5, 128, 132, 133, 520, 531.25, 3650, 20000.5])(
    'a purchase a unit up to %s is an annuity',
    (horizon) => {
      for (const rate of [1e-9, 1e-4, 0.002, 0.01, 0.5, 10, 1e6]) {
        const whole = Math.floor(horizon)
        const annuity = -Math.expm1(-whole * Math.log1p(rate)) / rate + (horizon - whole) * (1 + rate) ** -horizon
        expect(Math.abs(discounted(steady, horizon, rate) / annuity - 1)).toBeLessThan(1e-14)
      }
    },
  )

  it('is the sum unit by unit for whatever may be expected', () => {
    for (const s of [1e-3, 0.243, 2, 50, 1e4])
      for (const c of [1e-3, 1, 40, 1e3, 33_000])
        for (const p of [1e-6, 0.2, 1])
          for (const [horizon, rate] of [
            [52, 0.002],
            [132, 0.02],
            [200.5, 0.01],
            [3650, 0.0003],
          ] as const) {
            const [actual, exact] = [discounted, unitByUnit].map((way) => way(falling(s, c, p), horizon, rate)) as [number, number]
            expect(Math.abs(actual / exact - 1)).toBeLessThan(1e-12)
          }
  })

  it('without a discount, only what is expected up to the horizon counts', () => {
    for (const rate of [0, 1e-30, 5e-324]) expect(discountPlan(1e6, rate)).toEqual({ times: [], weights: [], last: 1 })
    expect(discountPlan(0, 0.5)).toEqual({ times: [], weights: [], last: 1 })
  })

  it('looks few times, however far ahead', () => {
    expect(discountPlan(520, 0.002).times.length).toBeLessThan(140)
    expect(discountPlan(1e6, 1e-9).times.length).toBeLessThan(350)
    // What is so far away that nothing is left of it is not looked at.
    expect(discountPlan(1e6, 1).times.every((time) => time <= 132)).toBe(true)
  })
})
