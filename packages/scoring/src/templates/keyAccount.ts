import type { Scorecard } from '../scorecard/types.js'

/**
 * A card for picking key accounts (S4): the 80/20 rule says that few customers bring most of the profit, and an indicator system says which.
 *
 * Ratings are from 1 to 5 and the weights add up to 20, so totals run from 20 to 100; whoever has 80 or more, four fifths of the most, is
 * selected.
 *
 * The textbook's are the 80/20 rule and that an indicator system stands at the beginning; its text names no indicators. The indicators, their
 * weights, the scale and the 80 are ours. Whether those selected do bring four fifths of the profit is to be seen from the profit itself.
 */
export const keyAccount: Scorecard = {
  kind: 'scorecard',
  id: 'key-account',
  version: '1',
  format: 1,
  title: { en: 'Key accounts', 'zh-CN': '大客户评选' },
  scale: { min: '1', max: '5', step: '1' },
  criteria: [
    { id: 'profit', title: { en: 'Contribution to profit', 'zh-CN': '利润贡献' }, weight: '6' },
    { id: 'revenue', title: { en: 'Revenue', 'zh-CN': '销售额' }, weight: '5' },
    { id: 'growth', title: { en: 'Growth potential', 'zh-CN': '成长潜力' }, weight: '4' },
    { id: 'strategy', title: { en: 'Strategic value', 'zh-CN': '战略价值' }, weight: '3' },
    { id: 'loyalty', title: { en: 'Loyalty', 'zh-CN': '忠诚度' }, weight: '2' },
  ],
  select: { type: 'at-least', total: '80' },
}
