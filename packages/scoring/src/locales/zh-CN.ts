import type { ScoringLocale } from './types.js'

/** Simplified Chinese. */
export const zhCN: ScoringLocale = {
  languageTag: 'zh-CN',
  sentenceSeparator: '',
  listSeparator: '、',
  orSeparator: '或',
  score: {
    total: '{candidate} 的总分为 {total}；按评分尺度，总分在 {minimum} 至 {maximum} 之间。',
    contribution: '{criterion}：权重 {weight} × 评分 {rating} = {points}。',
    costContribution: '{criterion}：此项越低越好，评分 {rating} 按 {counting} = {counted} 计；权重 {weight} × {counted} = {points}。',
    missing: {
      worst: '{criterion}：没有评分，按尺度上最差的 {rating} 计。',
      neutral: '{criterion}：没有评分，按尺度的中点 {rating} 计。',
    },
    average: '除以权重之和 {weights}，平均评分为 {average}。',
    grade: '总分达到 {grade} 级，该级自 {from} 分起。',
    belowEveryGrade: '总分未达到任何等级：最低的 {grade} 级自 {from} 分起。',
  },
  ranking: {
    place: '{candidate}（{total}）',
    order: '总分由高到低：{candidates}。',
    more: '另有 {number} 个',
    selectedTop: '按总分最高的 {count} 名选定：{candidates}。',
    selectedAtLeast: '按总分不低于 {total} 选定：{candidates}。',
    selectedNobody: '没有选定任何对象。',
    tied: '总分相同：{candidates}。',
    diagnoses: {
      'fewer-than-count': '评分卡要选 {count} 名，但只有 {candidates} 个候选对象。',
      'no-candidates': '没有可排序的候选对象。',
      'rows-rejected': '有 {rejected} 行被拒绝，未参与排序；若计入它们，其余 {candidates} 个候选对象的名次与选定结果可能不同。',
      'tie-at-cut': '分界处的总分 {total} 由 {candidates} 并列：因此选定 {selected} 名，而不是 {count} 名。',
    },
  },
  audit: {
    allRight: '表中所列的 {checked} 个总分全部正确。',
    discrepancy: '{candidate}：表中列为 {printed}，实际总分为 {computed}，相差 {difference}。',
    suspects: {
      averaged: '看来总分被除以了权重之和。',
      'cost-not-reversed': '看来越低越好的评分没有换算成 最小值 + 最大值 − 评分。',
      'counted-twice': '看来“{criteria}”被计算了两次。',
      'left-out': '看来漏算了“{criteria}”。',
      'lost-sign': '看来正负号弄错了。',
      'misread-digit': '看来有一个数字看错了。',
      rounded: '看来总分经过了舍入。',
      'shifted-point': '看来小数点移了位。',
      'swapped-digits': '看来两个数字颠倒了。',
      unweighted: '看来评分没有乘以权重就相加了。',
    },
    unexplained: '没有常见的差错可以解释。',
    diagnoses: {
      'no-rows': '没有可核对的总分。',
      'rows-rejected': '有 {rejected} 行被拒绝，未核对；已核对 {checked} 行。',
    },
  },
  charts: {
    contributions: '各项标准对总分的贡献',
    totals: '总分的分布',
    candidate: '候选对象',
    criterion: '标准',
    points: '分数',
    total: '总分',
    count: '候选对象数',
  },
}
