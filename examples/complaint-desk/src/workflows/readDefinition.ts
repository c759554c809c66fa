import type { WorkflowDefinition } from '@clientele/complaints'
import type { Connection } from '../database/types.js'
import { Problem } from '../server/Problem.js'

/** What is meant where no workflow is named. */
export const USUAL_WORKFLOW = 'eight-steps'

interface Row {
  readonly document: WorkflowDefinition
}

/** Reads a version of a definition, or the one in force, which is the one that was stored last. */
export async function readDefinition(connection: Connection, id: string, version: string | null = null): Promise<WorkflowDefinition> {
  const [row] = await connection.query<Row>(
    'SELECT document FROM definitions WHERE id = $1 AND coalesce(version = $2, true) ORDER BY number DESC LIMIT 1',
    [id, version],
  )
  if (row !== undefined) return row.document
  const [en, chinese] = version === null ? ['', ''] : [` of version ${version}`, ` 的版本 ${version}`]
  throw new Problem('not-found', { en: `There is no workflow ${id}${en}.`, 'zh-CN': `没有流程 ${id}${chinese}。` })
}

/** Reads every version that events of a complaint were written with. */
export async function readDefinitionsOf(connection: Connection, complaint: string): Promise<readonly WorkflowDefinition[]> {
  const rows = await connection.query<Row>(
    `SELECT document FROM definitions JOIN (SELECT DISTINCT definition, version FROM events WHERE complaint = $1) used
     ON used.definition = definitions.id AND used.version = definitions.version ORDER BY number`,
    [complaint],
  )
  return rows.map(({ document }) => document)
}

/** Reads every version of a definition that open complaints are handled by, and the one in force. */
export async function readDefinitionsInUse(connection: Connection, id: string): Promise<readonly WorkflowDefinition[]> {
  const rows = await connection.query<Row>(
    `SELECT document FROM definitions d WHERE id = $1 AND (
       number = (SELECT max(number) FROM definitions WHERE id = $1)
       OR EXISTS (SELECT 1 FROM complaints c WHERE c.definition = d.id AND c.version = d.version AND NOT closed)
     ) ORDER BY number`,
    [id],
  )
  return rows.map(({ document }) => document)
}
