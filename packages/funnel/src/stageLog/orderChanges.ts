import type { ReadChange } from './readChange.js'

/** The changes of one deal in the order in which they took place, which does not depend on the order in which they are given. */
export function orderChanges<Change extends Pick<ReadChange, 'day' | 'instant' | 'code'>>(changes: readonly Change[]): Change[] {
  const ordered = changes.slice().sort(compareByStage)
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1
    while (end < ordered.length && ordered[end]?.day === ordered[start]?.day) end += 1
    if (end - start > 1) orderDay(ordered, start, end)
    start = end
  }
  return ordered
}

/** By date, of one date in the order of the stages, of one stage what is known to the day before moments. */
function compareByStage(one: Pick<ReadChange, 'day' | 'instant' | 'code'>, other: Pick<ReadChange, 'day' | 'instant' | 'code'>): number {
  return one.day - other.day || one.code - other.code || compareInstants(one.instant, other.instant)
}

function compareInstants(one: bigint | null, other: bigint | null): number {
  if (one === other) return 0
  if (one === null) return -1
  return other === null || one > other ? 1 : -1
}

/** Where all changes of a date have their moments, these order them: where one has none, nobody can tell when it was. */
function orderDay(ordered: Pick<ReadChange, 'day' | 'instant' | 'code'>[], start: number, end: number): void {
  const day = ordered.slice(start, end)
  if (day.some(({ instant }) => instant === null)) return
  day.sort((one, other) => compareInstants(one.instant, other.instant) || one.code - other.code)
  for (const [index, change] of day.entries()) ordered[start + index] = change
}
