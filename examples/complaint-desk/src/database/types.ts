/** Where statements are sent: inside a transaction, to that transaction alone. */
export interface Connection {
  /** Sends one statement; its values stand for `$1`, `$2` …. */
  query<Row>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>
}

/** A value of a statement; a JSON document is sent as its text. */
export type SqlValue = string | number | boolean | null

/** A PostgreSQL. */
export interface Database {
  /** What it is, for people. */
  readonly name: string
  /** Does all of `work`, or where it throws, nothing of it. */
  write<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>
  /** Reads everything as of one moment. */
  read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Each statement sees what was committed before it began, and so one that waited for a lock sees what its holder wrote. */
export const WRITING = 'ISOLATION LEVEL READ COMMITTED READ WRITE'

/** All statements see the same moment. */
export const READING = 'ISOLATION LEVEL REPEATABLE READ READ ONLY'
