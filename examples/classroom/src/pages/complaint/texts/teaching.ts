import type { Language, TeachingTexts } from '../../types.js'

export const teaching: { readonly [L in Language]: TeachingTexts } = {
  en: {
    question: 'First the feelings, then the matter: why does it pay to say sorry before anybody knows who is right?',
    exercises: [
      'At 9:01 Li wants to judge the complaint, before she has said a word of sympathy. What happens, and by which principle?',
      'Li has proposed a new kettle and 120 yuan. The customer was paid 300 yuan before. Who may approve it, and who may not? And if it had been 4,900 yuan?',
      'The complaint comes in on Friday, 1 March 2024, at 9:00. By when must the firm have answered, within 8 hours of work, and by when must it be solved, within 40?',
      'The firm waits for the customer from Friday 10:00 to Monday 10:00. By when must it have answered now?',
    ],
    answers: [
      'It is refused: evidence is lacking, since "sympathy expressed" has not happened. First the feelings, then the matter. After a word of sympathy the same command is accepted.',
      'Not Li, for two reasons: an agent may not approve, and she proposed it herself. Chen may: 120 + 300 = 420 is within his limit of 5,000. With 4,900 it is 5,020 in all, beyond his limit: only the director may.',
      'The answer is due on the same Friday at 18:00: 3 hours until noon and 5 after lunch. The solution is due on Thursday, 7 March, at 18:00: five working days of 8 hours, and the weekend does not count.',
      'On Monday at 18:00: one hour was used on Friday, the wait does not count, and the other 7 hours run from Monday 10:00, with the lunch break between.',
    ],
  },
  'zh-CN': {
    question: '先处理感情，再处理事情：还不知道谁对谁错，为什么先表示同情是值得的？',
    exercises: [
      '9:01，李还没有表示同情，就要判定投诉是否成立。会怎样？依据哪条原则？',
      '李提出换一只新水壶并补偿 120 元，此前已付给该客户 300 元。谁可以批准，谁不可以？假如此前已付的是 4900 元呢？',
      '投诉于 2024 年 3 月 1 日（周五）9:00 收到。8 个工作小时内首次响应、40 个工作小时内解决，分别何时到期？',
      '周五 10:00 至周一 10:00 等待客户答复。首次响应现在何时到期？',
    ],
    answers: [
      '不能执行：缺少依据，尚未“表示同情”。先处理感情，再处理事情。表示同情之后，同一命令即可执行。',
      '李不可以，理由有两条：客服专员无权批准；方案是她自己提出的。陈可以：120 + 300 = 420，在 5000 元的限额之内。假如已付 4900 元，累计 5020 元，超过他的限额，只有总监可以批准。',
      '首次响应在当天（周五）18:00 到期：上午 3 小时，下午 5 小时。解决在 3 月 7 日（周四）18:00 到期：五个工作日，每天 8 小时，周末不计。',
      '周一 18:00：周五已用 1 小时，等待期间不计，其余 7 小时自周一 10:00 起算，中间扣除午休。',
    ],
  },
}
