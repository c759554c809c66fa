import { assessExposure, type CreditExposure, type OrderPolicy } from '@clientele/credit'
import type { Connection } from '../database/types.js'
import { readPolicy } from '../policies/readPolicy.js'
import { type Account, readAccount } from './readAccount.js'
import type { Customer } from './types.js'

/** What is at stake with a customer, and what it rests on. */
export interface Assessed {
  readonly exposure: CreditExposure
  readonly account: Account
  readonly policy: OrderPolicy
}

/**
 * Adds up what is at stake with a customer. It throws where the account is not such as can be decided on, for want of an exchange rate perhaps: whoever adds
 * something to an account assesses it before the transaction ends, or nobody could order any more.
 */
export async function assessCustomer(connection: Connection, customer: Customer): Promise<Assessed> {
  const policy = await readPolicy(connection, 'order-policy', customer.orderPolicy)
  const account = await readAccount(connection, customer)
  return { exposure: assessExposure(account, policy, { asOf: customer.day }), account, policy }
}
