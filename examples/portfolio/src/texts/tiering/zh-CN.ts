import type { TieringCommandTexts, TieringPageTexts } from './types.js'

/** The words of the page on tiers, and on recency, frequency and monetary value, in Simplified Chinese. */
export const zhCNPage: TieringPageTexts = {
  tiers: '客户等级',
  tier: '等级',
  values: { revenue: '净收入', average: '{from} 至 {to} 的月均销售额' },
  shareOfCustomers: '占全部客户',
  shareOfTotal: '占总额',
  expected: '预期占总额',
  met: '{from}% 至 {to}%：符合',
  unmet: '{from}% 至 {to}%：不符合',
  total: '合计',
  firstOfEach: '各等级的第一名',
  concentration: '集中度',
  topShare: '前 20% 的客户（{customers} 个）贡献总额的 {ofValue}。',
  rfm: '最近一次消费、消费频率与消费金额（RFM）',
  code: 'RFM 得分',
  segment: '细分',
  noSegment: '无',
  value: '价值',
  action: '措施',
}

/** What the command prints of tiers, and of recency, frequency and monetary value, in Simplified Chinese. */
export const zhCNCommand: TieringCommandTexts = {
  tiers: { revenue: '按净收入划分的等级', average: '按 {from} 至 {to} 的月均销售额划分的等级' },
  tier: '  {tier}  {customers} 个客户，占总额 {share}',
  met: '{line}，符合预期（{from}% 至 {to}%）',
  unmet: '{line}，不符合预期（{from}% 至 {to}%）',
  segments: 'RFM 各细分的客户数：{segments}',
  segment: '{segment} {customers}',
}
