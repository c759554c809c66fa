import { sumAmounts } from '../money/dealAmounts.js'
import type { DealBook } from './book.js'
import type { LossMeasure } from './types.js'

/** Lost deals by the furthest stage that they came to and by reason. */
export function composeLosses({ pipeline, followed, amounts, reason, reasons }: DealBook, lost: Int32Array): LossMeasure[] {
  // After every reason comes the place of deals without one, and before every stage that of deals without one.
  const columns = reasons.length + 1
  const cellOf = (deal: number): number => {
    const told = reason[deal] as number
    return ((followed.furthest[deal] as number) + 1) * columns + (told === -1 ? reasons.length : told)
  }
  const cells = new Map<number, number[]>()
  for (const deal of lost) {
    const cell = cellOf(deal)
    const deals = cells.get(cell)
    if (deals === undefined) cells.set(cell, [deal])
    else deals.push(deal)
  }
  const inOrder = [...cells].sort(([one], [other]) => one - other)
  return inOrder.map(([cell, deals]) => ({
    stage: cell < columns ? null : (pipeline.names[Math.floor(cell / columns) - 1] as string),
    reason: reasons[cell % columns] ?? null,
    count: deals.length,
    amounts: sumAmounts(amounts, Int32Array.from(deals)),
  }))
}
