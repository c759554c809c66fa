import type { ClockPolicy, ClockRule, ClockSource } from '../clocks/types.js'
import { companyClocksBeside } from './companyClockRules.js'

// The date is that of the report by which it was read, of a manual revised in that month.
const manual: ClockSource = {
  title: {
    en: 'Consumer Financial Protection Bureau, Company Portal Manual (May 2015), section 8.1: providing a timely response',
    'zh-CN': '美国消费者金融保护局《公司门户手册》（2015 年 5 月）第 8.1 节：及时答复',
  },
  asOf: '2015-05-26',
}

// Both times are counted from the day when the Bureau sends the complaint to the company; the manual lets neither of them wait for the consumer.
const statutory = {
  starts: 'ComplaintRecorded',
  stops: 'CustomerNotified',
  calendar: 'office',
  mayWait: false,
  warnAtPercent: '75',
  whose: 'firm',
  source: manual,
} as const

const cfpbClocks: readonly ClockRule[] = [
  {
    id: 'us-cfpb-15-days',
    title: { en: 'CFPB: response within 15 calendar days', 'zh-CN': 'CFPB：15 个日历日内答复' },
    ...statutory,
    target: { calendarDays: 15, after: 'receipt-day' },
  },
  {
    id: 'us-cfpb-60-days',
    title: {
      en: 'CFPB: final response within 60 calendar days, where the company answered first that it is in progress',
      'zh-CN': 'CFPB：先答复“处理中”的，60 个日历日内作出最终答复',
    },
    ...statutory,
    target: { calendarDays: 60, after: 'receipt-day' },
  },
]

/** Complaints that the Consumer Financial Protection Bureau sends to a company, beside the company's own clocks: an example, not legal advice. */
export const usCfpbClocks: ClockPolicy = {
  kind: 'clock-policy',
  id: 'us-cfpb-clocks',
  version: '1',
  format: 1,
  title: { en: 'Example: deadlines of the CFPB’s complaint process (United States)', 'zh-CN': '示例：美国 CFPB 投诉流程的时限' },
  note: {
    en: 'An example, not legal advice, and not kept up to date: have it checked by your own lawyer. The days are counted from the day when the Bureau sent the complaint, here when it is recorded. An interim answer that it is in progress is no event of the eight steps; where you give one, add yours to what stops the 15 days. Set the calendar "office" to your zone.',
    'zh-CN':
      '示例，不构成法律意见，亦不随法规更新，须由贵公司律师核对。时限自该局转来投诉之日起算，此处以投诉记录之日为准。“处理中”的中间答复不是八个步骤中的事件；如有此类答复，请将相应事件加入 15 日时限的停止事件。请将日历“office”设为贵公司所在时区。',
  },
  clocks: [...companyClocksBeside('office'), ...cfpbClocks],
}
