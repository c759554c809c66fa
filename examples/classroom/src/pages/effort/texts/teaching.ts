import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question:
      'A salesperson has 51 open contacts and 40 hours. Who should be called first: those who are nearly partners, or the many whom one hardly knows?',
    exercises: [
      'Work out for each stage what share becomes a partner in the end and what an hour of work brings. Divide the 40 hours.',
      'Three days go to a fair: 16 hours are left. Who goes without, and what is the price of it? Why must this not become a habit?',
      'How many hours may one potential customer take at most for the top of the funnel to come first?',
      'Each neck lets five points more through than now, one at a time. Where does that bring most, and why is it not where an hour brings most?',
    ],
    answers: [
      'Partner: 90%, 0.9 × 20,000 / 5 = 3,600 yuan an hour. Customer: 0.75 × 0.9 = 67.5%, / 4 = 3,375. Prospect: 0.6 × 67.5% = 40.5%, / 2 = 4,050. Potential customer: 0.5 × 40.5% = 20.25%, / 2 = 2,025. So prospects 10 h, partners 10 h, customers 16 h, and the 4 h that are left for potential customers: 138,600 yuan.',
      'Prospects get 10 h and partners 6 h, together 62,100 yuan; customers and potential customers get none. Those 24 hours would have brought 76,500 yuan. Who is not looked for now cannot be a partner later.',
      'Less than one hour. At one hour it brings 4,050 yuan, as much as with prospects, and of two that bring the same the later stage comes first.',
      'At the top: 5.06 partners more, 101,250 yuan, because 250 people pass there. An hour, though, reaches one person, and of those at the top most are filtered out later.',
    ],
  },
  'zh-CN': {
    question: '一名销售人员手上有 51 个未结客户，一周 40 小时。先跟进谁：快要成为合作伙伴的，还是数量众多、还不熟悉的？',
    exercises: [
      '算出每个阶段最终有多大比例成为合作伙伴，以及一小时能带来多少。把 40 小时分配下去。',
      '三天参加展会，只剩 16 小时。谁分不到时间？代价是多少？为什么不能一直这样？',
      '每个潜在客户最多花多少小时，漏斗顶部才会排在最前？',
      '每次只放宽一个瓶颈，前进比例提高五个百分点。放宽哪里带来最多？为什么不是一小时收获最多的地方？',
    ],
    answers: [
      '合作伙伴 90%，0.9 × 20,000 ÷ 5，一小时 3,600 元。现实客户 0.75 × 0.9 = 67.5%，÷ 4 得 3,375 元。准客户 0.6 × 67.5% = 40.5%，÷ 2 得 4,050 元。潜在客户 0.5 × 40.5% = 20.25%，÷ 2 得 2,025 元。所以准客户 10 小时，合作伙伴 10 小时，现实客户 16 小时，剩下的 4 小时给潜在客户：共 138,600 元。',
      '准客户 10 小时，合作伙伴 6 小时，共 62,100 元；现实客户和潜在客户分不到。少了的 24 小时本可带来 76,500 元。现在不去寻找的人，以后也不会成为合作伙伴。',
      '不到一小时。正好一小时时带来 4,050 元，与准客户相同；相同时靠后的阶段优先。',
      '放宽顶部：合作伙伴多 5.06 个，101,250 元，因为有 250 人经过那里。而一小时只能接触到一个人，顶部的人大多在后面被过滤掉。',
    ],
  },
}
