import type { CreditTerms } from '../terms/types.js'

/** `2/10, N/30`: the usual terms with a cash discount. */
export const twoTenNetThirty: CreditTerms = {
  kind: 'credit-terms',
  id: 'two-ten-net-thirty',
  version: '1',
  format: 1,
  title: { en: '2% within 10 days, net 30 days', 'zh-CN': '10 天内付款折扣 2%，信用期限 30 天' },
  discounts: [{ withinDays: 10, percent: '2' }],
  netDays: 30,
}
