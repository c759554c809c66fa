import type { DecimalInput, Issue, Path, PolicyReference } from '@clientele/core'
import { addIssuesAt, checkCurrency, checkDecimal, checkKeys, checkRecord, isRecord, ownValue, policyReference } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { type ReadAccount, readAccount } from '../accounts/readAccount.js'
import { readDay } from '../invoices/readInvoice.js'
import { toUnits } from '../money/readAmount.js'
import { checkDeteriorationPolicy } from './checkDeteriorationPolicy.js'
import { type ReadCreditState, readCreditState } from './readCreditState.js'
import type { DeteriorationMeasure, DeteriorationPolicy, DeteriorationSign } from './types.js'

/** A sign, read: by how much something must get worse for it to be seen. */
export interface ReadSign {
  readonly id: string
  readonly type: DeteriorationSign['type']
  readonly by: Decimal
}

/** A policy for worsening credit, checked and read. */
export interface ReadDeteriorationPolicy {
  /** From the best to the worst; undefined where no sign compares them. */
  readonly grades: readonly string[] | undefined
  readonly signs: readonly ReadSign[]
  readonly reportTo: string
  readonly decidedBy: readonly string[]
  readonly measures: readonly DeteriorationMeasure[]
  readonly policies: readonly PolicyReference[]
}

/** A customer's credit state before and after, and the account, checked and read. */
export interface ReadDeteriorationCase {
  readonly before: ReadCreditState
  readonly after: ReadCreditState
  readonly account: ReadAccount
}

/** Checks and reads a policy for worsening credit, or adds issues and returns undefined. */
export function readDeteriorationPolicy(value: unknown, issues: Issue[]): ReadDeteriorationPolicy | undefined {
  const found = checkDeteriorationPolicy(value)
  addIssuesAt(['policy'], found, issues)
  if (found.length > 0) return undefined
  const policy = { ...(value as DeteriorationPolicy) }
  const signs = policy.signs.map((sign) => readSign({ ...sign }))
  return {
    grades: signs.some(({ type }) => type === 'grade-fell') ? policy.grades : undefined,
    signs,
    reportTo: policy.reportTo,
    decidedBy: [...policy.decidedBy],
    measures: policy.measures.map((measure) => ({ ...measure })),
    policies: [policyReference(policy)],
  }
}

function readSign(sign: DeteriorationSign): ReadSign {
  return { id: sign.id, type: sign.type, by: sizeOf(sign) }
}

/** By how much something must get worse; a rate as the fraction that it is. */
function sizeOf(sign: DeteriorationSign): Decimal {
  switch (sign.type) {
    case 'loss-rate-rose':
      return readDecimal(sign.byPercentagePoints ?? 0).div(100)
    case 'overdue-rose':
      return readDecimal(sign.byAmount ?? 0)
    case 'days-delinquent-rose':
      return readDecimal(sign.byDays ?? 0)
    case 'standard-lost':
      return new Decimal(0)
    default:
      return new Decimal(sign.by ?? 1)
  }
}

function readDecimal(value: DecimalInput): Decimal {
  return checkDecimal(value, [], []) as Decimal
}

/**
 * Checks and reads a customer's credit state before and after, and the account, or adds issues and returns undefined; `policy` is what they are
 * compared by, where it is known.
 */
export function readDeteriorationCase(
  value: unknown,
  path: Path,
  issues: Issue[],
  policy?: ReadDeteriorationPolicy,
): ReadDeteriorationCase | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { before, after, account, ...others } = { ...value }
  checkKeys(others, ['before', 'after', 'account'], path, issues)
  const digits = checkCurrency(isRecord(account) ? ownValue(account, 'currency') : undefined, [], [])
  const context = { customer: isRecord(account) ? ownValue(account, 'customer') : undefined, digits, grades: policy?.grades }
  const readBefore = readCreditState(before, [...path, 'before'], issues, context)
  const readAfter = readCreditState(after, [...path, 'after'], issues, context)
  const read = readAccount(account, [...path, 'account'], issues)
  if (policy !== undefined && digits !== undefined) checkAmountsFit(policy.signs, digits, issues)
  return readBefore && readAfter && read && { before: readBefore, after: readAfter, account: read }
}

/** Adds an issue for every amount overdue that has more decimal places than the account's currency. */
function checkAmountsFit(signs: readonly ReadSign[], digits: number, issues: Issue[]): void {
  for (const [index, { type, by }] of signs.entries())
    if (type === 'overdue-rose') toUnits(by, digits, ['policy', 'signs', index, 'byAmount'], issues)
}

/** Reads the day on which securities count, which need not be given; what is wrong becomes issues. */
export function readDeteriorationDay(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { asOf, ...others } = { ...options }
  checkKeys(others, ['asOf'], ['options'], issues)
  return asOf === undefined ? undefined : readDay(asOf, ['options', 'asOf'], issues)
}
