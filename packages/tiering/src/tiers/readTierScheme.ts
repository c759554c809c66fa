import type { Issue, Path, PolicyReference } from '@clientele/core'
import { addIssuesAt, checkChoice, policyReference } from '@clientele/core/checks'
import { type Quantity, readQuantity } from '../numbers/quantity.js'
import { checkTierScheme } from './checkTierScheme.js'
import type { ShareScheme, ThresholdScheme, TierScheme } from './types.js'

/** What a tier is expected to bring in, in percent. */
interface ReadExpectation {
  /** The index of the tier. */
  readonly tier: number
  readonly from: Quantity
  readonly to: Quantity
}

/** A tier scheme, checked and read. */
export interface ReadTierScheme {
  readonly reference: PolicyReference
  readonly currency: string | undefined
  readonly type: TierScheme['type']
  readonly boundary: 'above' | 'at-or-above' | 'before' | 'after'
  /** From the top. */
  readonly ids: readonly string[]
  /** The thresholds, or the percentages, of all tiers but the last. */
  readonly cuts: readonly Quantity[]
  /** Undefined where the scheme says nothing of it. */
  readonly expected: readonly ReadExpectation[] | undefined
}

/** Checks and reads a tier scheme of one of the allowed types, or adds issues and returns undefined. */
export function readTierScheme(value: unknown, allowed: readonly TierScheme['type'][], path: Path, issues: Issue[]): ReadTierScheme | undefined {
  const found = checkTierScheme(value)
  addIssuesAt(path, found, issues)
  if (found.length > 0) return undefined
  const scheme = { ...(value as TierScheme) }
  if (!checkChoice(scheme.type, allowed, [...path, 'type'], issues)) return undefined
  const head = { reference: policyReference(scheme), currency: scheme.currency }
  return { ...head, ...(scheme.type === 'threshold' ? readThresholds(scheme) : readShares(scheme)) }
}

type Placing = Omit<ReadTierScheme, 'reference' | 'currency'>

function readThresholds({ type, tiers, boundary = 'above' }: ThresholdScheme): Placing {
  return { type, boundary, ids: idsOf(tiers), cuts: tiers.slice(0, -1).map(({ from }) => readChecked(from)), expected: undefined }
}

function readShares({ type, cuts, boundary = 'before', expectedShareOfValue }: ShareScheme): Placing {
  const ids = idsOf(cuts)
  const expected = expectedShareOfValue?.map(({ id, fromPercent, toPercent }) => {
    return { tier: ids.indexOf(id), from: readChecked(fromPercent), to: readChecked(toPercent) }
  })
  return { type, boundary, ids, cuts: cuts.slice(0, -1).map(({ upToPercent }) => readChecked(upToPercent)), expected }
}

function idsOf(tiers: readonly { readonly id: string }[]): string[] {
  return tiers.map(({ id }) => id)
}

function readChecked(value: unknown): Quantity {
  return readQuantity(value, [], []) as Quantity
}
