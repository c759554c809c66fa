import type { ForecastCommandTexts, ForecastPageTexts } from './types.js'

/** The words of the page on what follows of a pipeline's past in Simplified Chinese. */
export const zhCNPage: ForecastPageTexts = {
  forecast: '未来几个月的销售预测',
  rule: '各月分别预测：该月已赢单的金额、未结商机将带来的金额，以及新增商机将带来的金额。至少九成情况下介于 5% 分位与 95% 分位之间。',
  period: '期间',
  won: '已赢单',
  open: '来自未结商机',
  newDeals: '来自新增商机',
  expected: '预期',
  low: '5% 分位',
  median: '中位数',
  high: '95% 分位',
  target: '目标',
  gap: '差额',
  probability: '达成目标的概率',
  backtest: '过去若如此预测，结果如何',
  backtestRule: '在过去的各个月末，仅依据文件中截至当日的记录，预测其后 30 天。目录价和区域按现在的取值。',
  madeOn: '预测日',
  actual: '实际',
  error: '误差',
  covered: '落在区间内',
  yes: '是',
  no: '否',
  compared: { region: '各区域的比较', product: '各产品的比较', account: '各客户的比较', owner: '各负责人的比较' },
  decided: '已有结果',
  others: '其他各组合计',
  interval: '95% 置信区间',
  chance: 'p 值',
  corrected: '校正后',
  bottlenecks: '瓶颈',
  change: '销售额变化的原因',
  changeRule: '{afterFrom} 至 {afterTo} 有结果的商机，与 {beforeFrom} 至 {beforeTo} 有结果的相比；以下商机数均为已有结果的商机，即赢单或丢单的商机。',
  changeGaps: {
    'nothing-won': '两个期间之一没有赢单，因此无从得知每个赢单的价值。',
    'beyond-numbers': '每个赢单的价值超出了数值所能表示的范围。',
  },
}

/** What the command prints of the same in Simplified Chinese. */
export const zhCNCommand: ForecastCommandTexts = {
  forecast: '预期金额，以及至少九成情况下所在的区间：',
  period: '  {from} 至 {to}：{expected}（{low} 至 {high}）',
  target: '{line}；达成目标 {target} 的概率为 {probability}',
  backtest: '  过去 {runs} 次如此预测：偏差 {bias}，平均绝对误差 {error}，落在区间内的占 {coverage}；离散倍数 {spread}',
  comparison: '显著低于其他各组合计的：{groups}',
  nobodyBelow: '没有哪一组显著低于其他各组合计（{attribute}）',
  bottlenecks: '低于基准的阶段：{stages}',
  change: '{from} 至 {to} 的销售额：{after}，此前：{before}',
}
