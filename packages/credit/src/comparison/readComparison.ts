import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkList, checkRecord, checkText, checkUnique, createIssue, describeValue } from '@clientele/core/checks'
import type { Fraction } from '../numbers/fraction.js'
import { type ReadCreditPolicy, readCreditPolicy } from './readCreditPolicy.js'
import { readDaysInYear, readPercent } from './readFigure.js'
import type { PolicyComparisonOptions } from './types.js'

/** How policies are compared, checked and read. */
export interface ReadComparison {
  readonly costOfCapital: Fraction
  readonly daysInYear: Fraction
  readonly existingReceivablesAt: PolicyComparisonOptions['existingReceivablesAt']
  /** The id of the policy in force, where it is given. */
  readonly current: string | undefined
}

const KEYS = ['costOfCapitalPercent', 'daysInYear', 'existingReceivablesAt', 'current']
const LISTED_IDS = 20

/** Checks and reads credit policies of different ids, or adds issues and returns undefined. */
export function readCreditPolicies(value: unknown, path: Path, issues: Issue[]): readonly ReadCreditPolicy[] | undefined {
  const before = issues.length
  if (!checkList(value, path, issues, { filled: true })) return undefined
  const policies = Array.from(value, (policy, index) => readCreditPolicy(policy, [...path, index], issues))
  checkUnique(
    policies.map((policy) => policy?.id),
    (index) => [...path, index, 'id'],
    issues,
  )
  return issues.length > before ? undefined : (policies as readonly ReadCreditPolicy[])
}

/** Checks and reads how policies are compared, or adds issues and returns undefined. */
export function readComparison(value: unknown, policies: readonly ReadCreditPolicy[] | undefined, issues: Issue[]): ReadComparison | undefined {
  const before = issues.length
  if (!checkRecord(value, ['options'], issues)) return undefined
  const { costOfCapitalPercent, daysInYear, existingReceivablesAt, current, ...others } = { ...value }
  checkKeys(others, KEYS, ['options'], issues)
  const costOfCapital = readPercent(costOfCapitalPercent, ['options', 'costOfCapitalPercent'], issues)
  const year = readDaysInYear(daysInYear, ['options', 'daysInYear'], issues)
  checkChoice(existingReceivablesAt, ['variable-cost', 'price'], ['options', 'existingReceivablesAt'], issues)
  if (current !== undefined) checkCurrent(current, policies, ['options', 'current'], issues)
  return issues.length > before ? undefined : ({ costOfCapital, daysInYear: year, existingReceivablesAt, current } as ReadComparison)
}

function checkCurrent(value: unknown, policies: readonly ReadCreditPolicy[] | undefined, path: Path, issues: Issue[]): void {
  if (!checkText(value, path, issues) || policies === undefined || policies.some(({ id }) => id === value)) return
  const names = policies.slice(0, LISTED_IDS).map(({ id }) => describeValue(id))
  const allowed = policies.length > LISTED_IDS ? [...names, '…'] : names
  issues.push(createIssue('not-allowed', path, { allowed, actual: describeValue(value) }))
}
