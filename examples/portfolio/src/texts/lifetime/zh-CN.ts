import type { LifetimeCommandTexts, LifetimePageTexts } from './types.js'

/** The words of the page on lifetime value, and on retention, in Simplified Chinese. */
export const zhCNPage: LifetimePageTexts = {
  values: '客户终身价值',
  value: '价值（{currency}）',
  expectedPurchases: '预期购买次数',
  expectedSpend: '每次预期金额',
  probabilityAlive: '活跃概率',
  repeatPurchases: '重复购买次数',
  repeatsOrMore: '{repeatPurchases} 次及以上',
  firstOf: '{customers} 个客户中的前 {number} 个；全部见 report.csv。',
  firstInWords: '前几名的价值如何得出',
  models: '所依据的模型',
  trial: '用其后的实际购买检验模型',
  missed: '对此前重复购买次数如下的客户，模型偏差超过四分之一：{groups}。请勿据此判断这些客户；模型假定购买随机发生，客户在某次购买后随即流失。',
  missedGroup: '{repeatPurchases}（预期 {expected}，实际 {actual}）',
  retention: '留存',
  notDrawn: '同期群或期间太多，此处不画图；全部见 report.json。',
  gaps: {
    'nobody-bought': '未给出客户终身价值：没有人购买过。',
    'few-repeat-buyers': '未给出客户终身价值：重复购买的客户太少，得不出可靠的模型。',
    'purchases-not-fitted': '未给出客户终身价值：购买频率与流失的模型，搜索没有找到极大值，得不出可靠的模型。',
    'no-spend-to-fit': '未给出客户终身价值：没有一个重复购买的客户，其重复购买的金额大于退款。',
    'spend-not-fitted': '未给出客户终身价值：消费金额的模型，搜索没有找到极大值，得不出可靠的模型。',
    'no-mean-spend': '未给出客户终身价值：客户之间的消费金额差异极大，全部客户的平均值不存在，而有些客户没有自己的平均值。',
    'history-too-short': '未能检验模型：没有可用来划分购买记录的日期。',
    'nobody-to-try-on': '未能检验模型：截至检验起点，没有人购买过。',
    'few-to-try-on': '无法检验模型：截至检验起点，重复购买的客户太少，得不出可靠的模型。',
    'trial-not-fitted': '无法检验模型：仅凭截至检验起点的购买，搜索没有找到极大值。',
    'too-many-periods': '未给出留存率：自首次购买以来的期间太多，请改用较长的期间。',
    'beyond-numbers': '此项未给出：金额超出了数所能表示的范围。',
  },
}

/** What the command prints of lifetime value, and of retention, in Simplified Chinese. */
export const zhCNCommand: LifetimeCommandTexts = {
  units: { day: '天', week: '周' },
  value: '未来 {horizon} {unit}的客户终身价值：{value} {currency}，来自 {customers} 个客户，预期购买 {purchases} 次',
  trial: '用截至 {calibrateTo} 的购买拟合的模型，以截至 {until} 的购买检验：预期 {expected} 次，实际 {actual} 次',
  retention: '上一期的客户在 {period} 再次购买：{share}',
}
