import type { ComplaintEvent } from '@clientele/complaints'
import { sqlState } from '../database/sqlState.js'
import type { Connection } from '../database/types.js'
import type { Complaint } from './readComplaint.js'

/** Others have appended to a complaint since it was read; nothing of the transaction is done. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
  readonly complaint: string
  /** The number of events that were read. */
  readonly expected: number

  constructor(complaint: string, expected: number) {
    super(`others have acted on complaint ${complaint} in the meantime`)
    this.complaint = complaint
    this.expected = expected
  }
}

/**
 * Appends events to a complaint, which may be a new one, and brings what lists need up to date.
 *
 * @param added - The last ones of `complaint`.
 * @throws {@link Overtaken} if any of their places is taken.
 */
export async function appendEvents(connection: Connection, { state }: Complaint, added: readonly ComplaintEvent[]): Promise<void> {
  const { complaint, definition, step, sequence, cycle, closed, openedAt, enteredAt, record } = state
  const version = String(definition.version)
  await connection.query(
    `INSERT INTO complaints (id, customer, definition, version, step, sequence, cycle, closed, opened_at, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (id) DO UPDATE SET customer = $2, definition = $3, version = $4, step = $5, sequence = $6, cycle = $7, closed = $8, entered_at = $10`,
    [complaint, String(record['customer']), definition.id, version, step, sequence, cycle, closed, openedAt, enteredAt],
  )
  for (const event of added) await insertEvent(connection, event, sequence - added.length)
}

async function insertEvent(connection: Connection, event: ComplaintEvent, expected: number): Promise<void> {
  const { complaint, sequence, definition } = event
  const values = [complaint, sequence, definition.id, String(definition.version), JSON.stringify(event)]
  try {
    await connection.query('INSERT INTO events (complaint, sequence, definition, version, event) VALUES ($1, $2, $3, $4, $5)', values)
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? new Overtaken(complaint, expected) : error
  }
}

const UNIQUE_VIOLATION = '23505'
