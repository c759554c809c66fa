import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, createIssue, reportType } from '@clientele/core/checks'
import { FIRST_INSTANT, LAST_INSTANT } from '@clientele/core/clocks'
import type { PlainEvents } from './partEvents.js'

const PATH = ['columns']
const AT = [...PATH, 'at']
/** Of so many bad cells there is an issue each: millions would take all memory. */
const MOST_ISSUES = 10_000
const NANOSECONDS = 1_000_000n

/** The first and the last whole millisecond that has a date of the years 1 to 9999 in every zone. */
export const FIRST_MILLISECOND: number = /* @__PURE__ */ Number(FIRST_INSTANT / NANOSECONDS)
export const LAST_MILLISECOND: number = /* @__PURE__ */ Number(LAST_INSTANT / NANOSECONDS)

/** Reads events that come as columns, checked but for what their cells hold; or adds issues and returns undefined. */
export function readStepColumns(value: unknown, issues: Issue[]): PlainEvents | undefined {
  const before = issues.length
  if (!checkRecord(value, PATH, issues)) return undefined
  const { actor, at, step, ...others } = { ...value }
  checkKeys(others, ['actor', 'at', 'step'], PATH, issues)
  const read = [
    [readColumn(actor, Int32Array, [...PATH, 'actor'], issues), [...PATH, 'actor']],
    [readColumn(at, Float64Array, AT, issues), AT],
    [readColumn(step, Uint8Array, [...PATH, 'step'], issues), [...PATH, 'step']],
  ] as const
  checkLengths(read, issues)
  if (issues.length > before) return undefined
  return { actor: actor as Int32Array, at: at as Float64Array, step: step as Uint8Array }
}

/** Says which cells are no moments. */
export function findBadMoments(at: Float64Array): Issue[] {
  const issues: Issue[] = []
  for (let row = 0; row < at.length && issues.length < MOST_ISSUES; row += 1) {
    const moment = at[row] as number
    if (moment >= FIRST_MILLISECOND && moment <= LAST_MILLISECOND && Number.isInteger(moment)) continue
    const path = [...AT, row]
    if (!Number.isInteger(moment)) checkInteger(moment, path, issues)
    else
      issues.push(
        createIssue('out-of-range', path, { minimum: String(FIRST_MILLISECOND), maximum: String(LAST_MILLISECOND), actual: String(moment) }),
      )
  }
  return issues
}

type Column = Int32Array | Float64Array | Uint8Array

function readColumn(value: unknown, type: new () => Column, path: Path, issues: Issue[]): Column | undefined {
  if (value instanceof type) return value
  reportType(value, path, issues, 'number-column')
  return undefined
}

/** Adds an issue for each column that is not as long as the first one that can be read. */
function checkLengths(columns: readonly (readonly [column: Column | undefined, path: Path])[], issues: Issue[]): void {
  const expected = columns.find(([column]) => column !== undefined)?.[0]?.length ?? 0
  for (const [column, path] of columns) {
    if (column !== undefined && column.length !== expected) issues.push(createIssue('length-differs', path, { expected, actual: column.length }))
  }
}
