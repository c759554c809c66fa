import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'Who is the better customer: one who bought for much, long ago, or one who bought for little, yesterday? What would you do for each?',
    exercises: [
      'Which customers are of important value, and which have potential and are to be nurtured? Give their scores.',
      'A2 gives goods back for 4,000: add the line A2,2024-06-29,-4000 to the purchases. Which of its measures change, and which scores?',
      'Half a year passes and nobody buys: set the day to 2024-12-31. What becomes of the segments with groups of equal size, and what with the fixed cuts? Why?',
      'The third text tells of 18% of the customers who gave 65% of the revenue. Who are they here? What does the firm depend on?',
    ],
    answers: [
      'Important value: A1 with 555 and A2 with 455. To be nurtured: B1 with 141 and B3 with 241; they used to buy often, for little, and have not come for months.',
      'Only the monetary value changes, from 22,000 to 18,000; it is still the second highest, so that M stays 5. A refund is no purchase: recency is 11 days and frequency 5 as before.',
      'Groups compare customers with each other: all have waited equally long, so nothing changes. Fixed cuts compare them with a number of days: A1, A2 and C3 fall to 2 in recency and all others to 1, so that nobody is of important value any more.',
      'A1 and A2: two of eleven customers, 18.18%, give 52,000 of 80,000. The firm depends on two customers: losing A1 alone would cost 37.5% of the revenue.',
    ],
  },
  'zh-CN': {
    question: '哪一种客户更好：很久以前买过很多的，还是昨天刚买过一点的？对他们各应做些什么？',
    exercises: [
      '哪些客户是重要价值客户，哪些是潜力培育客户？各得几分？',
      'A2 退货 4000 元：在购买记录中加一行 A2,2024-06-29,-4000。它的哪些指标变了，哪些得分变了？',
      '半年过去，没有人再买：把截至日期改为 2024-12-31。按人数相等的组评分，细分会怎样？按固定的界限评分又会怎样？为什么？',
      '第三本教材说，18% 的客户贡献了 65% 的收入。这里是谁？企业依赖的是什么？',
    ],
    answers: [
      '重要价值客户：A1 得 555，A2 得 455。潜力培育客户：B1 得 141，B3 得 241；他们曾经常买，金额不大，已有几个月没有来。',
      '只有消费金额变了：由 22000 降为 18000，仍居第二，所以 M 还是 5 分。退货不是购买：距最近一次购买仍是 11 天，次数仍是 5。',
      '分组是客户之间相比：大家等了同样久，所以什么都不变。固定的界限是与天数相比：A1、A2、C3 的 R 降到 2 分，其余降到 1 分，再没有重要价值客户。',
      'A1 和 A2：十一家客户中的两家，占 18.18%，贡献 80000 中的 52000。企业依赖这两家客户：单是失去 A1，收入就少 37.5%。',
    ],
  },
}
