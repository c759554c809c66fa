import { formatDay } from '@clientele/core/days'
import { moneyText } from '../money/moneyText.js'
import { type JudgedReleases, tellRelease } from './judgeReleases.js'
import { meetsStandard } from './meetsStandard.js'
import { reportOf } from './reportOf.js'
import type { Situation } from './situation.js'
import type { OrderDiagnosis } from './types.js'

/** Tells what is to be known about a decision, that on its exposure first. */
export function tellDiagnoses(situation: Situation, judged: JudgedReleases): OrderDiagnosis[] {
  const own = [tellEntry, tellLimit, tellStandard, tellReport].flatMap((tell) => tell(situation))
  return [...situation.measured.diagnoses, ...own, ...tellUndated(judged)]
}

function tellEntry({ order, entry }: Situation): OrderDiagnosis[] {
  if (entry === undefined) return []
  const { currency, amount, digits } = entry
  return [{ code: 'order-in-account', params: { order: order.id, amount: moneyText(amount, digits), currency } }]
}

function tellLimit({ account, policy, asOf }: Situation): OrderDiagnosis[] {
  const { validUntil } = account.limit
  if (validUntil === undefined || asOf <= validUntil || policy.rules.limitExpired.length > 0) return []
  return [{ code: 'limit-expired-ignored', params: { validUntil: formatDay(validUntil) as string } }]
}

function tellStandard({ account, policy }: Situation): OrderDiagnosis[] {
  const { grade: judged } = account
  const isUnknown = policy.rules.belowStandard.some(({ grades, unknown }) => unknown === undefined && meetsStandard(judged, grades) === undefined)
  return isUnknown ? [{ code: 'standard-unknown', params: { grade: judged?.grade ?? null } }] : []
}

/** Where a report is missing, nothing is too old. */
function tellReport(situation: Situation): OrderDiagnosis[] {
  const { reportMissing, reportStale } = situation.policy.rules
  if (reportOf(situation) !== undefined || reportStale.length === 0 || reportMissing.length > 0) return []
  return [{ code: 'report-age-unknown', params: {} }]
}

function tellUndated({ applied }: JudgedReleases): OrderDiagnosis[] {
  const undated = applied.filter(({ release, latest }) => release.day === undefined && release.until > latest)
  return undated.map(({ release, latest }) => {
    return { code: 'release-undated', params: { ...tellRelease(release), latest: formatDay(latest) as string } }
  })
}
