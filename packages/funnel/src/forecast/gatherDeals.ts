import { createIssue, throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { readAmounts, type StatedAmount } from '../money/readAmounts.js'
import type { ReadCurrencyRates } from '../money/readCurrencyRates.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { columnsOf } from '../stageLog/columnsOf.js'
import { factsOf } from '../stageLog/factsOf.js'
import { type FollowedDeals, followChanges, OPEN, WON } from '../stageLog/followChanges.js'
import type { DealHistory } from '../stageLog/readStageLog.js'

/** A deal that was won, and for how much; null: it states no amount. */
export interface WonDeal {
  readonly deal: string
  readonly day: number
  readonly amount: Decimal | null
}

/** A deal that is open. */
export interface OpenDeal {
  readonly deal: string
  /** The index of the stage that it stands in, and for how many days since it first came to it. */
  readonly stage: number
  readonly ageDays: number
  readonly amount: Decimal | null
  /** The day on which it is expected to be won; null: it states none. */
  readonly expected: number | null
}

/** The deals of a log as they stood at the end of a day, in the order of their ids. */
export interface DealsOfLog {
  readonly won: readonly WonDeal[]
  readonly open: readonly OpenDeal[]
  /** All of them, lost ones too. */
  readonly followed: FollowedDeals
  /** Of all amounts of won and of open deals; null: they state none. Undefined: there are no amounts. */
  readonly currency: string | null | undefined
}

const NONE = '—'

/** Tells how the deals of a log stood at the end of a day. Throws where their amounts are not in one currency. */
export function gatherDeals(
  histories: readonly DealHistory[],
  pipeline: ReadPipeline,
  { lastDay, rates }: { readonly lastDay: number; readonly rates: ReadCurrencyRates | null },
): DealsOfLog {
  const followed = followChanges(columnsOf(histories), pipeline, lastDay)
  const facts = histories.map((history) => factsOf(history, pipeline))
  const isLost = (deal: number): boolean => followed.outcome[deal] !== WON && followed.outcome[deal] !== OPEN
  const stated = facts.map(({ amount }, deal): StatedAmount => (isLost(deal) ? null : amount))
  const { currencies, currency, values } = readAmounts(stated, rates)
  checkOneCurrency(currencies)
  const won: WonDeal[] = []
  const open: OpenDeal[] = []
  for (const [deal, history] of histories.entries()) {
    if (isLost(deal)) continue
    const amount = currency[deal] === -1 ? null : new Decimal(values[deal] as string)
    const closed = followed.closed[deal] as number
    if (followed.outcome[deal] === WON) {
      won.push({ deal: history.deal, day: closed, amount })
      continue
    }
    const stage = followed.standing[deal] as number
    const ageDays = lastDay - firstDayIn(stage, history)
    open.push({ deal: history.deal, stage, ageDays, amount, expected: facts[deal]?.expected ?? null })
  }
  return { won, open, followed, currency: currencies[0] }
}

/** Throws where amounts are in several currencies, or some in none. */
export function checkOneCurrency(currencies: readonly (string | null)[]): void {
  if (currencies.length > 1) {
    throwIssues([createIssue('mixed-currencies', ['log'], { currencies: currencies.map((code) => code ?? NONE).sort() })])
  }
}

/** The currency of amounts, and where there are none that in which there would be some. */
export function currencyOf({ currency }: DealsOfLog, rates: ReadCurrencyRates | null, pipeline: ReadPipeline): string | null {
  return currency === undefined ? (rates?.to ?? pipeline.currency) : currency
}

/** The day on which a deal first stood in a stage. */
function firstDayIn(stage: number, { changes }: DealHistory): number {
  return changes.find(({ code }) => code === stage)?.day as number
}
