import type { ThresholdScheme } from '../tiers/types.js'

/**
 * Tiers by average monthly sales: above 500,000 yuan a month is A (textbook S1, 客户等级管理). The text cuts B and C "likewise" and gives no figure: 100,000 is
 * an example.
 */
export const textbookAbc: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'textbook-abc',
  version: '1',
  format: 1,
  title: { en: 'ABC by average monthly sales', 'zh-CN': '按月均销售额的 ABC 分类' },
  currency: 'CNY',
  type: 'threshold',
  tiers: [
    { id: 'A', title: { en: 'A: few and large', 'zh-CN': 'A 级：少而大' }, from: '500000' },
    { id: 'B', title: { en: 'B: in between', 'zh-CN': 'B 级：居中' }, from: '100000' },
    { id: 'C', title: { en: 'C: many and small', 'zh-CN': 'C 级：多而小' }, from: null },
  ],
}
