import type { DecimalString } from '@clientele/core'
import { shownDigits } from '../money/currency.js'
import { type Quantity, quantityText, shareOf, unitsAt } from '../numbers/quantity.js'
import type { ReadTierScheme } from './readTierScheme.js'
import type { ValueFigures } from './tierLimits.js'
import type { TierReason } from './types.js'
import type { ValueTexts } from './valueTexts.js'

/** The customers of one value: those from `start` to before `end`, sorted from the greatest value. */
interface ValueGroup {
  /** The index of their tier. */
  readonly tier: number
  readonly value: bigint
  readonly start: number
  readonly end: number
  /** The sums of all values before them, and through them. */
  readonly before: bigint
  readonly through: bigint
}

/** Where reasons come from. */
export interface ReasonSource {
  readonly scheme: ReadTierScheme
  readonly figures: ValueFigures
  readonly texts: ValueTexts
  readonly currency: string | undefined
  /** The least value that is in a tier; undefined where it is empty. */
  readonly leastOf: (tier: number) => bigint | undefined
}

type TellReasons = (group: ValueGroup) => TierReason[]

/** Says why customers are in their tiers; what is common to many is prepared once. */
export function reasonTeller(source: ReasonSource): TellReasons {
  return source.scheme.type === 'threshold' ? thresholdTeller(source) : shareTeller(source)
}

/** A threshold × months, in units of so many digits, in which values are multiplied by `factor`. */
interface ScaledThreshold {
  readonly tier: string
  readonly from: DecimalString
  readonly units: bigint
  readonly digits: number
  readonly factor: bigint
}

function thresholdTeller({ scheme: { ids, cuts }, figures, texts, currency }: ReasonSource): TellReasons {
  const thresholds = cuts.map((from, index) => scaleThreshold(ids[index] as string, from, figures, currency))
  const placed = ids.map((tier, index): TierReason => {
    const passed = thresholds[index]
    if (passed === undefined) return { code: 'below-every-threshold', params: { tier } }
    return { code: 'threshold-passed', params: { tier, from: passed.from } }
  })
  return ({ tier, value }) => {
    const better = thresholds[tier - 1]
    if (better === undefined) return [placed[tier] as TierReason]
    const lacking = texts.lacking({ units: better.units - value * better.factor, digits: better.digits })
    return [placed[tier] as TierReason, { code: 'better-tier', params: { tier: better.tier, from: better.from, lacking } }]
  }
}

function scaleThreshold(tier: string, from: Quantity, { digits, months }: ValueFigures, currency: string | undefined): ScaledThreshold {
  const finest = Math.max(from.digits, digits)
  return {
    tier,
    from: quantityText(from, shownDigits(currency)),
    units: unitsAt(from, finest) * BigInt(months),
    digits: finest,
    factor: 10n ** BigInt(finest - digits),
  }
}

function shareTeller(source: ReasonSource): TellReasons {
  const { scheme, figures, texts } = source
  const { ids, type } = scheme
  const { total, count, digits } = figures
  const upTo = [...scheme.cuts.map((cut) => quantityText(cut)), '100']
  const better = betterTiers(source)
  const isByValue = type === 'share-of-value'
  return ({ tier: index, value, start, end, before, through }) => {
    const tier = ids[index] as string
    const [begins, ends] = isByValue ? [shareOf(before, total), shareOf(through, total)] : [start / count, end / count]
    const reasons: TierReason[] =
      isByValue && total <= 0n
        ? [{ code: 'placed-without-shares', params: { tier } }]
        : [{ code: 'within-cut', params: { tier, upToPercent: upTo[index] as string, begins, ends } }]
    const next = better[index]
    if (next !== undefined) {
      const lacking = texts.lacking({ units: next.least - value, digits })
      reasons.push({ code: 'next-in-better-tier', params: { tier: next.tier, value: next.value, lacking } })
    }
    return reasons
  }
}

/** The nearest better tier of a tier that is not empty, and the least value in it. */
interface BetterTier {
  readonly tier: string
  readonly least: bigint
  readonly value: DecimalString
}

function betterTiers({ scheme: { ids }, texts, leastOf }: ReasonSource): (BetterTier | undefined)[] {
  let nearest: BetterTier | undefined
  return ids.map((tier, index) => {
    const better = nearest
    const least = leastOf(index)
    if (least !== undefined) nearest = { tier, least, value: texts.text(least) }
    return better
  })
}
