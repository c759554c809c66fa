import type { StepsLocale } from './types.js'

/** The wording of how many took which steps, in Simplified Chinese. */
export const steps: StepsLocale = {
  steps: {
    modes: {
      ordered: '各步按先后顺序计，其间发生什么不论。',
      strict: '各步按先后顺序计，相邻两步之间不得有同一人的其他事件。',
      unordered: '各步不分先后。',
    },
    window: '自完成的第一步起，各步须在 {window}之内完成。',
    upTo: '统计截至 {asOf} 的事件。',
    zone: '日期按时区 {zone} 计。',
    none: '没有人完成“{step}”。',
    began: '完成“{step}”：{count} 人。',
    took: '随后完成“{step}”：{count} 人，占起始人数的 {percent}%；在此之前停止：{stopped} 人。',
    noneAtAll: '没有人完成任何一步。',
    beganAnywhere: '至少完成一步：{count} 人。',
    tookSoMany: '至少完成不同的 {number} 步：{count} 人，占起始人数的 {percent}%；在此之前停止：{stopped} 人。',
    mostStop: '停在“{from}”与“{to}”之间的最多：{count} 人中的 {stopped} 人。',
    time: '由“{from}”到“{to}”：中位数 {median}；平均 {mean}。',
    mayGetOn: '时限未到、仍可能继续：{actors}。',
    stillAt: '停在“{step}”的 {count} 人',
    stillWith: '已完成 {number} 步的 {count} 人',
    final: '已停止的人时限均已过，不能再由此继续。',
    cohort: '{from} 至 {to} 开始：{count} 人；完成全部步骤：{last} 人（{percent}%）。',
    earlierCohorts: '此处未列出的更早批次：{number} 批。',
    diagnoses: {
      'later-events': '{asOf} 之后、未计入的事件：{count} 个。',
      'other-events': '不属于任何一步的事件：{count} 个。',
      rejected: '被拒绝、未计入的事件：{count} 个；若计入，有些人可能走得更远。',
    },
  },
}
