import { migrations } from './migrations.js'
import type { Database } from './types.js'

/** Any number that nobody else takes an advisory lock on: two services that start at once wait for each other. */
const LOCK = 20_261_122

/** Brings the tables up to date, in one transaction; does nothing where they are. */
export function migrate(database: Database): Promise<void> {
  return database.write(async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await connection.query('CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())')
    const [last] = await connection.query<{ readonly number: number }>('SELECT coalesce(max(number), 0) AS number FROM migrations')
    const done = last?.number ?? 0
    if (done > migrations.length) throw new Error(`the database is of migration ${done}, and this service knows ${migrations.length}`)
    for (const [index, statements] of migrations.entries()) {
      if (index < done) continue
      for (const statement of statements) await connection.query(statement)
      await connection.query('INSERT INTO migrations (number) VALUES ($1)', [index + 1])
    }
  })
}
