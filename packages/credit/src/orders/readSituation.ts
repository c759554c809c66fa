import { currencyDigits, type Issue } from '@clientele/core'
import { checkRecord } from '@clientele/core/checks'
import { convert, type Exchange, type Money } from '../exposure/exchange.js'
import { exchangeOf, keysOf, measureExposure } from '../exposure/measureExposure.js'
import { checkFits } from '../money/readAmountByCurrency.js'
import { readAsOf } from '../settlement/readCase.js'
import { type LimitedAccount, type ReadOrderCase, readOrderCase } from './readOrderCase.js'
import { type PreparedOrderPolicy, readOrderPolicy } from './readOrderPolicy.js'
import type { Situation } from './situation.js'

/** Checks and reads all that a decision rests on, or adds issues and returns undefined. */
export function readSituation(orderCase: unknown, policy: unknown, options: unknown, issues: Issue[]): Situation | undefined {
  const prepared = readOrderPolicy(policy, ['policy'], issues)
  const asOf = readAsOf(options, issues)
  const needed = prepared === undefined ? [] : neededBy(prepared)
  const read = checkRecord(orderCase, ['orderCase'], issues) ? readOrderCase(orderCase, [], issues, needed) : undefined
  if (prepared === undefined || read === undefined) return undefined
  checkMinimums(prepared, read.account, issues)
  const account = withoutOrder(read)
  const exchange = exchangeOf(account, prepared.exposure, [read.order, ...limitsOf(account)], issues)
  return exchange === undefined || asOf === undefined ? undefined : situate(read, account, prepared, exchange, asOf)
}

/** The keys that an account must have, as the policy asks what they hold. */
function neededBy({ exposure, rules }: PreparedOrderPolicy): string[] {
  const asked = [...(rules.overdue.length > 0 ? ['items'] : []), ...(rules.guaranteeExpired.length > 0 ? ['guarantees'] : [])]
  return [...new Set([...keysOf(exposure), ...asked])]
}

/** A minimum that has no currency must fit that of the exposure. */
function checkMinimums({ exposure, rules }: PreparedOrderPolicy, { currency }: LimitedAccount, issues: Issue[]): void {
  const digits = currencyDigits(exposure.to ?? currency)
  for (const { minimum, path } of rules.overdue) checkFits(minimum, digits, path, issues)
}

/** The account as it is without the order, which is counted by itself. */
function withoutOrder({ order, account }: ReadOrderCase): LimitedAccount {
  return { ...account, orders: account.orders?.filter(({ id }) => id !== order.id) }
}

function situate(read: ReadOrderCase, account: LimitedAccount, policy: PreparedOrderPolicy, exchange: Exchange, asOf: number): Situation {
  const { order } = read
  const entry = read.account.orders?.find(({ id }) => id === order.id)
  const limits = limitsOf(account)
  const measured = measureExposure(account, policy.exposure, exchange, asOf, [order, ...limits])
  const amount = convert([order], exchange)
  const units = convert(limits, exchange)
  const limit = limits.length === 0 ? null : { units, excess: measured.total + amount - units }
  return { order, account, entry, policy, asOf, measured, amount, limit }
}

/** The limit as money, where there is one. */
function limitsOf({ limit, currency }: LimitedAccount): Money[] {
  return limit.units === null ? [] : [{ currency, amount: limit.units }]
}
