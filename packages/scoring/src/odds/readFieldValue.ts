import type { Issue, Path } from '@clientele/core'
import { ownValue, reportType } from '@clientele/core/checks'
import type { FieldValue } from './types.js'

/** Whether a value is one that can be counted. */
export function isFieldValue(value: unknown): value is FieldValue {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

/** Reads what a record holds in a field: undefined where that is not known, and where it is no value that can be counted, with an issue. */
export function readFieldValue(record: { readonly [key: string]: unknown }, field: string, path: Path, issues: Issue[]): FieldValue | undefined {
  const value = ownValue(record, field)
  if (value === undefined || value === null) return undefined
  if (isFieldValue(value)) return plainValue(value)
  reportType(value, [...path, field], issues, 'plain-value')
  return undefined
}

/** The value as JSON knows it, which has no -0. */
export function plainValue(value: FieldValue): FieldValue {
  return value === 0 ? 0 : value
}
