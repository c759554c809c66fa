import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, checkUnique, createIssue, isRecord, ownValue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { readQuantity } from './readQuantity.js'
import { readStage } from './readStage.js'

/** The stages of a measure, undefined where they are not known, and those that are worked, of which each needs a value. */
interface ValuedStages {
  readonly stages: readonly string[] | undefined
  readonly worked: readonly string[]
}

type Values = ReadonlyMap<string, Decimal | undefined>

const PATH = ['options', 'values']

/** Reads what a won deal is worth by the stage that it is worked in, or adds issues: then it says too little. */
export function readStageValues(values: unknown, { stages, worked }: ValuedStages, issues: Issue[]): Values {
  if (Array.isArray(values)) return readList(Array.from(values), { stages, worked }, issues)
  if (isRecord(values)) return readRecord(values, { stages, worked }, issues)
  const value = readQuantity(values, PATH, issues)
  return new Map(worked.map((stage) => [stage, value]))
}

function readRecord(record: { readonly [stage: string]: unknown }, { stages, worked }: ValuedStages, issues: Issue[]): Values {
  const read = new Map<string, Decimal | undefined>()
  for (const key of Object.keys(record)) {
    const path = [...PATH, key]
    const stage = readStage(key, stages, path, issues)
    if (stage !== undefined) read.set(stage, readQuantity(record[key], path, issues))
  }
  for (const stage of new Set(worked)) if (!read.has(stage)) issues.push(createIssue('missing', [...PATH, stage], {}))
  return read
}

function readList(list: readonly unknown[], { stages, worked }: ValuedStages, issues: Issue[]): Values {
  const before = issues.length
  const entries = list.map((entry, index): [stage: string | undefined, value: Decimal | undefined] => {
    const path = [...PATH, index]
    if (!checkRecord(entry, path, issues)) return [undefined, undefined]
    checkKeys(entry, ['stage', 'value'], path, issues)
    const stage = readStage(ownValue(entry, 'stage'), stages, [...path, 'stage'], issues)
    return [stage, readQuantity(ownValue(entry, 'value'), [...path, 'value'], issues)]
  })
  checkUnique(
    entries.map(([stage]) => stage),
    (index) => [...PATH, index, 'stage'],
    issues,
  )
  const read = new Map(entries.flatMap(([stage, value]) => (stage === undefined ? [] : [[stage, value] as const])))
  const missing = [...new Set(worked)].filter((stage) => !read.has(stage))
  // An entry that is wrong may be the one that is missing.
  if (issues.length === before && missing.length > 0) issues.push(createIssue('incomplete', PATH, { missing }))
  return read
}
