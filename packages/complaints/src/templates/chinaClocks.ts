import type { ClockPolicy, ClockRule } from '../clocks/types.js'
import { companyClocksBeside } from './companyClockRules.js'

const statutoryClocks: readonly ClockRule[] = [
  {
    id: 'china-authority-7-working-days',
    title: {
      en: "The market regulator's time, not the firm's: 7 working days to accept or refuse a complaint",
      'zh-CN': '市场监督管理部门（而非企业）的期限：7 个工作日内决定是否受理投诉',
    },
    starts: 'ComplaintRecorded',
    // Nothing in the eight steps is the authority's doing: the verdict stands in for its decision.
    stops: ['ComplaintAccepted', 'ComplaintRejected'],
    target: { businessDays: 7, after: 'receipt-day' },
    calendar: 'china',
    // The order counts from the receipt of the complaint and names nothing that suspends it.
    mayWait: false,
    whose: 'authority',
    source: {
      title: {
        en: 'State Administration for Market Regulation, Order No. 20 (2019), Interim Measures for Handling Complaints and Reports, article 14; replaced by Order No. 121 on 15 April 2026',
        'zh-CN': '国家市场监督管理总局令第 20 号（2019 年）《市场监督管理投诉举报处理暂行办法》第十四条；自 2026 年 4 月 15 日起由第 121 号令取代',
      },
      asOf: '2019-11-30',
    },
  },
  {
    id: 'china-banking-15-days',
    title: {
      en: 'Banks and insurers only: decision within 15 days where the facts are clear',
      'zh-CN': '仅限银行业保险业：事实清楚、争议简单的，15 日内作出处理决定并告知',
    },
    starts: 'ComplaintRecorded',
    stops: 'CustomerNotified',
    target: { calendarDays: 15, after: 'receipt-day' },
    calendar: 'china',
    // It may be extended, to 30 and in special cases by 30 more days, but does not wait.
    mayWait: false,
    warnAtPercent: '75',
    whose: 'firm',
    source: {
      title: {
        en: 'China Banking and Insurance Regulatory Commission, Measures for Handling Consumer Complaints in Banking and Insurance, in force since 1 March 2020',
        'zh-CN': '中国银行保险监督管理委员会《银行业保险业消费投诉处理管理办法》，自 2020 年 3 月 1 日起施行',
      },
      url: 'https://finance.caixin.com/2020-01-17/101505443.html',
      asOf: '2020-01-17',
    },
  },
]

/**
 * Consumer complaints in China, beside the company's own clocks: an example, not legal advice. The seven working days are the authority's: within
 * them the market regulator decides whether to take up a complaint made to it; they say nothing about when the firm must have answered.
 */
export const chinaClocks: ClockPolicy = {
  kind: 'clock-policy',
  id: 'china-clocks',
  version: '1',
  format: 1,
  title: {
    en: "Example: deadlines of consumer complaints in China, the authority's and the firm's",
    'zh-CN': '示例：中国消费投诉的期限（主管部门的与企业的）',
  },
  note: {
    en: 'An example, not legal advice, and not kept up to date: have it checked by your own lawyer. The 7 working days are the market regulator\'s time to accept or refuse a complaint made to it, not the firm\'s time to answer; put in the events by which you learn of its receipt and its decision. Since 15 April 2026 Order No. 121 stands in place of Order No. 20: look its time up there. The 15 days are for banks and insurers; 30 where a case is complicated, and in special cases 30 more. Use a calendar "china" with the holidays of the year.',
    'zh-CN':
      '示例，不构成法律意见，亦不随法规更新，须由贵公司律师核对。7 个工作日是市场监督管理部门决定是否受理投诉的期限，不是企业答复客户的期限；请换成贵公司据以得知其收到投诉及作出决定的事件。自 2026 年 4 月 15 日起，第 121 号令取代第 20 号令，其期限请查阅新令。15 日适用于银行保险机构；情况复杂的可延长至 30 日，情况特别复杂的可再延长 30 日。请使用含当年节假日安排的日历“china”。',
  },
  clocks: [...companyClocksBeside('china'), ...statutoryClocks],
}
