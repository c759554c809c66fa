import type { Commitment, CreditAccount, CreditDeposit, CreditGuarantee, CreditLimit, OrderRelease } from '@clientele/credit'
import type { Connection } from '../database/types.js'
import { readOpenItems } from '../invoices/readOpenItems.js'
import { withoutNulls } from '../server/withoutNulls.js'
import type { Customer } from './types.js'

/** A customer's account with a limit, as the packages read it. */
export type Account = CreditAccount & { readonly limit: CreditLimit }

/** Reads all that a decision about a customer rests on: as of the customer's day, with the releases of one order where it is named. */
export async function readAccount(connection: Connection, customer: Customer, order?: string): Promise<Account> {
  const { id, currency, grade, reportDepth: depth, reportDate: date, dunningLevel, blocked, day } = customer
  return {
    customer: id,
    currency,
    limit: await readLimit(connection, id),
    items: await readOpenItems(connection, day, id),
    ...(await readCommitments(connection, id)),
    deposits: await readSecurities(connection, id, 'deposit'),
    guarantees: await readSecurities(connection, id, 'guarantee'),
    ...(depth === null || date === null ? {} : { report: { depth, date } }),
    ...(grade === null ? {} : { grade }),
    ...(dunningLevel === 0 ? {} : { dunningLevel }),
    blocked,
    releases: order === undefined ? [] : await readReleases(connection, order),
  }
}

async function readLimit(connection: Connection, id: string): Promise<CreditLimit> {
  const [limit] = await connection.query<{ readonly amount: string | null; readonly validUntil: string | null }>(
    'SELECT amount, valid_until AS "validUntil" FROM limits WHERE customer = $1 ORDER BY moment DESC LIMIT 1',
    [id],
  )
  return { amount: limit === undefined ? '0' : limit.amount, ...withoutNulls({ validUntil: limit?.validUntil ?? null }) }
}

/** They have no date: an order that was accepted counts, whatever a clock says. */
async function readCommitments(connection: Connection, id: string): Promise<{ orders: Commitment[]; deliveries: Commitment[] }> {
  const rows = await connection.query<Commitment & { readonly status: string }>(
    `SELECT id, amount, currency, status FROM orders WHERE customer = $1 AND status IN ('accepted', 'delivered') ORDER BY id`,
    [id],
  )
  const having = (wanted: string): Commitment[] => rows.filter(({ status }) => status === wanted).map(({ status: _, ...commitment }) => commitment)
  return { orders: having('accepted'), deliveries: having('delivered') }
}

async function readSecurities(connection: Connection, id: string, kind: 'deposit' | 'guarantee'): Promise<(CreditDeposit & CreditGuarantee)[]> {
  const rows = await connection.query<{ readonly amount: string }>(
    `SELECT amount, currency, valid_from AS "validFrom", valid_until AS "validUntil", joint
     FROM securities WHERE customer = $1 AND kind = $2 ORDER BY place`,
    [id, kind],
  )
  return rows.map((row) => withoutNulls(row) as CreditDeposit & CreditGuarantee)
}

async function readReleases(connection: Connection, order: string): Promise<OrderRelease[]> {
  const rows = await connection.query<OrderRelease>(
    `SELECT order_id AS "order", released_by AS "by", role, given_on AS date, until, amount FROM releases WHERE order_id = $1 ORDER BY moment`,
    [order],
  )
  return rows.map((row) => withoutNulls(row) as OrderRelease)
}
