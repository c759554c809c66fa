import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkInteger,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  isRecord,
  policyKeys,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkAtMost } from '../money/checkAtMost.js'
import { checkRoles } from '../orders/checkRoles.js'
import type { DeteriorationMeasure, DeteriorationSign } from './types.js'

type Document = { readonly [key: string]: unknown }
type SignType = DeteriorationSign['type']
type Measure = DeteriorationMeasure['measure']

/** The ids of a policy's signs, and as many as an issue lists. */
interface KnownSigns {
  readonly ids: ReadonlySet<string>
  readonly listed: readonly string[]
}

const KEYS = [...policyKeys, 'title', 'grades', 'signs', 'reportTo', 'decidedBy', 'roles', 'measures']
/** By what each sign may say how much is needed. */
const SIZE_OF_SIGN: { readonly [Type in SignType]: readonly string[] } = {
  'grade-fell': ['by'],
  'loss-rate-rose': ['byPercentagePoints'],
  'standard-lost': [],
  'dunning-level-rose': ['by'],
  'overdue-rose': ['byAmount'],
  'days-delinquent-rose': ['byDays'],
}
const AIM_OF_MEASURE: { readonly [Name in Measure]: readonly string[] } = {
  guarantor: [],
  'joint-guarantor': [],
  'raise-deposit': ['toPercentOfLimit'],
  'notarise-contract': [],
  'reduce-supply': ['toPercentOfLimit'],
  'restrict-shipments': ['to'],
}
const LISTED = 20
const SIGN_TYPES = Object.keys(SIZE_OF_SIGN) as readonly SignType[]
const MEASURES = Object.keys(AIM_OF_MEASURE) as readonly Measure[]

/**
 * Finds everything that is wrong with a policy for worsening credit, whichever customer it is for.
 *
 * @param value - Anything; {@link DeteriorationPolicy} says what such a policy is.
 * @returns The issues, none for a policy that {@link respondToDeterioration} takes; their paths start at the policy. An amount may still have more
 * decimal places than the account's currency, which only `respondToDeterioration` can tell.
 * @example
 * import { checkDeteriorationPolicy } from '@clientele/credit'
 * import { textbookDeterioration } from '@clientele/credit/templates'
 *
 * const measures = [{ measure: 'reduce-supply', toPercentOfLimit: 120 }, { measure: 'guarantor', onSigns: ['strike'] }]
 * const issues = checkDeteriorationPolicy({ ...textbookDeterioration, measures })
 * issues.map(({ code, path }) => `${path.join('.')}: ${code}`)
 * //=> ['measures.0.toPercentOfLimit: too-large', 'measures.1.onSigns.0: not-allowed']
 */
export function checkDeteriorationPolicy(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(policy: Document, issues: Issue[]): void {
  const { title, grades, signs, reportTo, decidedBy, roles, measures } = policy
  checkKeys(policy, KEYS, [], issues)
  checkPolicyHeader(policy, 'deterioration-policy', [], issues)
  if (title !== undefined) checkLocalizedText(title, ['title'], issues)
  if (grades !== undefined) checkTexts(grades, ['grades'], issues)
  checkMembers(signs, ['signs'], issues, (sign, path) => checkSign(sign, path, issues))
  const members = Array.isArray(signs) ? Array.from(signs, (sign: unknown): Document => (isRecord(sign) ? { ...sign } : {})) : undefined
  if (grades === undefined && members?.some(({ type }) => type === 'grade-fell')) issues.push(createIssue('missing', ['grades'], {}))
  checkText(reportTo, ['reportTo'], issues)
  checkTexts(decidedBy, ['decidedBy'], issues)
  if (roles !== undefined) checkRoles(roles, ['roles'], issues)
  if (!checkList(measures, ['measures'], issues)) return
  const known = members && knownSigns(members.map(({ id }) => id).filter((id) => typeof id === 'string'))
  for (const [index, measure] of Array.from(measures).entries()) checkMeasure(measure, known, ['measures', index], issues)
}

function knownSigns(ids: readonly string[]): KnownSigns | undefined {
  if (ids.length === 0) return undefined
  const listed = ids.slice(0, LISTED).map(describeValue)
  return { ids: new Set(ids), listed: ids.length > LISTED ? [...listed, '…'] : listed }
}

/** Checks a list of at least one text, all different, and gives them. */
function checkTexts(value: unknown, path: Path, issues: Issue[]): (string | undefined)[] {
  if (!checkList(value, path, issues, { filled: true })) return []
  const texts = Array.from(value, (text, index) => (checkText(text, [...path, index], issues) ? text : undefined))
  checkUnique(texts, (index) => [...path, index], issues)
  return texts
}

function checkSign(sign: Document, path: Path, issues: Issue[]): void {
  const { type, title } = sign
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  if (!checkChoice(type, SIGN_TYPES, [...path, 'type'], issues)) return
  checkKeys(sign, ['id', 'title', 'type', ...SIZE_OF_SIGN[type]], path, issues)
  for (const key of SIZE_OF_SIGN[type]) {
    const size = sign[key]
    if (size === undefined) continue
    if (key === 'by') checkInteger(size, [...path, key], issues, { minimum: 1 })
    else checkDecimal(size, [...path, key], issues, { minimum: '0' })
  }
}

function checkMeasure(value: unknown, signs: KnownSigns | undefined, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const rule = { ...value }
  const { measure, onSigns, toPercentOfLimit, to } = rule
  if (onSigns !== undefined) checkOnSigns(onSigns, signs, [...path, 'onSigns'], issues)
  if (!checkChoice(measure, MEASURES, [...path, 'measure'], issues)) return
  checkKeys(rule, ['measure', 'onSigns', ...AIM_OF_MEASURE[measure]], path, issues)
  if (measure === 'restrict-shipments' && to !== undefined) checkText(to, [...path, 'to'], issues)
  if (toPercentOfLimit === undefined || !AIM_OF_MEASURE[measure].includes('toPercentOfLimit')) return
  const percent = checkDecimal(toPercentOfLimit, [...path, 'toPercentOfLimit'], issues, { minimum: '0' })
  if (measure === 'reduce-supply') checkAtMost(percent, new Decimal(100), [...path, 'toPercentOfLimit'], issues)
}

/** Checks ids of signs: those of the policy, where it has any. */
function checkOnSigns(value: unknown, signs: KnownSigns | undefined, path: Path, issues: Issue[]): void {
  for (const [index, id] of checkTexts(value, path, issues).entries()) {
    if (id === undefined || signs === undefined || signs.ids.has(id)) continue
    issues.push(createIssue('not-allowed', [...path, index], { allowed: signs.listed, actual: describeValue(id) }))
  }
}
