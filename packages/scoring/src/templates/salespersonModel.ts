import type { Scorecard } from '../scorecard/types.js'

/**
 * The textbook's model of a salesperson (S2): character first, ability second, experience third; the abilities are communication, resilience,
 * learning and execution.
 *
 * Ratings are from 1 to 5 and the weights add up to 20, so totals run from 20 to 100. Character weighs more than all the rest together
 * (11 to 9), and the abilities together, as well as each of them, more than experience (8 and 2 to 1). It is a sum all the same: a point less in
 * character is made up for by six more in ability.
 *
 * The textbook's are the criteria and their order. The scale and the weights are ours.
 */
export const salespersonModel: Scorecard = {
  kind: 'scorecard',
  id: 'salesperson-model',
  version: '1',
  format: 1,
  title: { en: 'Salesperson model', 'zh-CN': '销售人员素质模型' },
  scale: { min: '1', max: '5', step: '1' },
  criteria: [
    { id: 'character', title: { en: 'Character', 'zh-CN': '品德' }, weight: '11' },
    { id: 'communication', title: { en: 'Communication', 'zh-CN': '沟通能力' }, weight: '2' },
    { id: 'resilience', title: { en: 'Resilience', 'zh-CN': '抗压能力' }, weight: '2' },
    { id: 'learning', title: { en: 'Learning', 'zh-CN': '学习能力' }, weight: '2' },
    { id: 'execution', title: { en: 'Execution', 'zh-CN': '执行力' }, weight: '2' },
    { id: 'experience', title: { en: 'Experience', 'zh-CN': '经验' }, weight: '1' },
  ],
}
