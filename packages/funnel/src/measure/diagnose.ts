import { type FollowedDeals, LOST, NEVER, OPEN, WON } from '../stageLog/followChanges.js'
import type { DealBook } from './book.js'
import type { FunnelDiagnosis } from './types.js'

/** What was not looked at. */
interface LeftOut {
  readonly later: number
  readonly enteredOtherwise: number
  readonly withoutGroup: number
  readonly rejected: number
}

/** What is to be known of a measure beside its figures. */
export function diagnose(book: DealBook, deals: Int32Array, { later, enteredOtherwise, withoutGroup, rejected }: LeftOut): FunnelDiagnosis[] {
  const counts: { readonly [code in FunnelDiagnosis['code']]: number } = {
    'later-changes': later,
    'entered-otherwise': enteredOtherwise,
    ...countWays(book, deals),
    ...countLosses(book, deals),
    ...countAmounts(book, deals),
    'without-group': withoutGroup,
    rejected,
  }
  return (Object.keys(counts) as FunnelDiagnosis['code'][]).flatMap((code): FunnelDiagnosis[] => {
    return counts[code] === 0 ? [] : [{ code, params: { count: counts[code] } }]
  })
}

function countWays({ followed }: DealBook, deals: Int32Array) {
  const { outcome, regressed, reopened } = followed
  const counts = { 'still-open': 0, skipped: 0, regressed: 0, reopened: 0 }
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] as number
    if (outcome[deal] === OPEN) counts['still-open'] += 1
    if (hasSkipped(deal, followed)) counts.skipped += 1
    counts.regressed += regressed[deal] as number
    counts.reopened += reopened[deal] as number
  }
  return counts
}

function countLosses({ pipeline, followed, reason }: DealBook, deals: Int32Array) {
  const counts = { 'lost-without-stage': 0, 'without-reason': 0, 'unknown-reason': 0 }
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] as number
    if (followed.outcome[deal] !== LOST) continue
    const told = reason[deal] as number
    if (followed.furthest[deal] === -1) counts['lost-without-stage'] += 1
    if (told === -1) counts['without-reason'] += 1
    else if (told >= pipeline.lossReasons.length) counts['unknown-reason'] += 1
  }
  return counts
}

function countAmounts({ amounts }: DealBook, deals: Int32Array) {
  const counts = { 'without-amount': 0, 'without-currency': 0 }
  const withoutCurrency = amounts.currencies.indexOf(null)
  for (let place = 0; place < deals.length; place += 1) {
    const currency = amounts.currency[deals[place] as number] as number
    if (currency === -1) counts['without-amount'] += 1
    else if (currency === withoutCurrency) counts['without-currency'] += 1
  }
  return counts
}

/** Whether a deal came beyond a stage that it never stood in. */
function hasSkipped(deal: number, { count, stages, stood, outcome, furthest }: FollowedDeals): boolean {
  const passed = outcome[deal] === WON ? stages : (furthest[deal] as number)
  for (let stage = 0; stage < passed; stage += 1) if (stood[stage * count + deal] === NEVER) return true
  return false
}
