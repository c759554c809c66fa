import type { InvalidRows, RejectedRow } from '@clientele/core'
import { readRows } from '@clientele/core/checks'
import { type ReadItem, readOpenItem } from './readOpenItem.js'
import type { ItemDiagnosis } from './types.js'

/** Open items of different ids, checked and read, as they stood at the end of a day. */
export interface ReadItems {
  /** Those dated up to that day, each with what settled it by then. */
  readonly items: readonly ReadItem[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly ItemDiagnosis[]
}

type LaterDiagnosis = Exclude<ItemDiagnosis, { readonly code: 'rows-rejected' }>

/** Checks and reads open items; bad ones are thrown together or collected. What is dated after `asOf` is left out, and counted. */
export function readItems(value: unknown, invalid: InvalidRows, asOf: number): ReadItems {
  const { read, rejected } = readRows(value, 'items', invalid, (item, index, issues) => readOpenItem(item, ['items', index], issues))
  const { items, diagnoses } = itemsAt(read, asOf)
  const told: ItemDiagnosis[] = rejected.length > 0 ? [{ code: 'rows-rejected', params: { rejected: rejected.length, items: read.length } }] : []
  return { items, rejected, diagnoses: [...told, ...diagnoses] }
}

/** Items as they stood at the end of a day, and how much was left out as it is dated later. */
export function itemsAt(read: readonly ReadItem[], asOf: number): { readonly items: readonly ReadItem[]; readonly diagnoses: LaterDiagnosis[] } {
  const dated = read.filter(({ day }) => day <= asOf)
  const items = dated.map((item) => itemAt(item, asOf))
  const counted = (list: readonly ReadItem[]): number => list.reduce((sum, { applications }) => sum + applications.length, 0)
  const diagnoses: LaterDiagnosis[] = []
  const later = read.length - dated.length
  if (later > 0) diagnoses.push({ code: 'items-after-as-of', params: { count: later } })
  const laterApplications = counted(dated) - counted(items)
  if (laterApplications > 0) diagnoses.push({ code: 'applications-after-as-of', params: { count: laterApplications } })
  return { items, diagnoses }
}

/** An item as it stood at the end of a day. */
export function itemAt(item: ReadItem, asOf: number): ReadItem {
  const { applications } = item
  return applications.some(({ day }) => day > asOf) ? { ...item, applications: applications.filter(({ day }) => day <= asOf) } : item
}
