import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'A firm promises an answer "within ten hours". Ten hours of what, by whose clock, and what does the customer understand?',
    exercises: [
      'On Saturday 14 February 2026 at 17:00, an hour before the office closes for the Spring Festival, an agent promises an answer within ten hours of work. When is it due? Write down what each day counts.',
      'The agent uses the calendar that knows no holidays. Which deadline comes out, and what would the customer have found at that hour?',
      'The office stays closed on Tuesday 24 February as well. When are the ten hours over now? And when are two working days over, with and without that closing?',
      'A help desk in London is open around the clock. At noon on Saturday 28 March 2026 it promises an answer within 24 hours. What does the clock on the wall show when they are over, and what would it show in Shanghai with a promise at noon there?',
    ],
    answers: [
      'Wednesday 25 February at 10:00. Saturday is worked to make up for the holiday and counts 1 hour (17:00 to 18:00); 15 to 23 February count nothing; Tuesday 24 counts 8 hours (without the lunch break), Wednesday 25 the tenth. By the clock that takes 10 days and 17 hours.',
      'Tuesday 17 February at 11:00: Saturday counts nothing, Monday 8 hours, Tuesday 2. But the 17th lies in the middle of the holiday, and nobody would have answered: the promise is broken a week before work begins again.',
      'Thursday 26 February at 10:00: the closed day only moves the 8 hours on to Wednesday. The day of the promise does not count among working days: two working days are over at the end of Wednesday 25 February, with the closing at the end of Thursday 26 February.',
      'In London 13:00 on Sunday 29 March: that night the clocks skip the hour from 1:00 to 2:00, and 24 hours have passed only when they show an hour more. In Shanghai, where the clocks are not changed, 12:00.',
    ],
  },
  'zh-CN': {
    question: '企业承诺“十小时内答复”：是哪十个小时，以谁的时钟为准？客户又是怎样理解的？',
    exercises: [
      '2026 年 2 月 14 日（星期六）17:00，离春节放假前下班还有一小时，客服承诺在十个工作小时内答复。何时到期？写出每天计入多少时间。',
      '如果客服用的是未计节假日的日历，会得出什么期限？到那个时刻，客户会遇到什么情况？',
      '假定 2 月 24 日（星期二）也休息，十个工作小时何时届满？如果承诺的是两个工作日，24 日上班和休息两种情况下各在何时届满？',
      '伦敦的服务台全天候开放，2026 年 3 月 28 日（星期六）中午承诺 24 小时内答复。届满时墙上的钟指着几点？如果在上海同一天中午作出承诺，又是几点？',
    ],
    answers: [
      '2 月 25 日（星期三）10:00。星期六是调休上班日，计入 1 小时（17:00 至 18:00）；2 月 15 日至 23 日不计；24 日（星期二）除去午休计入 8 小时；25 日（星期三）计入第十个小时。按时钟共经过 10 天 17 小时。',
      '2 月 17 日（星期二）11:00：星期六不计，星期一计 8 小时，星期二计 2 小时。但 17 日正在假期之中，无人答复：离上班还有一周，承诺就已落空。',
      '2 月 26 日（星期四）10:00：休息一天，只是把那 8 小时移到了星期三。按工作日计时，承诺当日不计：24 日上班时，两个工作日到 2 月 25 日（星期三）结束为止；24 日休息时，到 2 月 26 日（星期四）结束为止。',
      '伦敦是 3 月 29 日（星期日）13:00：当夜时钟跳过 1:00 至 2:00，钟面多走一小时，24 小时才真正过完。上海不实行夏令时，是 12:00。',
    ],
  },
}
