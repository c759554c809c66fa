import { checkCondition, type Issue, type Path } from '@clientele/core'
import {
  checkKeys,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  checkText,
  createIssue,
  describeValue,
  isRecord,
  ownValue,
  policyKeys,
} from '@clientele/core/checks'

const LISTED_IDS = 20

/** A copy of an object's own properties: what a prototype holds is never data. */
type Document = { readonly [key: string]: unknown }

/** The ids that grades and routes may have; undefined where the rulebook lists none. */
interface Listed {
  readonly grades: ReadonlySet<string> | undefined
  readonly routes: ReadonlySet<string> | undefined
}

/**
 * Finds everything that is wrong with a rulebook.
 *
 * @param value - Anything; {@link Rulebook} says what a rulebook is.
 * @returns The issues, none for a rulebook that the verbs take; their paths start at the rulebook.
 * @example
 * import { checkRulebook } from '@clientele/scoring'
 *
 * const when = { field: 'budget', operator: 'over', value: 1 }
 * const issues = checkRulebook({ kind: 'rulebook', id: 'leads', version: 1, rules: [{ id: 'rich', when, grade: 'A' }], otherwise: {} })
 * issues.map(({ code, path }) => ({ code, path }))
 * //=> [{ code: 'not-allowed', path: ['rules', 0, 'when', 'operator'] }, { code: 'missing', path: ['otherwise', 'grade'] }]
 */
export function checkRulebook(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, [...policyKeys, 'title', 'rules', 'otherwise', 'grades', 'routes'], [], issues)
  checkPolicyHeader(value, 'rulebook', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  const listed = { grades: idsOf(value['grades']), routes: idsOf(value['routes']) }
  checkMembers(value['rules'], ['rules'], issues, (rule, path) => checkRule(rule, path, issues, listed))
  if (checkRecord(value['otherwise'], ['otherwise'], issues)) checkOtherwise({ ...value['otherwise'] }, issues, listed)
  for (const list of ['grades', 'routes']) {
    if (value[list] !== undefined) checkMembers(value[list], [list], issues, (member, path) => checkTitled(member, path, issues))
  }
}

function idsOf(value: unknown): ReadonlySet<string> | undefined {
  if (!Array.isArray(value)) return undefined
  const ids = Array.from(value, idOf).filter((id) => id !== undefined)
  return ids.length === 0 ? undefined : new Set(ids)
}

/** A member's id, if that is a string. */
function idOf(member: unknown): string | undefined {
  const id = isRecord(member) ? ownValue(member, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}

function checkRule(rule: Document, path: Path, issues: Issue[], listed: Listed): void {
  checkKeys(rule, ['id', 'title', 'when', 'grade', 'route'], path, issues)
  if (rule['title'] !== undefined) checkLocalizedText(rule['title'], [...path, 'title'], issues)
  for (const issue of checkCondition(rule['when'])) issues.push({ ...issue, path: [...path, 'when', ...issue.path] })
  checkOutcome(rule, path, issues, listed)
}

function checkOtherwise(otherwise: Document, issues: Issue[], listed: Listed): void {
  checkKeys(otherwise, ['grade', 'route'], ['otherwise'], issues)
  checkOutcome(otherwise, ['otherwise'], issues, listed)
}

function checkOutcome(outcome: Document, path: Path, issues: Issue[], { grades, routes }: Listed): void {
  checkListed(outcome['grade'], grades, [...path, 'grade'], issues)
  if (outcome['route'] !== undefined) checkListed(outcome['route'], routes, [...path, 'route'], issues)
}

function checkListed(id: unknown, listed: ReadonlySet<string> | undefined, path: Path, issues: Issue[]): void {
  if (!checkText(id, path, issues) || listed === undefined || listed.has(id)) return
  const known = [...listed].map(describeValue)
  const allowed = known.length > LISTED_IDS ? [...known.slice(0, LISTED_IDS), '…'] : known
  issues.push(createIssue('not-allowed', path, { allowed, actual: describeValue(id) }))
}

function checkTitled(member: Document, path: Path, issues: Issue[]): void {
  checkKeys(member, ['id', 'title'], path, issues)
  if (member['title'] !== undefined) checkLocalizedText(member['title'], [...path, 'title'], issues)
}
