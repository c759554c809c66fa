import type { Issue, JsonValue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { formatMessage, isNil, shownDays, sizeOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { Application, Settlement, SettlementDiagnosis, SettlementReason } from '../settlement/types.js'
import type { CreditTerms } from '../terms/types.js'
import { checkMadeByTerms } from './checkMadeByTerms.js'
import { checkSettlement } from './checkSettlement.js'
import { shownMoney, shownOffer } from './shownFacts.js'

const STATUS_CODES: readonly SettlementReason['code'][] = ['not-overdue', 'overdue', 'settled', 'overpaid']

/**
 * Says in sentences where an invoice stands, and why.
 *
 * @param settlement - What {@link settleInvoice} returned.
 * @param terms - The credit terms that made it.
 * @param locale - The language; English unless given.
 * @returns Where the invoice stands; what was paid, taken as discount and credited; what became of each discount; what each payment and credit
 * settles; a discount that was taken too late; what settles the invoice next, said with that discount where it is less; and what is to be known about the input.
 * @throws {@link InputError} if the terms are not such, or not those that made the settlement.
 * @example
 * import { settleInvoice } from '@clientele/credit'
 * import { explainSettlement } from '@clientele/credit/explain'
 * import { twoTenNetThirty } from '@clientele/credit/templates'
 *
 * const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
 * const payments = [{ id: 'P-1', date: '2024-03-12', amount: '9800', currency: 'CNY' }]
 * const settlement = settleInvoice({ invoice, payments }, twoTenNetThirty, { asOf: '2024-03-20' })
 * const { sentences } = explainSettlement(settlement, twoTenNetThirty)
 * sentences[0] //=> 'As of 2024-03-20, 200.00 CNY of invoice INV-1 (10000.00 CNY) is open; it is due on 2024-03-31.'
 * sentences[4] //=> 'The discount of 2% within 10 days was taken too late: 200.00 CNY is still to be settled.'
 */
export function explainSettlement(settlement: Settlement, terms: CreditTerms, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkMadeByTerms(settlement, 'settlement', checkSettlement, terms, issues)
  throwIssues(issues)
  const { reasons, applications, diagnoses, currency } = settlement
  const isStatus = ({ code }: SettlementReason): boolean => STATUS_CODES.includes(code)
  const facts = { invoice: settlement.invoice, asOf: settlement.asOf, ...inMoney(settlement, currency, locale) }
  const explainOne = (reason: SettlementReason): string => explainReason(reason, facts, currency, terms, locale)
  return {
    sentences: [
      ...reasons.filter(isStatus).map(explainOne),
      formatMessage(locale.settlement.sums, facts),
      ...reasons.filter((reason) => !isStatus(reason)).map(explainOne),
      ...applications.map((application) => explainApplication(application, settlement, locale)),
      ...explainRest({ ...settlement }, terms, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, currency, locale)),
    ],
  }
}

type Facts = { readonly [name: string]: JsonValue }

/** Which values are amounts of money. */
const MONEY = ['amount', 'paid', 'discountTaken', 'credited', 'creditNotes', 'base', 'payable', 'discount', 'open', 'overpaid']

function explainReason({ code, params }: SettlementReason, facts: Facts, currency: string, terms: CreditTerms, locale: CreditLocale): string {
  const offer = 'withinDays' in params ? { offer: shownOffer(params, terms, locale) } : {}
  const days = 'daysOverdue' in params ? { days: shownDays(params.daysOverdue, locale.core) } : {}
  const refunded = 'refunded' in params ? { refunded: shownMoney(sizeOf(params.refunded), currency, locale) } : {}
  const own = { ...params, ...inMoney(params, currency, locale), ...offer, ...days, ...refunded }
  const discounted = 'base' in params ? { discounted: formatMessage(locale.settlement.discounted[terms.discountBase ?? 'gross'], own) } : {}
  return formatMessage(locale.settlement.reasons[code], { ...facts, ...own, ...discounted })
}

function explainApplication({ payment, date, type, amount, settles }: Application, invoice: Settlement, locale: CreditLocale): string {
  const { settles: settled, takesBack, changesNothing } = locale.settlement
  const isBack = amount.startsWith('-') !== invoice.amount.startsWith('-') && !isNil(amount)
  if (type !== 'discount' && isNil(settles)) return formatMessage(changesNothing[isBack && type === 'payment' ? 'refund' : type], { payment, date })
  const shown = shownMoney(isBack ? sizeOf(settles) : settles, invoice.currency, locale)
  return formatMessage((isBack ? takesBack : settled)[type], { payment, date, settles: shown })
}

function explainRest({ unearnedDiscount, next, currency }: Settlement, terms: CreditTerms, locale: CreditLocale): string[] {
  const { unearned, unearnedUnless, next: paidNext } = locale.settlement
  const nextFacts = next === undefined ? {} : { by: next.by, payable: shownMoney(next.payable, currency, locale) }
  const nextSentences = next === undefined ? [] : [formatMessage(paidNext, nextFacts)]
  if (unearnedDiscount === undefined) return nextSentences
  const facts = { ...nextFacts, offer: shownOffer(unearnedDiscount, terms, locale), amount: shownMoney(unearnedDiscount.amount, currency, locale) }
  const isLess = next !== undefined && new Decimal(sizeOf(next.payable)).lt(sizeOf(unearnedDiscount.amount))
  return isLess ? [formatMessage(unearnedUnless, facts)] : [formatMessage(unearned, facts), ...nextSentences]
}

function explainDiagnosis({ code, params }: SettlementDiagnosis, currency: string, locale: CreditLocale): string {
  return formatMessage(locale.settlement.diagnoses[code], { ...params, ...inMoney(params, currency, locale) })
}

/** The amounts among some values, as money. */
function inMoney(values: object, currency: string, locale: CreditLocale): Facts {
  const amounts = Object.entries(values).filter(([name, value]) => MONEY.includes(name) && typeof value === 'string')
  return Object.fromEntries(amounts.map(([name, amount]) => [name, shownMoney(amount, currency, locale)]))
}
