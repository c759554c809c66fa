import type { Rulebook } from '../rules/types.js'

/**
 * The textbook's grading of leads (S3): a demo asked for in the last 30 days and a clear budget make grade A, which goes first to a senior
 * salesperson.
 *
 * Facts of a lead, any of which may be missing: `demoRequestedOn`, the date of the request; `budgetClear`, true or false; and the
 * textbook's three tags `industry`, `size` (`small`, `medium` or `large`) and `urgency` (`low`, `medium` or `high`).
 *
 * The textbook's are: the 30 days, both signs of grade A, its route, and what leads are tagged by. Ours are: grades B and C, what earns
 * them, their routes, the values of the tags, and the target industries, which every host replaces with its own.
 */
export const leadGrading: Rulebook = {
  kind: 'rulebook',
  id: 'lead-grading',
  version: '1',
  format: 1,
  title: { en: 'Lead grading', 'zh-CN': '线索分级' },
  rules: [
    {
      id: 'ready-to-buy',
      title: { en: 'Demo asked for in the last 30 days, and a clear budget', 'zh-CN': '最近 30 天内申请过演示，且预算明确' },
      when: {
        all: [
          { field: 'demoRequestedOn', operator: 'within', value: 'P30D' },
          { field: 'budgetClear', operator: 'equals', value: true },
        ],
      },
      grade: 'A',
      route: 'senior-salesperson',
    },
    {
      id: 'one-sign',
      title: { en: 'Demo asked for in the last 30 days, or a clear budget', 'zh-CN': '最近 30 天内申请过演示，或预算明确' },
      when: {
        any: [
          { field: 'demoRequestedOn', operator: 'within', value: 'P30D' },
          { field: 'budgetClear', operator: 'equals', value: true },
        ],
      },
      grade: 'B',
      route: 'salesperson',
    },
    {
      id: 'urgent',
      title: { en: 'Urgent need', 'zh-CN': '需求紧迫' },
      when: { field: 'urgency', operator: 'equals', value: 'high' },
      grade: 'B',
      route: 'salesperson',
    },
    {
      id: 'target-company',
      title: { en: 'Large company in a target industry', 'zh-CN': '目标行业的大型企业' },
      when: {
        all: [
          { field: 'size', operator: 'equals', value: 'large' },
          { field: 'industry', operator: 'in', value: ['finance', 'healthcare', 'manufacturing'] },
        ],
      },
      grade: 'B',
      route: 'salesperson',
    },
  ],
  otherwise: { grade: 'C', route: 'nurturing' },
  grades: [
    { id: 'A', title: { en: 'A (goes first)', 'zh-CN': 'A（优先跟进）' } },
    { id: 'B', title: { en: 'B (worth a call)', 'zh-CN': 'B（值得联系）' } },
    { id: 'C', title: { en: 'C (to be nurtured)', 'zh-CN': 'C（有待培育）' } },
  ],
  routes: [
    { id: 'senior-salesperson', title: { en: 'Senior salesperson', 'zh-CN': '资深销售' } },
    { id: 'salesperson', title: { en: 'Salesperson', 'zh-CN': '销售人员' } },
    { id: 'nurturing', title: { en: 'Automatic nurturing', 'zh-CN': '自动培育' } },
  ],
}
