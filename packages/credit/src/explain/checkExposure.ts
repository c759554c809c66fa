import type { DecimalString, Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkFlag,
  checkList,
  checkMade,
  checkQuantity,
  checkText,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  oneOf,
  optional,
} from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { EXPOSURE_PARTS, type ReadExposureRule } from '../exposure/readExposureRule.js'
import type { CreditExposure, ExposedPart, ExposureDiagnosis } from '../exposure/types.js'
import { readOrderPolicy } from '../orders/readOrderPolicy.js'
import type { OrderDiagnosis } from '../orders/types.js'
import { checkAgrees } from './checkAgrees.js'
import { itemDiagnoses } from './itemDiagnoses.js'

const security = { part: oneOf(['deposits', 'guarantees']), count: checkCount, amount: checkQuantity }

/** Checks of what is to be known about an exposure. */
export const exposureDiagnoses: CodeChecks<ExposureDiagnosis> = {
  'items-after-as-of': itemDiagnoses['items-after-as-of'],
  'applications-after-as-of': itemDiagnoses['applications-after-as-of'],
  'commitments-after-as-of': { part: oneOf(['deliveries', 'orders']), count: checkCount },
  'security-expired': security,
  'security-not-begun': security,
  'guarantees-not-joint': security,
  converted: { from: checkText, to: checkText, rate: checkQuantity },
}

const partChecks = EXPOSURE_PARTS.map((part) => membersOf({ part: oneOf([part]), amount: checkQuantity, counted: checkFlag }))

/** Checks the parts of an exposure: all of them, each in its place. */
export const checkParts: Check = (value, path, issues) => {
  if (!checkList(value, path, issues)) return
  const expected = partChecks.length
  if (value.length === expected) partChecks.forEach((check, index) => check(value[index], [...path, index], issues))
  else issues.push(createIssue('wrong-length', path, { expected, actual: value.length }))
}

/** Checks what {@link assessExposure} returned. */
export const checkExposure: Check = membersOf({
  customer: checkText,
  company: optional(checkText),
  asOf: checkDay,
  currency: checkText,
  total: checkQuantity,
  parts: checkParts,
  diagnoses: listOf(codedBy<ExposureDiagnosis>(exposureDiagnoses)),
})

/** Adds an issue for all that is wrong with an exposure or its policy, and where another policy made it, also one of the same version. */
export function checkExposureOfPolicy(exposure: unknown, policy: unknown, issues: Issue[]): void {
  const read = readOrderPolicy(policy, ['policy'], issues)
  checkMade(exposure, 'exposure', checkExposure, read && [read.reference], issues)
  if (issues.length > 0 || read === undefined) return
  const { parts, total, currency, diagnoses } = exposure as CreditExposure
  checkMeasure({ parts, currency, diagnoses }, read.exposure, ['exposure'], issues)
  checkTotal(parts, total, ['exposure', 'total'], issues)
}

/** Adds an issue where an exposure was not measured as its policy says. */
export function checkMeasure(
  {
    parts,
    currency,
    diagnoses,
  }: { readonly parts: readonly ExposedPart[]; readonly currency: string; readonly diagnoses: readonly OrderDiagnosis[] },
  { counted, to, rates, jointGuaranteesOnly }: ReadExposureRule,
  path: Path,
  issues: Issue[],
): void {
  if (to !== undefined) checkAgrees(currency, to, [...path, 'currency'], issues)
  parts.forEach((one, index) => checkAgrees(one.counted, counted.has(one.part), [...path, 'parts', index, 'counted'], issues))
  diagnoses.forEach(({ code, params }, index) => {
    const place = [...path, 'diagnoses', index]
    if (code === 'guarantees-not-joint' && !jointGuaranteesOnly) checkAgrees(code, undefined, [...place, 'code'], issues)
    if (code !== 'converted') return
    const rate = rates.get(params.from)
    checkAgrees(params.rate, rate && decimalText(rate), [...place, 'params', 'rate'], issues)
    checkAgrees(params.to, currency, [...place, 'params', 'to'], issues)
  })
}

/** Adds an issue where the parts that count do not add up. */
export function checkTotal(parts: readonly ExposedPart[], total: DecimalString, path: Path, issues: Issue[]): void {
  const sum = parts.reduce((before, { amount, counted }) => (counted ? before.plus(amount) : before), new Decimal(0))
  if (!sum.eq(total)) checkAgrees(total, decimalText(sum), path, issues)
}
