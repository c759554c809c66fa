import { PGlite, type Transaction } from '@electric-sql/pglite'
import { holdDirectory } from './holdDirectory.js'
import { type Connection, type Database, READING, type SqlValue, WRITING } from './types.js'

/**
 * Opens the embedded PostgreSQL: in a directory, or in memory where none is given. It has one connection, so transactions wait for each other as a whole.
 */
export async function openPglite(directory: string | undefined): Promise<Database> {
  const release = directory === undefined ? () => undefined : holdDirectory(directory)
  const pglite = await PGlite.create(directory === undefined ? {} : { dataDir: directory }).catch((error: unknown) => {
    release()
    throw error
  })
  const run = <Result>(mode: string, work: (connection: Connection) => Promise<Result>): Promise<Result> =>
    pglite.transaction(async (transaction) => {
      await transaction.exec(`SET TRANSACTION ${mode}`)
      return work(connectionOf(transaction))
    })
  return {
    name: directory === undefined ? 'PGlite in memory' : `PGlite in ${directory}`,
    write: (work) => run(WRITING, work),
    read: (work) => run(READING, work),
    close: async () => {
      await pglite.close()
      release()
    },
  }
}

function connectionOf(transaction: Transaction): Connection {
  return {
    query: async <Row>(sql: string, values: readonly SqlValue[] = []) => (await transaction.query<Row>(sql, [...values])).rows,
  }
}
