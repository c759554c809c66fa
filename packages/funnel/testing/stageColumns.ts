import type { DecimalColumn } from '@clientele/core'
import { formatDay, parseDay } from '@clientele/core/days'
import { decimalAt } from '@clientele/core/decimal'
import type { Pipeline, StageChange, StageLogColumns } from '../src/index.js'

/** The day that ages are counted from. */
export const TODAY: number = parseDay('2024-03-31')

/** A change: of which deal, how many days before, to which stage, and in how many units of money; NaN where it says nothing of them. */
export type ColumnRow = readonly [deal: number, age: number, code: number, units: number]

/** Changes as columns; without amounts where no digits are told. */
export function columnsOf(rows: readonly ColumnRow[], digits: number | null): StageLogColumns {
  const columns = {
    deal: Int32Array.from(rows, ([deal]) => deal),
    day: Int32Array.from(rows, ([, age]) => TODAY - age),
    stage: Uint8Array.from(rows, ([, , code]) => code),
  }
  return digits === null ? columns : { ...columns, amount: { values: Float64Array.from(rows, ([, , , units]) => units), digits } }
}

/** The same changes as the log of a pipeline, with dates. */
export function logOf({ deal, day, stage, amount }: StageLogColumns, { stages, won, lost }: Pipeline): StageChange[] {
  const names = [...stages.map(({ id }) => id), won, lost]
  return Array.from(deal, (id, row) => ({
    deal: String(id),
    at: formatDay(day[row] as number) as string,
    to: names[stage[row] as number] as string,
    ...amountAt(amount, row),
  }))
}

function amountAt(amount: DecimalColumn | undefined, row: number): Partial<StageChange> {
  return amount === undefined || Number.isNaN(amount.values[row]) ? {} : { amount: decimalAt(amount, row) }
}
