import type { CalendarDate } from '@clientele/core'
import { settleInvoice } from '@clientele/credit'
import { explainSettlement } from '@clientele/credit/explain'
import { readCustomer } from '../customers/lockCustomer.js'
import type { Connection } from '../database/types.js'
import { type Language, locales } from '../server/languages.js'
import { moneyText } from '../server/moneyText.js'
import { notFound } from '../server/Problem.js'
import { readInvoice, rememberTerms } from './readOpenItems.js'

/** An invoice, and how it is settled as of the customer's day. */
export async function describeInvoice(connection: Connection, id: string, today: CalendarDate, language: Language): Promise<object> {
  const invoice = await readInvoice(connection, id)
  if (invoice === undefined) throw notFound('invoice', id)
  const { order, customer, date, due, amount, currency, payments } = invoice
  const terms = await rememberTerms(connection)(invoice)
  const { day: asOf } = await readCustomer(connection, customer, today)
  const settlement = settleInvoice({ invoice: { id, date, amount, currency }, payments }, terms, { asOf })
  return {
    invoice: { id, order, customer, date, due, amount: moneyText(amount, currency), currency, terms: terms.id },
    settlement,
    explanation: explainSettlement(settlement, terms, locales[language]).sentences,
  }
}
