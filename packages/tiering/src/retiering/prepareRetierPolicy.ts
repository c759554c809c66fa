import type { Issue, Path } from '@clientele/core'
import { addIssuesAt, type CalendarDuration, parseDuration, policyReference } from '@clientele/core/checks'
import { type Quantity, readQuantity } from '../numbers/quantity.js'
import { checkRetierPolicy } from './checkRetierPolicy.js'
import type { PreparedRetierPolicy, PreparedTier } from './prepared.js'
import type { RetierPolicy, RetierTier } from './types.js'

const NO_TIME = 'P0D'

/** Checks and reads a policy of re-tiering, or adds issues, which start at `path`, and returns undefined. */
export function readRetierPolicy(value: unknown, path: Path, issues: Issue[]): PreparedRetierPolicy | undefined {
  const found = checkRetierPolicy(value)
  addIssuesAt(path, found, issues)
  return found.length === 0 ? prepare({ ...(value as RetierPolicy) }) : undefined
}

function prepare(policy: RetierPolicy): PreparedRetierPolicy {
  const { currency, minimumStay = NO_TIME, grace = NO_TIME, up, down, review, maximumSteps, withoutValue } = policy
  const tiers = policy.tiers.map((tier) => prepareTier({ ...tier }))
  return {
    currency,
    tiers,
    ranks: new Map(tiers.map(({ id }, rank) => [id, rank])),
    minimumStay: parseDuration(minimumStay) as CalendarDuration,
    grace: parseDuration(grace) as CalendarDuration,
    up,
    down,
    reviewMonths: review === undefined ? [] : [...review.months].sort((a, b) => a - b),
    maximumSteps,
    countsMissingAsZero: withoutValue === 'zero',
    reference: policyReference(policy),
  }
}

function prepareTier({ id, promoteFrom, demoteBelow, from }: RetierTier): PreparedTier {
  return { id, promoteFrom: readCut(promoteFrom), demoteBelow: readCut(demoteBelow), from: readCut(from ?? promoteFrom) }
}

function readCut(value: RetierTier['promoteFrom']): Quantity | undefined {
  return value === undefined || value === null ? undefined : readQuantity(value, [], [])
}
