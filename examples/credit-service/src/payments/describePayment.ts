import type { DecimalString } from '@clientele/core'
import type { CreditTerms, PaymentAllocation } from '@clientele/credit'
import { explainAllocation } from '@clientele/credit/explain'
import type { Connection } from '../database/types.js'
import { readPolicyVersion } from '../policies/readPolicy.js'
import { type Language, locales } from '../server/languages.js'
import { moneyText } from '../server/moneyText.js'
import { notFound } from '../server/Problem.js'

interface PaymentRow {
  readonly customer: string
  readonly allocation: PaymentAllocation
  readonly onAccount: DecimalString
}

/** A payment, what is left of it, and the invoices to which it went when it was posted, explained by the terms under which they were paid. */
export async function describePayment(connection: Connection, id: string, language: Language): Promise<object> {
  const [row] = await connection.query<PaymentRow>(
    `SELECT customer, allocation, amount - (SELECT coalesce(sum(amount), 0) FROM applications WHERE payment = $1) AS "onAccount" FROM payments WHERE id = $1`,
    [id],
  )
  if (row === undefined) throw notFound('payment', id)
  const { customer, allocation, onAccount } = row
  const { date, amount, currency } = allocation
  const terms: { [invoice: string]: CreditTerms } = {}
  for (const { invoice, terms: used } of allocation.applications) {
    terms[invoice] = await readPolicyVersion(connection, 'credit-terms', used.id, String(used.version))
  }
  return {
    payment: { id, customer, date, amount, currency, onAccount: moneyText(onAccount, currency) },
    allocation,
    explanation: explainAllocation(allocation, terms, locales[language]).sentences,
  }
}
