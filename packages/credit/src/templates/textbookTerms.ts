import type { CreditTerms } from '../terms/types.js'

/** The textbook's terms (S1, 信用條件): `2/15, 1/20, N/30`. */
export const textbookTerms: CreditTerms = {
  kind: 'credit-terms',
  id: 'textbook-terms',
  version: '1',
  format: 1,
  title: { en: '2% within 15 days, 1% within 20 days, net 30 days', 'zh-CN': '15 天内付款折扣 2%，20 天内折扣 1%，信用期限 30 天' },
  discounts: [
    { withinDays: 15, percent: '2' },
    { withinDays: 20, percent: '1' },
  ],
  netDays: 30,
}
