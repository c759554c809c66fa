import type { Issue, Path } from '@clientele/core'
import { checkRecord, createIssue, describeValue, LOST_KEY, reportType } from '@clientele/core/checks'

/** Attributes as they are stated: null takes one away. */
export type ReadAttributes = readonly (readonly [attribute: string, value: string | null])[]

/** Reads where a deal belongs, good only where no issue is added. */
export function readAttributes(value: unknown, path: Path, issues: Issue[]): ReadAttributes {
  if (!checkRecord(value, path, issues)) return []
  return Object.entries(value).flatMap(([attribute, stated]) => {
    const place = [...path, attribute]
    if (attribute === LOST_KEY) issues.push(createIssue('reserved-name', place, { actual: describeValue(attribute) }))
    if (stated === undefined) return []
    if (stated !== null && typeof stated !== 'string') reportType(stated, place, issues, 'string')
    return [[attribute, stated === '' ? null : (stated as string | null)] as const]
  })
}
