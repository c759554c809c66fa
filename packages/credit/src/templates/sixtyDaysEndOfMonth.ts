import type { InstalmentPlan } from '../instalments/types.js'

/** The whole amount at the end of the month that 60 days from the invoice's date lead to. */
export const sixtyDaysEndOfMonth: InstalmentPlan = {
  kind: 'instalment-plan',
  id: 'sixty-days-end-of-month',
  version: '1',
  format: 1,
  title: { en: '60 days, then the end of the month', 'zh-CN': '60 天后所在月的月底付款' },
  lines: [{ share: { type: 'rest' }, due: [{ addDays: 60, toEndOfMonth: true }] }],
}
