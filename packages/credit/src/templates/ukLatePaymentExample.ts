import type { InterestRate } from '../interest/types.js'

/**
 * Statutory interest on late commercial payments in the United Kingdom, 2018 to 2024: an example, not legal advice, and not kept up to date.
 * The last rate goes on; add steps for later days.
 *
 * 8 % above the Bank of England's rate on the 30 June or 31 December before interest starts to run, which then stays (Late Payment of Commercial
 * Debts (Rate of Interest) (No. 3) Order 2002, SI 2002/1675).
 */
export const ukLatePaymentExample: InterestRate = {
  kind: 'interest-rate',
  id: 'uk-late-payment-example',
  version: '1',
  format: 1,
  title: { en: 'Example: UK statutory late payment interest, 2018 to 2024', 'zh-CN': '示例：英国法定逾期付款利息（2018 年至 2024 年）' },
  stepsApply: 'first-day',
  steps: [
    { from: '2018-01-01', percent: '8.5' },
    { from: '2019-01-01', percent: '8.75' },
    { from: '2020-07-01', percent: '8.1' },
    { from: '2022-01-01', percent: '8.25' },
    { from: '2022-07-01', percent: '9.25' },
    { from: '2023-01-01', percent: '11.5' },
    { from: '2023-07-01', percent: '13' },
    { from: '2024-01-01', percent: '13.25' },
  ],
  daysInYear: 365,
}
