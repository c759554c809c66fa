import type { AttritionPolicy } from '../attrition/types.js'

/** The signs of loss that the textbook names, and what it does about them (S3): an adviser's call, a coupon for a limited time. The spans are examples. */
export const textbookAttrition: AttritionPolicy = {
  kind: 'attrition-policy',
  id: 'textbook-attrition',
  version: '1',
  format: 1,
  title: { en: 'Early warning of loss', 'zh-CN': '客户流失预警' },
  levels: [
    { id: 'urgent', title: { en: 'urgent', 'zh-CN': '紧急' }, action: { en: 'a call by the adviser', 'zh-CN': '顾问致电挽留' } },
    { id: 'watch', title: { en: 'to be watched', 'zh-CN': '关注' }, action: { en: 'a coupon for a limited time', 'zh-CN': '发送限时优惠券' } },
  ],
  signals: [
    { type: 'silent-before-contract-end', level: 'urgent', within: 'P3M', silentFor: 'P30D' },
    { type: 'interactions-falling', level: 'watch', window: 'P3M', comparedWindows: 2, fallPercent: '50', leastExpected: '2' },
  ],
}
