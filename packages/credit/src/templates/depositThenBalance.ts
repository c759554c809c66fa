import type { InstalmentPlan } from '../instalments/types.js'

/** A deposit of 30 % on the day of the invoice, and the balance 30 days later. */
export const depositThenBalance: InstalmentPlan = {
  kind: 'instalment-plan',
  id: 'deposit-then-balance',
  version: '1',
  format: 1,
  title: { en: '30% deposit, balance within 30 days', 'zh-CN': '预付 30%，余款 30 天内付清' },
  lines: [
    { share: { type: 'percent', percent: '30', of: 'total' }, due: [] },
    { share: { type: 'rest' }, due: [{ addDays: 30 }] },
  ],
}
