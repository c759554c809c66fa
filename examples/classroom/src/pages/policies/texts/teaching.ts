import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'Whoever gives customers longer to pay sells more. What does it cost, and when does it stop paying?',
    exercises: [
      'Find the opportunity cost of both policies, and the profit of each. Which one is better, and by how much?',
      'From which cost of capital on should the firm stay with 60 days?',
      'Everything else being equal, how long may customers take under n/90 on average before 60 days become better?',
      'A third policy, 2/30, n/90: half of the customers pay on day 30 and take 2% off, the others pay on day 90. Bad debts fall to 10; all else is as under n/90. Is it better?',
    ],
    answers: [
      'n/60: 1000 ÷ 360 × 60 × 60% × 10% = 10, and 400 − 10 − 10 − 5 = 375. n/90: 1100 ÷ 360 × 90 × 60% × 10% = 16.5, and 440 − 16.5 − 15 − 8 = 400.5. So n/90 is better by 25.5.',
      'n/90 brings 40 more contribution, costs 5 more in bad debts and 3 more to collect: 32 are left for the capital of 65 that it ties up beyond. 32 ÷ 65 ≈ 49.23%: above it, 60 days are better.',
      'Each day more ties up 1100 ÷ 360 × 60% and so costs 0.183 a year. The lead of 25.5 lasts for 139 days more: up to 229 days n/90 is better, from 230 days on n/60 is.',
      'Customers pay after 60 days on average, so opportunity cost falls from 16.5 to 11 and bad debts from 15 to 10; but the discount costs 1100 × 50% × 2% = 11. The profit is 400, which is 0.5 less than under n/90: just not.',
    ],
  },
  'zh-CN': {
    question: '给客户更长的付款期限，销售额会增加。代价是什么？到什么程度就不再合算？',
    exercises: [
      '算出两项政策的机会成本和利润。哪一项更好，好多少？',
      '资本成本率高到多少，企业就应当仍用 60 天？',
      '其他条件不变，采用 n/90 时客户平均拖到多少天付款，60 天反而更好？',
      '第三项政策 2/30，n/90：一半客户第 30 天付款并享受 2% 的折扣，其余第 90 天付款；坏账降为 10，其他与 n/90 相同。它更好吗？',
    ],
    answers: [
      'n/60：1000 ÷ 360 × 60 × 60% × 10% = 10，400 − 10 − 10 − 5 = 375。n/90：1100 ÷ 360 × 90 × 60% × 10% = 16.5，440 − 16.5 − 15 − 8 = 400.5。n/90 更好，多 25.5 万元。',
      'n/90 的边际贡献多 40，坏账多 5，收账费用多 3，余下 32；多占用的资金是 65。32 ÷ 65 ≈ 49.23%：资本成本率高于它，60 天更好。',
      '每多一天，多占用资金 1100 ÷ 360 × 60%，一年多花约 0.183。领先的 25.5 够 139 天：到 229 天为止 n/90 更好，从 230 天起 n/60 更好。',
      '平均收现期为 60 天，机会成本由 16.5 降到 11，坏账由 15 降到 10；但折扣要花 1100 × 50% × 2% = 11。利润 400，比 n/90 少 0.5：差一点，不如 n/90。',
    ],
  },
}
