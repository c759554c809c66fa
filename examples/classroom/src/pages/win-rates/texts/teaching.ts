import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'A salesperson says: "I win 60% of my deals." Of which deals, and what has become of the others?',
    exercises: [
      'Of the eight deals, what share is won of all, and what of the decided ones? Between which bounds will the share of all lie once the open ones are decided?',
      'Work out the Aalen–Johansen estimate by hand: on each day on which a deal is decided, how many were still open and watched, what share of the eight do they stand for, and what part of it is won or lost?',
      'Turn the two lost deals into open ones. Which two of the four rates stay as they are, and why?',
      'Deal 3 has been open for 20 days. What if it had been open for 60? Which rates change, and does that make sense?',
    ],
    answers: [
      '3 of 8 are 37.5%, 3 of 5 are 60%. If all three open ones are lost it stays at 37.5%; if all are won it is 6 of 8, 75%.',
      'Day 10: 8 watched, 1 won: 12.5% won. Day 20: 7 stand for 87.5%, 1 lost: 12.5% lost. Day 30: 5 stand for 75%, 1 won: 15% more, 27.5% won. Day 40: 4 stand for 60%, 1 lost: 15% more, 27.5% lost. Day 60: 2 stand for 45%, 1 won: 22.5% more, 50% won. Of the other 22.5% nobody can tell.',
      'Won of all, 37.5%: it takes open ones for lost. And 1 − Kaplan–Meier, 65%: it takes lost ones for open. Won of the decided ones becomes 100%; in the end 65% are won, since where nothing is lost both methods are the same.',
      'The first two do not look at days, and stay. 1 − Kaplan–Meier falls from 65% to 51.39%, won in the end from 50% to 41.67%: one more deal was still open on the days on which others were won, and was not.',
    ],
  },
  'zh-CN': {
    question: '一名销售人员说：“我的赢单率是 60%。”是哪些商机的 60%？其余的怎样了？',
    exercises: [
      '八个商机中，赢单占全部多少？占已定多少？等未结的都有了结果，占全部的比率会在什么范围之内？',
      '手算 Aalen–Johansen 估计：每到有商机分出结果的那一天，仍未结且仍在观察的有几个？它们代表八个中的多大部分？其中多少赢单或丢单？',
      '把两个丢单的改成未结。四种比率中哪两种不变？为什么？',
      '商机 3 至今 20 天未结。假如已经 60 天未结呢？哪些比率会变？合理吗？',
    ],
    answers: [
      '8 个中的 3 个，37.5%；5 个中的 3 个，60%。三个未结的若全部丢单，仍是 37.5%；若全部赢单，8 个中的 6 个，75%。',
      '第 10 天：观察 8 个，赢 1 个：赢单 12.5%。第 20 天：7 个代表 87.5%，丢 1 个：丢单 12.5%。第 30 天：5 个代表 75%，赢 1 个：增加 15%，赢单 27.5%。第 40 天：4 个代表 60%，丢 1 个：增加 15%，丢单 27.5%。第 60 天：2 个代表 45%，赢 1 个：增加 22.5%，赢单 50%。其余 22.5% 无从得知。',
      '赢单占全部，37.5%：它把未结的当作丢单。以及 1 − Kaplan–Meier，65%：它把丢单的当作未结。赢单占已定变为 100%；最终赢单为 65%，因为没有丢单时，两种方法相同。',
      '前两种不看天数，不变。1 − Kaplan–Meier 由 65% 降到 51.39%，最终赢单由 50% 降到 41.67%：在别的商机赢单的那些天，又多了一个仍未结、没有赢单的。',
    ],
  },
}
