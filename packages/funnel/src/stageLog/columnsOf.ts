import type { OrderedChanges } from './followChanges.js'
import type { DealHistory } from './readStageLog.js'

/** The histories of deals as columns, in their order. */
export function columnsOf(deals: readonly DealHistory[]): OrderedChanges {
  const starts = new Int32Array(deals.length + 1)
  for (const [number, { changes }] of deals.entries()) starts[number + 1] = (starts[number] as number) + changes.length
  const day = new Int32Array(starts[deals.length] as number)
  const code = new Uint8Array(day.length)
  let row = 0
  for (const { changes } of deals) {
    for (const change of changes) {
      day[row] = change.day
      code[row] = change.code
      row += 1
    }
  }
  return { starts, day, code }
}
