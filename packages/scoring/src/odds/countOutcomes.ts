import type { AskedStage } from './readLearningOptions.js'
import type { ReadRecord } from './readRecord.js'
import type { FieldValue, OutcomeCounts, StageCounts, ValueCounts } from './types.js'

/** Counts how many records were won and lost. */
export function countRecords(records: readonly ReadRecord[]): OutcomeCounts {
  const won = records.filter((record) => record.won).length
  return { won, lost: records.length - won }
}

/** Counts what was seen in the field at a position, in an order that depends on the values alone. */
export function countValues(records: readonly ReadRecord[], position: number): ValueCounts[] {
  const counts = new Map<FieldValue, { won: number; lost: number }>()
  for (const { won, values } of records) {
    const value = values[position]
    if (value === undefined) continue
    let count = counts.get(value)
    if (count === undefined) {
      count = { won: 0, lost: 0 }
      counts.set(value, count)
    }
    count[won ? 'won' : 'lost'] += 1
  }
  const sorted = [...counts].sort(([a], [b]) => compareValues(a, b))
  return sorted.map(([value, count]) => ({ value, ...count }))
}

/** False and true, then numbers, then texts in the order of their UTF-16 code units; no two values are the same. */
function compareValues(a: FieldValue, b: FieldValue): number {
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1
  return a < b ? -1 : 1
}

/** Counts how many records reached each stage: a won one all of them, a lost one those up to its own. */
export function countStages(records: readonly ReadRecord[], { order }: AskedStage, won: number): StageCounts[] {
  const stages = order ?? stagesFound(records)
  const ended = new Map<FieldValue | undefined, number>()
  for (const record of records) if (!record.won) ended.set(record.stage, (ended.get(record.stage) ?? 0) + 1)
  const counts: StageCounts[] = []
  let lost = 0
  for (const stage of [...stages].reverse()) {
    lost += ended.get(stage) ?? 0
    counts.push({ stage, won, lost })
  }
  return counts.reverse()
}

function stagesFound(records: readonly ReadRecord[]): FieldValue[] {
  const stages = new Set(records.map(({ stage }) => stage))
  return [...stages].filter((stage) => stage !== undefined).sort(compareValues)
}
