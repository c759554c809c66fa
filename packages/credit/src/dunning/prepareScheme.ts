import type { Issue, Path } from '@clientele/core'
import { addIssuesAt, type CalendarDuration, parseDuration, policyReference } from '@clientele/core/checks'
import { readRate } from '../interest/prepareRate.js'
import { nothing, type PreparedAmount, readAmountByCurrency } from '../money/readAmountByCurrency.js'
import type { AmountByCurrency } from '../money/types.js'
import { checkDunningScheme } from './checkDunningScheme.js'
import type { PreparedLevel, PreparedScheme } from './prepared.js'
import type { DunningLevel, DunningScheme } from './types.js'

const ONE_DAY = 'P1D'

/** Checks and reads a dunning scheme, or adds issues, which start at `path`, and returns undefined. */
export function readScheme(value: unknown, path: Path, issues: Issue[]): PreparedScheme | undefined {
  const found = checkDunningScheme(value)
  addIssuesAt(path, found, issues)
  return found.length === 0 ? prepare({ ...(value as DunningScheme) }) : undefined
}

function prepare(scheme: DunningScheme): PreparedScheme {
  const interest = scheme.interest === undefined ? undefined : readRate(scheme.interest, [], [])
  return {
    levels: scheme.levels.map((level) => prepareLevel({ ...level })),
    minimum: read(scheme.minimumAmount),
    skipDisputed: scheme.skipDisputed === true,
    interest,
    policies: [policyReference(scheme), ...(interest === undefined ? [] : [interest.policy])],
  }
}

function prepareLevel({ level, afterDays, minimumInterval = ONE_DAY, letter, feeAmount, block }: DunningLevel): PreparedLevel {
  const interval = parseDuration(minimumInterval) as CalendarDuration
  return { level, afterDays, minimumInterval: interval, letter, fee: read(feeAmount), block: block === true }
}

function read(amount: AmountByCurrency | undefined): PreparedAmount {
  return amount === undefined ? nothing : readAmountByCurrency(amount, [], [])
}
