import { assert, asyncProperty, constant, constantFrom, integer, array as list, oneof, record } from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { describeOnBoth, describeServer, PATIENCE } from '../../testing/databases.js'
import { runOn } from '../../testing/postgresServer.js'
import { type Answered, createTrial, customerOf, dump, faultsOf, fen, type Trial, yuan } from '../../testing/trial.js'
import { migrate } from '../database/migrate.js'
import { openServer, WRITERS } from '../database/openServer.js'
import type { Connection, Database } from '../database/types.js'
import { storeTemplates } from '../policies/storePolicy.js'

const opened: Database[] = []
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

/** Adds up what was accepted, whatever became of it since. */
async function acceptedSum(database: Database, customer: string): Promise<bigint> {
  const rows = await database.read((connection) =>
    connection.query<{ readonly amount: string }>(
      `SELECT amount FROM orders WHERE customer = $1 AND status IN ('accepted', 'delivered', 'invoiced')`,
      [customer],
    ),
  )
  return rows.reduce((sum, { amount }) => sum + fen(amount), 0n)
}

const cents = integer({ min: 1, max: 30_000 })

/** So many orders are there before. */
const PLACED = 8

/** Something that a client does while others do the like. */
const action = oneof(
  { weight: 6, arbitrary: record({ type: constant('order' as const), amount: cents }) },
  { weight: 2, arbitrary: record({ type: constant('payment' as const), amount: cents }) },
  { weight: 1, arbitrary: record({ type: constant('limit' as const), amount: integer({ min: 0, max: 200_000 }) }) },
  { weight: 8, arbitrary: record({ type: constantFrom('release', 'decision', 'delivery', 'invoice'), order: integer({ min: 0, max: PLACED - 1 }) }) },
)

/** One of {@link action}. */
type Step =
  | { readonly type: 'order' | 'payment' | 'limit'; readonly amount: number }
  | { readonly type: 'release' | 'decision' | 'delivery' | 'invoice'; readonly order: number }

function perform(trial: Trial, customer: string, index: number, step: Step): Promise<Answered> {
  if ('order' in step) return act(trial, customer, step)
  if (step.type === 'order') return trial.ask('POST /orders', { id: `${customer}-${index}`, customer, amount: yuan(BigInt(step.amount)) })
  if (step.type === 'payment') return trial.ask('POST /payments', { customer, amount: yuan(BigInt(step.amount)) })
  return trial.ask(`PUT /customers/${customer}/limit`, { amount: yuan(BigInt(step.amount)) })
}

const PATHS = { release: 'releases', decision: 'decisions', delivery: 'delivery', invoice: 'invoice' }

function act(trial: Trial, customer: string, { type, order }: Extract<Step, { readonly order: number }>): Promise<Answered> {
  const role = order % 2 === 0 ? 'credit-manager' : 'sales-manager'
  return trial.ask(`POST /orders/${customer}-${order}/${PATHS[type]}`, type === 'release' ? { by: 'Wang', role } : undefined)
}

