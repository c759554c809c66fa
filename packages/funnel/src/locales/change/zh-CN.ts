import type { ChangeLocale } from './types.js'

/** The wording of why sales or a conversion rate changed, in Simplified Chinese. */
export const change: ChangeLocale = {
  change: {
    value: {
      lower: { named: '{subject}销售额少 {amount}', unnamed: '销售额少 {amount}' },
      higher: { named: '{subject}销售额多 {amount}', unnamed: '销售额多 {amount}' },
      same: { named: '{subject}销售额持平，为 {amount}', unnamed: '销售额持平，为 {amount}' },
    },
    rate: {
      lower: { named: '{subject}转化率低 {points}', unnamed: '转化率低 {points}' },
      higher: { named: '{subject}转化率高 {points}', unnamed: '转化率高 {points}' },
      same: { named: '{subject}转化率持平，为 {percent}%', unnamed: '转化率持平，为 {percent}%' },
    },
    points: { one: '{number} 个百分点', many: '{number} 个百分点' },
    plain: '{difference}。',
    because: '{difference}：{factors}。',
    partlyOffset: '{factors}，部分为{others}所抵消',
    offset: '{factors}，为{others}所抵消',
    factors: {
      volume: { upBy: '线索多 {percent}%', downBy: '线索少 {percent}%', up: '线索增多' },
      rate: { upBy: '赢单率高 {percent}%', downBy: '赢单率低 {percent}%', up: '赢单率提高' },
      value: { upBy: '单均金额高 {percent}%', downBy: '单均金额低 {percent}%', up: '单均金额提高' },
      speed: { upBy: '成交快 {percent}%', downBy: '成交慢 {percent}%', up: '成交加快' },
      mix: { up: '各组构成改善', down: '各组构成变差' },
      groupRates: { up: '各组自身转化率提高', down: '各组自身转化率降低' },
    },
    figures: { value: '此前 {before}；此后 {after}。', rate: '此前 {before}%；此后 {after}%。' },
    parts: {
      volume: '因线索数（此前 {before}，此后 {after}）：{amount}。',
      rate: '因赢单率（此前 {before}%，此后 {after}%）：{amount}。',
      value: '因单均赢单金额（此前 {before}，此后 {after}）：{amount}。',
      speed: '因成交周期（此前 {before}，此后 {after}）：{amount}。',
      mix: '因各组构成：{amount}。',
      groupRates: '因各组自身转化率：{amount}。',
    },
    onlyMix: {
      lower: '各组自身的转化率总体上升：整体转化率下降，只是因为转化率较低的组占比增加。',
      higher: '各组自身的转化率总体下降：整体转化率上升，只是因为转化率较高的组占比增加。',
    },
    group:
      '{group}：转化率 {contribution}；占比由 {shareBefore}% 变为 {shareAfter}%，影响 {mix}；自身转化率由 {rateBefore}% 变为 {rateAfter}%，影响 {rate}。',
    groupAppeared: '{group}：转化率 {contribution}；此前没有，此后占比 {share}%，转化率 {percent}%。',
    groupGone: '{group}：转化率 {contribution}；此前占比 {share}%，转化率 {percent}%，此后没有。',
    moreGroups: '此处未列出的组：{number} 个。',
  },
}
