import type { Issue, Path } from '@clientele/core'
import {
  checkKeys,
  checkList,
  checkLocalizedText,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  isRecord,
  LOST_KEY,
  ownValue,
} from '@clientele/core/checks'

/** Reads the ids of a list of texts and entries, good only where no issue is added. */
export function readEntries(value: unknown, path: Path, issues: Issue[]): readonly string[] {
  if (!checkList(value, path, issues)) return []
  const entries = Array.from(value)
  const places = entries.map((entry, index) => (isRecord(entry) ? [...path, index, 'id'] : [...path, index]))
  const ids = entries.map((entry, index) => {
    const place = places[index] as Path
    const id = isRecord(entry) ? ownValue(entry, 'id') : entry
    if (isRecord(entry)) checkEntry(entry, [...path, index], issues)
    if (!checkText(id, place, issues)) return undefined
    if (id === LOST_KEY) issues.push(createIssue('reserved-name', place, { actual: describeValue(id) }))
    return id
  })
  checkUnique(ids, (index) => places[index] as Path, issues)
  return ids as readonly string[]
}

function checkEntry(entry: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): void {
  checkKeys(entry, ['id', 'title'], path, issues)
  const title = ownValue(entry, 'title')
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
}
