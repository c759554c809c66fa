import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'Whom does a firm keep that cannot serve everybody equally well, and who decides how much each criterion counts?',
    exercises: [
      'Add up the totals of the four customers, and name the two that are selected.',
      'Which weight would have to change, and to what, for B to overtake A?',
      'Somebody says: “All five criteria are equally important.” Does that change whom we select?',
      'The chapter calls the totals “weighted averages”. What are the weighted averages?',
    ],
    answers: [
      'A 67, B 57, C 35, D 70: D and A are selected. The chapter prints 53 for C, with its digits swapped.',
      'Either “good prospects” or “able to pay on time”, where B is rated better than A, by one point each. A is ahead by 10 points, so that weight must grow by more than 10: above 13, or above 12.',
      'No. With all weights 1, the totals are A 21, B 18, C 11, D 23. D is nowhere worse than A, so no weights put D behind A; and both stay ahead of B.',
      'The totals are weighted sums; divided by the sum of the weights, 15, they give 4.467 for A, 3.8 for B, 2.333 for C, 4.667 for D.',
    ],
  },
  'zh-CN': {
    question: '企业不可能对所有客户一视同仁：应当留住谁？每项标准有多重要，由谁来定？',
    exercises: [
      '算出四个客户的总分，并说出选定的两个客户。',
      '哪一项权重要变成多少，B 才会超过 A？',
      '有人说：“五项标准同样重要。”这样选定的客户会改变吗？',
      '教材把总分称作“加权平均分”。真正的加权平均分是多少？',
    ],
    answers: [
      'A 67，B 57，C 35，D 70：选定 D 和 A。教材把 C 的总分印成了 53，两个数字颠倒了。',
      '“客户的业务前景好”或“能够按时付款”：这两项 B 的评分高于 A，各高 1 分。A 领先 10 分，所以该项权重要增加 10 以上：前者超过 13，或后者超过 12。',
      '不会。权重都为 1 时，总分为 A 21、B 18、C 11、D 23。D 没有一项不如 A，所以无论权重如何，D 都不会落在 A 之后；两者也都领先于 B。',
      '总分是加权和；除以权重之和 15，得 A 4.467、B 3.8、C 2.333、D 4.667。',
    ],
  },
}
