import type { Scorecard } from '../scorecard/types.js'

/** The textbook's card for screening customers (S1, 客戶篩選): weights and ratings on a 5-point scale, the two highest totals selected. */
export const customerScreening: Scorecard = {
  kind: 'scorecard',
  id: 'customer-screening',
  version: '1',
  format: 1,
  title: { en: 'Customer screening', 'zh-CN': '客户筛选' },
  scale: { min: '1', max: '5', step: '1' },
  criteria: [
    { id: 'demand', title: { en: 'Large demand for the product or service', 'zh-CN': '对产品或服务的需求量大' }, weight: '5' },
    { id: 'gross-profit', title: { en: 'Large contribution to gross profit', 'zh-CN': '对毛利的贡献大' }, weight: '4' },
    { id: 'prospects', title: { en: "Good prospects of the customer's business", 'zh-CN': '客户的业务前景好' }, weight: '3' },
    { id: 'payment', title: { en: 'Able to pay on time', 'zh-CN': '能够按时付款' }, weight: '2' },
    { id: 'cooperation', title: { en: 'Good reputation for cooperation', 'zh-CN': '合作信誉好' }, weight: '1' },
  ],
  select: { type: 'top', count: 2 },
}
