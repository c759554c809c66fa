import type { DecimalInput, DecimalString, Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkDay,
  checkMadeByPolicy,
  checkNumber,
  checkQuantity,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkRfmScheme } from '../rfm/checkRfmScheme.js'
import { type ReadRfmScheme, readRfmScheme } from '../rfm/readRfmScheme.js'
import { rfmCode } from '../rfm/rfmCode.js'
import type { Rfm, RfmCustomer, RfmDiagnosis, RfmMeasure, RfmReason, RfmScheme } from '../rfm/types.js'
import { checkOptionalCurrency } from './checkTiering.js'

const measure = oneOf(['recency', 'frequency', 'monetary'])

const reasons: CodeChecks<RfmReason> = {
  'segment-matched': { segment: checkText },
  'no-segment': { code: checkText },
  'no-purchases': {},
}

const diagnoses: CodeChecks<RfmDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'transactions-after-as-of': { count: checkCount },
  'no-customers': {},
  'one-customer': { customer: checkText },
  'no-purchases': { count: checkCount },
  'one-distinct-value': { measure, score: checkCount },
  'fewer-scores': { measure, scores: checkCount, bins: checkCount },
  'no-segment': { count: checkCount },
  'total-not-positive': { total: checkQuantity },
}

const customer = membersOf({
  customer: checkText,
  recencyDays: orNull(checkCount),
  frequency: checkCount,
  monetary: orNull(checkQuantity),
  r: checkCount,
  f: checkCount,
  m: checkCount,
  code: checkText,
  segment: orNull(checkText),
  reasons: listOf(codedBy<RfmReason>(reasons)),
})

const segment = membersOf({
  segment: orNull(checkText),
  count: checkCount,
  value: checkQuantity,
  shareOfCustomers: orNull(checkShare),
  shareOfValue: orNull(checkNumber),
})

/** Checks what {@link scoreRfm} returned. */
const checkShape: Check = membersOf({
  asOf: checkDay,
  currency: checkOptionalCurrency,
  cuts: membersOf({
    recency: listOf(orNull(checkNumber)),
    frequency: listOf(orNull(checkNumber)),
    monetary: listOf(orNull(checkQuantity)),
  }),
  customers: listOf(customer),
  segments: listOf(segment),
  diagnoses: listOf(codedBy<RfmDiagnosis>(diagnoses)),
})

/** Means are rounded to 12 decimal places: a mean and a cut that are nearly alike may have been on either side of each other before. */
const ROUNDING = '0.000000000001'

/** Where scores change, exactly where the scheme fixes it. */
type ExactCuts = { readonly [Measure in RfmMeasure]: readonly Decimal[] }

/**
 * Adds an issue for all that is wrong with a result or its scheme, and where another scheme made it, also one of the same version: of other cuts or
 * segments, or where scores are not those that the values have between the cuts.
 */
export function checkRfmOfScheme(rfm: unknown, scheme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(rfm, 'rfm', checkShape, { name: 'scheme', document: scheme, check: checkRfmScheme }, issues)
  if (issues.length > 0) return
  const [found, own] = [rfm as Rfm, readRfmScheme(scheme as RfmScheme)]
  if (own.currency !== undefined) checkAgrees(found.currency, own.currency, ['rfm', 'currency'], issues)
  checkCuts(found, own, issues)
  checkSegments(found, own, issues)
  if (issues.length > 0) return
  const { recency, frequency, monetary } = own.cuts ?? found.cuts
  const cuts = { recency: exactly(recency), frequency: exactly(frequency), monetary: exactly(monetary) }
  found.customers.forEach((one, index) => checkCustomer(one, cuts, own, ['rfm', 'customers', index], issues))
}

function exactly(cuts: readonly (DecimalInput | null)[]): Decimal[] {
  return cuts.filter((cut) => cut !== null).map((cut) => new Decimal(cut))
}

function checkCuts({ cuts }: Rfm, scheme: ReadRfmScheme, issues: Issue[]): void {
  const expected = scheme.bins - 1
  for (const name of ['recency', 'frequency', 'monetary'] as const) {
    const path = ['rfm', 'cuts', name]
    const { length } = cuts[name]
    if (length !== expected) issues.push(createIssue('wrong-length', path, { expected, actual: length }))
  }
  if (scheme.cuts === undefined || issues.length > 0) return
  const { recency, frequency, monetary } = scheme.cuts
  checkAgrees(cuts.recency, recency.map(Number), ['rfm', 'cuts', 'recency'], issues)
  checkAgrees(cuts.frequency, frequency.map(Number), ['rfm', 'cuts', 'frequency'], issues)
  monetary.forEach((cut, index) => {
    const [expectedCut, actual] = [new Decimal(cut), cuts.monetary[index] ?? null]
    if (actual === null || !expectedCut.eq(actual)) checkAgrees(actual, decimalText(expectedCut), ['rfm', 'cuts', 'monetary', index], issues)
  })
}

/** The segments are those of the scheme, in its order; after them may stand those of no segment. */
function checkSegments({ segments }: Rfm, scheme: ReadRfmScheme, issues: Issue[]): void {
  const ids: readonly (string | null)[] = scheme.segments.map(({ id }) => id)
  const isWithNone = segments.length === ids.length + 1 && segments.at(-1)?.segment === null
  const expected = (isWithNone ? [...ids, null] : ids).map((id) => ({ segment: id }))
  checkAgrees(segments, expected, ['rfm', 'segments'], issues)
}

function checkCustomer(customer: RfmCustomer, cuts: ExactCuts, scheme: ReadRfmScheme, path: Path, issues: Issue[]): void {
  const { recencyDays, frequency, monetary, r, f, m, code } = customer
  const { bins } = scheme
  const passed = (list: readonly Decimal[], value: number): number => list.filter((cut) => cut.lte(value)).length
  checkAgrees(r, recencyDays === null ? 1 : bins - passed(cuts.recency, recencyDays), [...path, 'r'], issues)
  checkAgrees(f, frequency === 0 ? 1 : 1 + passed(cuts.frequency, frequency), [...path, 'f'], issues)
  checkMonetary(m, monetary, cuts.monetary, scheme, [...path, 'm'], issues)
  checkAgrees(code, rfmCode(r, f, m, bins), [...path, 'code'], issues)
  checkAgrees(customer.segment, segmentOf([r, f, m], scheme), [...path, 'segment'], issues)
}

function checkMonetary(
  m: number,
  value: DecimalString | null,
  cuts: readonly Decimal[],
  { monetary }: ReadRfmScheme,
  path: Path,
  issues: Issue[],
): void {
  const rounding = monetary.statistic === 'mean' ? ROUNDING : '0'
  const passed = (difference: string): number => (value === null ? 1 : 1 + cuts.filter((cut) => cut.plus(difference).lte(value)).length)
  const [least, most] = [passed(rounding), passed(`-${rounding}`)]
  if (m < least || m > most) checkAgrees(m, most, path, issues)
}

/** The first segment whose ranges have all three scores. */
function segmentOf([r, f, m]: readonly [number, number, number], { segments }: ReadRfmScheme): string | null {
  const isIn = (score: number, range: readonly [number, number] | undefined): boolean =>
    range === undefined || (range[0] <= score && score <= range[1])
  const match = segments.find((one) => isIn(r, one.r) && isIn(f, one.f) && isIn(m, one.m))
  return match?.id ?? null
}
