import { NO_DAYS } from '../rfm/rfmTotals.js'
import type { DecodedIds } from './codeIds.js'
import { type GroupedTransactions, NEVER } from './groupTransactions.js'

/** What customers come to as of a day, in their order. */
export interface SummedColumns {
  readonly customers: Int32Array | readonly string[]
  /** What stands for each of them. */
  readonly codes: Int32Array
  readonly recencyDays: Int32Array
  readonly frequency: Int32Array
  readonly units: Float64Array
}

/** Puts what customers come to in the order of their ids. */
export function sortSums({ customer, lastDay, frequency, sum }: GroupedTransactions, { ids, order }: DecodedIds, asOf: number): SummedColumns {
  const sorted = <Column extends Int32Array | Float64Array>(column: Column): Column =>
    order === undefined ? column : (column.map((_, index) => column[order[index] as number] as number) as Column)
  return {
    customers: ids,
    codes: sorted(customer),
    recencyDays: sorted(lastDay).map((day) => (day === NEVER ? NO_DAYS : asOf - day)),
    frequency: sorted(frequency),
    units: sorted(sum),
  }
}
