import { formatMessage } from '@clientele/core/explain'
import { costOfForgoingDiscount, formatTerms, type Payment, settleInvoice, termsTimeline } from '@clientele/credit'
import { type CreditLocale, explainForgoingCost, explainSettlement, explainTimeline } from '@clientele/credit/explain'
import { textbookTerms } from '@clientele/credit/templates'
import { type Cell, layOutTable } from './table.js'
import type { CreditTexts } from './texts/types.js'

/** An invoice under the chapter's terms, 2/15, 1/20, N/30. The chapter gives no amount; ten thousand yuan show the percentages best. */
const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000.00', currency: 'CNY' }

/** On the last day of each window; two days late with the first discount taken off; and after the due date. */
const payments = [
  { id: 'P-1', date: '2024-03-16', amount: '9800.00' },
  { id: 'P-2', date: '2024-03-21', amount: '9900.00' },
  { id: 'P-3', date: '2024-03-31', amount: '10000.00' },
  { id: 'P-4', date: '2024-03-18', amount: '9800.00' },
  { id: 'P-5', date: '2024-04-05', amount: '9800.00' },
].map((payment): Payment => ({ ...payment, currency: invoice.currency }))

/** The chapter's credit terms (S1, 信用條件): what is payable when, who pays when, and what a discount is worth. */
export function showCredit(texts: CreditTexts, locale: CreditLocale): string[] {
  const timeline = termsTimeline(invoice, textbookTerms)
  const cost = costOfForgoingDiscount(textbookTerms, { daysInYear: 365, compound: false })
  const amount = money(invoice.amount)
  return [
    texts.title,
    formatMessage(texts.introduction, { amount, date: invoice.date, terms: formatTerms(textbookTerms) }),
    '',
    ...layOutTable([
      [texts.from, texts.to, { number: texts.percent }, { number: texts.payable }],
      ...timeline.windows.map(({ from, to, percent, payable }): Cell[] => [from, to, { number: percent }, { number: payable }]),
    ]),
    '',
    `■ ${texts.inWords}`,
    ...explainTimeline(timeline, textbookTerms, locale).sentences.map((sentence) => `  ${sentence}`),
    '',
    `■ ${texts.whoPaysWhen}`,
    ...payments.flatMap((payment) => showPayment(payment, texts, locale)),
    '',
    `■ ${texts.yearlyCost}`,
    `  ${texts.yearlyCostExplained}`,
    ...explainForgoingCost(cost, textbookTerms, locale).sentences.map((sentence) => `  ${sentence}`),
  ]
}

function showPayment(payment: Payment, texts: CreditTexts, locale: CreditLocale): string[] {
  const { date, amount } = payment
  const settlement = settleInvoice({ invoice, payments: [payment] }, textbookTerms, { asOf: date })
  return [
    `  ${formatMessage(texts.pays, { amount: money(String(amount)), date })}`,
    ...explainSettlement(settlement, textbookTerms, locale).sentences.map((sentence) => `    ${sentence}`),
  ]
}

function money(amount: string): string {
  return `${amount} ${invoice.currency}`
}
