import pg from 'pg'
import { type Connection, type Database, READING, type SqlValue, WRITING } from './types.js'

const CONNECTIONS = 10

/** Milliseconds: a request that waits longer for a lock or a connection is told to come back. */
const PATIENCE = 10_000

/** Connects to a PostgreSQL server. */
export async function openServer(address: string, { patience = PATIENCE }: { readonly patience?: number } = {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: patience,
    lock_timeout: patience,
    application_name: 'complaint-desk',
  })
  // An idle connection that breaks is replaced; the request that needs one notices.
  pool.on('error', () => undefined)
  const run = async <Result>(mode: string, work: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect()
    let broken: Error | undefined
    const notice = (error: Error): void => {
      broken = error
    }
    client.on('error', notice)
    try {
      await client.query(`BEGIN ${mode}`)
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
    write: (work) => run(WRITING, work),
    read: (work) => run(READING, work),
    close: () => pool.end(),
  }
}

function connectionOf(client: pg.PoolClient): Connection {
  return {
    query: async <Row>(sql: string, values: readonly SqlValue[] = []) => (await client.query(sql, [...values])).rows as Row[],
  }
}
