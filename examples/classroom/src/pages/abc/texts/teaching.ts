import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'A firm cannot visit everybody every month. Who deserves the senior manager, and where do you draw the line?',
    exercises: [
      'By share of the customers, 20 and 50%: who is A, B and C, and what part of the profit does each tier bring in? Is it what the text expects?',
      'From where on does the line between A and B make an A of K3? Does the book still fit what the text expects?',
      'By average monthly sales, K2 sells for exactly 500,000 yuan a month. In which tier is it, what does it lack to A, and which rule would make it A as it is?',
      'A customer of each tier orders for 150,000 yuan. What does each pay, and why is the discount of A not 7% of the order?',
    ],
    answers: [
      'A: K1 and K2 with 70%; B: K3, K4 and K5 with 22%; C: the other five with 8%. All three are as expected: 60 to 80, 15 to 30, 5 to 15%.',
      'Above 20%: K3 begins where 20% of the customers are before it. At 21% A brings in 79%, which is still as expected, but B is left with K4 and K5 and 13%, which is less than 15%.',
      'In B: A is above 500,000, and K2 is not above it. One fen more in the three months would do; or the rule that customers on the line count as above it.',
      'A pays 141,750 (8,250 off), B 146,000 (4,000 off), C 150,000. Each part of the order has the percentage of its own step: 5% of the first 100,000, 6% of the next 25,000, and 7% only of the last 25,000; that is 5.5% in all.',
    ],
  },
  'zh-CN': {
    question: '企业不可能每月拜访每一个客户。谁值得由资深客户经理负责？线划在哪里？',
    exercises: [
      '按客户数比例 20%、50% 划分：哪些客户是 A、B、C 级，各占利润的百分之几？是否符合教材的预期？',
      'A、B 之间的线移过哪里，K3 就成为 A 级？这时是否仍然符合教材的预期？',
      '按月均销售额，K2 每月正好 50 万元。它在哪一级，离 A 级差多少？改用哪条规则，它不增加销售也是 A 级？',
      '三个等级的客户各订货 15 万元，各付多少？A 级的折扣为什么不是订货金额的 7%？',
    ],
    answers: [
      'A 级：K1、K2，占 70%；B 级：K3、K4、K5，占 22%；C 级：其余五家，占 8%。三级都符合预期：60% 至 80%、15% 至 30%、5% 至 15%。',
      '超过 20%：排在 K3 之前的客户正好占 20%。到 21% 时，A 级占 79%，仍符合预期；但 B 级只剩 K4、K5，占 13%，低于 15%。',
      '在 B 级：高于 50 万元才是 A 级，正好 50 万元不算。三个月合计再多一分钱即可；或者改变规则，恰在线上的客户“算作高于线”。',
      'A 级付 141,750 元（折扣 8,250 元），B 级付 146,000 元（折扣 4,000 元），C 级付 150,000 元。订货金额的每一段按该段的百分比：前 100,000 元 5%，其后 25,000 元 6%，只有最后 25,000 元是 7%，合计 5.5%。',
    ],
  },
}
