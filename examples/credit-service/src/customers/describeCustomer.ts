import { explainExposure } from '@clientele/credit/explain'
import type { Connection } from '../database/types.js'
import { type Language, locales } from '../server/languages.js'
import { moneyText } from '../server/moneyText.js'
import { withoutNulls } from '../server/withoutNulls.js'
import { assessCustomer } from './assessCustomer.js'
import { type Account, readAccount } from './readAccount.js'
import type { Customer } from './types.js'

/** A customer as it is answered. */
export async function describeCustomer(connection: Connection, customer: Customer): Promise<object> {
  const { id, name, currency, orderPolicy, terms, day } = customer
  const { grade, report, dunningLevel = 0, blocked, deposits = [], guarantees = [], ...account } = await readAccount(connection, customer)
  return {
    ...withoutNulls({ id, name }),
    currency,
    limit: describeLimit(account),
    deposits: deposits.map((deposit) => ({ ...deposit, amount: moneyText(String(deposit.amount), deposit.currency ?? currency) })),
    guarantees: guarantees.map((guarantee) => ({ ...guarantee, amount: moneyText(String(guarantee.amount), guarantee.currency ?? currency) })),
    ...withoutNulls({ grade: grade ?? null, report: report ?? null }),
    dunningLevel,
    blocked,
    orderPolicy,
    terms,
    day,
  }
}

/** What is at stake with a customer, beside its limit. */
export async function describeExposure(connection: Connection, customer: Customer, language: Language): Promise<object> {
  const { exposure, account, policy } = await assessCustomer(connection, customer)
  return { exposure, limit: describeLimit(account), explanation: explainExposure(exposure, policy, locales[language]).sentences }
}

function describeLimit({ currency, limit: { amount, validUntil } }: Pick<Account, 'currency' | 'limit'>): object {
  return { amount: amount === null ? null : moneyText(String(amount), currency), ...withoutNulls({ validUntil: validUntil ?? null }) }
}
