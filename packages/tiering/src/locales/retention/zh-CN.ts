import type { RetentionLocale } from './types.js'

/** The wording of retention, churn, cohorts and what a customer is worth who stays with a constant probability in Simplified Chinese. */
export const retention: RetentionLocale = {
  retention: {
    basis: { week: '自然周', month: '自然月', quarter: '自然季度', year: '自然年' },
    rates: {
      latest:
        '截至 {asOf} 最近一个完整的{basis} {period}（{from} 至 {to}）的留存率为 {retention}%，流失率为 {churn}%。上一{basis}有购买的客户：{before} 家，其中本期再次购买：{retained} 家；流失：{lost} 家。',
      withoutRate: '截至 {asOf} 最近一个完整的{basis}为 {period}（{from} 至 {to}），上一{basis}没有客户购买，因此没有留存率。',
      active:
        '{period} 有购买的客户：{active} 家，其中上一{basis}也有购买：{retained} 家；首次购买：{new} 家；至少间隔一个{basis}后回流：{reactivated} 家。',
      average: '{first} 至 {last}，按上一{basis}的客户数加权，平均留存率为 {retention}%，平均流失率为 {churn}%。',
      extremes: '留存率最高为 {highest}%（{highestPeriod}，上期客户 {highestOf} 家），最低为 {lowest}%（{lowestPeriod}，上期客户 {lowestOf} 家）。',
      chart: {
        title: '截至 {asOf} 各{basis}的留存率与客户数',
        period: '期间',
        rate: '留存率',
        customers: '客户数',
        part: '客户',
        retained: '留存',
        reactivated: '回流',
        new: '新客户',
        lost: '流失',
        lostBelow: '流失的客户画在零线以下。',
      },
    },
    churn: {
      latest:
        '截至 {asOf} 最近一个完整的{basis} {period}（{from} 至 {to}）的流失率为 {churn}%，留存率为 {retention}%。上一{basis}有购买的客户：{before} 家，其中流失：{lost} 家。',
      withoutRate: '截至 {asOf} 最近一个完整的{basis}为 {period}（{from} 至 {to}），上一{basis}没有客户购买，因此没有流失率。',
      tooShort: '自首次购买起，截至 {asOf} 只有一个{basis}已经结束，因此没有流失率。',
      average: '按上一{basis}的客户数加权，平均流失率为 {churn}%。',
      expected: '按此流失率，客户平均留存的{basis}数：{periods}。',
      assumed: '这里假设：无论留存多久，所有客户在每个{basis}流失的概率都相同，且流失后不再回流。',
      nobodyLost: '至今没有客户流失，因此无从得知客户会留存多久。',
    },
    cohorts: {
      cohorts: '按首次购买所在的{basis}划分同期群，仅计截至 {asOf} 已经结束的{basis}。客户：{customers} 家；同期群：{count} 个。',
      average: '首次购买所在{basis}之后各{basis}的平均留存率，仅计已满相应期数的同期群：{rates}。',
      rate: '第 {age} 期 {percent}%（{customers} 家）',
      extremes:
        '首次购买之后的第一个{basis}，留存率最高的是同期群 {highestPeriod}（{highestOf} 家）：{highest}%，最低的是同期群 {lowestPeriod}（{lowestOf} 家）：{lowest}%。',
      tooYoung: '所有同期群在首次购买之后都还没有完整的{basis}，因此无从得知有多少客户再次购买。',
      comeBack: '留存率只计当期有购买的客户；当期没有购买的客户日后可能回流，因此留存率可能回升。',
      chart: {
        title: '截至 {asOf} 各同期群的留存率',
        cohort: '同期群（首次购买所在的{basis}）：客户数',
        cohortSize: '{period}：{customers}',
        age: '首次购买之后的第几个{basis}',
        rate: '留存率',
        count: '有购买的客户数',
        size: '同期群的客户数',
        tooYoung: '首次购买之后还没有完整的期间。',
      },
    },
    lost: '“流失”仅指上一{basis}有购买而本期没有购买；这些客户日后可能再次购买，届时计为回流。',
    nobody: '截至 {asOf}，已经结束的各{basis}都没有客户购买。',
    diagnoses: {
      'rows-rejected': '因有错误而未计入的行：{rejected} 行；读入：{read} 行。',
      'transactions-after-as-of': '晚于截止日、未计入的交易：{count} 笔。',
      'period-not-over': '截至 {asOf}，{period} 尚未结束，不予计入；其中的购买：{count} 笔。',
      'zero-amounts': '金额为零、仍计为购买的交易：{count} 笔。',
      refunds: '退款不算购买，未计入：{count} 笔。',
      'lost-came-back':
        '各期计为流失的客户合计：{lost} 家次；其中日后回流：{reactivated} 家次。就这部分而言，流失率反映的是两次购买之间的间隔，而不是客户真正流失；改用更长的期间会更接近实际。',
    },
    value: {
      worth: '每期利润为 {margin} 的客户，现值为 {value}，是每期利润的 {multiple} 倍。',
      starts: {
        now: '首期利润现在即可确定取得；此后每期的留存率为 {retention}%。',
        'next-period': '首期利润在下一期取得，前提是客户届时仍然留存；每期的留存率为 {retention}%。',
      },
      discount: '以后各期的利润按每期 {discount}% 折现。',
      expected: '预计取得利润的期数：{periods}。',
      endless: '客户从不流失，预计永远取得利润。',
      assumed: '这里假设：利润、留存率与折现率始终不变，客户流失后不再回流。',
    },
  },
}
