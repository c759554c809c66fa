import type { CreditTerms } from '../terms/types.js'

/** `N/30 EOM` (月结 30 天): the whole amount within 30 days of the end of the invoice's month. */
export const netThirtyEndOfMonth: CreditTerms = {
  kind: 'credit-terms',
  id: 'net-thirty-end-of-month',
  version: '1',
  format: 1,
  title: { en: 'Net 30 days from the end of the month', 'zh-CN': '月结 30 天' },
  discounts: [],
  netDays: 30,
  start: 'end-of-month',
}
