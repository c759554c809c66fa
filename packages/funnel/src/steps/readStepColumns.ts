import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, reportType } from '@clientele/core/checks'
import { FIRST_INSTANT, LAST_INSTANT } from '@clientele/core/clocks'
import { checkCells, checkIdCell, checkLengths, checkWithin } from '../columns/readCells.js'
import type { PlainEvents } from './partEvents.js'
import { OTHER_STEP } from './readStepPolicy.js'

/** Columns of one length as they were given. */
interface StepCells {
  readonly actor: ArrayLike<unknown>
  readonly at: ArrayLike<unknown>
  readonly step: ArrayLike<unknown>
}

const PATH = ['columns']
const [ACTOR, AT, STEP] = [
  [...PATH, 'actor'],
  [...PATH, 'at'],
  [...PATH, 'step'],
] as const
const NANOSECONDS = 1_000_000n

/** The first and the last whole millisecond that has a date of the years 1 to 9999 in every zone. */
export const FIRST_MILLISECOND: number = /* @__PURE__ */ Number(FIRST_INSTANT / NANOSECONDS)
export const LAST_MILLISECOND: number = /* @__PURE__ */ Number(LAST_INSTANT / NANOSECONDS)

/** Reads events that come as columns, checked but for the moments of a Float64Array; or adds issues and returns undefined. */
export function readStepColumns(value: unknown, issues: Issue[]): PlainEvents | undefined {
  const before = issues.length
  if (!checkRecord(value, PATH, issues)) return undefined
  const { actor, at, step, ...others } = { ...value }
  checkKeys(others, ['actor', 'at', 'step'], PATH, issues)
  const read = [readColumn(actor, ACTOR, issues), readColumn(at, AT, issues), readColumn(step, STEP, issues)] as const
  const [actors, moments, steps] = read
  checkLengths([[actors, ACTOR] as const, [moments, AT] as const, [steps, STEP] as const], issues)
  if (actors === undefined || moments === undefined || steps === undefined || issues.length > before) return undefined
  return plainEvents({ actor: actors, at: moments, step: steps }, issues)
}

/** Says which cells are bad. */
export function findBadCells({ actor, at, step }: StepCells): Issue[] {
  const issues: Issue[] = []
  const checkActor = actor instanceof Int32Array ? null : checkCells((row) => checkIdCell(actor[row], [...ACTOR, row], issues), issues)
  const checkAt = checkCells((row) => checkWithin(at[row], FIRST_MILLISECOND, LAST_MILLISECOND, [...AT, row], issues), issues)
  const checkStep = step instanceof Uint8Array ? null : checkCells((row) => checkInteger(step[row], [...STEP, row], issues), issues)
  for (let row = 0; row < at.length; row += 1) {
    checkActor?.(row)
    checkAt(row)
    checkStep?.(row)
  }
  return issues
}

function readColumn(value: unknown, path: Path, issues: Issue[]): ArrayLike<unknown> | undefined {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) return value as ArrayLike<unknown>
  reportType(value, path, issues, 'number-column')
  return undefined
}

/** The columns as those typed arrays that are quick; others are checked first. */
function plainEvents(cells: StepCells, issues: Issue[]): PlainEvents | undefined {
  const { actor, at, step } = cells
  if (actor instanceof Int32Array && at instanceof Float64Array && step instanceof Uint8Array) return { actor, at, step }
  const bad = findBadCells(cells)
  for (const issue of bad) issues.push(issue)
  if (bad.length > 0) return undefined
  return {
    actor: Int32Array.from(actor as ArrayLike<number>),
    at: Float64Array.from(at as ArrayLike<number>),
    step: Uint8Array.from(step as ArrayLike<number>, (index) => (index >= 0 && index < OTHER_STEP ? index : OTHER_STEP)),
  }
}
