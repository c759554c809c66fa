import type { CalendarDate } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { moneyText } from '../money/dealAmounts.js'
import type { DealFacts } from '../stageLog/factsOf.js'
import { LOST, OPEN, WON } from '../stageLog/followChanges.js'
import type { DealHistory } from '../stageLog/readStageLog.js'
import type { DealBook } from './book.js'
import type { DealStanding } from './types.js'

const OUTCOMES: ReadonlyMap<number, DealStanding['outcome']> = new Map([
  [OPEN, 'open'],
  [WON, 'won'],
  [LOST, 'lost'],
])

/** Where deals stand, one by one. */
export function listDeals(
  chosen: Int32Array,
  { pipeline, followed, amounts }: DealBook,
  histories: readonly DealHistory[],
  facts: readonly DealFacts[],
): DealStanding[] {
  return Array.from(chosen, (deal) => {
    const { reason, expected, attributes } = facts[deal] as DealFacts
    const outcome = OUTCOMES.get(followed.outcome[deal] as number) as DealStanding['outcome']
    const entered = followed.entered[deal] as number
    const closed = followed.closed[deal] as number
    const currency = amounts.currencies[amounts.currency[deal] as number]
    return {
      deal: (histories[deal] as DealHistory).deal,
      outcome,
      stage: pipeline.names[followed.standing[deal] as number] ?? null,
      furthest: pipeline.names[followed.furthest[deal] as number] ?? null,
      entered: formatDay(entered) as CalendarDate,
      closed: outcome === 'open' ? null : (formatDay(closed) as CalendarDate),
      days: closed - entered,
      amount: currency === undefined ? null : moneyText(new Decimal(amounts.values[deal] as string), currency),
      currency: currency ?? null,
      expected: expected === null ? null : (formatDay(expected) as CalendarDate),
      reason,
      attributes: Object.fromEntries([...attributes].sort(([one], [other]) => (one < other ? -1 : 1))),
    }
  })
}
