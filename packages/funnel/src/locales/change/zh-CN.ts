import type { ChangeLocale } from './types.js'

/** The wording of why sales or a conversion rate changed, in Simplified Chinese. */
export const change: ChangeLocale = {
  change: {
    value: {
      lower: { named: '{subject}销售额减少 {amount}', unnamed: '销售额减少 {amount}' },
      higher: { named: '{subject}销售额增加 {amount}', unnamed: '销售额增加 {amount}' },
      same: { named: '{subject}销售额持平，为 {amount}', unnamed: '销售额持平，为 {amount}' },
    },
    valuePerDay: {
      lower: { named: '{subject}日均销售额减少 {amount}', unnamed: '日均销售额减少 {amount}' },
      higher: { named: '{subject}日均销售额增加 {amount}', unnamed: '日均销售额增加 {amount}' },
      same: { named: '{subject}日均销售额持平，为 {amount}', unnamed: '日均销售额持平，为 {amount}' },
    },
    rate: {
      lower: { named: '{subject}转化率下降 {points}', unnamed: '转化率下降 {points}' },
      higher: { named: '{subject}转化率上升 {points}', unnamed: '转化率上升 {points}' },
      same: { named: '{subject}转化率持平，为 {percent}', unnamed: '转化率持平，为 {percent}' },
    },
    perDay: '日均 {amount}',
    points: { one: '{number} 个百分点', many: '{number} 个百分点' },
    plain: '{difference}。',
    because: '{difference}：{factors}。',
    partlyOffset: '{factors}，但部分被{others} 抵消',
    offset: '{factors}，但被{others} 抵消',
    factors: {
      volume: {
        leads: { upBy: '线索数增加 {share}', downBy: '线索数减少 {share}', up: '线索数增加' },
        deals: { upBy: '商机数增加 {share}', downBy: '商机数减少 {share}', up: '商机数增加' },
      },
      rate: { up: '赢单率由 {before} 升至 {after}', down: '赢单率由 {before} 降至 {after}' },
      value: { upBy: '客单价提高 {share}', downBy: '客单价降低 {share}', up: '客单价提高' },
      speed: { upBy: '成交速度加快 {share}', downBy: '成交速度放慢 {share}', up: '成交速度加快' },
      mix: { up: '各组构成改善', down: '各组构成变差' },
      groupRates: { up: '各组自身转化率提高', down: '各组自身转化率降低' },
    },
    figures: '由 {before} 变为 {after}。',
    parts: {
      volume: { leads: '线索数由 {before} 变为 {after}，影响 {amount}。', deals: '商机数由 {before} 变为 {after}，影响 {amount}。' },
      rate: '赢单率由 {before} 变为 {after}，影响 {amount}。',
      value: '客单价由 {before} 变为 {after}，影响 {amount}。',
      speed: '销售周期由 {before} 变为 {after}，影响 {amount}。',
      mix: '各组构成变化，影响 {amount}。',
      groupRates: '各组自身转化率变化，影响 {amount}。',
    },
    unchanged: '未变：{factors}。',
    levels: {
      volume: { leads: '线索数 {level}', deals: '商机数 {level}' },
      rate: '赢单率 {level}',
      value: '客单价 {level}',
      speed: '销售周期 {level}',
    },
    onlyMix: {
      lower: '各组自身的转化率总体上升：整体转化率下降，只是因为转化率较低的组占比增加。',
      higher: '各组自身的转化率总体下降：整体转化率上升，只是因为转化率较高的组占比增加。',
    },
    group:
      '{group}：转化率 {contribution}；占比由 {shareBefore} 变为 {shareAfter}，影响 {mix}；自身转化率由 {rateBefore} 变为 {rateAfter}，影响 {rate}。',
    groupAppeared: '{group}：转化率 {contribution}；新出现，占比 {share}，转化率 {percent}。',
    groupGone: '{group}：转化率 {contribution}；已不存在，原占比 {share}，原转化率 {percent}。',
    moreGroups: '此处未列出的组：{number} 个。',
  },
}
