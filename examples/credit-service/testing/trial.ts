import type { CalendarDate } from '@clientele/core'
import type { OrderDecision } from '@clientele/credit'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../src/database/types.js'
import { createServer } from '../src/server/createServer.js'

/** What was answered. */
export interface Answered {
  readonly status: number
  readonly headers: { readonly [name: string]: unknown }
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  readonly body: any
}

/** A service without a network, whose day the test sets. No sentence that it answers has a placeholder left in it. */
export interface Trial {
  readonly server: FastifyInstance
  readonly database: Database
  today: CalendarDate
  readonly ask: (line: string, body?: unknown, headers?: { readonly [name: string]: string }) => Promise<Answered>
}

export function createTrial(database: Database): Trial {
  const trial: Trial = {
    server: createServer({ database, today: () => trial.today }),
    database,
    today: '2026-07-01',
    ask: async (line, body, headers = {}) => {
      const [method, url = ''] = line.split(' ')
      const {
        statusCode,
        headers: answered,
        payload,
      } = await trial.server.inject({
        method: method as 'GET',
        url,
        headers,
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const placeholder = /\{\w+\}/.exec(payload)
      if (placeholder !== null) throw new Error(`${line} was answered with ${placeholder[0]}: ${payload}`)
      return { status: statusCode, headers: answered, body: JSON.parse(payload) as unknown }
    },
  }
  return trial
}

/** A customer with a limit in yuan and nothing else. */
export const customerOf = (id: string, amount: string | null, more: object = {}) => ({ id, currency: 'CNY', limit: { amount }, ...more })

/** An amount in yuan as fen. */
export const fen = (amount: string | number): bigint =>
  BigInt(String(amount).replace(/^(-?\d+)(?:\.(\d{1,2}))?$/, (_, yuan, part = '') => yuan + part.padEnd(2, '0')))

export const yuan = (amount: bigint): string =>
  `${amount < 0n ? '-' : ''}${(amount < 0n ? -amount : amount) / 100n}.${String((amount < 0n ? -amount : amount) % 100n).padStart(2, '0')}`

const TABLES = [
  'policies',
  'customers',
  'limits',
  'securities',
  'orders',
  'releases',
  'decisions',
  'invoices',
  'payments',
  'applications',
  'requests',
]

/** All that stands in the database, in one statement. */
export async function dump(database: Database): Promise<{ readonly [table: string]: readonly unknown[] }> {
  const rows = TABLES.map((table) => `SELECT '${table}' AS "table", jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text) AS rows FROM ${table} t`)
  const tables = await database.read((connection) =>
    connection.query<{ readonly table: string; readonly rows: readonly unknown[] | null }>(rows.join(' UNION ALL ')),
  )
  return Object.fromEntries(tables.map(({ table, rows: found }) => [table, found ?? []]))
}

interface Happened {
  readonly moment: string
  readonly limit: string | null
  readonly payment: string | null
  readonly decision: OrderDecision | null
}

/** Shares of the limit by which a role of the usual order policy may exceed it, in percent. */
const UP_TO: { readonly [role: string]: bigint } = { 'sales-manager': 10n, 'credit-manager': 50n }

/**
 * Follows a customer's account through all that happened, in the order in which it did, with nothing but sums: each decision must have seen exactly the orders
 * accepted before it, less what was paid, and have passed only what fits the limit of its moment, or was released by a role for so much. For customers
 * whose invoices give no discount.
 */
export async function faultsOf(database: Database, customer: string): Promise<string[]> {
  const happened = await database.read((connection) =>
    connection.query<Happened>(
      `SELECT moment, coalesce(amount::text, 'none') AS limit, NULL AS payment, NULL::jsonb AS decision FROM limits WHERE customer = $1
       UNION ALL SELECT moment, NULL, amount::text, NULL FROM payments WHERE customer = $1
       UNION ALL SELECT d.moment, NULL, NULL, result FROM decisions d JOIN orders o ON o.id = d.order_id WHERE o.customer = $1
       ORDER BY moment`,
      [customer],
    ),
  )
  const faults: string[] = []
  let [exposure, limit]: [bigint, bigint | undefined] = [0n, 0n]
  for (const { limit: set, payment, decision } of happened) {
    if (set !== null) limit = set === 'none' ? undefined : fen(set)
    if (payment !== null) exposure -= fen(payment)
    if (decision === null) continue
    const amount = fen(decision.amount)
    const excess = limit === undefined ? 0n : exposure + amount - limit
    if (fen(decision.exposure) !== exposure) faults.push(`${decision.order} saw ${decision.exposure}, and ${yuan(exposure)} was true`)
    if (decision.decision === 'approve' && excess > 0n && !mayRelease(decision, excess, limit ?? 0n))
      faults.push(`${decision.order} passed over the limit`)
    if (decision.decision !== 'approve' && excess <= 0n) faults.push(`${decision.order} did not pass, and fits the limit`)
    if (decision.decision === 'approve') exposure += amount
  }
  return faults
}

function mayRelease({ release }: OrderDecision, excess: bigint, limit: bigint): boolean {
  const upTo = release === undefined ? undefined : UP_TO[release.role]
  return upTo !== undefined && excess * 100n <= upTo * limit
}
