import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { type ReadAccount, readAccount } from '../accounts/readAccount.js'
import type { CreditAccount } from '../accounts/types.js'
import type { OrderPolicy } from '../orders/policyTypes.js'
import { type PreparedOrderPolicy, readOrderPolicy } from '../orders/readOrderPolicy.js'
import { readAsOf } from '../settlement/readCase.js'
import { type Exchange, showMoney } from './exchange.js'
import { exchangeOf, keysOf, measureExposure } from './measureExposure.js'
import { showParts } from './showParts.js'
import type { CreditExposure, ExposureOptions } from './types.js'

/**
 * Tells how much is at stake with a customer: what is invoiced and open, delivered and ordered, less deposits and guarantees, as far as the policy
 * counts them.
 *
 * Receivables are all open items, credits and disputed ones included, as they stood at the end of the day. Amounts in other currencies are
 * converted exactly and rounded only to be shown, half-up; those of the parts that count still add up to the total.
 *
 * @param account - The account, with a list, if only an empty one, of each part that the policy counts, in any order. Its limit is not looked at.
 * @param policy - The order policy; its `exposure` says what counts and how it is converted.
 * @param options - `asOf`: items, applications, orders and deliveries dated later are left out and counted in `diagnoses`; deposits and guarantees
 * count from their first day to their last.
 * @returns The total and all five parts, also those that do not count.
 * @throws {@link InputError} if anything is not as stated, or a rate of exchange is lacking; with every issue.
 * @see Tryton, modules `account_credit_limit` and `sale_credit_limit`, for what is invoiced and what is ordered against one limit.
 * @example
 * import { assessExposure } from '@clientele/credit'
 *
 * const exposure = { count: ['receivables', 'orders', 'guarantees'], convert: { to: 'EUR', rates: { USD: '0.92' } } } as const
 * const policy = { kind: 'order-policy', id: 'usual', version: 1, exposure, breaches: { 'over-limit': 'hold' } } as const
 * const account = {
 *   customer: 'C-1',
 *   currency: 'EUR',
 *   items: [{ id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '1000', currency: 'USD' }],
 *   orders: [{ id: 'SO-1', amount: '500' }],
 *   guarantees: [{ amount: '300', validUntil: '2024-12-31' }, { amount: '700', validUntil: '2024-03-14' }],
 * }
 * const { total, parts, diagnoses } = assessExposure(account, policy, { asOf: '2024-03-15' })
 * total //=> '1120.00'
 * parts.filter(({ counted }) => counted).map(({ part, amount }) => `${part} ${amount}`)
 * //=> ['receivables 920.00', 'orders 500.00', 'guarantees -300.00']
 * diagnoses.map(({ code }) => code) //=> ['security-expired', 'converted']
 */
export function assessExposure(account: CreditAccount, policy: OrderPolicy, options: ExposureOptions): CreditExposure {
  const issues: Issue[] = []
  const prepared = readOrderPolicy(policy, ['policy'], issues)
  const asOf = readAsOf(options, issues)
  const read = readAccount(account, ['account'], issues, prepared === undefined ? [] : keysOf(prepared.exposure))
  const exchange = prepared === undefined || read === undefined ? undefined : exchangeOf(read, prepared.exposure, [], issues)
  throwIssues(issues)
  return expose(read as ReadAccount, prepared as PreparedOrderPolicy, exchange as Exchange, asOf as number)
}

function expose(account: ReadAccount, policy: PreparedOrderPolicy, exchange: Exchange, asOf: number): CreditExposure {
  const measured = measureExposure(account, policy.exposure, exchange, asOf)
  const { customer, company } = account
  return {
    customer,
    ...(company === undefined ? {} : { company }),
    asOf: formatDay(asOf) as string,
    currency: exchange.currency,
    total: showMoney(measured.total, exchange),
    parts: showParts(measured),
    diagnoses: measured.diagnoses,
    policies: [policy.reference],
  }
}
