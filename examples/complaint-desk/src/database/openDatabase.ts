import { migrate } from './migrate.js'
import { openPglite } from './openPglite.js'
import { openServer } from './openServer.js'
import type { Database } from './types.js'

/** Which PostgreSQL. */
export interface DatabaseOptions {
  /** Of a server, `postgresql://…`; the embedded one is used where it is left out. */
  readonly address?: string | undefined
  /** Where the embedded one keeps its data; in memory where it is left out. */
  readonly directory?: string | undefined
}

/** Opens a database and brings its tables up to date. */
export async function openDatabase({ address, directory }: DatabaseOptions = {}): Promise<Database> {
  const database = address === undefined ? await openPglite(directory) : await openServer(address)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
