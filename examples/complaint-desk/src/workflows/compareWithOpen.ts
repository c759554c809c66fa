import { type ComplaintState, compareDefinitions, type WorkflowDefinition } from '@clientele/complaints'
import { explainDefinitionComparison } from '@clientele/complaints/explain'
import { readComplaint } from '../complaints/readComplaint.js'
import type { Connection } from '../database/types.js'
import { type Language, locales } from '../server/languages.js'
import { readDefinitionsInUse } from './readDefinition.js'

/**
 * Tells what a definition would change, and whom it would strand: against every version that open complaints are handled by, and the one in force. Nothing is
 * stored.
 */
export async function compareWithOpen(connection: Connection, after: WorkflowDefinition, language: Language): Promise<object> {
  const comparisons: object[] = []
  for (const before of await readDefinitionsInUse(connection, after.id)) {
    const open = await readOpen(connection, before)
    const comparison = compareDefinitions({ before, after, open })
    const explanation = explainDefinitionComparison(comparison, { before, after }, locales[language]).sentences
    comparisons.push({ before: { id: before.id, version: before.version }, ...comparison, explanation })
  }
  return { comparisons }
}

async function readOpen(connection: Connection, { id, version }: WorkflowDefinition): Promise<readonly ComplaintState[]> {
  const rows = await connection.query<{ readonly id: string }>(
    'SELECT id FROM complaints WHERE definition = $1 AND version = $2 AND NOT closed ORDER BY id',
    [id, String(version)],
  )
  const states: ComplaintState[] = []
  for (const row of rows) states.push((await readComplaint(connection, row.id)).state)
  return states
}
