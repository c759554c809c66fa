import type { Issue, PolicyReference, RoundingMode } from '@clientele/core'
import { addIssuesAt, checkDecimal, policyReference } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { checkInstalmentPlan } from './checkInstalmentPlan.js'
import { checkShare, type ReadShare } from './checkShare.js'
import type { DateStep, InstalmentPlan } from './types.js'

/** An instalment plan, checked and read. */
export interface ReadPlan {
  readonly rounding: RoundingMode
  readonly cashStep: Decimal | undefined
  readonly shares: readonly ReadShare[]
  /** The steps of each line. */
  readonly dues: readonly (readonly DateStep[])[]
  readonly policy: PolicyReference
}

/** Checks and reads an instalment plan, or adds issues and returns undefined. */
export function readPlan(value: unknown, issues: Issue[]): ReadPlan | undefined {
  const found = checkInstalmentPlan(value)
  addIssuesAt(['plan'], found, issues)
  return found.length === 0 ? prepare({ ...(value as InstalmentPlan) }) : undefined
}

function prepare(plan: InstalmentPlan): ReadPlan {
  const lines = plan.lines.map((line) => ({ ...line }))
  return {
    rounding: plan.rounding ?? 'half-up',
    cashStep: plan.cashStep === undefined ? undefined : checkDecimal(plan.cashStep, [], []),
    shares: lines.map(({ share }) => checkShare(share, [], []) as ReadShare),
    dues: lines.map(({ due }) => due.map((step) => ({ ...step }))),
    policy: policyReference(plan),
  }
}
