import type { CreditTerms } from '../terms/types.js'

/** `N/0`: the whole amount on the day of the invoice. */
export const dueOnReceipt: CreditTerms = {
  kind: 'credit-terms',
  id: 'due-on-receipt',
  version: '1',
  format: 1,
  title: { en: 'Due on receipt', 'zh-CN': '收到发票即付款' },
  discounts: [],
  netDays: 0,
}
