import type { LimitPolicy } from '../limits/types.js'

/**
 * A tenth of the net worth, what is bought within the credit period, and no more than is asked for: the lowest of them. The percentage is a usual one,
 * not a law.
 */
export const usualLimitPolicy: LimitPolicy = {
  kind: 'limit-policy',
  id: 'usual-limit-policy',
  version: '1',
  format: 1,
  title: { en: 'Usual credit limit', 'zh-CN': '一般信用额度' },
  rules: [{ type: 'share-of-net-worth', percent: '10' }, { type: 'purchases-in-credit-period' }, { type: 'requested' }],
}
