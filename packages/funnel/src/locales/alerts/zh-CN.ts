import type { AlertsLocale } from './types.js'

/** The wording of how groups stand beside each other, in Simplified Chinese. */
export const alerts: AlertsLocale = {
  alerts: {
    progress: { won: '赢单率', between: '“{from}”到“{to}”的转化率', toWon: '“{from}”到赢单的转化率' },
    alert:
      '低于其余各组：{group}，{progress}为 {percent}%（已有结果的 {sample} 个中的 {successes} 个；95% 置信区间 {low}% 至 {high}%），其余各组合计为 {others}%。',
    significant: '这不大可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 {percent}%。',
    insignificant: '这可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 {percent}%。',
    moreAlerts: '此处未列出的低于其余各组的组：{number} 个。',
    none: '没有低于其余各组的组。',
    nobodyCompared: '没有可供比较的组。',
    falseAlarms: '参与比较的组：{number} 个；若各组并无差别，预期误报至多 {expected} 个。',
    stay: '按比较次数校正（霍尔姆法）后仍然显著的：{groups}。',
    noneStays: '按比较次数校正（霍尔姆法）后，均不显著。',
    notBelow: '不低于其余各组的：{groups}。',
    figure: '{group}（{percent}%，{sample} 个中的 {successes} 个）',
    insufficient: {
      group: '因已有结果的商机不足 {minimum} 个而未比较的：{groups}。',
      others: '因其余各组合计已有结果的商机不足 {minimum} 个而未比较的：{groups}。',
    },
    sample: '{group}（{sample} 个）',
    basis: '以上为“{title}”截至 {asOf} 的情况；按 {by} 分组，每组与其余各组合计相比。',
  },
}
