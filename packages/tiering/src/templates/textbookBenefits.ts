import type { BenefitProgramme } from '../benefits/types.js'

/**
 * How the textbook manages customers by tier (S1, S2): a roster, stepped discounts, payment terms and service for each. Percentages, terms and
 * intervals are examples; A's terms are those of the text's chapter on credit.
 */
export const textbookBenefits: BenefitProgramme = {
  kind: 'benefit-programme',
  id: 'textbook-benefits',
  version: '1',
  format: 1,
  title: { en: 'Managing customers by tier', 'zh-CN': '客户分级管理' },
  currency: 'CNY',
  tiers: [
    {
      tier: 'A',
      title: { en: 'A: few and large', 'zh-CN': 'A 级：少而大' },
      terms: '2/15, 1/20, N/30',
      ladder: {
        type: 'incremental',
        steps: [
          { from: '0', percent: '5' },
          { from: '100000', percent: '6' },
          { from: '125000', percent: '7' },
        ],
      },
      services: [
        { en: 'tailored solutions', 'zh-CN': '定制化解决方案' },
        { en: 'VIP service', 'zh-CN': 'VIP 服务' },
        { en: 'regular visits by senior management', 'zh-CN': '高层定期拜访' },
        { en: 'early warning of loss', 'zh-CN': '流失预警' },
      ],
      owner: { en: 'senior account manager', 'zh-CN': '资深客户经理' },
      visits: 'P1M',
      roster: true,
    },
    {
      tier: 'B',
      title: { en: 'B: in between', 'zh-CN': 'B 级：居中' },
      terms: '1/10, N/30',
      ladder: {
        type: 'incremental',
        steps: [
          { from: '0', percent: '2' },
          { from: '50000', percent: '3' },
        ],
      },
      services: [
        { en: 'standard products with some tailoring', 'zh-CN': '标准产品加部分定制' },
        { en: 'satisfaction survey', 'zh-CN': '满意度调查' },
      ],
      owner: { en: 'account manager', 'zh-CN': '专属客户经理' },
      visits: 'P3M',
      roster: true,
    },
    {
      tier: 'C',
      title: { en: 'C: many and small', 'zh-CN': 'C 级：多而小' },
      terms: 'N/10',
      ladder: { type: 'incremental', steps: [{ from: '0', percent: '0' }] },
      services: [
        { en: 'standard products', 'zh-CN': '标准产品' },
        { en: 'self-service and online support', 'zh-CN': '自助服务与在线支持' },
      ],
      owner: { en: 'intermediaries', 'zh-CN': '中间商' },
    },
  ],
}
