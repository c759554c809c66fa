import type { DeteriorationPolicy } from '../deterioration/types.js'

/**
 * What the textbook does about a sudden change (S1, 客戶信用管理): the salesperson reports to the superior; superior and credit department decide on a
 * guarantor and a joint guarantor, a higher deposit, a notarised contract, less supply or restricted shipments. The last two are both proposed, as
 * alternatives for those who decide. The signs are examples, for grades of `fiveCRating`.
 */
export const textbookDeterioration: DeteriorationPolicy = {
  kind: 'deterioration-policy',
  id: 'textbook-deterioration',
  version: '1',
  format: 1,
  title: { en: 'Measures against worsening credit', 'zh-CN': '信用恶化的应对措施' },
  grades: ['AA', 'A', 'B', 'C', 'D'],
  signs: [
    { id: 'grade', title: { en: 'a lower grade', 'zh-CN': '信用等级下降' }, type: 'grade-fell' },
    { id: 'standard', title: { en: 'below the credit standard', 'zh-CN': '不再符合信用标准' }, type: 'standard-lost' },
    { id: 'dunned', title: { en: 'dunned further', 'zh-CN': '催款级别上升' }, type: 'dunning-level-rose' },
    { id: 'overdue', title: { en: 'more overdue', 'zh-CN': '逾期金额增加' }, type: 'overdue-rose' },
  ],
  reportTo: 'superior',
  decidedBy: ['superior', 'credit-department'],
  roles: [
    { id: 'superior', title: { en: 'superior', 'zh-CN': '上级主管' } },
    { id: 'credit-department', title: { en: 'credit department', 'zh-CN': '信用管理部门' } },
  ],
  measures: [
    { measure: 'guarantor' },
    { measure: 'joint-guarantor' },
    { measure: 'raise-deposit' },
    { measure: 'notarise-contract' },
    { measure: 'reduce-supply' },
    { measure: 'restrict-shipments' },
  ],
}
