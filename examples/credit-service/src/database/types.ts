/** Where statements are sent: inside a transaction, to that transaction alone. */
export interface Connection {
  /** Sends one statement; its values stand for `$1`, `$2` …. Dates, decimals and big integers come back as text, so that none is rounded or moved into a zone. */
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

/**
 * Each statement sees what was committed before it began, and so one that waited for a lock sees what its holder wrote. A stricter level would fail
 * there, and have to be tried again.
 */
export const WRITING = 'ISOLATION LEVEL READ COMMITTED READ WRITE'

/** All statements see the same moment. */
export const READING = 'ISOLATION LEVEL REPEATABLE READ READ ONLY'

/** Dates are read as `YYYY-MM-DD`, whatever the server, the database or the role is set to. */
export const DATES = "SET LOCAL datestyle TO 'ISO, YMD'"

/** The types that come back as text: bigint, date, numeric, timestamptz. */
export const AS_TEXT: readonly number[] = [20, 1082, 1700, 1184]
