import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkList, checkRecord, checkText, createIssue, ownValue } from '@clientele/core/checks'
import type { GroupConversion } from './types.js'

/** Reads groups, each of which may be there once, or adds issues and returns undefined. */
export function readGroupConversions(value: unknown, path: Path, issues: Issue[]): readonly GroupConversion[] | undefined {
  if (!checkList(value, path, issues)) return undefined
  const before = issues.length
  const first = new Map<unknown, number>()
  const groups = Array.from(value, (one, index) => {
    const place = [...path, index]
    if (!checkRecord(one, place, issues)) return undefined
    checkKeys(one, ['group', 'entered', 'converted'], place, issues)
    const group = ownValue(one, 'group')
    const earlier = first.get(group)
    if (group !== null && !checkText(group, [...place, 'group'], issues)) return readCounts(one, place, issues)
    if (earlier === undefined) first.set(group, index)
    else issues.push(createIssue('duplicate', [...place, 'group'], { value: String(group), first: earlier }))
    const counts = readCounts(one, place, issues)
    return counts && { group: group as string | null, ...counts }
  })
  return issues.length > before ? undefined : (groups as readonly GroupConversion[])
}

/** Reads how many entered, `maximum` at most, and how many of them converted, or adds issues and returns undefined. */
export function readCounts(
  record: { readonly [key: string]: unknown },
  path: Path,
  issues: Issue[],
  maximum: number = Number.MAX_SAFE_INTEGER,
): { readonly entered: number; readonly converted: number } | undefined {
  const [entered, converted] = [ownValue(record, 'entered'), ownValue(record, 'converted')]
  const isCount = checkInteger(entered, [...path, 'entered'], issues, { minimum: 0, maximum })
  const isPart = checkInteger(converted, [...path, 'converted'], issues, { minimum: 0, ...(isCount ? { maximum: entered } : {}) })
  return isCount && isPart ? { entered: entered + 0, converted: converted + 0 } : undefined
}
