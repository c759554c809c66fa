import type { StepsLocale } from './types.js'

/** The wording of how many took which steps, in Simplified Chinese. */
export const steps: StepsLocale = {
  steps: {
    none: '没有人完成“{step}”。',
    began: '完成“{step}”：{count} 人。',
    took: '随后完成“{step}”：{count} 人，占起始人数的 {percent}%；在此之前停止：{stopped} 人。',
    noneAtAll: '没有人完成任何一步。',
    beganAnywhere: '至少完成一步：{count} 人。',
    tookSoMany: '至少完成不同的 {number} 步：{count} 人，占起始人数的 {percent}%；在此之前停止：{stopped} 人。',
    mostStop: '停在“{from}”与“{to}”之间的最多：{count} 人中的 {stopped} 人。',
    time: '由“{from}”到“{to}”：半数不超过 {median}；平均 {mean}。',
    mayGetOn: '时限未到、仍可能继续：{actors}。',
    stillAt: '停在“{step}”{count} 人',
    stillWith: '已完成 {number} 步 {count} 人',
    final: '已停止的人时限均已过，以上数目不再变化。',
    cohort: '{from} 至 {to} 开始：{count} 人；完成最后一步：{last} 人（{percent}%）。',
    earlierCohorts: '此处未列出的更早批次：{number} 批。',
    diagnoses: {
      'later-events': '此后发生、未计入的事件：{count} 个。',
      'other-events': '不属于任何一步的事件：{count} 个。',
      rejected: '被拒收、未计入的事件：{count} 个；若计入，有些人可能走得更远。',
    },
  },
}
