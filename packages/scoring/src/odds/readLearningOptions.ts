import type { DecimalString, InvalidRows, Issue, PolicyReference } from '@clientele/core'
import {
  checkInteger,
  checkKeys,
  checkList,
  checkPolicyHeader,
  checkUnique,
  isRecord,
  policyReference,
  readOptions,
  reportType,
  throwIssues,
} from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { checkPositive } from '../numbers/checkPositive.js'
import { checkQuantity } from '../tables/checkQuantity.js'
import { checkFieldName, checkStageApart, checkUniqueValues } from './checkFields.js'
import { isFieldValue, plainValue } from './readFieldValue.js'
import type { FieldValue, LearningOptions } from './types.js'

/** The field of the stage; without an order, the stages are the numbers found in it. */
export interface AskedStage {
  readonly field: string
  readonly order: readonly FieldValue[] | undefined
}

/** What is to be learned, read. */
export interface AskedLearning {
  readonly reference: PolicyReference
  readonly fields: readonly string[]
  readonly stage: AskedStage | undefined
  readonly smoothing: DecimalString
  readonly minimumCount: number | undefined
  readonly invalid: InvalidRows
}

const KEYS = ['fields', 'stage', 'smoothing', 'minimumCount', 'id', 'version', 'invalid']

/** Checks and reads what is to be learned, or throws with everything that is wrong with it. */
export function readLearningOptions(options: LearningOptions): AskedLearning {
  const issues: Issue[] = []
  const invalid = readOptions(options, KEYS, issues)
  if (!isRecord(options)) throwIssues(issues)
  const { fields, stage, smoothing = '0.1', minimumCount, id = 'outcome-odds', version = 1 } = { ...options }
  const header = { kind: 'outcome-odds', id, version }
  checkPolicyHeader(header, 'outcome-odds', ['options'], issues)
  checkFields(fields, issues)
  if (stage !== undefined) checkStage(stage, fields, issues)
  const added = checkPositive(smoothing, ['options', 'smoothing'], issues, checkQuantity)
  if (minimumCount !== undefined) checkInteger(minimumCount, ['options', 'minimumCount'], issues, { minimum: 0 })
  throwIssues(issues)
  return {
    reference: policyReference(header),
    fields: [...fields],
    stage: stage === undefined ? undefined : readStage(stage),
    smoothing: decimalText(added as Decimal),
    minimumCount: minimumCount === undefined ? undefined : minimumCount + 0,
    invalid,
  }
}

function checkFields(value: unknown, issues: Issue[]): void {
  if (!checkList(value, ['options', 'fields'], issues, { filled: true })) return
  const names = Array.from(value, (name, index) => (checkFieldName(name, ['options', 'fields', index], issues) ? name : undefined))
  checkUnique(names, (index) => ['options', 'fields', index], issues)
}

function checkStage(value: unknown, fields: unknown, issues: Issue[]): void {
  const others = Array.isArray(fields) ? fields : []
  const path = ['options', 'stage']
  if (typeof value === 'string') {
    checkFieldName(value, path, issues)
    checkStageApart(value, others, path, issues)
  } else if (isRecord(value)) {
    const stage = { ...value }
    checkKeys(stage, ['field', 'order'], path, issues)
    checkFieldName(stage['field'], [...path, 'field'], issues)
    checkStageApart(stage['field'], others, [...path, 'field'], issues)
    checkOrder(stage['order'], issues)
  } else reportType(value, path, issues, 'string-or-object')
}

function checkOrder(value: unknown, issues: Issue[]): void {
  const path = ['options', 'stage', 'order']
  if (!checkList(value, path, issues, { filled: true })) return
  const stages = Array.from(value, (stage, index) => {
    if (isFieldValue(stage)) return stage
    reportType(stage, [...path, index], issues, 'plain-value')
    return undefined
  })
  checkUniqueValues(stages, (index) => [...path, index], issues)
}

function readStage(stage: Exclude<LearningOptions['stage'], undefined>): AskedStage {
  return typeof stage === 'string' ? { field: stage, order: undefined } : { field: stage.field, order: stage.order.map(plainValue) }
}
