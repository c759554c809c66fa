import { type Issue, localizeText, type Path, type PolicyReference } from '@clientele/core'
import {
  checkDecimal,
  checkList,
  checkPolicies,
  checkRecord,
  createIssue,
  describeValue,
  isRecord,
  ownValue,
  throwIssues,
} from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepared.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'

/** A criterion as a person reads of it. */
export interface TitledCriterion extends PreparedCriterion {
  readonly title: string
}

/** A scorecard, read, with its criteria's titles in a language. */
export interface TitledScorecard {
  readonly card: PreparedScorecard
  readonly criteria: ReadonlyMap<string, TitledCriterion>
}

/** Checks and reads a scorecard, and picks its titles. */
export function titleScorecard(scorecard: Scorecard, languageTag: string): TitledScorecard {
  const card = prepareScorecard(scorecard)
  const titleOf = (id: string, index: number): string => localizeText(scorecard.criteria[index]?.title ?? id, languageTag)
  return { card, criteria: new Map(card.criteria.map((criterion, index) => [criterion.id, { ...criterion, title: titleOf(criterion.id, index) }])) }
}

/** Throws where a result lacks its list of records, or says that another policy made it. */
export function checkResult(
  result: unknown,
  name: string,
  list: string,
  { policies: known }: { readonly policies: readonly PolicyReference[] },
): void {
  const issues: Issue[] = []
  if (checkRecord(result, [name], issues)) {
    checkList(ownValue(result, list), [name, list], issues)
    const policies = ownValue(result, 'policies')
    if (policies !== undefined) checkPolicies(policies, [name, 'policies'], known, issues)
  }
  throwIssues(issues)
}

/** Throws where a result lacks one of its lists of records. */
export function checkLists(result: unknown, name: string, lists: readonly string[]): void {
  const issues: Issue[] = []
  for (const list of lists) {
    const path = [name, list]
    const value = isRecord(result) ? ownValue(result, list) : undefined
    if (checkList(value, path, issues))
      Array.from(value).forEach((one, index) => typeof one === 'string' || checkRecord(one, [...path, index], issues))
  }
  throwIssues(issues)
}

/** Throws where contributions are not what the scorecard makes of their ratings: another one made them. */
export function checkContributions(contributions: readonly unknown[], path: Path, { criteria }: TitledScorecard): void {
  const issues: Issue[] = []
  contributions.forEach((contribution, index) => checkContribution(contribution, [...path, index], criteria, issues))
  throwIssues(issues)
}

function checkContribution(value: unknown, path: Path, criteria: ReadonlyMap<string, PreparedCriterion>, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const contribution = { ...value }
  const id = contribution['criterion']
  const criterion = typeof id === 'string' ? criteria.get(id) : undefined
  if (criterion === undefined) {
    const allowed = [...criteria.keys()].map((known) => JSON.stringify(known))
    issues.push(createIssue('not-allowed', [...path, 'criterion'], { allowed, actual: describeValue(id) }))
    return
  }
  const rating = checkDecimal(contribution['rating'], [...path, 'rating'], issues)
  if (rating === undefined) return
  const { weight, minimum, maximum, reversed } = criterion
  const counted = reversed ? minimum.plus(maximum).minus(rating) : rating
  const expected = { weight: decimalText(weight), ...(reversed ? { counted: decimalText(counted) } : {}), points: decimalText(weight.times(counted)) }
  for (const [key, text] of Object.entries(expected)) {
    if (contribution[key] !== text)
      issues.push(createIssue('outdated-input', [...path, key], { expected: text, actual: describeValue(contribution[key]) }))
  }
}
