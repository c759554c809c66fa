import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkList, checkRecord, createIssue } from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityText, readQuantity } from '../numbers/quantity.js'
import type { DiscountLadder } from './types.js'

/** A step of a ladder, checked and read. */
export interface ReadStep {
  readonly from: Quantity
  /** 0 to 100. */
  readonly percent: Quantity
}

/** A ladder, checked and read. */
export interface ReadLadder {
  readonly type: DiscountLadder['type']
  /** Ascending, at least one. */
  readonly steps: readonly ReadStep[]
}

const TYPES: readonly DiscountLadder['type'][] = ['all-units', 'incremental']

/** Checks and reads a ladder, or adds issues, which start at `path`, and returns undefined. */
export function readLadder(value: unknown, path: Path, issues: Issue[]): ReadLadder | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const { type, steps, ...others } = { ...value }
  checkKeys(others, ['type', 'steps'], path, issues)
  const isType = checkChoice(type, TYPES, [...path, 'type'], issues)
  const read = readSteps(steps, [...path, 'steps'], issues)
  return isType && issues.length === before ? { type, steps: read } : undefined
}

function readSteps(value: unknown, path: Path, issues: Issue[]): ReadStep[] {
  if (!checkList(value, path, issues, { filled: true })) return []
  const steps: ReadStep[] = []
  let highest: Quantity | undefined
  Array.from(value).forEach((step, index) => {
    const place = [...path, index]
    if (!checkRecord(step, place, issues)) return
    const { from, percent, ...others } = { ...step }
    checkKeys(others, ['from', 'percent'], place, issues)
    const read = readQuantity(from, [...place, 'from'], issues, { minimum: '0' })
    if (read !== undefined && highest !== undefined && compareQuantities(read, highest) <= 0) {
      issues.push(createIssue('not-above', [...place, 'from'], { bound: quantityText(highest), actual: quantityText(read) }))
    } else highest = read ?? highest
    const rate = readQuantity(percent, [...place, 'percent'], issues, { minimum: '0', maximum: '100' })
    if (read !== undefined && rate !== undefined) steps.push({ from: read, percent: rate })
  })
  return steps
}
