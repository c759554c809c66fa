import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkRecord, checkText, createIssue, describeValue, ownValue, reportType } from '@clientele/core/checks'
import { plainValue, readFieldValue } from './readFieldValue.js'
import type { AskedLearning, AskedStage } from './readLearningOptions.js'
import type { FieldValue } from './types.js'

/** A record of the history, read. */
export interface ReadRecord {
  readonly won: boolean
  /** In the order of the fields that are asked for; undefined where the value is not known. */
  readonly values: readonly (FieldValue | undefined)[]
  /** The stage in which it ended; undefined where that is not asked for, and where a won record's does not matter. */
  readonly stage: FieldValue | undefined
}

type Row = { readonly [key: string]: unknown }

const LISTED_STAGES = 20

/** Makes what reads one row of the history. */
export function recordReader({ fields, stage }: AskedLearning): (row: unknown, index: number, issues: Issue[]) => ReadRecord | undefined {
  const numbers = new Map<number, number>()
  const order = new Set(stage?.order)
  return (row, index, issues) => {
    const path = ['history', index]
    if (!checkRecord(row, path, issues)) return undefined
    checkId(ownValue(row, 'id'), index, numbers, issues)
    const outcome = ownValue(row, 'outcome')
    checkChoice(outcome, ['won', 'lost'], [...path, 'outcome'], issues)
    return {
      won: outcome === 'won',
      values: fields.map((field) => readFieldValue(row, field, path, issues)),
      stage: stage === undefined ? undefined : readStage(row, stage, order, path, issues),
    }
  }
}

/** Checks an id. That no two texts are the same is seen to where rows are read; numbers are told apart here. */
function checkId(id: unknown, index: number, numbers: Map<number, number>, issues: Issue[]): void {
  const path = ['history', index, 'id']
  if (id === undefined || id === null) return
  if (typeof id === 'string') checkText(id, path, issues)
  else if (typeof id !== 'number' || !Number.isFinite(id)) reportType(id, path, issues, 'string-or-number')
  else {
    const first = numbers.get(id)
    if (first === undefined) numbers.set(id, index)
    else issues.push(createIssue('duplicate', path, { value: String(id), first }))
  }
}

/** Reads the stage of a record: a lost one must tell it, a won one has passed through all. */
function readStage(row: Row, stage: AskedStage, order: ReadonlySet<FieldValue>, path: Path, issues: Issue[]): FieldValue | undefined {
  const value = ownValue(row, stage.field) ?? undefined
  const place = [...path, stage.field]
  const lost = ownValue(row, 'outcome') === 'lost'
  if (stage.order !== undefined) {
    if (!lost) return undefined
    if (order.has(value as FieldValue)) return value as FieldValue
    if (value === undefined) issues.push(createIssue('missing', place, {}))
    else issues.push(createIssue('not-allowed', place, { allowed: listStages(stage.order), actual: describeValue(value) }))
    return undefined
  }
  if (Number.isFinite(value)) return plainValue(value as number)
  if (lost) reportType(value, place, issues, 'number')
  return undefined
}

function listStages(order: readonly FieldValue[]): string[] {
  const stages = order.slice(0, LISTED_STAGES).map(describeValue)
  return order.length > LISTED_STAGES ? [...stages, '…'] : stages
}
