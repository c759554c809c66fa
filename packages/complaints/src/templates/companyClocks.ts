import type { ClockPolicy } from '../clocks/types.js'
import { companyClockRules } from './companyClockRules.js'

/**
 * What a company promises, by the priorities of `complaintTaxonomy`: its hours are examples. A complaint that was told no `priority` is one of medium.
 */
export const companyClocks: ClockPolicy = {
  kind: 'clock-policy',
  id: 'company-clocks',
  version: '1',
  format: 1,
  title: { en: "The company's own deadlines, by priority", 'zh-CN': '公司内部时限（按优先级）' },
  note: {
    en: 'An example: the hours are no rule of any law. They are business hours of the calendar "office"; while the customer is waited for, the clocks stand still. Set that calendar to your zone, hours and holidays.',
    'zh-CN':
      '示例：所列时限并非任何法律规定，均按日历“office”的工作时间计算；等待客户答复期间暂停计时。请将该日历设为贵公司的时区、工作时间和节假日。',
  },
  clocks: companyClockRules({
    calendar: 'office',
    firstResponse: { critical: 'PT1H', high: 'PT4H', medium: 'PT8H', low: 'PT16H', planned: 'PT40H', otherwise: 'PT8H' },
    resolution: { critical: 'PT8H', high: 'PT24H', medium: 'PT40H', low: 'PT80H', planned: 'PT160H', otherwise: 'PT40H' },
  }),
}
