import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'Why does a seller give up 2% to be paid fifteen days sooner, and which buyer would be wise not to take it?',
    exercises: [
      '10,000 yuan are invoiced on 1 March 2024 under 2/15, 1/20, N/30. What is to be paid on 16, 17, 21, 22 and 31 March, and what on 1 April?',
      'What does it cost a year (365 days, simple interest) to pay on day 30 rather than on day 15? A bank lends to the buyer at 8% a year: what should the buyer do?',
      'The buyer pays 4,900 yuan on 16 March, and nothing more. What does that settle if a part payment earns nothing, and what if it earns its own share? What closes the invoice by 31 March?',
      'The buyer takes off 2% and transfers 9,800 yuan, but on 18 March. How much is open? What can the buyer still do by 21 March?',
    ],
    answers: [
      '9,800; 9,900; 9,900; 10,000; 10,000. On 1 April it is still 10,000, and overdue by a day. The last day of a period counts.',
      '2 ÷ 98 × 365 ÷ 15 = 49.66%. Borrow from the bank at 8% and take the discount. (From day 15 to day 20 it is even 74.49%, from day 20 to day 30 36.87%.)',
      'If it earns nothing, it settles 4,900: 5,100 stay open, and close the invoice by 31 March. If it earns its share, it settles 4,900 ÷ 0.98 = 5,000: with a discount of 100, 5,000 stay open.',
      '200 yuan are open: the 2% were taken two days late. But 9,900 are enough up to 21 March, so another 100 by then close the invoice with the 1%.',
    ],
  },
  'zh-CN': {
    question: '卖方为什么宁可少收 2%，也要早收款十五天？什么样的买方不享受折扣才是明智的？',
    exercises: [
      '2024 年 3 月 1 日开票 10,000 元，信用条件为 2/15, 1/20, N/30。3 月 16、17、21、22、31 日付款，各应付多少？4 月 1 日呢？',
      '不在第 15 天、而在第 30 天付款，年成本是多少（一年 365 天，单利）？银行对买方的贷款年利率是 8%，买方应当怎么做？',
      '买方 3 月 16 日付款 4,900 元，此后没有再付。如果部分付款没有折扣，冲抵多少？如果按比例享受折扣，又冲抵多少？3 月 31 日及之前再付多少才能结清？',
      '买方扣除 2%，汇出 9,800 元，但到 3 月 18 日才付。尚有多少未付？买方在 3 月 21 日及之前还能做什么？',
    ],
    answers: [
      '9,800；9,900；9,900；10,000；10,000 元。4 月 1 日仍是 10,000 元，但已逾期 1 天。期限的最后一天也算在内。',
      '2 ÷ 98 × 365 ÷ 15 = 49.66%。应当以 8% 向银行借款，享受折扣。（第 15 天到第 20 天更高达 74.49%，第 20 天到第 30 天为 36.87%。）',
      '没有折扣时冲抵 4,900 元：尚有 5,100 元未付，3 月 31 日及之前付清即可。按比例享受折扣时冲抵 4,900 ÷ 0.98 = 5,000 元：折扣 100 元，尚有 5,000 元未付。',
      '尚有 200 元未付：2% 的折扣晚了两天。但 3 月 21 日及之前付足 9,900 元即可，所以在此之前再付 100 元，就能以 1% 的折扣结清。',
    ],
  },
}
