import type { RfmLocale } from './types.js'

/** The wording of recency, frequency and monetary value in Simplified Chinese. */
export const rfm: RfmLocale = {
  rfm: {
    scores: '截至 {asOf}，按方案“{scheme}”就最近一次消费 R、消费频率 F、消费金额 M 各评 1 至 {bins} 分；客户：{count} 家。',
    measures: { recency: '最近一次消费 R', frequency: '消费频率 F', monetary: '消费金额 M' },
    monetary: {
      net: {
        sum: '消费金额为购买合计减去退款。',
        mean: '消费金额为购买合计减去退款，再除以购买次数，显示时可能经过舍入。',
      },
      gross: {
        sum: '消费金额为购买合计，不计退款。',
        mean: '消费金额为每次购买的平均金额，不计退款，显示时可能经过舍入。',
      },
    },
    rules: {
      bins: '每项指标将客户分为人数尽量相等的各组；数值相同的客户得分相同。',
      cuts: '得分按方案固定的界限划分。',
      'r-rfm': '得分按第 7 类分位数加 1 划分，与 R 语言的 rfm 包一致。',
    },
    segment: '细分“{segment}”：客户 {count} 家，占全部客户的 {customerPercent}%；价值 {value}，占总额的 {valuePercent}%。{action}',
    segmentWithoutShare: '细分“{segment}”：客户 {count} 家，占全部客户的 {customerPercent}%；价值 {value}。{action}',
    noSegment: '不属于任何细分的客户：{count} 家，占全部客户的 {customerPercent}%；价值 {value}，占总额的 {valuePercent}%。',
    noSegmentWithoutShare: '不属于任何细分的客户：{count} 家，占全部客户的 {customerPercent}%；价值 {value}。',
    emptySegments: '没有客户的细分：{segments}。',
    action: '措施：{action}。',
    customer: '客户 {customer} 属于细分“{segment}”，得分 {code}。{action}',
    customerOfNoSegment: '客户 {customer} 不属于任何细分，得分 {code}。',
    noPurchases: '最近一次消费 R {score} 分（满分 {bins} 分）：没有购买。',
    noMean: '消费金额 M {score} 分（满分 {bins} 分）：没有购买，因此没有平均金额。',
    recency: {
      lowest: '最近一次消费 R {score} 分（满分 {bins} 分）：距最近一次购买 {days}；少于 {next}可得 {better} 分。',
      between: '最近一次消费 R {score} 分（满分 {bins} 分）：距最近一次购买 {days}，少于 {bound}；少于 {next}可得 {better} 分。',
      highest: '最近一次消费 R {score} 分（满分 {bins} 分）：距最近一次购买 {days}，少于 {bound}。',
      alone: '最近一次消费 R {score} 分（满分 {bins} 分）：距最近一次购买 {days}。',
    },
    frequency: {
      lowest: '消费频率 F {score} 分（满分 {bins} 分）：购买 {value} 次；达到 {next} 次可得 {better} 分。',
      between: '消费频率 F {score} 分（满分 {bins} 分）：购买 {value} 次，不少于 {bound} 次；达到 {next} 次可得 {better} 分。',
      highest: '消费频率 F {score} 分（满分 {bins} 分）：购买 {value} 次，不少于 {bound} 次。',
      alone: '消费频率 F {score} 分（满分 {bins} 分）：购买 {value} 次。',
    },
    monetaryValue: {
      lowest: '消费金额 M {score} 分（满分 {bins} 分）：{value}；达到 {next} 可得 {better} 分。',
      between: '消费金额 M {score} 分（满分 {bins} 分）：{value}，不低于 {bound}；达到 {next} 可得 {better} 分。',
      highest: '消费金额 M {score} 分（满分 {bins} 分）：{value}，不低于 {bound}。',
      alone: '消费金额 M {score} 分（满分 {bins} 分）：{value}。',
    },
    diagnoses: {
      'rows-rejected': '因有错误而未计入的行：{rejected} 行；读入：{read} 行。得分与占比仅就其余的行而言。',
      'transactions-after-as-of': '晚于截止日、未计入的交易：{count} 笔。',
      'no-customers': '没有客户。',
      'one-customer': '只有一家客户：{customer}。',
      'no-purchases': '没有购买、最近一次消费 R 与消费频率 F 均得 1 分的客户：{count} 家。',
      'one-distinct-value': '{measure} 的数值全部相同，均得 {score} 分。',
      'fewer-scores': '{measure} 有些分数无人取得：{bins} 个分数中出现 {scores} 个。',
      'no-segment': '不属于任何细分的客户：{count} 家。',
      'total-not-positive': '总额 {total} 不大于零，无从计算占比。',
    },
    chart: {
      title: '截至 {asOf} 按最近一次消费 R 与消费频率 F 得分分布的客户',
      recency: '最近一次消费 R 得分',
      frequency: '消费频率 F 得分',
      count: '客户数',
      mean: '消费金额 M 平均得分',
      nobody: '没有客户。',
    },
  },
}
