import { isRecord } from '@clientele/core/checks'

/** The prototype of most rows, where none of them can have one of some keys, or anything enumerable, from it; undefined where it may. */
export function plainPrototype(rows: readonly unknown[], keys: readonly string[]): object | null | undefined {
  const prototype: object | null = isRecord(rows[0]) ? Object.getPrototypeOf(rows[0]) : Object.prototype
  for (const _ in prototype) return undefined
  return prototype !== null && keys.some((key) => key in prototype) ? undefined : prototype
}

/** Whether a value is an object of a prototype. */
export function isPlainRecord(value: unknown, prototype: object | null | undefined): value is { readonly [key: string]: unknown } {
  return isRecord(value) && Object.getPrototypeOf(value) === prototype
}
