import type { OrderPolicy } from '../orders/policyTypes.js'

/**
 * Only guarantors who are severally liable count; the first day overdue and the first letter hold an order, 60 days and the third letter refuse it; a
 * report must be there, at least a standard one, and no older than a year. The roles and numbers are examples.
 */
export const strictOrderPolicy: OrderPolicy = {
  kind: 'order-policy',
  id: 'strict-order-policy',
  version: '1',
  format: 1,
  title: { en: 'Strict order policy', 'zh-CN': '严格订单政策' },
  exposure: { count: ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'], jointGuaranteesOnly: true },
  breaches: {
    'over-limit': 'hold',
    'limit-expired': 'refuse',
    overdue: [
      { days: 1, response: 'hold' },
      { days: 60, response: 'refuse' },
    ],
    'dunning-level': [
      { from: 1, response: 'hold' },
      { from: 3, response: 'refuse' },
    ],
    'guarantee-expired': 'hold',
    'report-missing': { depth: 'standard', response: 'hold' },
    'report-stale': { validFor: 'P1Y', response: 'hold' },
    'below-standard': { grades: ['AA', 'A'], unknown: 'hold', response: 'refuse' },
    'account-blocked': 'refuse',
  },
  release: [
    { breach: 'over-limit', role: 'credit-manager', upToPercentOverLimit: '10', validFor: 'P7D' },
    { breach: 'over-limit', role: 'managing-director', upToPercentOverLimit: '25', validFor: 'P7D' },
    { breach: 'overdue', role: 'managing-director', validFor: 'P7D' },
    { breach: 'dunning-level', role: 'managing-director', validFor: 'P7D' },
    { breach: 'guarantee-expired', role: 'managing-director', validFor: 'P7D' },
    { breach: 'report-missing', role: 'credit-manager', validFor: 'P7D' },
    { breach: 'report-stale', role: 'credit-manager', validFor: 'P14D' },
    { breach: 'below-standard', role: 'credit-manager', validFor: 'P7D' },
  ],
  roles: [
    { id: 'credit-manager', title: { en: 'credit manager', 'zh-CN': '信用经理' } },
    { id: 'managing-director', title: { en: 'managing director', 'zh-CN': '总经理' } },
  ],
}
