import type { GroupConversion } from './types.js'

/** What shares times rates are told in units of: so fine that what is cut off is far below the last bit of any number told. */
export const RATE_UNIT: bigint = 2n ** 256n

/** A group before and after; where it is not among those of a side, nobody entered. */
export interface GroupTerms {
  readonly group: string | null
  readonly before: GroupConversion
  readonly after: GroupConversion
  /**
   * Its share of all that entered times its rate, in units of {@link RATE_UNIT}: at 0 both of before, at 1 the share of after, at 2 the rate of after, at 3 both of after. Where none of
   * it entered, its rate is that of the other side, and so are all shares where nobody entered at all: what cannot be compared has not changed.
   */
  readonly terms: readonly [bigint, bigint, bigint, bigint]
  /** What it has of something that is divided by the shares of before, or of after. */
  readonly shareOf: (whole: bigint, isAfter: boolean) => bigint
}

/** All groups of two sides, in the order of their names, null last. */
export function rateTerms(before: readonly GroupConversion[], after: readonly GroupConversion[]): GroupTerms[] {
  const sides = [byGroup(before), byGroup(after)] as const
  const totals = [enteredOf(before), enteredOf(after)] as const
  const names = [...new Set([...sides[0].keys(), ...sides[1].keys()])].sort(compareGroupNames)
  return names.map((group) => termsOf(sides[0].get(group) ?? nobody(group), sides[1].get(group) ?? nobody(group), totals))
}

/** The share times the rate of all groups together, as {@link GroupTerms.terms} tells it of one. */
export function rateWorths(groups: readonly GroupTerms[]): readonly bigint[] {
  return [0, 1, 2, 3].map((coalition) => groups.reduce((sum, { terms }) => sum + (terms[coalition] as bigint), 0n))
}

/** How many entered, however many groups there are. */
export function enteredOf(groups: readonly GroupConversion[]): bigint {
  return groups.reduce((sum, { entered }) => sum + BigInt(entered), 0n)
}

/** The order of names by their code units, null last. */
export function compareGroupNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one < other ? -1 : one > other ? 1 : 0
}

function termsOf(before: GroupConversion, after: GroupConversion, [enteredBefore, enteredAfter]: readonly [bigint, bigint]): GroupTerms {
  const shares = eitherOf([BigInt(before.entered), enteredBefore], [BigInt(after.entered), enteredAfter])
  const rates = eitherOf([BigInt(before.converted), BigInt(before.entered)], [BigInt(after.converted), BigInt(after.entered)])
  const termOf = (share: Quotient, rate: Quotient): bigint => divide(share[0] * rate[0] * RATE_UNIT, share[1] * rate[1])
  return {
    group: before.group,
    before,
    after,
    terms: [termOf(shares[0], rates[0]), termOf(shares[1], rates[0]), termOf(shares[0], rates[1]), termOf(shares[1], rates[1])],
    shareOf: (whole, isAfter) => {
      const [entered, all] = shares[isAfter ? 1 : 0]
      return divide(entered * whole, all)
    },
  }
}

type Quotient = readonly [dividend: bigint, divisor: bigint]

/** Two quotients; one that divides by 0 is as the other, and both are 0 where both do. */
function eitherOf(one: Quotient, other: Quotient): readonly [Quotient, Quotient] {
  if (one[1] === 0n && other[1] === 0n) return [NONE, NONE]
  return [one[1] === 0n ? other : one, other[1] === 0n ? one : other]
}

const NONE: Quotient = [0n, 1n]

/** Of values that are 0 or more; equal quotients are rounded alike. */
function divide(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor)
}

function byGroup(groups: readonly GroupConversion[]): ReadonlyMap<string | null, GroupConversion> {
  return new Map(groups.map((one) => [one.group, one]))
}

function nobody(group: string | null): GroupConversion {
  return { group, entered: 0, converted: 0 }
}
