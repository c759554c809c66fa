import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import type { ReadInvoice } from '../invoices/readInvoice.js'
import { mirrorRounding } from '../money/mirrorRounding.js'
import { moneyText } from '../money/moneyText.js'
import { toUnits } from '../money/readAmount.js'
import type { ReadShare } from './checkShare.js'
import type { ReadPlan } from './readPlan.js'
import { fractionOf, shareAmounts, type UnitShare } from './shareAmounts.js'

/** The amounts of the lines, or undefined with issues where the plan does not suit the invoice. */
export function divideInvoice(invoice: ReadInvoice, plan: ReadPlan, issues: Issue[]): readonly bigint[] | undefined {
  const before = issues.length
  const shares = plan.shares.map((share, line) => toUnitShare(share, invoice.digits, line, issues))
  const cashStep = plan.cashStep === undefined ? 1n : toUnits(plan.cashStep, invoice.digits, ['plan', 'cashStep'], issues)
  const needsTax = plan.shares.some((share) => share.type === 'percent' && share.of === 'net-of-tax')
  if (needsTax && invoice.tax === undefined) issues.push(createIssue('missing', ['invoice', 'tax'], {}))
  if (issues.length > before || cashStep === undefined) return undefined
  const sign = invoice.amount < 0n ? -1n : 1n
  const rounding = sign < 0n ? mirrorRounding(plan.rounding) : plan.rounding
  const net = (invoice.amount - (invoice.tax ?? 0n)) * sign
  const shared = shareAmounts(shares as UnitShare[], { size: invoice.amount * sign, net, rounding, cashStep })
  if (!('asked' in shared)) return shared.map((amount) => amount * sign)
  const [left, asked] = [shared.left, shared.asked].map((amount) => moneyText(amount * sign, invoice.digits)) as [string, string]
  issues.push(createIssue('overshoots', ['plan', 'lines', shared.line, 'share'], { left, asked }))
  return undefined
}

function toUnitShare(share: ReadShare, digits: number, line: number, issues: Issue[]): UnitShare | undefined {
  if (share.type === 'rest') return share
  if (share.type === 'percent') return { type: share.type, of: share.of, ...fractionOf(share.percent) }
  const amount = toUnits(share.amount, digits, ['plan', 'lines', line, 'share', 'amount'], issues)
  return amount === undefined ? undefined : { type: share.type, amount }
}
