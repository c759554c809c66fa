import type { ComplaintTaxonomy } from '../taxonomy/types.js'

/**
 * What the textbook sorts complaints by (S1, 客戶投訴管理): causes on our side and on the customer's, and what complaints are about. Severities,
 * impacts and the matrix are our own example, laid out as ITIL lays out its priority by impact and urgency: three by three, with five priorities.
 */
export const complaintTaxonomy: ComplaintTaxonomy = {
  kind: 'complaint-taxonomy',
  id: 'complaint-taxonomy',
  version: '1',
  format: 1,
  title: { en: 'What complaints are sorted by', 'zh-CN': '客户投诉的分类' },
  causes: [
    { id: 'product-or-service-defect', side: 'ours', title: { en: 'defect of the product or the service', 'zh-CN': '商品或服务的缺陷' } },
    { id: 'misleading-promotion', side: 'ours', title: { en: 'misleading promotion', 'zh-CN': '宣传误导' } },
    { id: 'poor-management', side: 'ours', title: { en: 'poor management', 'zh-CN': '管理不善' } },
    { id: 'economic-means', side: 'customers', title: { en: "the customer's economic means", 'zh-CN': '客户的经济承受能力' } },
    { id: 'leisure', side: 'customers', title: { en: "the customer's leisure", 'zh-CN': '客户的闲暇程度' } },
    { id: 'character', side: 'customers', title: { en: "the customer's character", 'zh-CN': '客户的个性' } },
  ],
  contents: [
    { id: 'product-quality', title: { en: 'product quality', 'zh-CN': '商品质量' } },
    { id: 'purchase-contract', title: { en: 'purchase contract', 'zh-CN': '购销合同' } },
    { id: 'goods-transport', title: { en: 'goods transport', 'zh-CN': '货物运输' } },
    { id: 'service', title: { en: 'service', 'zh-CN': '服务' } },
  ],
  severities: [
    { id: 'severe', title: { en: 'severe', 'zh-CN': '严重' } },
    { id: 'moderate', title: { en: 'moderate', 'zh-CN': '一般' } },
    { id: 'slight', title: { en: 'slight', 'zh-CN': '轻微' } },
  ],
  impacts: [
    { id: 'many-customers', title: { en: 'many customers', 'zh-CN': '波及众多客户' } },
    { id: 'some-customers', title: { en: 'some customers', 'zh-CN': '波及部分客户' } },
    { id: 'one-customer', title: { en: 'one customer', 'zh-CN': '仅涉及一家客户' } },
  ],
  priorities: [
    { id: 'critical', title: { en: 'critical', 'zh-CN': '特急' } },
    { id: 'high', title: { en: 'high', 'zh-CN': '高' } },
    { id: 'medium', title: { en: 'medium', 'zh-CN': '中' } },
    { id: 'low', title: { en: 'low', 'zh-CN': '低' } },
    { id: 'planned', title: { en: 'planned', 'zh-CN': '列入计划' } },
  ],
  matrix: {
    severe: { 'many-customers': 'critical', 'some-customers': 'high', 'one-customer': 'medium' },
    moderate: { 'many-customers': 'high', 'some-customers': 'medium', 'one-customer': 'low' },
    slight: { 'many-customers': 'medium', 'some-customers': 'low', 'one-customer': 'planned' },
  },
}
