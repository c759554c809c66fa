import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkFlag,
  checkMade,
  checkQuantity,
  checkRecord,
  checkShare,
  checkText,
  codedBy,
  filled,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { digitsOf } from '@clientele/core/explain'
import type { ReadExposureRule } from '../exposure/readExposureRule.js'
import { REPORT_DEPTHS } from '../investigation/reportDepths.js'
import { BREACH_CODES } from '../orders/breachCodes.js'
import { readOrderPolicy } from '../orders/readOrderPolicy.js'
import type { Breach, OrderDecision, OrderDiagnosis, ReleaseRefusal } from '../orders/types.js'
import { checkAgrees } from './checkAgrees.js'
import { checkDecisionRules } from './checkDecisionRules.js'
import { checkMeasure, checkParts, checkTotal, exposureDiagnoses } from './checkExposure.js'

const depth = orNull(oneOf(REPORT_DEPTHS))
const breachCode = oneOf(BREACH_CODES)

const breaches: CodeChecks<Breach> = {
  'over-limit': {
    exposure: checkQuantity,
    order: checkQuantity,
    limit: checkQuantity,
    excess: checkQuantity,
    excessRate: orNull(checkShare),
  },
  'limit-expired': { validUntil: checkDay },
  overdue: { days: checkCount, amount: checkQuantity, minimumAmount: checkQuantity, daysOverdue: checkCount, items: filled(checkText) },
  'dunning-level': { level: checkCount, from: checkCount },
  'guarantee-expired': { count: checkCount, amount: checkQuantity, validUntil: checkDay },
  'report-missing': { depth, required: depth },
  'report-stale': { date: checkDay, validUntil: checkDay },
  'below-standard': { grade: orNull(checkText), grades: orNull(listOf(checkText)), known: checkFlag },
  'account-blocked': {},
}

const refusals: CodeChecks<ReleaseRefusal> = {
  'other-order': { order: checkText },
  expired: { until: checkDay },
  'not-begun': { date: checkDay },
  'order-grown': { amount: checkQuantity, order: checkQuantity, currency: checkText },
  'other-currency': { currency: checkText, order: checkText },
  'breach-not-named': { breach: breachCode },
  'role-too-low': { breach: breachCode, releasableBy: listOf(checkText) },
  'excess-too-great': {
    breach: breachCode,
    upToPercent: checkQuantity,
    excess: checkQuantity,
    excessRate: orNull(checkShare),
    releasableBy: listOf(checkText),
  },
  'valid-too-long': { breach: breachCode, until: checkDay, latest: checkDay },
  'refusal-final': { breach: breachCode },
  'nothing-held': {},
}

const offer = { role: checkText, until: checkDay }
const release = { by: checkText, ...offer }

const diagnoses: CodeChecks<OrderDiagnosis> = {
  ...exposureDiagnoses,
  'order-in-account': { order: checkText, amount: checkQuantity, currency: checkText },
  'limit-expired-ignored': { validUntil: checkDay },
  'standard-unknown': { grade: orNull(checkText) },
  'report-age-unknown': {},
  'release-undated': { ...release, latest: checkDay },
}

const checkCoded = codedBy<Breach>(breaches)
const checkResponse = membersOf({
  response: oneOf(['hold', 'refuse']),
  releasableBy: listOf(checkText),
  offers: listOf(membersOf(offer)),
  released: optional(membersOf(release)),
})
const checkBreach: Check = (value, path, issues) => {
  if (!checkRecord(value, path, issues)) return
  checkCoded(value, path, issues)
  checkResponse(value, path, issues)
}

/** Checks what {@link decideOrder} returned. */
export const checkOrderDecision: Check = membersOf({
  order: checkText,
  customer: checkText,
  company: optional(checkText),
  asOf: checkDay,
  decision: oneOf(['approve', 'hold', 'refuse']),
  currency: checkText,
  exposure: checkQuantity,
  amount: checkQuantity,
  asked: membersOf({ amount: checkQuantity, currency: checkText }),
  limit: orNull(checkQuantity),
  available: orNull(checkQuantity),
  availableAfter: orNull(checkQuantity),
  parts: checkParts,
  breaches: listOf(checkBreach),
  release: optional(membersOf({ ...release, amount: checkQuantity, currency: checkText })),
  refusedReleases: listOf(membersOf({ index: checkCount, order: checkText, ...release, reasons: filled(codedBy<ReleaseRefusal>(refusals)) })),
  diagnoses: listOf(codedBy<OrderDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with a decision or its policy, and where another policy made it, also one of the same version. */
export function checkDecisionOfPolicy(value: unknown, policy: unknown, issues: Issue[]): void {
  const read = readOrderPolicy(policy, ['policy'], issues)
  checkMade(value, 'decision', checkOrderDecision, read && [read.reference], issues)
  if (issues.length > 0 || read === undefined) return
  const decision = value as OrderDecision
  checkMeasure(decision, read.exposure, ['decision'], issues)
  checkTotal(decision.parts, decision.exposure, ['decision', 'exposure'], issues)
  checkConverted(decision, read.exposure, issues)
  checkDecisionRules(decision, read, issues)
}

/** Adds an issue where the order's amount is not what it is in its own currency, converted. */
function checkConverted({ amount, asked, currency }: OrderDecision, { rates }: ReadExposureRule, issues: Issue[]): void {
  const rate = asked.currency === currency ? new Decimal(1) : rates.get(asked.currency)
  if (rate === undefined) {
    checkAgrees(asked.currency, currency, ['decision', 'asked', 'currency'], issues)
    return
  }
  const converted = new Decimal(asked.amount).times(rate).toFixed(digitsOf(amount))
  if (!new Decimal(amount).eq(converted)) checkAgrees(amount, converted, ['decision', 'amount'], issues)
}
