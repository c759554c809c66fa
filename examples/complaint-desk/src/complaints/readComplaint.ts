import { type ComplaintEvent, type ComplaintState, replayComplaint, type WorkflowDefinition } from '@clientele/complaints'
import type { Connection } from '../database/types.js'
import { Problem } from '../server/Problem.js'
import { readDefinitionsOf } from '../workflows/readDefinition.js'

/** A complaint as its events tell it. */
export interface Complaint {
  readonly events: readonly ComplaintEvent[]
  /** What they come to. */
  readonly state: ComplaintState
  /** Every version of the definition that they were written with. */
  readonly definitions: readonly WorkflowDefinition[]
  /** The one that the complaint is handled by. */
  readonly definition: WorkflowDefinition
}

/** Reads a complaint that must be there. */
export async function readComplaint(connection: Connection, id: string): Promise<Complaint> {
  const rows = await connection.query<{ readonly event: ComplaintEvent }>('SELECT event FROM events WHERE complaint = $1 ORDER BY sequence', [id])
  if (rows.length === 0) throw new Problem('not-found', { en: `There is no complaint ${id}.`, 'zh-CN': `没有投诉 ${id}。` })
  const definitions = await readDefinitionsOf(connection, id)
  return complaintOf(
    rows.map(({ event }) => event),
    definitions,
  )
}

/** Replays a history; that it is damaged is never the caller's fault. */
export function complaintOf(events: readonly ComplaintEvent[], definitions: readonly WorkflowDefinition[]): Complaint {
  try {
    const state = replayComplaint(events, definitions)
    const { id, version } = state.definition
    const definition = definitions.find((one) => one.id === id && one.version === version) as WorkflowDefinition
    return { events, state, definitions, definition }
  } catch (cause) {
    throw new Error(`the history of complaint ${events[0]?.complaint} is damaged`, { cause })
  }
}
