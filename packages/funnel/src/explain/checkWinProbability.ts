import type { Issue } from '@clientele/core'
import { type Check, checkAgrees, checkCount, membersOf, orNull } from '@clientele/core/checks'
import type { WinProbability } from '../curves/types.js'
import { checkAtLeast, checkAtMost, checkPart, ROUNDING } from './checkConversion.js'

const checkShape: Check = membersOf({
  probability: orNull(checkPart),
  sample: checkCount,
  unresolved: orNull(checkPart),
  throughDays: orNull(checkCount),
})

const checkKnown: Check = membersOf({ unresolved: checkPart, throughDays: checkCount })

/** Adds an issue for all that is wrong with the probability that a deal is won. */
export function checkWinProbability(value: unknown, issues: Issue[]): void {
  checkShape(value, ['result'], issues)
  if (issues.length > 0) return
  const { probability, sample, unresolved } = value as WinProbability
  if (probability === null) {
    checkAgrees(value, { unresolved: null, throughDays: null }, ['result'], issues)
    return
  }
  checkKnown(value, ['result'], issues)
  checkAtLeast(sample, 1, ['result', 'sample'], issues)
  if (unresolved !== null) checkAtMost(unresolved, 1 - probability + ROUNDING, ['result', 'unresolved'], issues)
}
