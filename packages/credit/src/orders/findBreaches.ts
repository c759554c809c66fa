import { dayAfter, formatDay } from '@clientele/core/days'
import { convert, showMoney } from '../exposure/exchange.js'
import { isExpired } from '../exposure/measureExposure.js'
import { isAsDeepAs } from '../investigation/reportDepths.js'
import { excessRate } from './excessRate.js'
import { findOverdue } from './findOverdue.js'
import { meetsStandard } from './meetsStandard.js'
import { reportOf } from './reportOf.js'
import type { FoundBreach, Situation } from './situation.js'

/** Finds everything that an order is held or refused for, each by a reader of its own. */
export function findBreaches(situation: Situation): FoundBreach[] {
  return finders.flatMap((find) => find(situation))
}

const finders: readonly ((situation: Situation) => FoundBreach[])[] = [
  findOverLimit,
  findLimitExpired,
  findOverdue,
  findDunningLevel,
  findGuaranteeExpired,
  findReportMissing,
  findReportStale,
  findBelowStandard,
  findBlocked,
]

function findOverLimit({ policy, measured, amount, limit }: Situation): FoundBreach[] {
  const { exchange, total } = measured
  if (limit === null || limit.excess <= 0n) return []
  const params = {
    exposure: showMoney(total, exchange),
    order: showMoney(amount, exchange),
    limit: showMoney(limit.units, exchange),
    excess: showMoney(limit.excess, exchange, 'up'),
    excessRate: excessRate(limit),
  }
  return policy.rules.overLimit.map(({ response }) => ({ code: 'over-limit', params, response }))
}

function findLimitExpired({ policy, account, asOf }: Situation): FoundBreach[] {
  const { validUntil } = account.limit
  if (validUntil === undefined || asOf <= validUntil) return []
  return policy.rules.limitExpired.map(({ response }) => ({ code: 'limit-expired', params: { validUntil: textOf(validUntil) }, response }))
}

function findDunningLevel({ policy, account }: Situation): FoundBreach[] {
  const level = account.dunningLevel
  const reached = policy.rules.dunningLevel.filter(({ from }) => level >= from)
  return reached.map(({ from, response }) => ({ code: 'dunning-level', params: { level, from }, response }))
}

function findGuaranteeExpired({ policy, account, asOf, measured }: Situation): FoundBreach[] {
  const expired = (account.guarantees ?? []).filter((guarantee) => isExpired(guarantee, asOf))
  if (expired.length === 0) return []
  const validUntil = textOf(expired.reduce((latest, { validUntil: day }) => Math.max(latest, day as number), Number.NEGATIVE_INFINITY))
  const params = { count: expired.length, amount: showMoney(convert(expired, measured.exchange), measured.exchange), validUntil }
  return policy.rules.guaranteeExpired.map(({ response }) => ({ code: 'guarantee-expired', params, response }))
}

function findReportMissing(situation: Situation): FoundBreach[] {
  const depth = reportOf(situation)?.depth ?? null
  const lacking = situation.policy.rules.reportMissing.filter(({ depth: required }) => depth === null || !isAsDeepAs(depth, required ?? depth))
  return lacking.map(({ depth: required, response }) => ({ code: 'report-missing', params: { depth, required }, response }))
}

function findReportStale(situation: Situation): FoundBreach[] {
  const report = reportOf(situation)
  if (report === undefined) return []
  const ends = situation.policy.rules.reportStale.map(({ response, validFor }) => ({ response, last: dayAfter(report.day, validFor) }))
  return ends
    .filter(({ last }) => situation.asOf > last)
    .map(({ response, last }) => ({ code: 'report-stale', params: { date: textOf(report.day), validUntil: textOf(last) }, response }))
}

function findBelowStandard({ policy, account }: Situation): FoundBreach[] {
  const { grade: judged } = account
  return policy.rules.belowStandard.flatMap(({ grades, response, unknown }) => {
    const isMet = meetsStandard(judged, grades)
    const answer = isMet === undefined ? unknown : response
    if (isMet === true || answer === undefined) return []
    return [{ code: 'below-standard', params: { grade: judged?.grade ?? null, grades, known: isMet === false }, response: answer }]
  })
}

function findBlocked({ policy, account }: Situation): FoundBreach[] {
  return account.isBlocked ? policy.rules.accountBlocked.map(({ response }) => ({ code: 'account-blocked', params: {}, response })) : []
}

function textOf(day: number): string {
  return formatDay(day) as string
}
