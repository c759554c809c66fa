import type { Issue } from '@clientele/core'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import type { ReadAccount } from '../accounts/readAccount.js'
import type { ReadCommitment, ReadSecurity } from '../accounts/readParts.js'
import { openAmount } from '../receivables/openAmount.js'
import { itemsAt } from '../receivables/readItems.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import { convert, type Exchange, type Money, openExchange, showMoney } from './exchange.js'
import { EXPOSURE_PARTS, type ReadExposureRule } from './readExposureRule.js'
import type { ExposureDiagnosis, ExposurePart } from './types.js'

/** An item with what is open of it, in minor units of its currency. */
export interface OpenReceivable {
  readonly item: ReadItem
  readonly currency: string
  readonly amount: bigint
}

/** A part of an exposure, in fine units. */
interface MeasuredPart {
  readonly part: ExposurePart
  readonly units: bigint
  readonly isCounted: boolean
}

/** An exposure on a day, in fine units of its exchange. */
export interface MeasuredExposure {
  readonly exchange: Exchange
  /** All that are dated up to that day. */
  readonly receivables: readonly OpenReceivable[]
  readonly parts: readonly MeasuredPart[]
  readonly total: bigint
  readonly diagnoses: readonly ExposureDiagnosis[]
}

/** The key of an account that holds what a part is made of. */
const KEY_OF_PART = { receivables: 'items', deliveries: 'deliveries', orders: 'orders', deposits: 'deposits', guarantees: 'guarantees' } as const

/** The keys that an account must have, as they hold what counts. */
export function keysOf({ counted }: ReadExposureRule): string[] {
  return [...counted].map((part) => KEY_OF_PART[part])
}

/** Prepares the exchange of all that an account has, and of more, or adds issues and returns undefined. */
export function exchangeOf(account: ReadAccount, rule: ReadExposureRule, more: readonly Money[], issues: Issue[]): Exchange | undefined {
  const amounts = Object.values(KEY_OF_PART).flatMap((key): readonly Money[] => account[key] ?? [])
  return openExchange(currenciesOf([...amounts, ...more]), rule.to ?? account.currency, rule.rates, issues)
}

/** Measures the exposure of an account on a day; `more` are amounts that are converted beside it, of which the diagnoses tell too. */
export function measureExposure(
  account: ReadAccount,
  rule: ReadExposureRule,
  exchange: Exchange,
  asOf: number,
  more: readonly Money[] = [],
): MeasuredExposure {
  const { items, diagnoses } = itemsAt(account.items ?? [], asOf)
  const receivables = items.map((item) => ({ item, currency: item.currency, amount: openAmount(item) }))
  const deliveries = datedUpTo(asOf, account.deliveries)
  const orders = datedUpTo(asOf, account.orders)
  const deposits = sortSecurities('deposits', account.deposits ?? [], asOf, false)
  const guarantees = sortSecurities('guarantees', account.guarantees ?? [], asOf, rule.jointGuaranteesOnly)
  const amounts = { receivables, deliveries: deliveries.dated, orders: orders.dated, deposits: deposits.counted, guarantees: guarantees.counted }
  const parts = EXPOSURE_PARTS.map((part): MeasuredPart => {
    const units = convert(amounts[part], exchange)
    return { part, units: part === 'deposits' || part === 'guarantees' ? -units : units, isCounted: rule.counted.has(part) }
  })
  const used = [...receivables, ...deliveries.dated, ...orders.dated, ...(account.deposits ?? []), ...(account.guarantees ?? []), ...more]
  return {
    exchange,
    receivables,
    parts,
    total: parts.reduce((sum, { units, isCounted }) => (isCounted ? sum + units : sum), 0n),
    diagnoses: [
      ...diagnoses,
      ...tellLater('deliveries', deliveries.later),
      ...tellLater('orders', orders.later),
      ...tellSecurities([deposits, guarantees], exchange),
      ...tellConverted(currenciesOf(used), exchange),
    ],
  }
}

function currenciesOf(amounts: readonly Money[]): Set<string> {
  return new Set(amounts.map(({ currency }) => currency))
}

/** What counts on a day, and how many are dated later. */
function datedUpTo(asOf: number, commitments: readonly ReadCommitment[] = []): { readonly dated: readonly ReadCommitment[]; readonly later: number } {
  const dated = commitments.filter(({ day }) => day === undefined || day <= asOf)
  return { dated, later: commitments.length - dated.length }
}

function tellLater(part: 'deliveries' | 'orders', count: number): ExposureDiagnosis[] {
  return count === 0 ? [] : [{ code: 'commitments-after-as-of', params: { part, count } }]
}

/** Deposits or guarantees by what becomes of them. */
interface SortedSecurities {
  readonly part: 'deposits' | 'guarantees'
  readonly counted: readonly ReadSecurity[]
  readonly expired: readonly ReadSecurity[]
  readonly notBegun: readonly ReadSecurity[]
  readonly notJoint: readonly ReadSecurity[]
}

function sortSecurities(part: SortedSecurities['part'], all: readonly ReadSecurity[], asOf: number, jointOnly: boolean): SortedSecurities {
  const inForce = all.filter((security) => !isExpired(security, asOf) && !isToCome(security, asOf))
  return {
    part,
    counted: jointOnly ? inForce.filter(({ isJoint }) => isJoint) : inForce,
    expired: all.filter((security) => isExpired(security, asOf)),
    notBegun: all.filter((security) => isToCome(security, asOf)),
    notJoint: jointOnly ? inForce.filter(({ isJoint }) => !isJoint) : [],
  }
}

/** Whether the last day of a deposit or a guarantee is over. */
export function isExpired({ validUntil }: ReadSecurity, asOf: number): boolean {
  return validUntil !== undefined && validUntil < asOf
}

function isToCome({ validFrom }: ReadSecurity, asOf: number): boolean {
  return validFrom !== undefined && validFrom > asOf
}

function tellSecurities(sorted: readonly SortedSecurities[], exchange: Exchange): ExposureDiagnosis[] {
  const tell = (code: 'security-expired' | 'security-not-begun' | 'guarantees-not-joint', key: 'expired' | 'notBegun' | 'notJoint') =>
    sorted
      .filter((securities) => securities[key].length > 0)
      .map(({ part, [key]: list }) => ({ code, params: { part, count: list.length, amount: showMoney(convert(list, exchange), exchange) } }))
  return [...tell('security-expired', 'expired'), ...tell('security-not-begun', 'notBegun'), ...tell('guarantees-not-joint', 'notJoint')]
}

function tellConverted(used: ReadonlySet<string>, { currency: to, rates }: Exchange): ExposureDiagnosis[] {
  const others = [...used].filter((from) => from !== to).sort()
  return others.map((from) => ({ code: 'converted', params: { from, to, rate: decimalText(rates.get(from) as Decimal) } }))
}
