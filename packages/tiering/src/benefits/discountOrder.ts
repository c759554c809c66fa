import { addQuantities, compareQuantities, multiplyQuantities, type Quantity, subtractQuantities, ZERO } from '../numbers/quantity.js'
import type { ReadLadder, ReadStep } from './readLadder.js'

/** A step, and what an order takes from it. */
interface StepDiscount {
  readonly step: ReadStep
  readonly base: Quantity
  /** Unrounded. */
  readonly discount: Quantity
}

/** What a ladder takes off an order. */
export interface LadderDiscount {
  /** The step reached; undefined below the first. */
  readonly reached: ReadStep | undefined
  readonly next: ReadStep | undefined
  readonly parts: readonly StepDiscount[]
  /** Unrounded. */
  readonly discount: Quantity
}

/** Tells what a ladder takes off an order of 0 or more; a step holds from its amount on. */
export function discountOrder(order: Quantity, { type, steps }: ReadLadder): LadderDiscount {
  const held = steps.filter(({ from }) => compareQuantities(from, order) <= 0)
  const reached = held.at(-1)
  const parts =
    type === 'incremental'
      ? held.map((step, index) => discountPart(step, subtractQuantities(held[index + 1]?.from ?? order, step.from)))
      : held.slice(-1).map((step) => discountPart(step, order))
  const discount = parts.reduce((sum, part) => addQuantities(sum, part.discount), ZERO)
  return { reached, next: steps[held.length], parts, discount }
}

function discountPart(step: ReadStep, base: Quantity): StepDiscount {
  const { units, digits } = step.percent
  return { step, base, discount: multiplyQuantities(base, { units, digits: digits + 2 }) }
}
