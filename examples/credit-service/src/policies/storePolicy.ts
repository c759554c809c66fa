import { ageingTo90Days, netThirty, strictOrderPolicy, twoTenNetThirty, usualOrderPolicy } from '@clientele/credit/templates'
import type { Connection } from '../database/types.js'
import { Problem } from '../server/Problem.js'
import type { Policy } from './types.js'

/** What a new database has. */
const READY: readonly Policy[] = [usualOrderPolicy, strictOrderPolicy, netThirty, twoTenNetThirty, ageingTo90Days]

/**
 * Stores a version of a document. A version that is there is never changed: decisions were made by it.
 *
 * @returns Whether it was not there before.
 */
export async function storePolicy(connection: Connection, document: Policy): Promise<boolean> {
  if (await insertPolicy(connection, document)) return true
  const same = await connection.query(
    'SELECT 1 FROM policies WHERE kind = $1 AND id = $2 AND version = $3 AND document = $4::jsonb',
    valuesOf(document),
  )
  if (same.length > 0) return false
  const { kind, id, version } = document
  throw new Problem('conflict', {
    en: `Version ${version} of ${kind} ${id} is there, and is another; give yours a version of its own.`,
    'zh-CN': `${kind} ${id} 的版本 ${version} 已存在，内容不同；请另用版本号。`,
  })
}

/** Stores the templates that are not there yet. */
export async function storeTemplates(connection: Connection): Promise<void> {
  for (const document of READY) await insertPolicy(connection, document)
}

async function insertPolicy(connection: Connection, document: Policy): Promise<boolean> {
  const inserted = await connection.query(
    'INSERT INTO policies (kind, id, version, document) VALUES ($1, $2, $3, $4::jsonb) ON CONFLICT DO NOTHING RETURNING id',
    valuesOf(document),
  )
  return inserted.length > 0
}

function valuesOf(document: Policy): string[] {
  return [document.kind, document.id, String(document.version), JSON.stringify(document)]
}
