import type { OrderPolicy } from '../orders/policyTypes.js'

/**
 * Everything counts; over the limit, overdue for 30 days, dunned twice or with an expired limit an order is held, and a manager may release it; below
 * the standard or blocked it is refused. The roles and numbers are examples.
 */
export const usualOrderPolicy: OrderPolicy = {
  kind: 'order-policy',
  id: 'usual-order-policy',
  version: '1',
  format: 1,
  title: { en: 'Usual order policy', 'zh-CN': '一般订单政策' },
  exposure: { count: ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'] },
  breaches: {
    'over-limit': 'hold',
    'limit-expired': 'hold',
    overdue: { days: 30, response: 'hold' },
    'dunning-level': { from: 2, response: 'hold' },
    'below-standard': { grades: ['AA', 'A', 'B'], response: 'refuse' },
    'account-blocked': 'refuse',
  },
  release: [
    { breach: 'over-limit', role: 'sales-manager', upToPercentOverLimit: '10', validFor: 'P14D' },
    { breach: 'over-limit', role: 'credit-manager', upToPercentOverLimit: '50', validFor: 'P14D' },
    { breach: 'over-limit', role: 'managing-director', validFor: 'P30D' },
    { breach: 'limit-expired', role: 'credit-manager', validFor: 'P14D' },
    { breach: 'overdue', role: 'credit-manager', validFor: 'P7D' },
    { breach: 'dunning-level', role: 'credit-manager', validFor: 'P7D' },
  ],
  roles: [
    { id: 'sales-manager', title: { en: 'sales manager', 'zh-CN': '销售经理' } },
    { id: 'credit-manager', title: { en: 'credit manager', 'zh-CN': '信用经理' } },
    { id: 'managing-director', title: { en: 'managing director', 'zh-CN': '总经理' } },
  ],
}
