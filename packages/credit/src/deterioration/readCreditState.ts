import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkInteger,
  checkKeys,
  checkPolicyHeader,
  checkRecord,
  checkText,
  createIssue,
  isRecord,
  reportType,
} from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { checkOwner } from '../accounts/checkOwner.js'
import { readNonNegative } from '../money/readNonNegative.js'
import type { CreditState } from './types.js'

/** A customer's credit state, checked and read; what was not given is undefined. */
export interface ReadCreditState {
  readonly grade: string | undefined
  /** From 0 to 1. */
  readonly expectedBadDebtRate: Decimal | undefined
  readonly meetsStandard: boolean | undefined
  readonly dunningLevel: number | undefined
  /** In minor units of the account's currency. */
  readonly overdue: bigint | undefined
  readonly daysDelinquent: Decimal | undefined
  /** The policies that made a rating, as texts in order; undefined where it does not name any. */
  readonly ratedBy: readonly string[] | undefined
}

/** What a state is read for: the account's customer and minor digits, and the grades that are compared, where they are known. */
export interface StateContext {
  readonly customer?: unknown
  readonly digits?: number | undefined
  readonly grades?: readonly string[] | undefined
}

const KEYS: readonly (keyof CreditState)[] = ['grade', 'expectedBadDebtRate', 'meetsStandard', 'dunningLevel', 'overdue', 'daysDelinquent']
/** What else a rating has; but for the customer and the policies, it is not looked at. */
const RATING_KEYS = ['customer', 'score', 'weightedPoints', 'totalWeight', 'contributions', 'reasons', 'policies']

/** Checks and reads a customer's credit state, or adds issues and returns undefined. */
export function readCreditState(value: unknown, path: Path, issues: Issue[], context: StateContext = {}): ReadCreditState | undefined {
  const before = issues.length
  const { customer, digits, grades } = context
  if (!checkRecord(value, path, issues)) return undefined
  const state = { ...value }
  const { grade, expectedBadDebtRate, meetsStandard, dunningLevel, overdue, daysDelinquent } = state
  checkKeys(state, [...KEYS, ...RATING_KEYS], path, issues)
  checkOwner(state['customer'], customer, path, issues)
  if (grade !== undefined && checkText(grade, [...path, 'grade'], issues) && grades !== undefined) {
    checkChoice(grade, grades, [...path, 'grade'], issues)
  }
  if (meetsStandard !== undefined && typeof meetsStandard !== 'boolean') reportType(meetsStandard, [...path, 'meetsStandard'], issues, 'boolean')
  if (dunningLevel !== undefined) checkInteger(dunningLevel, [...path, 'dunningLevel'], issues, { minimum: 0 })
  const read = {
    grade,
    expectedBadDebtRate: expectedBadDebtRate === undefined ? undefined : readRate(expectedBadDebtRate, [...path, 'expectedBadDebtRate'], issues),
    meetsStandard,
    dunningLevel,
    overdue: overdue === undefined ? undefined : readNonNegative(overdue, digits, [...path, 'overdue'], issues),
    daysDelinquent: daysDelinquent === undefined ? undefined : readNumber(daysDelinquent, [...path, 'daysDelinquent'], issues),
    ratedBy: readPolicies(state['policies']),
  }
  return issues.length > before ? undefined : (read as ReadCreditState)
}

function readRate(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const rate = readNumber(value, path, issues)
  if (rate === undefined || (rate.gte(0) && rate.lte(1))) return rate
  issues.push(createIssue('out-of-range', path, { minimum: '0', maximum: '1', actual: String(value) }))
  return undefined
}

/** Reads a number as the shortest decimal that prints it. */
function readNumber(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return checkDecimal(value, path, issues)
  reportType(value, path, issues, 'number')
  return undefined
}

/** Reads references of policies, each as a text; undefined unless it is a list of at least one, and of nothing else. */
function readPolicies(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const texts = new Set(Array.from(value, readReference))
  return texts.has(undefined) ? undefined : ([...texts].sort() as string[])
}

function readReference(value: unknown): string | undefined {
  const { kind, id, version } = isRecord(value) ? { ...value } : ({} as { readonly [key: string]: unknown })
  const issues: Issue[] = []
  if (checkText(kind, [], issues)) checkPolicyHeader({ kind, id, version }, kind, [], issues)
  return issues.length > 0 ? undefined : `${id} ${version}`
}
