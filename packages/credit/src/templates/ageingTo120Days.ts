import type { AgeingScheme } from '../ageing/types.js'

/** Days overdue in steps of 30, up to 120. */
export const ageingTo120Days: AgeingScheme = {
  kind: 'ageing-scheme',
  id: 'ageing-to-120-days',
  version: '1',
  format: 1,
  title: { en: 'Days overdue: 30, 60, 90, 120', 'zh-CN': '逾期账龄：30、60、90、120 天' },
  by: 'due-date',
  buckets: [
    { id: '1-30', title: { en: '1-30 days', 'zh-CN': '1–30 天' }, upToDays: 30 },
    { id: '31-60', title: { en: '31-60 days', 'zh-CN': '31–60 天' }, upToDays: 60 },
    { id: '61-90', title: { en: '61-90 days', 'zh-CN': '61–90 天' }, upToDays: 90 },
    { id: '91-120', title: { en: '91-120 days', 'zh-CN': '91–120 天' }, upToDays: 120 },
    { id: 'over-120', title: { en: 'over 120 days', 'zh-CN': '超过 120 天' }, upToDays: null },
  ],
}
