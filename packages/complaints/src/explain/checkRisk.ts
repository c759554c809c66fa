import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkInteger,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { DeadlineRisk, DeadlineRiskDiagnosis } from '../risk/types.js'
import { moment } from './checkClockSpans.js'
import { readTitled, type TitledPolicies } from './readTitled.js'

const cycle: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: 1 })
}

const diagnoses: CodeChecks<DeadlineRiskDiagnosis> = {
  'nothing-to-compare': { complaint: checkText, clock: checkText },
  rejected: { count: checkCount },
  'small-sample': { complaint: checkText, clock: checkText, sample: checkCount },
}

const rate = { clock: checkText, step: checkText, department: orNull(checkText), sample: checkCount, breached: checkCount }

const checkShape: Check = membersOf({
  at: moment,
  risks: listOf(membersOf({ ...rate, complaint: checkText, cycle, ageSeconds: checkShare, breachRate: orNull(checkShare) })),
  steps: listOf(membersOf({ ...rate, breachRate: checkShare })),
  diagnoses: listOf(codedBy<DeadlineRiskDiagnosis>(diagnoses)),
})

/** Reads the policies; adds an issue for all that is wrong with them or the risk, and where it tells of clocks that none of them has. */
export function checkRiskOfPolicy(value: unknown, policies: unknown, issues: Issue[]): TitledPolicies {
  const titled = readTitled(policies, ['policy'], issues)
  if (issues.length === 0 && titled.clockPolicies.length === 0) issues.push(createIssue('missing', ['policy'], {}))
  checkShape(value, ['result'], issues)
  if (issues.length > 0) return titled
  const { risks, steps, diagnoses: found } = value as DeadlineRisk
  const known = titled.clockPolicies.flatMap(({ clocks }) => clocks.map(({ id }) => id))
  const check = (one: { readonly clock: string; readonly sample: number; readonly breached: number }, path: Path): void => {
    checkAmong(one.clock, known, [...path, 'clock'], issues)
    if (one.breached > one.sample) {
      issues.push(createIssue('too-large', [...path, 'breached'], { maximum: String(one.sample), actual: String(one.breached) }))
    } else checkAgrees(one, { breachRate: one.sample === 0 ? null : one.breached / one.sample }, path, issues)
  }
  risks.forEach((one, index) => check(one, ['result', 'risks', index]))
  steps.forEach((one, index) => check(one, ['result', 'steps', index]))
  // A host may show the worst ones only: what is diagnosed need not be among them.
  found.forEach(({ code, params }, index) => {
    if (code !== 'rejected') checkAmong(params.clock, known, ['result', 'diagnoses', index, 'params', 'clock'], issues)
  })
  return titled
}

/** The name of a clock of a complaint. */
export function nameOf({ complaint, clock }: { readonly complaint: string; readonly clock: string }): string {
  return JSON.stringify([complaint, clock])
}
