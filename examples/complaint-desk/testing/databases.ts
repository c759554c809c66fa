import { afterAll, beforeAll, describe, it } from 'vitest'
import { migrate } from '../src/database/migrate.js'
import { openPglite } from '../src/database/openPglite.js'
import { openServer } from '../src/database/openServer.js'
import type { Database } from '../src/database/types.js'
import { storeTemplates } from '../src/workflows/storeDefinition.js'
import { findPostgres, type PostgresServer, startPostgres } from './postgresServer.js'

/** Making a database takes seconds where the machine is busy. */
export const PATIENCE = 60_000

/** Gives a database of the test's own; a server's may be opened more than once. */
export type OpenTrial = () => Promise<Database>

/** Defines tests on the embedded PostgreSQL, of one database that is emptied for each. */
export function describeEmbedded(name: string, tests: (open: OpenTrial) => void): void {
  describe(`${name}, on PGlite`, () => {
    let embedded: Database
    beforeAll(async () => {
      embedded = await openPglite(undefined)
    }, PATIENCE)
    afterAll(() => embedded.close())
    tests(async () => {
      await embedded.write(async (connection) => {
        await connection.query('DROP SCHEMA public CASCADE')
        await connection.query('CREATE SCHEMA public')
      })
      return prepare({ ...embedded, close: async () => undefined })
    })
  })
}

/** Defines tests on a real server; where there is none, they are skipped by name and the reason is printed. */
export function describeServer(name: string, tests: (server: () => PostgresServer) => void): void {
  const programs = findPostgres()
  if (programs === undefined) {
    const reason = 'no PostgreSQL server is installed here (Debian: apt-get install postgresql)'
    console.warn(`Skipped: "${name}", on a server, because ${reason}.`)
    const test = (): void => undefined
    it.skip(`${name}, on a server (skipped: ${reason})`, test)
    return
  }
  describe(`${name}, on a server`, () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres(programs)
    }, PATIENCE)
    afterAll(() => server.stop())
    tests(() => server)
  })
}

/** Defines tests on both. */
export function describeOnBoth(name: string, tests: (open: OpenTrial) => void): void {
  describeEmbedded(name, tests)
  describeServer(name, (server) => tests(async () => prepare(await openServer(await server().createDatabase(), { patience: PATIENCE }))))
}

async function prepare(database: Database): Promise<Database> {
  await migrate(database)
  await database.write(storeTemplates)
  return database
}