describeOnBoth('orders at the same time', (open) => {
  const start = async (): Promise<Trial> => {
    const database = await open()
    opened.push(database)
    return createTrial(database)
  }

  it('never pass the limit together, and use it up', async () => {
    const trial = await start()
    await trial.ask('POST /customers', customerOf('A', '1000.00'))
    const orders = Array.from({ length: 30 }, (_, index) => ({ id: `A-${index}`, customer: 'A', amount: '90.00' }))
    const answers = await Promise.all(orders.map((order) => trial.ask('POST /orders', order)))
    expect(answers.filter(({ body }) => body.order.status === 'accepted')).toHaveLength(11)
    expect(answers.filter(({ body }) => body.order.status === 'held')).toHaveLength(19)
    expect((await trial.ask('GET /customers/A/exposure')).body.exposure.total).toBe('990.00')
    expect(await faultsOf(trial.database, 'A')).toEqual([])
  })

  it('of random amounts never pass a random limit together', async () => {
    const trial = await start()
    let number = 0
    const property = asyncProperty(integer({ min: 0, max: 100_000 }), list(cents, { minLength: 2, maxLength: 25 }), async (limit, amounts) => {
      const customer = `R${number++}`
      await trial.ask('POST /customers', customerOf(customer, yuan(BigInt(limit))))
      const orders = amounts.map((amount, index) => ({ id: `${customer}-${index}`, customer, amount: yuan(BigInt(amount)) }))
      const answers = await Promise.all(orders.map((order) => trial.ask('POST /orders', order)))
      expect(answers.map(({ status }) => status)).toEqual(orders.map(() => 201))
      expect(await acceptedSum(trial.database, customer)).toBeLessThanOrEqual(BigInt(limit))
      expect(await faultsOf(trial.database, customer)).toEqual([])
    })
    await assert(property, { numRuns: 5 })
  })

  it('mix with payments, limits, releases, deliveries and invoices, and each decision sees what was true', async () => {
    const trial = await start()
    let number = 0
    const property = asyncProperty(list(action, { minLength: 10, maxLength: 40 }), async (steps) => {
      const customer = `M${number++}`
      await trial.ask('POST /customers', customerOf(customer, '800.00'))
      for (let order = 0; order < PLACED; order++) await trial.ask('POST /orders', { id: `${customer}-${order}`, customer, amount: '150.00' })
      const answers = await Promise.all(steps.map((step, index) => perform(trial, customer, PLACED + index, step)))
      expect(answers.filter(({ status }) => ![200, 201, 409, 422].includes(status))).toEqual([])
      expect(await faultsOf(trial.database, customer)).toEqual([])
    })
    await assert(property, { numRuns: 5 })
  })

  it('are placed once, however often they are sent', async () => {
    const trial = await start()
    await trial.ask('POST /customers', customerOf('A', '1000.00'))
    const sameId = await Promise.all(Array.from({ length: 10 }, () => trial.ask('POST /orders', { id: 'A-1', customer: 'A', amount: '300.00' })))
    expect(sameId.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    const keyed = { 'idempotency-key': 'k-1' }
    const sameKey = await Promise.all(Array.from({ length: 10 }, () => trial.ask('POST /orders', { customer: 'A', amount: '300.00' }, keyed)))
    expect(new Set(sameKey.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect((await trial.ask('GET /customers/A/exposure')).body.exposure.total).toBe('600.00')
  })

  it('are delivered and invoiced once, and paid once', async () => {
    const trial = await start()
    await trial.ask('POST /customers', customerOf('A', '1000.00'))
    await trial.ask('POST /orders', { id: 'A-1', customer: 'A', amount: '300.00' })
    const tenTimes = (line: string, body?: object) => Promise.all(Array.from({ length: 10 }, () => trial.ask(line, body)))
    expect((await tenTimes('POST /orders/A-1/delivery')).map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect((await tenTimes('POST /orders/A-1/invoice')).map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    const payments = await tenTimes('POST /payments', { id: 'P-1', customer: 'A', amount: '100.00' })
    expect(payments.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    expect((await trial.ask('GET /customers/A/exposure')).body.exposure.total).toBe('200.00')
  })
})

describeServer('the lock of the customer', (server) => {
  const openAt = async (address: string, patience = PATIENCE): Promise<Database> => {
    const database = await openServer(address, { patience })
    opened.push(database)
    await migrate(database)
    await database.write(storeTemplates)
    return database
  }

  it('holds between two services on one database', async () => {
    const address = await server().createDatabase()
    const trials = [createTrial(await openAt(address)), createTrial(await openAt(address))] as const
    await trials[0].ask('POST /customers', customerOf('A', '1000.00'))
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        trials[index % 2 === 0 ? 0 : 1].ask('POST /orders', { id: `A-${index}`, customer: 'A', amount: '70.00' }),
      ),
    )
    expect(await acceptedSum(trials[0].database, 'A')).toBe(fen('980.00'))
    expect(await faultsOf(trials[1].database, 'A')).toEqual([])
  })

  it('is what these tests rest on: without it two orders pass together, and the faults are found', async () => {
    const database = await openAt(await server().createDatabase())
    const arrived = barrier(2)
    const trial = createTrial(
      altered(database, async (connection, sql, values) => {
        if (sql.startsWith('INSERT INTO orders')) await arrived()
        return connection.query(sql.replace(' FOR UPDATE', ''), values)
      }),
    )
    await createTrial(database).ask('POST /customers', customerOf('A', '100.00'))
    await Promise.all(['A-1', 'A-2'].map((id) => trial.ask('POST /orders', { id, customer: 'A', amount: '70.00' })))
    expect(await acceptedSum(database, 'A')).toBe(fen('140.00'))
    expect(await faultsOf(database, 'A')).toEqual([
      expect.stringContaining('saw 0.00, and 70.00 was true'),
      expect.stringContaining('passed over the limit'),
    ])
  })

  it('is not waited for endlessly', async () => {
    // Also a connection is waited for no longer: on a busy machine one takes its time to be made.
    const database = await openAt(await server().createDatabase(), 5_000)
    const { ask } = createTrial(database)
    for (const id of ['A', 'B']) await ask('POST /customers', customerOf(id, '100.00'))
    await database.write(async (connection) => {
      await connection.query(`SELECT id FROM customers WHERE id = 'A' FOR UPDATE`)
      expect((await ask('POST /orders', { id: 'A-1', customer: 'A', amount: '70.00' })).status).toBe(503)
      expect((await ask('POST /orders', { id: 'B-1', customer: 'B', amount: '70.00' })).status).toBe(201)
    })
    expect((await ask('GET /orders/A-1')).status).toBe(404)
  })

  it('keeps nobody waiting who only reads, however many wait for it', async () => {
    const database = await openAt(await server().createDatabase())
    const { ask } = createTrial(database)
    await ask('POST /customers', customerOf('A', '100.00'))
    let waiting: Promise<Answered>[] = []
    await database.write(async (connection) => {
      await connection.query(`SELECT id FROM customers WHERE id = 'A' FOR UPDATE`)
      waiting = Array.from({ length: WRITERS + 5 }, () => ask('POST /orders', { customer: 'A', amount: '1.00' }))
      const lines = ['GET /health', 'GET /customers/A', 'GET /ageing']
      expect(await Promise.all(lines.map(async (line) => (await ask(line)).status))).toEqual([200, 200, 200])
      expect((await ask('GET /customers/A/exposure')).body.exposure.total).toBe('0.00')
    })
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 201))
  })

  it('is given back where the connection breaks, and nothing was done', async () => {
    const address = await server().createDatabase()
    const database = await openAt(address)
    const sound = createTrial(database)
    await sound.ask('POST /customers', customerOf('A', '100.00'))
    const before = await dump(database)
    const trial = createTrial(
      altered(database, async (connection, sql, values) => {
        if (sql.startsWith('INSERT INTO decisions')) {
          const [backend] = await connection.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')
          await runOn(address, `SELECT pg_terminate_backend(${backend?.pid})`)
        }
        return connection.query(sql, values)
      }),
    )
    const order = { id: 'A-1', customer: 'A', amount: '70.00' }
    const { status, body, headers } = await trial.ask('POST /orders', order)
    expect([status, body.type, headers['retry-after']]).toEqual([503, 'urn:clientele:problem:unavailable', '1'])
    expect(await dump(database)).toEqual(before)
    expect((await sound.ask('POST /orders', order)).body.order.status).toBe('accepted')
  })
})

/** A database whose statements pass through `send`. */
function altered(
  database: Database,
  send: (connection: Connection, sql: string, values: Parameters<Connection['query']>[1]) => Promise<readonly unknown[]>,
): Database {
  return {
    ...database,
    write: (work) =>
      database.write((connection) =>
        work({ query: async <Row>(sql: string, values?: Parameters<Connection['query']>[1]) => (await send(connection, sql, values)) as Row[] }),
      ),
  }
}

/** Lets nobody on before so many have come. */
function barrier(count: number): () => Promise<void> {
  const waiting: (() => void)[] = []
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length >= count) for (const go of waiting) go()
    })
}
