import { describe, expect, it } from 'vitest'
import { randomIndex } from './randomIndex.js'

describe('randomIndex', () => {
  it('Saaty 1980: 3 to 11 criteria', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(randomIndex)).toEqual([0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51])
  })

  it.each([
    [12, 1.5365],
    [13, 1.5551],
    [14, 1.5713],
    [15, 1.5838],
    [16, 1.5978],
    [17, 1.6086],
    [20, 1.6341],
    [30, 1.6809],
    [39, 1.702],
  ])('Alonso & Lamata 2006: %i criteria', (criteria, index) => expect(Math.abs(randomIndex(criteria) - index)).toBeLessThan(1e-4))

  it('never falls as criteria are added, as Saaty’s table does from 11 to 12', () => {
    for (let criteria = 1; criteria < 200; criteria += 1) expect(randomIndex(criteria + 1)).toBeGreaterThanOrEqual(randomIndex(criteria))
  })

  it.each([
    [4, 4000],
    [12, 300],
    [20, 150],
  ])('is near the mean of random judgements of %i criteria', (criteria, samples) => {
    expect(Math.abs(simulate(criteria, samples) / randomIndex(criteria) - 1)).toBeLessThan(0.03)
  })
})

/** The mean consistency index of judgements drawn from 1/9, 1/8, … 1, … 9 by a fixed sequence. */
function simulate(criteria: number, samples: number): number {
  let state = 12345
  const draw = (): number => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    const step = Math.floor((state / 2 ** 31) * 17) - 8
    return step < 0 ? 1 / (1 - step) : step + 1
  }
  let sum = 0
  for (let sample = 0; sample < samples; sample += 1) {
    const matrix = Array.from({ length: criteria }, () => Array<number>(criteria).fill(1))
    for (let i = 0; i < criteria; i += 1) {
      for (let j = i + 1; j < criteria; j += 1) {
        const judgement = draw()
        ;(matrix[i] as number[])[j] = judgement
        ;(matrix[j] as number[])[i] = 1 / judgement
      }
    }
    let vector = Array<number>(criteria).fill(1 / criteria)
    let value = 0
    for (let step = 0; step < 40; step += 1) {
      const product = matrix.map((row) => row.reduce((total, entry, j) => total + entry * (vector[j] as number), 0))
      value = product.reduce((a, b) => a + b)
      vector = product.map((entry) => entry / value)
    }
    sum += (value - criteria) / (criteria - 1)
  }
  return sum / samples
}
