import type { CreditTerms } from '../terms/types.js'

/** `N/30`: the whole amount within 30 days. */
export const netThirty: CreditTerms = {
  kind: 'credit-terms',
  id: 'net-thirty',
  version: '1',
  format: 1,
  title: { en: 'Net 30 days', 'zh-CN': '信用期限 30 天' },
  discounts: [],
  netDays: 30,
}
