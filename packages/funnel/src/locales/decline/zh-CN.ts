import type { DeclineLocale } from './types.js'

/** The wording of whether conversion falls, and why, in Simplified Chinese. */
export const decline: DeclineLocale = {
  decline: {
    falling: '转化率逐周下降，共降 {points}：{from}，{first}；{to}，{last}。',
    notFalling: '转化率并未逐周下降：{from}，{first}；{to}，{last}。',
    weeks: { iso: '{week}', monday: '{week} 当周', number: '第 {week} 周' },
    everyWeek: {
      one: '即使转化率不变，仅凭偶然由一周到下一周下降的概率为 {chance}。',
      many: '即使转化率不变，仅凭偶然连续 {weeks} 周下降的概率为 {chance}。',
    },
    firstAndLast: {
      hardly: '首周与末周的差别不大可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 {chance}（费舍尔精确检验）。',
      maybe: '首周与末周的差别可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 {chance}（费舍尔精确检验）。',
    },
    apart: '首周与末周相差 {difference}：各组构成变化影响 {mix}，各组自身转化率变化影响 {rate}。',
    withoutGroups: '未注明分组，因此无从判断变化来自进入者的构成，还是来自转化率本身。',
    cause: '{group}：{contribution}；占比变化影响 {mix}，自身转化率变化影响 {rate}。',
    series: '逐周转化率：{weeks}。',
    week: '{week} {percent}（{converted}/{entered}）',
    earlierWeeks: '此处未列出的更早各周：{number} 周。',
    diagnoses: {
      'insufficient-history': '转化率是否下降无从判断：需要 {needed} 周，只有 {there} 周。',
      'missing-weeks': '转化率是否下降无从判断：所需的 {needed} 周中，只有 {there} 周有数据。',
      'nobody-entered': '转化率是否下降无从判断：所需的 {needed} 周中，只有 {there} 周有人进入。',
    },
  },
}
