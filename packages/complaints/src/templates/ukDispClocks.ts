import type { ClockPolicy, ClockRule, ClockSource } from '../clocks/types.js'
import { companyClocksBeside } from './companyClockRules.js'

// Dates are those of the text that was read: 1.5 as amended last, 1.6 as in force on that day.
const disp15: ClockSource = {
  title: {
    en: 'FCA Handbook, DISP 1.5: complaints resolved by close of the third business day',
    'zh-CN': '英国金融行为监管局手册 DISP 1.5：第三个工作日营业结束前解决的投诉',
  },
  url: 'https://handbook.fca.org.uk/handbook/disp1/disp1s5',
  asOf: '2018-04-01',
}
const disp16: ClockSource = {
  title: { en: 'FCA Handbook, DISP 1.6: complaints time limit rules', 'zh-CN': '英国金融行为监管局手册 DISP 1.6：投诉时限规则' },
  url: 'https://handbook.fca.org.uk/handbook/disp1/disp1s6',
  asOf: '2026-06-01',
}

// DISP counts from receipt and knows no waiting for the complainant. The acceptance by the customer, not the company's answer, resolves a complaint
// (DISP 1.5); the answer, whether it redresses or rejects, is the final response (DISP 1.6).
const statutory = { starts: 'ComplaintRecorded', calendar: 'office', mayWait: false, warnAtPercent: '75', whose: 'firm' } as const

const dispClocks: readonly ClockRule[] = [
  {
    id: 'uk-disp-3-business-days',
    title: {
      en: 'DISP 1.5: resolved by the third business day after receipt, where a summary resolution communication is enough',
      'zh-CN': 'DISP 1.5：收到投诉后第三个工作日结束前解决的，只需发出简要解决通知',
    },
    ...statutory,
    stops: 'CustomerResponseRecorded',
    target: { businessDays: 3, after: 'receipt-day' },
    source: disp15,
  },
  {
    id: 'uk-disp-8-weeks',
    title: { en: 'DISP 1.6.2: final response within 8 weeks', 'zh-CN': 'DISP 1.6.2：八周内作出最终答复' },
    ...statutory,
    stops: 'CustomerNotified',
    target: { weeks: 8, after: 'receipt-day' },
    source: disp16,
  },
  {
    id: 'uk-disp-payments-15-business-days',
    title: {
      en: 'DISP 1.6.2A, payment services and e-money only: final response within 15 business days',
      'zh-CN': 'DISP 1.6.2A（仅限支付服务与电子货币）：15 个工作日内作出最终答复',
    },
    ...statutory,
    stops: 'CustomerNotified',
    target: { businessDays: 15, after: 'receipt-day' },
    source: disp16,
  },
  {
    id: 'uk-disp-payments-35-business-days',
    title: {
      en: 'DISP 1.6.2A, payment services and e-money only: in exceptional circumstances, after a holding response, 35 business days',
      'zh-CN': 'DISP 1.6.2A（仅限支付服务与电子货币）：特殊情况下发出延期答复后，可至 35 个工作日',
    },
    ...statutory,
    stops: 'CustomerNotified',
    target: { businessDays: 35, after: 'receipt-day' },
    source: disp16,
  },
]

/** Complaints about financial services in the United Kingdom, beside the company's own clocks: an example, not legal advice. */
export const ukDispClocks: ClockPolicy = {
  kind: 'clock-policy',
  id: 'uk-disp-clocks',
  version: '1',
  format: 1,
  title: { en: 'Example: deadlines of the FCA’s DISP 1.5 and 1.6 (United Kingdom)', 'zh-CN': '示例：英国 FCA DISP 1.5 与 1.6 的投诉时限' },
  note: {
    en: 'An example, not legal advice, and not kept up to date: have it checked by your own lawyer. Keep the clocks that apply: for payment services and e-money the 15, exceptionally 35 business days, for other complaints the 8 weeks. The third business day ends, for DISP 1.5, at close of business, here at midnight; it is met by a response that the customer accepts, so look at disputed ones yourself. Put the bank holidays into the calendar "office", in your zone.',
    'zh-CN':
      '示例，不构成法律意见，亦不随法规更新，须由贵公司律师核对。请只保留适用的时限：支付服务与电子货币类投诉为 15 个工作日（特殊情况 35 个工作日），其他投诉为八周。DISP 1.5 的第三个工作日以营业结束为准，此处按当日午夜计；须以客户接受答复为准，客户有异议的请自行核查。请在日历“office”中填入公共假日并设为贵公司所在时区。',
  },
  clocks: [...companyClocksBeside('office'), ...dispClocks],
}
