import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, createIssue } from '@clientele/core/checks'
import { type Fraction, multiply, ZERO } from '../numbers/fraction.js'
import { readFigure, readPercent, readShareOfAll } from './readFigure.js'
import { readMix } from './readMix.js'

/** What is expected under a credit policy, checked and read. */
export interface ReadCreditPolicy {
  readonly id: string
  readonly sales: Fraction
  /** Of what is sold. */
  readonly variableCost: Fraction
  readonly payment: ReadPayment
  readonly badDebt: Fraction
  readonly discount: Fraction
  readonly collection: Fraction
}

/** When customers pay, told by days or by what is outstanding on average; a mix also tells which share of all sales is taken off as discount. */
type ReadPayment =
  | { readonly type: 'days'; readonly days: Fraction; readonly discount?: Fraction }
  | { readonly type: 'receivables'; readonly receivables: Fraction }

type Unread = { readonly [key: string]: unknown }

const PAYMENT_KEYS = ['collectionDays', 'mix', 'receivables']
const LOSS_KEYS = ['badDebtPercent', 'badDebt']
const KEYS = ['id', 'sales', 'variableCostPercent', ...PAYMENT_KEYS, ...LOSS_KEYS, 'collectionCost', 'discount']

/** Checks and reads what is expected under a credit policy, or adds issues and returns undefined. */
export function readCreditPolicy(value: unknown, path: Path, issues: Issue[]): ReadCreditPolicy | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const policy = { ...value }
  checkPolicyKeys(policy, path, issues)
  const { id, collectionCost = 0 } = policy
  checkText(id, [...path, 'id'], issues)
  const sales = readFigure(policy['sales'], [...path, 'sales'], issues)
  const variableCost = readPercent(policy['variableCostPercent'], [...path, 'variableCostPercent'], issues)
  const payment = readPayment(policy, path, issues)
  const badDebt = readBadDebt(policy, sales, path, issues)
  const collection = readFigure(collectionCost, [...path, 'collectionCost'], issues)
  const discount = readDiscount(policy, sales, payment, [...path, 'discount'], issues)
  if (issues.length > before) return undefined
  return { id, sales, variableCost, payment, badDebt, collection, discount } as ReadCreditPolicy
}

/** Of the keys that tell the same, the first that is given counts, and no other may be; a mix that counts tells the discount. */
function checkPolicyKeys(policy: Unread, path: Path, issues: Issue[]): void {
  checkKeys(policy, KEYS, path, issues)
  const discountKeys = policy['collectionDays'] === undefined ? ['mix', 'discount'] : []
  const surplus = [PAYMENT_KEYS, LOSS_KEYS, discountKeys].flatMap((keys) => keys.filter((key) => policy[key] !== undefined).slice(1))
  const allowed = KEYS.filter((key) => !surplus.includes(key))
  for (const key of surplus) issues.push(createIssue('unknown-key', [...path, key], { allowed }))
}

function readPayment({ collectionDays, mix, receivables }: Unread, path: Path, issues: Issue[]): ReadPayment | undefined {
  if (collectionDays === undefined && mix !== undefined) {
    const read = readMix(mix, [...path, 'mix'], issues)
    return read === undefined ? undefined : { type: 'days', ...read }
  }
  if (collectionDays === undefined && receivables !== undefined) {
    const read = readFigure(receivables, [...path, 'receivables'], issues)
    return read === undefined ? undefined : { type: 'receivables', receivables: read }
  }
  const days = readFigure(collectionDays, [...path, 'collectionDays'], issues)
  return days === undefined ? undefined : { type: 'days', days }
}

function readDiscount(
  { collectionDays, mix, discount = 0 }: Unread,
  sales: Fraction | undefined,
  payment: ReadPayment | undefined,
  path: Path,
  issues: Issue[],
): Fraction | undefined {
  if (collectionDays !== undefined || mix === undefined) return readFigure(discount, path, issues)
  return sales === undefined || payment?.type !== 'days' ? undefined : multiply(sales, payment.discount ?? ZERO)
}

function readBadDebt({ badDebtPercent, badDebt = 0 }: Unread, sales: Fraction | undefined, path: Path, issues: Issue[]): Fraction | undefined {
  if (badDebtPercent === undefined) return readFigure(badDebt, [...path, 'badDebt'], issues)
  const share = readShareOfAll(badDebtPercent, [...path, 'badDebtPercent'], issues)
  return share === undefined || sales === undefined ? undefined : multiply(sales, share)
}
