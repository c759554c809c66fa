import { solvePositive } from './solvePositive.js'

/** A function at a point, with its first and its second derivatives. */
export interface Surface {
  readonly value: number
  /** How large the terms of the value are together, of which there may be little left: rounding is a part of them. */
  readonly size: number
  readonly gradient: readonly number[]
  readonly hessian: readonly (readonly number[])[]
}

/** How each coordinate is bounded. */
export interface Box {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** Where a search ended. */
export interface Maximum {
  readonly point: readonly number[]
  readonly surface: Surface
  readonly iterations: number
  /** Whether it is a maximum over the coordinates that are at no bound. */
  readonly isMaximum: boolean
  /** The coordinates at a bound, beyond which the function rises further. */
  readonly atBound: readonly number[]
}

const MOST_ITERATIONS = 200
/** What sums of many terms are off by, as a part of themselves, and terms as a part of theirs. */
const ROUNDING = 1e-13
const ROUNDING_OF_TERMS = 1e-15
const LEAST_STEP = 1e-12
const HALVINGS = 60
/** Where values tell no more: a maximum is nearer than so small a part of each coordinate's unit, and not higher by more than this. */
const NEAR = 1e-6
const LEAST_DECREMENT = 1e-10

/**
 * Searches for a maximum within a box by Newton's method, in steps no longer than a radius within which the second derivatives have told the truth so
 * far. A coordinate stays at a bound for as long as the function does not rise inwards. The coordinates are to be of like scale, as logarithms are.
 *
 * @param start - Any point; what is outside the box is brought to its bounds.
 * @param tolerance - The search ends at a maximum when Newton's next step is shorter than this in each coordinate.
 * @see J. Nocedal & S. J. Wright, *Numerical Optimization*, 2nd ed. 2006, algorithm 4.1 (the radius) and §4.3 (the step); A. R. Conn, N. I. M. Gould
 * & P. L. Toint, *Trust-Region Methods*, 2000, §17.4.2 (what rounding hides counts as agreement); S. Boyd & L. Vandenberghe, *Convex Optimization*,
 * 2004, §9.5.1 (the decrement).
 */
export function maximize(at: (point: readonly number[]) => Surface, start: readonly number[], box: Box, tolerance: number): Maximum {
  let point = intoBox(start, box)
  let surface = at(point)
  let radius = 1
  for (let iterations = 0; ; iterations++) {
    const { step, isNewton, free } = stepInside(point, surface, freeCoordinates(point, surface, box), box, radius)
    const isFound = isNewton && step.every((part) => Math.abs(part) < tolerance)
    if (isFound || iterations === MOST_ITERATIONS || lengthOf(step) < LEAST_STEP) {
      const atBound = [...point.keys()].filter((index) => !free.includes(index))
      return { point, surface, iterations, isMaximum: isFound || isAtTop(surface, free), atBound }
    }
    const next = upToBound(point, step, box)
    const moved = next.map((value, index) => value - (point[index] as number))
    const risen = at(next)
    const agreement = agreementOf(surface, risen, moved)
    if (agreement > 0.75) radius = Math.max(radius, 2 * lengthOf(moved))
    else if (!(agreement > 0.25)) radius = lengthOf(moved) / 4
    if (agreement > 1e-4) {
      point = next
      surface = risen
    }
  }
}

function intoBox(point: readonly number[], { low, high }: Box): number[] {
  return point.map((value, index) => Math.min(Math.max(value, low[index] as number), high[index] as number))
}

/** All but those at a bound from which the function does not rise by more than rounding. */
function freeCoordinates(point: readonly number[], surface: Surface, { low, high }: Box): number[] {
  const rounding = roundingOf(surface)
  return [...point.keys()].filter((index) => {
    const [value, slope] = [point[index] as number, surface.gradient[index] as number]
    return !((value === low[index] && slope <= rounding) || (value === high[index] && slope >= -rounding))
  })
}

/** The step over the coordinates that it does not lead out of the box at once. */
function stepInside(
  point: readonly number[],
  surface: Surface,
  free: readonly number[],
  box: Box,
  radius: number,
): { step: number[]; isNewton: boolean; free: readonly number[] } {
  const found = stepWithin(surface, free, radius)
  const inside = free.filter((index) => found.step[index] === 0 || roomFor(found.step[index] as number, point[index] as number, index, box) > 0)
  return inside.length === free.length ? { ...found, free } : stepInside(point, surface, inside, box, radius)
}

/** The way to the bound in the direction of a step. */
function roomFor(part: number, value: number, index: number, { low, high }: Box): number {
  return part > 0 ? (high[index] as number) - value : value - (low[index] as number)
}

/** Where a step leads, which ends where it meets a bound: ridges, along which coordinates depend on each other, are not left. */
function upToBound(point: readonly number[], step: readonly number[], box: Box): number[] {
  const shares = step.map((part, index) => (part === 0 ? 1 : roomFor(part, point[index] as number, index, box) / Math.abs(part)))
  const share = Math.min(1, ...shares)
  const next = point.map((value, index) => {
    const part = step[index] as number
    if (part !== 0 && shares[index] === share) return (part > 0 ? box.high[index] : box.low[index]) as number
    return value + share * part
  })
  return intoBox(next, box)
}

/** Whether the top is so near that steps towards it, by Newton's method, get lost in rounding. */
function isAtTop(surface: Surface, free: readonly number[]): boolean {
  const { step, isNewton } = stepWithin(surface, free, NEAR * Math.sqrt(free.length))
  const decrement = step.reduce((sum, part, index) => sum + part * (surface.gradient[index] as number), 0)
  return isNewton && decrement < LEAST_DECREMENT
}

/** The step up to the radius that goes highest by the first two derivatives: the one of Newton's method, if it is not longer. */
function stepWithin({ gradient, hessian }: Surface, free: readonly number[], radius: number): { step: number[]; isNewton: boolean } {
  const slopes = free.map((index) => gradient[index] as number)
  const bends = free.map((row) => free.map((column) => -(hessian[row]?.[column] as number)))
  const whole = (step: readonly number[]): number[] => gradient.map((_, index) => step[free.indexOf(index)] ?? 0)
  const dampedBy = (damping: number): number[] | undefined => {
    const damped = bends.map((row, index) => row.map((bend, column) => (index === column ? bend + damping : bend)))
    const step = solvePositive(damped, slopes)
    return step !== undefined && lengthOf(step) <= radius ? step : undefined
  }
  const newton = dampedBy(0)
  if (newton !== undefined) return { step: whole(newton), isNewton: true }
  let low = 0
  let high = lengthOf(bends.flat()) + lengthOf(slopes) / radius
  let step = slopes.map(() => 0)
  for (let halving = 0; halving < HALVINGS; halving++) {
    const damping = (low + high) / 2
    const damped = dampedBy(damping)
    if (damped === undefined) low = damping
    else {
      high = damping
      step = damped
    }
  }
  return { step: whole(step), isNewton: false }
}

/** The rise found as a part of the one foretold. */
function agreementOf(surface: Surface, risen: Surface, step: readonly number[]): number {
  const { gradient, hessian } = surface
  const foretold = step.reduce((sum, part, row) => {
    const bend = step.reduce((total, other, column) => total + (hessian[row]?.[column] as number) * other, 0)
    return sum + part * ((gradient[row] as number) + bend / 2)
  }, 0)
  const rounding = Math.max(roundingOf(surface), roundingOf(risen))
  return foretold > -rounding ? (risen.value - surface.value + rounding) / (foretold + rounding) : Number.NEGATIVE_INFINITY
}

function roundingOf({ value, size }: Surface): number {
  return ROUNDING * Math.max(1, Math.abs(value)) + ROUNDING_OF_TERMS * size
}

function lengthOf(vector: readonly number[]): number {
  return Math.hypot(...vector)
}
