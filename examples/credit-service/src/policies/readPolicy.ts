import type { Connection } from '../database/types.js'
import { notFound } from '../server/Problem.js'
import type { PolicyKind, PolicyKinds } from './types.js'

/** Reads the version in force: the one that was stored last. */
export async function readPolicy<Kind extends PolicyKind>(connection: Connection, kind: Kind, id: string): Promise<PolicyKinds[Kind]> {
  const rows = await connection.query<{ readonly document: PolicyKinds[Kind] }>(
    'SELECT document FROM policies WHERE kind = $1 AND id = $2 ORDER BY moment DESC LIMIT 1',
    [kind, id],
  )
  return documentOf(rows, kind, id)
}

/** Reads the very version that something was decided by. */
export async function readPolicyVersion<Kind extends PolicyKind>(
  connection: Connection,
  kind: Kind,
  id: string,
  version: string,
): Promise<PolicyKinds[Kind]> {
  const rows = await connection.query<{ readonly document: PolicyKinds[Kind] }>(
    'SELECT document FROM policies WHERE kind = $1 AND id = $2 AND version = $3',
    [kind, id, version],
  )
  return documentOf(rows, kind, `${id} of version ${version}`)
}

function documentOf<Document>([row]: readonly { readonly document: Document }[], kind: PolicyKind, name: string): Document {
  if (row === undefined) throw notFound(kind, name)
  return row.document
}
