import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkCurrency,
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
  ownValue,
  policyKeys,
} from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityText, readQuantity, ZERO } from '../numbers/quantity.js'
import { MOST_TIERS } from './mostTiers.js'

type Document = { readonly [key: string]: unknown }

const HEAD_KEYS = [...policyKeys, 'title', 'currency', 'type', 'boundary']
export const THRESHOLD_KEYS: readonly string[] = [...HEAD_KEYS, 'tiers']
const SHARE_KEYS = [...HEAD_KEYS, 'cuts', 'expectedShareOfValue']
const TIER_KEYS = ['id', 'title', 'from']
const CUT_KEYS = ['id', 'title', 'upToPercent']
const EXPECTED_KEYS = ['id', 'fromPercent', 'toPercent']
const WHOLE = '100'

/**
 * Finds everything that is wrong with a tier scheme, of whichever type.
 *
 * @param value - Anything; {@link TierScheme} says what a tier scheme is.
 * @returns The issues, none for a scheme that {@link compareSchemes} takes and, if it is of their type, {@link classifyByThreshold},
 * {@link classifyByShare} or {@link classifyByScore}; their paths start at the scheme.
 * @example
 * import { checkTierScheme } from '@clientele/tiering'
 *
 * const tiers = [{ id: 'A', from: '100000' }, { id: 'B', from: '500000' }, { id: 'C', from: null }]
 * const issues = checkTierScheme({ kind: 'tier-scheme', id: 'abc', version: 1, type: 'threshold', tiers })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['tiers', 1, 'from'], message: 'must be below 100000, not 500000' }]
 */
export function checkTierScheme(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(scheme: Document, issues: Issue[]): void {
  checkPolicyHeader(scheme, 'tier-scheme', [], issues)
  const { title, currency, type } = scheme
  if (title !== undefined) checkLocalizedText(title, ['title'], issues)
  if (currency !== undefined) checkCurrency(currency, ['currency'], issues)
  if (!checkChoice(type, ['threshold', 'share-of-value', 'share-of-customers'], ['type'], issues)) {
    // Of which type it should be is not known, so neither is what belongs to it.
    checkKeys(scheme, [...THRESHOLD_KEYS, ...SHARE_KEYS], [], issues)
  } else if (type === 'threshold') {
    checkKeys(scheme, THRESHOLD_KEYS, [], issues)
    checkBoundary(scheme['boundary'], ['above', 'at-or-above'], issues)
    checkTiers(scheme['tiers'], issues)
  } else {
    checkKeys(scheme, SHARE_KEYS, [], issues)
    checkBoundary(scheme['boundary'], ['before', 'after'], issues)
    checkCuts(scheme['cuts'], issues)
    if (scheme['expectedShareOfValue'] !== undefined) checkExpected(scheme['expectedShareOfValue'], idsOf(scheme['cuts']), issues)
  }
}

function checkBoundary(value: unknown, allowed: readonly string[], issues: Issue[]): void {
  if (value !== undefined) checkChoice(value, allowed, ['boundary'], issues)
}

/** Checks a list of tiers; `checkLimit` says where each ends. */
function checkEach(value: unknown, name: string, keys: readonly string[], issues: Issue[], checkLimit: (tier: Document, path: Path) => void): void {
  if (Array.isArray(value) && value.length > MOST_TIERS) {
    issues.push(createIssue('too-many-parts', [name], { maximum: MOST_TIERS }))
    return
  }
  checkMembers(value, [name], issues, (tier, path) => {
    checkKeys(tier, keys, path, issues)
    if (tier['title'] !== undefined) checkLocalizedText(tier['title'], [...path, 'title'], issues)
    checkLimit(tier, path)
  })
}

/** Thresholds fall, and the last tier has none. */
function checkTiers(value: unknown, issues: Issue[]): void {
  let lowest: Quantity | undefined
  checkEach(value, 'tiers', TIER_KEYS, issues, ({ from }, place) => {
    const path = [...place, 'from']
    if (isLast(value, place)) checkNull(from, path, issues)
    else lowest = checkOrder(readQuantity(from, path, issues), lowest, -1, path, issues)
  })
}

function checkNull(value: unknown, path: Path, issues: Issue[]): void {
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else if (value !== null) issues.push(createIssue('not-allowed', path, { allowed: ['null'], actual: describeValue(value) }))
}

/** Cuts rise from above 0, and the last is that of the whole. */
function checkCuts(value: unknown, issues: Issue[]): void {
  let highest: Quantity | undefined = ZERO
  checkEach(value, 'cuts', CUT_KEYS, issues, ({ upToPercent }, place) => {
    const path = [...place, 'upToPercent']
    const bounds = isLast(value, place) ? { minimum: WHOLE, maximum: WHOLE } : { maximum: WHOLE }
    highest = checkOrder(readQuantity(upToPercent, path, issues, bounds), highest, 1, path, issues)
  })
}

function isLast(tiers: unknown, path: Path): boolean {
  return path.at(-1) === (tiers as readonly unknown[]).length - 1
}

/** Checks that a quantity is beyond the farthest before it, upwards (1) or downwards (-1), and gives the farthest of both. */
function checkOrder(
  value: Quantity | undefined,
  farthest: Quantity | undefined,
  direction: 1 | -1,
  path: Path,
  issues: Issue[],
): Quantity | undefined {
  if (value === undefined) return farthest
  if (farthest === undefined || compareQuantities(value, farthest) * direction > 0) return value
  issues.push(createIssue(direction > 0 ? 'not-above' : 'not-below', path, { bound: quantityText(farthest), actual: quantityText(value) }))
  return farthest
}

/** What is expected of tiers of the scheme, of each at most once. */
function checkExpected(value: unknown, tiers: readonly string[] | undefined, issues: Issue[]): void {
  const path = ['expectedShareOfValue']
  if (!checkList(value, path, issues)) return
  const ids = Array.from(value, (expected, index) => checkExpectation(expected, tiers, [...path, index], issues))
  checkUnique(ids, (index) => [...path, index, 'id'], issues)
}

/** Checks what is expected of a tier, and gives its id where nothing is wrong with that. */
function checkExpectation(value: unknown, tiers: readonly string[] | undefined, path: Path, issues: Issue[]): string | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { id, ...expected } = { ...value }
  checkKeys(expected, EXPECTED_KEYS, path, issues)
  const place = [...path, 'id']
  const isKnown = tiers === undefined ? checkText(id, place, issues) : checkChoice(id, tiers, place, issues)
  const from = readQuantity(expected['fromPercent'], [...path, 'fromPercent'], issues, { minimum: '0' })
  readQuantity(expected['toPercent'], [...path, 'toPercent'], issues, { minimum: from === undefined ? '0' : quantityText(from) })
  return isKnown && typeof id === 'string' ? id : undefined
}

/** The ids of the tiers, as far as they are told; undefined where there is no list of them. */
function idsOf(cuts: unknown): string[] | undefined {
  if (!Array.isArray(cuts)) return undefined
  return Array.from(cuts, (cut) => (isRecord(cut) ? ownValue(cut, 'id') : undefined)).filter((id) => typeof id === 'string')
}
