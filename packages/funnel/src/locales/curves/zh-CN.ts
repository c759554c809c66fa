import type { CurvesLocale } from './types.js'

/** The wording of how deals are decided as time goes by, in Simplified Chinese. */
export const curves: CurvesLocale = {
  curve: {
    none: '截至 {asOf} 没有可供绘制曲线的商机。',
    summary: '截至 {asOf} 的曲线所依据的商机：{deals} 个。',
    undecided: {
      'aalen-johansen': '其中尚无赢单或丢单。',
      'kaplan-meier': '其中尚无赢单。',
    },
    end: {
      'aalen-johansen': '进入后 {days}之内，赢单 {won}%，丢单 {lost}%，未定 {open}%。',
      'kaplan-meier': '假如没有丢单，进入后 {days}之内赢单 {won}%，尚未赢单 {open}%。',
    },
    milestones: {
      'aalen-johansen': '进入后赢单的比率：{milestones}。',
      'kaplan-meier': '假如没有丢单，进入后赢单的比率：{milestones}。',
    },
    milestone: '{days}内 {percent}%',
    halfTime: {
      'aalen-johansen': '半数商机在进入后 {days}之内赢单。',
      'kaplan-meier': '假如没有丢单，半数商机会在进入后 {days}之内赢单。',
    },
    noHalfTime: {
      'aalen-johansen': '就曲线所及，赢单的商机不到半数。',
      'kaplan-meier': '就曲线所及，即使没有丢单，赢单的商机也不到半数。',
    },
    error: '赢单曲线末端的标准误为 {points} 个百分点；在 95% 的置信度下介于 {low}% 与 {high}% 之间。',
    errorOnly: '赢单曲线末端的标准误为 {points} 个百分点；无从给出置信区间。',
    through: '没有商机的观察时长超过 {days}，此后的情形曲线不作判断。',
    methods: {
      'aalen-johansen': '采用 Aalen–Johansen 法：赢单与丢单相互竞争，丢单的商机不会再赢单；未结商机按已观察的时长计入。',
      'kaplan-meier': '采用 Kaplan–Meier 法：丢单视同失去观察、仍可能赢单，因此只要有丢单，赢单比率就偏高；Aalen–Johansen 法没有这一问题。',
    },
    diagnoses: {
      'entered-later': '{asOf} 之后才进入、未计入曲线的商机：{count} 个。',
      'never-watched': '截至 {asOf} 尚未观察、未计入曲线的商机：{count} 个。',
      'closed-later': '{asOf} 之后才赢单或丢单、在此作未结处理的商机：{count} 个。',
      'risk-set-used-up': '原先观察的商机均已了结之后才纳入观察、曲线未能反映的商机：{count} 个。',
      rejected: '被拒绝、未计入曲线的商机：{count} 个。',
    },
  },
  winProbability: {
    known: '处于该阶段和时长的商机，赢单概率为 {percent}%。',
    sample: '所依据的是以往未结时长超过这一时长的商机：{sample} 个；越少，越不足为凭。',
    unresolved: '其中 {percent}% 无从判断，因为没有商机的观察时长超过 {days}。',
    tooFew: '该阶段和时长的商机赢单概率不予给出：可供判断的以往商机太少（{sample} 个）。',
    nobody: '该阶段和时长的商机赢单概率无从判断：没有未结时长超过这一时长、此后才有结果的以往商机可供判断。',
  },
}
