import { formatDay } from '@clientele/core/days'
import { lesser } from '../money/lesser.js'
import { moneyText } from '../money/moneyText.js'
import { sumByDay, type WindowOutcome } from './earnDiscounts.js'
import type { ReadCase } from './readCase.js'
import type { ReadPayment } from './readPayments.js'
import { type Settled, sum } from './settle.js'
import type { SettlementDiagnosis, SettlementReason, UnearnedDiscount } from './types.js'

/** Why an invoice stands where it stands. */
export function giveReasons(settled: Settled): SettlementReason[] {
  const { creditNotes, payments, base, outcomes } = settled
  const money = inMoney(settled)
  const reasons: SettlementReason[] = []
  if (creditNotes.length > 0) reasons.push({ code: 'credit-notes-counted', params: { creditNotes: money(sum(creditNotes)), base: money(base) } })
  const refunds = payments.filter(({ amount }) => amount < 0n)
  if (refunds.length > 0) reasons.push({ code: 'refunds-counted', params: { refunded: money(-sum(refunds)) } })
  return [...reasons, ...outcomes.flatMap((outcome) => reasonOfWindow(outcome, settled)), reasonOfStatus(settled)]
}

function reasonOfWindow({ window, open, payable, paid, paidBefore, discount }: WindowOutcome, settled: Settled): SettlementReason[] {
  if (payable === open) return []
  const money = inMoney(settled)
  const { withinDays, percent } = window.discount
  const params = { withinDays, percent, by: formatDay(window.to) as string, paid: money(paid), payable: money(payable) }
  if (discount > 0n) {
    return [{ code: paid >= payable ? 'discount-earned' : 'discount-earned-in-part', params: { ...params, discount: money(discount) } }]
  }
  if (window.to < settled.asOf) return [{ code: 'discount-missed', params }]
  const allPaid = settled.paid - paidBefore
  // Where part of the invoice was written off, closing it without the discount may cost no more.
  const isWorthwhile = payable - allPaid < settled.open
  return isWorthwhile ? [{ code: 'discount-within-reach', params: { ...params, paid: money(allPaid) } }] : []
}

function reasonOfStatus(settled: Settled): SettlementReason {
  const { status, asOf, under, open, overpaid } = settled
  const money = inMoney(settled)
  if (status === 'paid') return { code: 'settled', params: {} }
  if (status === 'overpaid') return { code: 'overpaid', params: { overpaid: money(overpaid) } }
  const params = { due: formatDay(under.due) as string, open: money(open) }
  return status === 'overdue' ? { code: 'overdue', params: { ...params, daysOverdue: asOf - under.due } } : { code: 'not-overdue', params }
}

/** Finds the discount that was taken off a payment too late: all that was paid is what was payable with it, and money came in last. */
export function findUnearnedDiscount(settled: Settled): UnearnedDiscount | undefined {
  const { under, base, payments, paid, open, discountTaken } = settled
  const claim = base - paid - discountTaken
  if (open === 0n || paid <= 0n || claim <= 0n || !cameInLast(payments)) return undefined
  const taken = under.windows.find(({ payable }) => payable(base) === paid)
  if (taken === undefined) return undefined
  const { percent, withinDays } = taken.discount
  return { amount: inMoney(settled)(lesser(claim, open)), percent, withinDays }
}

/** Whether money came in, all in all, on the last day on which it moved. */
function cameInLast(payments: readonly ReadPayment[]): boolean {
  const sums = sumByDay(payments).map(({ sum }) => sum)
  const total = sums.at(-1) ?? 0n
  const before = sums.reverse().find((sum) => sum !== total) ?? 0n
  return total > before
}

/** What is to be known about the input. */
export function diagnose({ payments, credits }: ReadCase, settled: Settled): SettlementDiagnosis[] {
  const { under, asOf, paid } = settled
  const { day } = under.invoice
  const diagnoses: SettlementDiagnosis[] = []
  if (day > asOf) diagnoses.push({ code: 'invoice-after-as-of', params: { date: formatDay(day) as string } })
  const laterPayments = payments.length - settled.payments.length
  if (laterPayments > 0) diagnoses.push({ code: 'payments-after-as-of', params: { count: laterPayments } })
  const laterCredits = credits.length - settled.creditNotes.length - settled.writeOffs.length
  if (laterCredits > 0) diagnoses.push({ code: 'credits-after-as-of', params: { count: laterCredits } })
  const earlyPayments = settled.payments.filter((payment) => payment.day < day).length
  if (earlyPayments > 0) diagnoses.push({ code: 'payments-before-invoice', params: { count: earlyPayments } })
  if (paid < 0n) diagnoses.push({ code: 'refunded-more-than-paid', params: { paid: inMoney(settled)(paid) } })
  return diagnoses
}

function inMoney({ under }: Settled): (amount: bigint) => string {
  return (amount) => moneyText(amount * under.sign, under.invoice.digits)
}
