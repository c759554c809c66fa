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
  createIssue,
  formatPath,
  policyKeys,
} from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityText, readQuantity } from '../numbers/quantity.js'

type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'currency', 'monetary', 'segments']
const BIN_KEYS = [...KEYS, 'bins', 'compatible']
const CUT_KEYS = [...KEYS, 'cuts']
const WAYS = ['bins', 'compatible', 'cuts']
const SEGMENT_KEYS = ['id', 'title', 'r', 'f', 'm', 'action']
const MEASURES = ['recency', 'frequency', 'monetary']
const SCORES = ['r', 'f', 'm']

const FEWEST_BINS = 2
const MOST_BINS = 20

/**
 * Finds everything that is wrong with an RFM scheme, whichever customers it is for.
 *
 * @param value - Anything; {@link RfmScheme} says what an RFM scheme is.
 * @returns The issues, none for a scheme that {@link scoreRfm} takes; their paths start at the scheme.
 * @example
 * import { checkRfmScheme } from '@clientele/tiering'
 *
 * const segments = [{ id: 'best', r: [4, 5], f: [4, 6] }]
 * const issues = checkRfmScheme({ kind: 'rfm-scheme', id: 'usual', version: 1, bins: 5, segments })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['segments', 0, 'f', 1], message: 'must be at most 5, not 6' }]
 */
export function checkRfmScheme(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(scheme: Document, issues: Issue[]): void {
  const { monetary, segments } = scheme
  // What is there but undefined is as good as left out, also where the other way to score has no such key.
  const given = Object.fromEntries(Object.entries(scheme).filter(([key, value]) => value !== undefined || !WAYS.includes(key)))
  const hasCuts = scheme['cuts'] !== undefined && scheme['bins'] === undefined
  const { cuts, ...others } = given
  checkKeys(others, hasCuts ? CUT_KEYS : BIN_KEYS, [], issues)
  if (cuts !== undefined && !hasCuts) issues.push(createIssue('given-elsewhere', ['cuts'], { value: 'bins', place: formatPath(['bins']) }))
  checkPolicyHeader(scheme, 'rfm-scheme', [], issues)
  if (scheme['title'] !== undefined) checkLocalizedText(scheme['title'], ['title'], issues)
  if (scheme['currency'] !== undefined) checkCurrency(scheme['currency'], ['currency'], issues)
  const bins = hasCuts ? checkCuts(scheme['cuts'], issues) : checkBins(scheme, issues)
  if (monetary !== undefined) checkMonetary(monetary, issues)
  if (checkList(segments, ['segments'], issues) && segments.length > 0) {
    checkMembers(segments, ['segments'], issues, (segment, path) => checkSegment(segment, bins ?? MOST_BINS, path, issues))
  }
}

function checkBins({ bins, compatible }: Document, issues: Issue[]): number | undefined {
  if (compatible !== undefined) checkChoice(compatible, ['r-rfm'], ['compatible'], issues)
  return checkInteger(bins, ['bins'], issues, { minimum: FEWEST_BINS, maximum: MOST_BINS }) ? bins : undefined
}

/** Checks fixed cuts, and gives the number of scores that they make where that can be told. */
function checkCuts(value: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(value, ['cuts'], issues)) return undefined
  const cuts = { ...value }
  checkKeys(cuts, MEASURES, ['cuts'], issues)
  let expected: number | undefined
  for (const measure of MEASURES) {
    const path = ['cuts', measure]
    const list = cuts[measure]
    if (!checkList(list, path, issues, { filled: true })) continue
    const actual = list.length
    if (actual >= MOST_BINS) issues.push(createIssue('too-many-parts', path, { maximum: MOST_BINS - 1 }))
    else if (expected !== undefined && actual !== expected) issues.push(createIssue('wrong-length', path, { expected, actual }))
    expected ??= actual
    checkAscending(list, path, issues)
  }
  return expected !== undefined && expected > 0 && expected < MOST_BINS ? expected + 1 : undefined
}

/** Two cuts may be alike: as they are found where many customers have the same value. */
function checkAscending(list: readonly unknown[], path: Path, issues: Issue[]): void {
  let before: Quantity | undefined
  Array.from(list).forEach((value, index) => {
    const cut = readQuantity(value, [...path, index], issues)
    if (before !== undefined && cut !== undefined && compareQuantities(cut, before) < 0) {
      issues.push(createIssue('falling', [...path, index], { before: quantityText(before), actual: quantityText(cut) }))
    }
    before = cut ?? before
  })
}

function checkMonetary(value: unknown, issues: Issue[]): void {
  if (!checkRecord(value, ['monetary'], issues)) return
  const { measure, statistic, ...others } = { ...value }
  checkKeys(others, ['measure', 'statistic'], ['monetary'], issues)
  checkChoice(measure, ['net', 'gross'], ['monetary', 'measure'], issues)
  checkChoice(statistic, ['sum', 'mean'], ['monetary', 'statistic'], issues)
}

function checkSegment(segment: Document, bins: number, path: Path, issues: Issue[]): void {
  checkKeys(segment, SEGMENT_KEYS, path, issues)
  for (const key of ['title', 'action']) if (segment[key] !== undefined) checkLocalizedText(segment[key], [...path, key], issues)
  for (const score of SCORES) if (segment[score] !== undefined) checkRange(segment[score], bins, [...path, score], issues)
}

function checkRange(value: unknown, bins: number, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  if (value.length !== 2) {
    issues.push(createIssue('wrong-length', path, { expected: 2, actual: value.length }))
    return
  }
  const [lowest, highest] = Array.from(value)
  const isRead = checkInteger(lowest, [...path, 0], issues, { minimum: 1, maximum: bins })
  checkInteger(highest, [...path, 1], issues, { minimum: isRead ? lowest : 1, maximum: bins })
}
