import type { ModelValidation, RepeatGroup } from '@clientele/tiering'

/** Of fewer purchases than this, expected and made, nothing is to be concluded. */
const LEAST = 10
/** By more than this part of the purchases made, the model is far off. */
const TOLERANCE = 0.25

/** The customers of whom the model expected far too many or far too few purchases, by their repeat purchases before. */
export function missedGroups({ byRepeatPurchases }: ModelValidation): RepeatGroup[] {
  return byRepeatPurchases.filter(({ actual, expected }) => Math.max(actual, expected) >= LEAST && Math.abs(expected - actual) > TOLERANCE * actual)
}
