import { type ComplaintEvent, type ComplaintState, replayComplaint, type WorkflowDefinition } from '@clientele/complaints'
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

type Headers = { readonly [name: string]: string }

/** A service without a network, whose clock the test sets. No sentence that it answers has a placeholder left in it. */
export interface Trial {
  readonly server: FastifyInstance
  readonly database: Database
  now: string
  readonly ask: (line: string, body?: unknown, headers?: Headers) => Promise<Answered>
  /** Opens a complaint and carries commands out one after the other, each of which must be. */
  readonly bring: (
    complaint: string,
    commands: readonly (readonly [type: string, by: object, fields?: object])[],
    fields?: object,
  ) => Promise<Answered>
}

export const agent = { id: 'li', role: 'agent' }
export const manager = { id: 'wang', role: 'manager' }
export const director = { id: 'zhao', role: 'director' }

export function createTrial(database: Database): Trial {
  const trial: Trial = {
    server: createServer({ database, now: () => trial.now }),
    database,
    now: '2026-07-01T09:00:00+08:00',
    ask: async (line, body, headers = {}) => {
      const [method, url = ''] = line.split(' ')
      const payload = body === undefined ? {} : { payload: body as object }
      const answered = await trial.server.inject({ method: method as 'GET', url, headers, ...payload })
      const { statusCode: status, payload: text } = answered
      const isJson = String(answered.headers['content-type']).includes('json')
      const placeholder = isJson ? /\{\w+\}/.exec(text) : null
      if (placeholder !== null) throw new Error(`${line} was answered with ${placeholder[0]}: ${text}`)
      return { status, headers: answered.headers, body: isJson ? (JSON.parse(text) as unknown) : text }
    },
    bring: async (complaint, commands, fields = {}) => {
      const opened = await trial.ask('POST /complaints', { ...newComplaint(complaint), ...fields })
      let last = expectDone(opened, complaint)
      for (const [type, by, more] of commands) {
        last = expectDone(await trial.ask(`POST /complaints/${complaint}/commands`, { type, by, ...more }), type)
      }
      return last
    },
  }
  return trial
}

function expectDone(answered: Answered, what: string): Answered {
  if (answered.status > 201) throw new Error(`${what} was answered ${answered.status}: ${JSON.stringify(answered.body)}`)
  return answered
}

export const newComplaint = (complaint: string) => ({
  complaint,
  customer: 'Wang',
  content: 'product-quality',
  description: 'The kettle leaks.',
  by: agent,
})

/** The commands that lead to a proposed solution. */
export const toProposed = (amount: string | undefined = undefined) =>
  [
    ['expressSympathy', agent],
    ['judgeComplaint', agent, { verdict: 'upheld', grounds: 'It does leak.' }],
    ['assignDepartment', agent, { department: 'quality' }],
    ['analyseCause', agent, { cause: 'product-defect' }],
    ['proposeSolution', agent, { remedy: 'replacement', ...(amount === undefined ? {} : { amount, currency: 'CNY' }) }],
  ] as const

/** The rest of the way. */
export const toClosed = [
  ['approveSolution', manager],
  ['notifyCustomer', agent],
  ['carryOutSolution', agent],
  ['recordCustomerResponse', agent, { response: 'accepted' }],
  ['evaluateComplaint', agent],
] as const

const TABLES = ['definitions', 'complaints', 'events', 'requests']

/** All that stands in the database, in one statement. */
export async function dump(database: Database): Promise<{ readonly [table: string]: readonly unknown[] }> {
  const rows = TABLES.map((table) => `SELECT '${table}' AS "table", jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text) AS rows FROM ${table} t`)
  const tables = await database.read((connection) =>
    connection.query<{ readonly table: string; readonly rows: readonly unknown[] | null }>(rows.join(' UNION ALL ')),
  )
  return Object.fromEntries(tables.map(({ table, rows: found }) => [table, found ?? []]))
}

interface StoredComplaint {
  readonly id: string
  readonly customer: string
  readonly definition: string
  readonly version: string
  readonly step: string
  readonly sequence: number
  readonly cycle: number
  readonly closed: boolean
}

/** The events that are stored of a complaint, straight from the table. */
export function eventsOf(database: Database, complaint: string): Promise<readonly ComplaintEvent[]> {
  return database.read(async (connection) =>
    (await connection.query<{ readonly event: ComplaintEvent }>('SELECT event FROM events WHERE complaint = $1 ORDER BY sequence', [complaint])).map(
      ({ event }) => event,
    ),
  )
}

/** What is wrong with what is stored of a complaint: gaps, or a row for lists that says other than its events; and the state that they come to. */
export async function auditOf(
  database: Database,
  complaint: string,
  definitions: readonly WorkflowDefinition[],
): Promise<{ readonly state: ComplaintState; readonly faults: readonly string[] }> {
  const events = await eventsOf(database, complaint)
  const state = replayComplaint(events, definitions)
  const [row] = await database.read((connection) => connection.query<StoredComplaint>('SELECT * FROM complaints WHERE id = $1', [complaint]))
  const faults: string[] = []
  events.forEach(({ sequence }, index) => {
    if (sequence !== index + 1) faults.push(`${sequence} stands in place ${index + 1}`)
  })
  const said = [row?.customer, row?.definition, row?.version, row?.step, row?.sequence, row?.cycle, row?.closed]
  const { definition, step, sequence, cycle, closed, record } = state
  const true_ = [record['customer'], definition.id, String(definition.version), step, sequence, cycle, closed]
  if (JSON.stringify(said) !== JSON.stringify(true_)) faults.push(`the row says ${said}, the events ${true_}`)
  return { state, faults }
}
