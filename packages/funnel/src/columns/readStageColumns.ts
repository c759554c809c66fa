import type { Issue } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord } from '@clientele/core/checks'
import { FIRST_DAY } from '@clientele/core/days'
import { POWERS_OF_TEN } from '@clientele/core/decimal'
import { checkCells, checkCodeCell, checkDayCell, checkIdCell, checkLengths, checkUnitCell, isDay, isId, readColumn } from './readCells.js'

/** A stage log as columns of one length, checked but for what their cells hold. */
export interface StageTable {
  readonly deal: Int32Array
  /** What is no day is not in the calendar. */
  readonly day: Int32Array
  /** What is no code is greater than all codes. */
  readonly stage: Uint8Array
  /** What is no number is infinite; null where no amounts are told. */
  readonly amount: Float64Array | null
  readonly digits: number
  /** The columns as they were given. */
  readonly cells: StageCells
}

interface StageCells {
  readonly deal: ArrayLike<unknown>
  readonly day: ArrayLike<unknown>
  readonly stage: ArrayLike<unknown>
  readonly amount: ArrayLike<unknown> | null
}

const PATH = ['columns']
const DEAL: readonly string[] = [...PATH, 'deal']
export const DAY: readonly string[] = [...PATH, 'day']
export const STAGE: readonly string[] = [...PATH, 'stage']
const AMOUNT = [...PATH, 'amount']
const UNITS = [...AMOUNT, 'values']
const MOST_DIGITS = POWERS_OF_TEN.length - 1
const NO_DAY = FIRST_DAY - 1
const NO_CODE = 255

/** Reads a stage log that comes as columns, or adds issues and returns undefined. */
export function readStageColumns(value: unknown, issues: Issue[]): StageTable | undefined {
  const before = issues.length
  if (!checkRecord(value, PATH, issues)) return undefined
  const { deal, day, stage, amount, ...others } = { ...value }
  checkKeys(others, ['deal', 'day', 'stage', 'amount'], PATH, issues)
  const ids = readColumn(deal, DEAL, issues)
  const days = readColumn(day, DAY, issues)
  const codes = readColumn(stage, STAGE, issues)
  const units = amount === undefined ? null : readUnits(amount, issues)
  const columns = [
    [ids, DEAL],
    [days, DAY],
    [codes, STAGE],
    [units?.cells, UNITS],
  ] as const
  checkLengths(columns, issues)
  if (ids === undefined || days === undefined || codes === undefined || units === undefined || issues.length > before) return undefined
  return tableOf({ deal: ids, day: days, stage: codes, amount: units?.cells ?? null }, units?.digits ?? 0)
}

/** Reads `{ values, digits }`, or adds issues and returns undefined. */
function readUnits(value: unknown, issues: Issue[]): { readonly cells: ArrayLike<unknown>; readonly digits: number } | undefined {
  if (!checkRecord(value, AMOUNT, issues)) return undefined
  const { values, digits, ...others } = { ...value }
  checkKeys(others, ['values', 'digits'], AMOUNT, issues)
  const cells = readColumn(values, UNITS, issues)
  if (!checkInteger(digits, [...AMOUNT, 'digits'], issues, { minimum: 0, maximum: MOST_DIGITS }) || cells === undefined) return undefined
  return { cells, digits: digits + 0 }
}

function tableOf(cells: StageCells, digits: number): StageTable {
  const { deal, stage, amount } = cells
  const hasIds = deal instanceof Int32Array || Array.from(deal).every(isId)
  return {
    deal: deal instanceof Int32Array ? deal : Int32Array.from(deal as ArrayLike<number>, (id) => (isId(id) ? id : 0)),
    day: hasIds ? daysOf(cells.day) : new Int32Array(deal.length).fill(NO_DAY),
    stage: stage instanceof Uint8Array ? stage : Uint8Array.from(stage, (code) => (isCode(code) ? code : NO_CODE)),
    amount:
      amount === null || amount instanceof Float64Array
        ? amount
        : Float64Array.from(amount, (units) => (typeof units === 'number' ? units : Number.POSITIVE_INFINITY)),
    digits,
    cells,
  }
}

function daysOf(cells: ArrayLike<unknown>): Int32Array {
  return cells instanceof Int32Array ? cells : Int32Array.from(cells, (cell) => (isDay(cell) ? cell : NO_DAY))
}

function isCode(cell: unknown): cell is number {
  return Number.isInteger(cell) && (cell as number) >= 0 && (cell as number) < NO_CODE
}

/** What is wrong with the cells, row by row. */
export function findBadCells({ digits, cells }: StageTable, greatest: number): Issue[] {
  const { deal, day, stage, amount } = cells
  const issues: Issue[] = []
  const checkDeal = deal instanceof Int32Array ? null : checkCells((row) => checkIdCell(deal[row], [...DEAL, row], issues), issues)
  const checkDay = checkCells((row) => checkDayCell(day[row], [...DAY, row], issues), issues)
  const checkStage = checkCells((row) => checkCodeCell(stage[row], greatest, [...STAGE, row], issues), issues)
  const checkAmount = amount && checkCells((row) => checkUnitCell(amount[row], digits, [...UNITS, row], issues), issues)
  for (let row = 0; row < deal.length; row += 1) {
    checkDeal?.(row)
    checkDay(row)
    checkStage(row)
    checkAmount?.(row)
  }
  return issues
}
