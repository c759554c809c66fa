import type { Issue, Path } from '@clientele/core'
import { isRecord } from '@clientele/core/checks'
import { type ReadInvoice, readInvoice } from '../invoices/readInvoice.js'

/** Checks and reads an invoice that needs no id, or adds issues and returns undefined. */
export function readDivided(value: unknown, path: Path, issues: Issue[]): ReadInvoice | undefined {
  if (!isRecord(value)) return readInvoice(value, path, issues)
  const { id = 'unnamed', ...others } = { ...value }
  return readInvoice({ ...others, id }, path, issues)
}
