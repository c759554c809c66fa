import pg from 'pg'
import { AS_TEXT, type Connection, DATES, type Database, READING, type SqlValue, WRITING } from './types.js'

/** Connections of those that write, which may all wait for locks; */
export const WRITERS = 10

/** and of those that read, which wait for nobody. */
const READERS = 5

/** Milliseconds: a request that waits longer for a lock or a connection is told to come back. */
const PATIENCE = 10_000

/** Connects to a PostgreSQL server. */
export async function openServer(address: string, { patience = PATIENCE }: { readonly patience?: number } = {}): Promise<Database> {
  const [writers, readers] = [openPool(address, WRITERS, patience), openPool(address, READERS, patience)]
  const run = async <Result>(pool: pg.Pool, mode: string, work: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect()
    let broken: Error | undefined
    const notice = (error: Error): void => {
      broken = error
    }
    client.on('error', notice)
    try {
      await client.query(`BEGIN ${mode}; ${DATES}`)
      const result = await work(connectionOf(client))
      await client.query('COMMIT')
      return result
    } catch (error) {
      const cause = broken ?? error
      // A connection that cannot even roll back is thrown away, and the server rolls back for it.
      await client.query('ROLLBACK').catch(notice)
      throw cause
    } finally {
      client.off('error', notice)
      client.release(broken)
    }
  }
  return {
    name: 'PostgreSQL server',
    write: (work) => run(writers, WRITING, work),
    read: (work) => run(readers, READING, work),
    close: async () => {
      await Promise.all([writers.end(), readers.end()])
    },
  }
}

function openPool(address: string, max: number, patience: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max,
    connectionTimeoutMillis: patience,
    lock_timeout: patience,
    application_name: 'credit-service',
    types: { getTypeParser: textParser },
  })
  // An idle connection that breaks is replaced; the request that needs one notices.
  pool.on('error', () => undefined)
  return pool
}

function connectionOf(client: pg.PoolClient): Connection {
  return {
    query: async <Row>(sql: string, values: readonly SqlValue[] = []) => (await client.query(sql, [...values])).rows as Row[],
  }
}

const textParser: pg.CustomTypesConfig['getTypeParser'] = (type: number, format?: 'text' | 'binary') =>
  AS_TEXT.includes(type) ? (text: string) => text : format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type)
