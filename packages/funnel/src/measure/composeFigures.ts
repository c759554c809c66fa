import { sumAmounts } from '../money/dealAmounts.js'
import { medianOfDays } from '../numbers/medianOfDays.js'
import { LOST, OPEN, WON } from '../stageLog/followChanges.js'
import type { DealBook } from './book.js'
import { composeLosses } from './composeLosses.js'
import { conversionOf } from './conversionOf.js'
import { measureStage } from './measureStage.js'
import type { Conversion, FunnelFigures, OutcomeMeasure } from './types.js'

/** What became of some deals of a book. */
export function composeFigures(book: DealBook, deals: Int32Array): FunnelFigures {
  const { pipeline, followed } = book
  const lost = dealsThat(book, deals, LOST)
  return {
    entered: deals.length,
    stages: pipeline.stages.map(({ id }, stage) => measureStage(id, stage, followed, deals)),
    conversion: wholeConversion(book, deals),
    won: measureOutcome(book, dealsThat(book, deals, WON)),
    lost: measureOutcome(book, lost),
    open: measureOutcome(book, dealsThat(book, deals, OPEN)),
    losses: composeLosses(book, lost),
  }
}

/** From the first change to being won. */
export function wholeConversion({ followed }: DealBook, deals: Int32Array): Conversion {
  const outcomes = new Uint8Array(deals.length)
  for (let place = 0; place < deals.length; place += 1) outcomes[place] = followed.outcome[deals[place] as number] as number
  return conversionOf(daysOf(deals, followed), outcomes)
}

/** The deals of one outcome. */
export function dealsThat({ followed }: DealBook, deals: Int32Array, outcome: number): Int32Array {
  const found = new Int32Array(deals.length)
  let count = 0
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] as number
    if (followed.outcome[deal] !== outcome) continue
    found[count] = deal
    count += 1
  }
  return found.subarray(0, count)
}

function daysOf(deals: Int32Array, { closed, entered }: DealBook['followed']): Int32Array {
  const days = new Int32Array(deals.length)
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] as number
    days[place] = (closed[deal] as number) - (entered[deal] as number)
  }
  return days
}

function measureOutcome({ followed, amounts }: DealBook, deals: Int32Array): OutcomeMeasure {
  const days = daysOf(deals, followed)
  let [total, withoutAmount] = [0, 0]
  for (let place = 0; place < deals.length; place += 1) {
    total += days[place] as number
    if (amounts.currency[deals[place] as number] === -1) withoutAmount += 1
  }
  return {
    count: deals.length,
    amounts: sumAmounts(amounts, deals),
    withoutAmount,
    meanDays: deals.length === 0 ? null : total / deals.length,
    medianDays: medianOfDays(days),
  }
}
