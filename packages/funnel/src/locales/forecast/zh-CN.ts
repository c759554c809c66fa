import type { ForecastLocale } from './types.js'

/** The wording of what sales are to be expected, in Simplified Chinese. */
export const forecast: ForecastLocale = {
  forecast: {
    noPeriods: '没有指定“{title}”的预测期间。',
    morePeriods: '此处未列出的其余期间：{number} 个。',
    spans: { one: '{from} 至 {to} 期间', many: '{from} 至 {to} 的 {number} 个期间均' },
    expected: '{span}预计 {expected}：{parts}。',
    nothing: '{span}预计没有销售额：没有赢单，也没有计入的未结商机金额。',
    obscure: '{span}无从预测：尚无赢单，而{deals}。',
    obscureDeals: {
      'without-amount': '未结商机（{count}）未注明金额',
      'without-win-percent': '未结商机（{count}）所处阶段未设定概率',
      'insufficient-history': '未结商机（{count}）没有可供判断的历史',
    },
    obscureTarget: '达到目标 {target} 的概率同样无从判断。',
    over: '该期间已结束，其中未结商机的金额尚未实现。',
    parts: {
      won: '已赢单 {amount}',
      noneWon: '尚无赢单',
      open: '来自未结商机 {amount}（{deals} 个）',
      newDeals: '来自新增商机 {amount}',
    },
    range: '至少九成情况下介于 {low} 与 {high} 之间；中位数为 {median}。',
    rangeOne: '至少九成情况下为 {low}。',
    certain: '就预测而言，这一数额是确定的。',
    target: {
      likely: {
        short: '达到目标 {target} 的概率为{chance}；平均尚差 {gap}。',
        beyond: '达到目标 {target} 的概率为{chance}；平均超出 {gap}。',
        even: '达到目标 {target} 的概率为{chance}；平均恰好达标。',
      },
      certain: {
        short: '未达目标 {target}，差 {gap}。',
        beyond: '达到目标 {target}，超出 {gap}。',
        even: '恰好达到目标 {target}。',
      },
      reached: '目标 {target} 已经达到；平均超出 {gap}。',
    },
    methods: {
      stage: '按阶段预测：未结商机按所处阶段设定的概率赢单，计入其预计日期。',
      age: '按时长预测：未结商机的赢单概率，与以往在同一阶段停留同样之久的商机相同。',
    },
    placements: {
      expected: '商机计入其预计日期；未注明日期的，按以往商机赢单的时间计。',
      curve: '无论注明何日，商机都按以往商机赢单的时间计。',
    },
    minimumSample: '在同一阶段停留同样之久的以往商机至少有 {minimumSample} 个，才据以判断。',
    missingAmounts: '未注明金额的未结商机，以任一赢单的金额计，机会均等。',
    newDeals: '新增商机也计入，每天的数量与此前 90 天相同。',
    newDealsPerDay: '新增商机也计入：与此前 90 天一样，每天 {perDay} 个。',
    season: {
      'month-of-quarter': '由于季度中有的月份有结果的商机较多，各月分别对待。',
      'month-of-year': '由于一年中有的月份有结果的商机较多，各月分别对待。',
    },
    seasonFactors: {
      'month-of-quarter': '按季度中的月份，与仅按时长所得相比，赢单的比率：{won}；丢单的比率：{lost}。',
      'month-of-year': '按一年中的月份，与仅按时长所得相比，赢单的比率：{won}；丢单的比率：{lost}。',
    },
    month: { 'month-of-quarter': '第 {month} 个月为 {percent}%', 'month-of-year': '{month} 月为 {percent}%' },
    independent: '各商机视为互不相关；若实际相关，区间就会过窄，应放宽多少可由回测得知。',
    spread: '区间的宽度在可能的范围内为各商机互不相关时的 {spread} 倍，达标概率亦据此计算；中位数不变。',
    computed: {
      exact: '区间和概率均为精确计算，未经模拟。',
      simulated: '预计数额为精确值；区间和概率由模拟得出，共模拟 {draws} 次，随机种子为 {seed}。',
      both: '预计数额为精确值；部分期间的区间和概率由计算得出，其余由模拟得出，共模拟 {draws} 次，随机种子为 {seed}。',
    },
    withoutCurrency: '金额未注明币种。',
    upTo: '以上依据“{title}”截至 {asOf} 的情况。',
    overdue: {
      expected: '预计日期已过、在更正之前仍计入该日期的未结商机：{count}。{deals}',
      curve: '预计日期已过的未结商机：{count}。{deals}',
    },
    byCurve: '未注明预计日期、按以往商机赢单的时间计入的未结商机：{count}。{deals}',
    unplaced: '未注明预计日期、未计入任何期间的未结商机：{count}。{deals}',
    countOnly: '{count} 个',
    countWorth: '{count} 个，金额 {worth}',
    deals: '即：{deals}。',
    diagnoses: {
      'later-changes': '{asOf} 之后、未予考虑的变更：{count} 条。',
      'outside-periods': '预计日期不在任何期间之内的未结商机：{count} 个。',
      'overlapping-periods': '与其他期间有重叠、不可相加的期间：{count} 个。',
      'won-without-amount': '期间内赢单而未注明金额、不增加数额的商机：{count} 个。',
      'without-amount': '因未注明金额而未计入任何期间的未结商机：{count}。{deals}',
      'without-win-percent': '因所处阶段未设定概率而未计入任何期间的未结商机：{count}。{deals}',
      'insufficient-history': '因在同一阶段停留同样之久且已有结果的商机太少或没有，而未计入任何期间的未结商机：{count}。{deals}',
      'amount-from-history': '未注明金额、按赢单金额估计的未结商机：{count} 个。',
      'no-history-of-new-deals': '新增商机无从判断，未予计入：此前 90 天没有商机进入，或赢单均未注明金额（其间进入 {count} 个）。',
      'no-history-of-season': '季节性无从判断，未予计入：并非每个月份都有完整的记录（已有结果的商机 {count} 个）。',
      rejected: '被拒绝、未予考虑的变更：{count} 条。',
    },
  },
}
