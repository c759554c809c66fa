import { describe, expect, it } from 'vitest'
import { type Box, type Maximum, maximize, type Surface } from './maximize.js'

const wide: Box = { low: [-50, -50], high: [50, 50] }
/** A function whose value is one term. */
type Whole = Omit<Surface, 'size'>
const search = (at: (point: readonly number[]) => Whole, start: readonly number[], box: Box = wide): Maximum =>
  maximize((point) => ({ size: Math.abs(at(point).value), ...at(point) }), start, box, 1e-10)
const isNear = (actual: readonly number[], expected: readonly number[]): void => {
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 9)
}

/** −(x − 3)² − 4 (y + 1)² − 2 (x − 3)(y + 1). */
const hill = ([x = 0, y = 0]: readonly number[]): Whole => {
  const [u, w] = [x - 3, y + 1]
  return {
    value: -u * u - 4 * w * w - 2 * u * w,
    gradient: [-2 * u - 2 * w, -8 * w - 2 * u],
    hessian: [
      [-2, -2],
      [-2, -8],
    ],
  }
}
/** H. H. Rosenbrock's valley, 1960, upside down. */
const ridge = ([x = 0, y = 0]: readonly number[]): Whole => ({
  value: -100 * (y - x * x) ** 2 - (1 - x) ** 2,
  gradient: [400 * x * (y - x * x) + 2 * (1 - x), -200 * (y - x * x)],
  hessian: [
    [400 * (y - 3 * x * x) - 2, 400 * x],
    [400 * x, -200],
  ],
})

describe('maximize', () => {
  it('finds the top of a hill, and stops', () => {
    const { point, isMaximum, atBound, iterations, surface } = search(hill, [20, 20])
    isNear(point, [3, -1])
    expect({ isMaximum, atBound }).toEqual({ isMaximum: true, atBound: [] })
    expect(surface).toMatchObject(hill(point))
    expect(iterations).toBeLessThan(10)
    expect(search(hill, point)).toMatchObject({ iterations: 0, isMaximum: true })
  })

  it.each([[[-1.2, 1]], [[10, -10]], [[-30, 45]], [[0, 50]]])('follows a bent ridge from %o', (start) => {
    const { point, isMaximum } = search(ridge, start)
    isNear(point, [1, 1])
    expect(isMaximum).toBe(true)
  })

  it('stays at a bound, and goes on along it', () => {
    const found = search(hill, [20, 20], { low: [-50, 0], high: [50, 50] })
    isNear(found.point, [2, 0])
    expect(found).toMatchObject({ isMaximum: true, atBound: [1] })
    expect(search(hill, [2, 2], { low: [4, 0], high: [5, 9] })).toMatchObject({ point: [4, 0], isMaximum: true, atBound: [0, 1] })
  })

  it('leaves a bound from which the function rises inwards', () => {
    const found = search(hill, [-99, 99], { low: [-5, -9], high: [5, 9] })
    isNear(found.point, [3, -1])
    expect(found).toMatchObject({ isMaximum: true, atBound: [] })
  })

  it('goes to the bound where the function rises ever less', () => {
    const rising = ([x = 0]: readonly number[]): Whole => ({ value: -Math.exp(-x), gradient: [Math.exp(-x)], hessian: [[-Math.exp(-x)]] })
    expect(search(rising, [-3], { low: [-9], high: [14] })).toMatchObject({ point: [14], isMaximum: true, atBound: [0] })
  })

  it('takes no plain and no saddle for a maximum', () => {
    const plain = (): Whole => ({ value: 7, gradient: [0], hessian: [[0]] })
    expect(search(plain, [1], { low: [0], high: [2] })).toMatchObject({ point: [1], isMaximum: false, atBound: [], iterations: 0 })
    const saddle = ([x = 0, y = 0]: readonly number[]): Whole => ({
      value: y * y - x * x,
      gradient: [-2 * x, 2 * y],
      hessian: [
        [-2, 0],
        [0, 2],
      ],
    })
    expect(search(saddle, [5, 0])).toMatchObject({ isMaximum: false, atBound: [] })
    expect(search(saddle, [5, 1e-6])).toMatchObject({ isMaximum: true, atBound: [1] })
  })

  it('shortens steps into what is no number', () => {
    // Newton's first step from 9 leads to −63.
    const logarithmic = ([x = 0]: readonly number[]): Whole => ({ value: Math.log(x) - x, gradient: [1 / x - 1], hessian: [[-1 / (x * x)]] })
    const found = search(logarithmic, [9], { low: [-100], high: [100] })
    isNear(found.point, [1])
    expect(found.isMaximum).toBe(true)
  })

  it('ends where derivatives are wrong', () => {
    const wrong = ([x = 0]: readonly number[]): Whole => ({ value: -x, gradient: [1], hessian: [[-1]] })
    expect(search(wrong, [0], { low: [-9], high: [9] })).toMatchObject({ isMaximum: false })
    const endless = ([x = 0]: readonly number[]): Whole => ({ value: x, gradient: [1], hessian: [[-10]] })
    expect(search(endless, [0], { low: [-9], high: [99] })).toMatchObject({ isMaximum: false, iterations: 200, atBound: [] })
  })

  it('lands on a bound without leaving a ridge, on which coordinates depend on each other', () => {
    // ln (x ÷ y) is known well, and x only not to be small.
    const slanted = ([x = 0, y = 0]: readonly number[]): Whole => ({
      value: -1e4 * (x - y) ** 2 - Math.exp(-x),
      gradient: [-2e4 * (x - y) + Math.exp(-x), 2e4 * (x - y)],
      hessian: [
        [-2e4 - Math.exp(-x), 2e4],
        [2e4, -2e4],
      ],
    })
    const found = search(slanted, [0, 0.3], { low: [-9, -9], high: [9, 7] })
    isNear(found.point, [7 + Math.exp(-7) / 2e4, 7])
    expect(found).toMatchObject({ isMaximum: true, atBound: [1] })
    expect(found.iterations).toBeLessThan(15)
  })

  it('names a bound at which the function is level', () => {
    const level = ([x = 0]: readonly number[]): Whole => ({
      value: -x * x,
      gradient: [-2 * x, 0],
      hessian: [
        [-2, 0],
        [0, 0],
      ],
    })
    expect(search(level, [3, 5], { low: [-9, -9], high: [9, 5] })).toMatchObject({ point: [0, 5], isMaximum: true, atBound: [1] })
  })

  /** A hill of terms that all but cancel: its value is off by as much as a rise of 0.001. */
  const noisy = (size: number, from: readonly number[]): Maximum => {
    let turn = 0
    const at = (point: readonly number[]): Surface => {
      turn += 1
      return { ...hill(point), value: hill(point).value + 5e-4 * (turn % 2), size }
    }
    return maximize(at, from, wide, 1e-10)
  }

  it('goes on to the top, whatever rounding makes of the value', () => {
    const { point, isMaximum, iterations } = noisy(1e12, [3.001, -1])
    isNear(point, [3, -1])
    expect({ isMaximum, iterations }).toEqual({ isMaximum: true, iterations: 1 })
  })

  it.each([
    [3 + 1e-7, true],
    [3.001, false],
  ])('takes %d, from where all steps seem to lead down, for the top 3: %s', (from, isMaximum) => {
    const start = [from, -1]
    const at = (point: readonly number[]): Surface => ({ ...hill(point), value: point[0] === from ? 0 : -1, size: 0 })
    expect(maximize(at, start, wide, 1e-10)).toMatchObject({ isMaximum, atBound: [], point: start })
  })
})
