import type { AlertsLocale } from './types.js'

/** The wording of how groups stand beside each other, in Simplified Chinese. */
export const alerts: AlertsLocale = {
  alerts: {
    progress: { won: '赢单率', between: '“{from}”到“{to}”的转化率', toWon: '“{from}”到赢单的转化率' },
    summary: '参与比较的组：{number} 个；低于其余各组的：{below} 个；其中按比较次数校正（霍尔姆法）后仍然显著的：{corrected} 个。',
    alert:
      '低于其余各组：{group}，{progress}为 {rate}（已有结果的商机中 {successes}/{sample}；95% 置信区间 {low}% 至 {high}%），其余各组合计为 {others}。这不大可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 {chance}。',
    moreAlerts: '此处未列出的显著低于其余各组的组：{number} 个。',
    maybe: '{progress}低于其余各组，但可能出于偶然的：{groups}。',
    maybeFigure: '{group}（{rate}，{successes}/{sample}；其余各组 {others}；仅凭偶然的概率为 {chance}）',
    none: '没有低于其余各组的组。',
    nobodyCompared: '没有可供比较的组。',
    falseAlarms: '若各组并无差别，不作校正时预期误报至多 {expected} 个。',
    stay: '按比较次数校正（霍尔姆法）后仍然显著的：{groups}。',
    notBelow: '不低于其余各组的：{groups}。',
    figure: '{group}（{percent}，{successes}/{sample}）',
    insufficient: {
      group: '因已有结果的商机不足 {minimum} 个而未比较的：{groups}。',
      others: '因其余各组合计已有结果的商机不足 {minimum} 个而未比较的：{groups}。',
    },
    sample: '{group}（{sample} 个）',
    basis: '以上为“{title}”截至 {asOf} 的情况；按 {by} 分组，每组与其余各组合计相比。',
  },
}
