import type { EffortLocale } from './types.js'

/** The wording of how hours are divided among stages, in Simplified Chinese. */
export const effort: EffortLocale = {
  effort: {
    summary: '在“{title}”上投入 {hours}，按以下方式分配，预计可带来 {value}。',
    nothing: '在“{title}”上投入 {hours}，无论用于所列的哪个阶段，都预计不会带来收益。',
    unknown: '在“{title}”上投入 {hours}能带来多少，无从判断。',
    noHours: '没有可用于“{title}”的时间可供分配。',
    reasons: {
      'best-use': '“{stage}”分得 {hours}：在此每投入一小时可带来 {marginal}。',
      'capacity-used': '“{stage}”最多只能用 {hours}：没有更多商机可供跟进。',
      'less-per-hour': '“{stage}”不分配时间：在此每投入一小时可带来 {marginal}，低于已分配时间的阶段。',
      'brings-nothing': '“{stage}”不分配时间：在此投入没有收益。',
      'insufficient-history': '“{stage}”不分配时间：该阶段或其后的某个阶段尚无商机有结果，投入能带来多少无从判断。',
      'hours-left': '没有阶段可用而剩余的时间：{hours}。',
    },
    asMuchPerHour: '“{stage}”不分配时间：在此每投入一小时可带来 {marginal}，不高于已分配时间的阶段。',
    withoutHours: '在“{stage}”每投入一小时可带来 {marginal}。',
    leftUnknown: '没有已知可用的阶段而剩余的时间：{hours}。',
    worked: '其间可跟进商机 {deals} 个，最终赢单率为{percent}，预计带来 {value}。',
    nextHour: '如再有一小时，应用于“{stage}”，可带来 {value}。',
    noNextHour: '即使再有一小时，也没有阶段可用。',
    unknownNextHour: '如再有一小时，没有已知可用的阶段。',
    basis: '以上假定：所跟进商机的赢单率与截至 {asOf} 已有结果的商机相同，未跟进的商机不带来收益。',
  },
}
