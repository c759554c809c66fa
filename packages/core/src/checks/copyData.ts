import { isRecord } from './checkShape.js'

/** A copy of plain data that was checked: of lists their members, of objects their own keys. */
export function copyData<Value>(value: Value): Value
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyData)
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyData(one)])) : value
}
