import type { Scorecard } from '../scorecard/types.js'

/**
 * The textbook's evaluation of salespeople (S2): five quantitative indicators with five qualitative ones.
 *
 * Ratings are from 1 to 5 and the weights add up to 20, so totals run from 20 to 100; the quantitative indicators weigh 14 of the 20, the
 * qualitative ones 6.
 *
 * The textbook's are the ten indicators. Ours are the weights, the scale, and the grades from 90, 75 and 60: a host decides what attainment
 * earns a 5.
 */
export const performanceReview: Scorecard = {
  kind: 'scorecard',
  id: 'performance-review',
  version: '1',
  format: 1,
  title: { en: 'Performance review of salespeople', 'zh-CN': '销售人员绩效考核' },
  scale: { min: '1', max: '5', step: '1' },
  criteria: [
    { id: 'attainment', title: { en: 'Attainment of targets', 'zh-CN': '目标达成率' }, weight: '5' },
    { id: 'gross-margin', title: { en: 'Gross margin', 'zh-CN': '毛利率' }, weight: '3' },
    { id: 'new-customers', title: { en: 'New customers', 'zh-CN': '新客户数' }, weight: '2' },
    { id: 'retention', title: { en: 'Customer retention', 'zh-CN': '客户留存率' }, weight: '2' },
    { id: 'average-order', title: { en: 'Average order value', 'zh-CN': '平均订单额' }, weight: '2' },
    { id: 'relationship', title: { en: 'Customer relationships', 'zh-CN': '客户关系' }, weight: '2' },
    { id: 'process-discipline', title: { en: 'Process discipline', 'zh-CN': '流程规范' }, weight: '1' },
    { id: 'teamwork', title: { en: 'Teamwork', 'zh-CN': '团队协作' }, weight: '1' },
    { id: 'problem-solving', title: { en: 'Problem solving', 'zh-CN': '解决问题' }, weight: '1' },
    { id: 'conduct', title: { en: 'Conduct', 'zh-CN': '职业操守' }, weight: '1' },
  ],
  grades: [
    { id: 'outstanding', title: { en: 'Outstanding', 'zh-CN': '优秀' }, from: '90' },
    { id: 'good', title: { en: 'Good', 'zh-CN': '良好' }, from: '75' },
    { id: 'sufficient', title: { en: 'Sufficient', 'zh-CN': '合格' }, from: '60' },
    { id: 'insufficient', title: { en: 'Insufficient', 'zh-CN': '不合格' }, from: '20' },
  ],
}
