import type { WorkflowDefinition } from '@clientele/complaints'
import { counterService, eightSteps } from '@clientele/complaints/templates'
import type { Connection } from '../database/types.js'
import { Problem } from '../server/Problem.js'

/**
 * Stores a version of a definition. A version that is there is never changed: events were written with it.
 *
 * @returns Whether it was not there before.
 */
export async function storeDefinition(connection: Connection, document: WorkflowDefinition): Promise<boolean> {
  if (await insertDefinition(connection, document)) return true
  const same = await connection.query('SELECT 1 FROM definitions WHERE id = $1 AND version = $2 AND document::jsonb = $3::jsonb', valuesOf(document))
  if (same.length > 0) return false
  const { id, version } = document
  throw new Problem('taken', {
    en: `Version ${version} of ${id} is there, and is another; give yours a version of its own.`,
    'zh-CN': `${id} 的版本 ${version} 已存在，内容不同；请另用版本号。`,
  })
}

/** Stores the templates that are not there yet. */
export async function storeTemplates(connection: Connection): Promise<void> {
  for (const document of [eightSteps, counterService]) await insertDefinition(connection, document)
}

async function insertDefinition(connection: Connection, document: WorkflowDefinition): Promise<boolean> {
  const inserted = await connection.query(
    'INSERT INTO definitions (id, version, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
    valuesOf(document),
  )
  return inserted.length > 0
}

function valuesOf(document: WorkflowDefinition): string[] {
  return [document.id, String(document.version), JSON.stringify(document)]
}
