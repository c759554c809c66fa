import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkCurrency,
  checkInteger,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  checkUnique,
  createIssue,
  describeValue,
  policyKeys,
  readDuration,
} from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityText, readQuantity } from '../numbers/quantity.js'

type Document = { readonly [key: string]: unknown }

/** The cuts of a tier, as far as they can be read. */
interface Cuts {
  readonly promoteFrom: Quantity | undefined
  readonly demoteBelow: Quantity | undefined
  /** `promoteFrom` where none is given. */
  readonly from: Quantity | undefined
}

const KEYS = [...policyKeys, 'title', 'currency', 'tiers', 'minimumStay', 'grace', 'up', 'down', 'review', 'maximumSteps', 'withoutValue']
const CUTS = ['promoteFrom', 'demoteBelow', 'from'] as const
const TIER_KEYS = ['id', 'title', ...CUTS]
const WHEN = ['at-once', 'at-review'] as const

/**
 * Finds everything that is wrong with a policy of re-tiering, whichever customers it is for.
 *
 * @param value - Anything; {@link RetierPolicy} says what such a policy is.
 * @returns The issues, none for a policy that {@link retier} takes; their paths start at the policy.
 * @example
 * import { checkRetierPolicy } from '@clientele/tiering'
 *
 * const tiers = [{ id: 'A', promoteFrom: '100', demoteBelow: '120' }, { id: 'B' }]
 * const issues = checkRetierPolicy({ kind: 'retier-policy', id: 'usual', version: 1, tiers, up: 'at-once', down: 'at-review' })
 * issues.map(({ path, message }) => `${path.join('.')} ${message}`)
 * //=> ['tiers.0.demoteBelow must be at most 100, not 120', 'review is required']
 */
export function checkRetierPolicy(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(policy: Document, issues: Issue[]): void {
  const { title, currency, tiers, minimumStay, grace, up, down, review, maximumSteps, withoutValue } = policy
  checkKeys(policy, KEYS, [], issues)
  checkPolicyHeader(policy, 'retier-policy', [], issues)
  if (title !== undefined) checkLocalizedText(title, ['title'], issues)
  if (currency !== undefined) checkCurrency(currency, ['currency'], issues)
  checkTiers(tiers, issues)
  if (minimumStay !== undefined) readDuration(minimumStay, ['minimumStay'], issues)
  if (grace !== undefined) readDuration(grace, ['grace'], issues)
  checkChoice(up, WHEN, ['up'], issues)
  checkChoice(down, WHEN, ['down'], issues)
  if (review !== undefined) checkReview(review, issues)
  else if (up === 'at-review' || down === 'at-review') issues.push(createIssue('missing', ['review'], {}))
  if (maximumSteps !== undefined) checkInteger(maximumSteps, ['maximumSteps'], issues, { minimum: 1 })
  if (withoutValue !== undefined) checkChoice(withoutValue, ['hold', 'zero'], ['withoutValue'], issues)
}

function checkTiers(value: unknown, issues: Issue[]): void {
  const last = Array.isArray(value) ? value.length - 1 : 0
  const cuts = new Map<number, Cuts>()
  checkMembers(value, ['tiers'], issues, (tier, path) => {
    const index = path[1] as number
    checkKeys(tier, TIER_KEYS, path, issues)
    if (tier['title'] !== undefined) checkLocalizedText(tier['title'], [...path, 'title'], issues)
    if (index === last) checkNoCuts(tier, path, issues)
    else cuts.set(index, checkCuts(tier, path, issues))
  })
  checkFalling(cuts, 'promoteFrom', issues)
  checkFalling(cuts, 'demoteBelow', issues)
  if ([...cuts.values()].some(({ from, promoteFrom }) => from !== promoteFrom)) checkFalling(cuts, 'from', issues)
}

/** Whoever is in no other tier is in the last one. */
function checkNoCuts(tier: Document, path: Path, issues: Issue[]): void {
  for (const key of CUTS) {
    const cut = tier[key]
    if (cut !== undefined && cut !== null) issues.push(createIssue('not-allowed', [...path, key], { allowed: ['null'], actual: describeValue(cut) }))
  }
}

/** A value that has just lifted a customer, or brought in a new one, must not let the customer fall, nor lift it any further. */
function checkCuts(tier: Document, path: Path, issues: Issue[]): Cuts {
  const promoteFrom = readQuantity(tier['promoteFrom'], [...path, 'promoteFrom'], issues)
  const maximum = boundOf(promoteFrom)
  const demoteBelow = readQuantity(tier['demoteBelow'], [...path, 'demoteBelow'], issues, { maximum })
  const { from } = tier
  if (from === undefined || from === null) return { promoteFrom, demoteBelow, from: promoteFrom }
  return { promoteFrom, demoteBelow, from: readQuantity(from, [...path, 'from'], issues, { minimum: boundOf(demoteBelow), maximum }) }
}

function boundOf(cut: Quantity | undefined): string | undefined {
  return cut === undefined ? undefined : quantityText(cut)
}

/** Each cut must be below all before it; what cannot be read has its own issue. */
function checkFalling(tiers: ReadonlyMap<number, Cuts>, key: keyof Cuts, issues: Issue[]): void {
  let least: Quantity | undefined
  for (const [index, { [key]: cut }] of tiers) {
    if (cut === undefined) continue
    if (least === undefined || compareQuantities(cut, least) < 0) least = cut
    else issues.push(createIssue('not-below', ['tiers', index, key], { bound: quantityText(least), actual: quantityText(cut) }))
  }
}

function checkReview(value: unknown, issues: Issue[]): void {
  if (!checkRecord(value, ['review'], issues)) return
  const { months, ...others } = { ...value }
  checkKeys(others, ['months'], ['review'], issues)
  if (!checkList(months, ['review', 'months'], issues, { filled: true })) return
  const bounds = { minimum: 1, maximum: 12 }
  const read = Array.from(months, (month, index) => (checkInteger(month, ['review', 'months', index], issues, bounds) ? String(month) : undefined))
  checkUnique(read, (index) => ['review', 'months', index], issues)
}
