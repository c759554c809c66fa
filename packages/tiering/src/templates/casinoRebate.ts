import type { LossRebate } from '../levels/types.js'

/** Four levels, diamond at the top, with 10 to 30 % of losses given back in kind (textbook §3); the two levels in between are examples. */
export const casinoRebate: LossRebate = {
  kind: 'loss-rebate',
  id: 'casino-rebate',
  version: '1',
  format: 1,
  title: { en: 'Casino rebate on losses', 'zh-CN': '赌场按等级返还损失' },
  levels: [
    { id: 'diamond', title: { en: 'diamond', 'zh-CN': '钻石级' }, percent: '30' },
    { id: 'platinum', title: { en: 'platinum', 'zh-CN': '白金级' }, percent: '20' },
    { id: 'gold', title: { en: 'gold', 'zh-CN': '黄金级' }, percent: '15' },
    { id: 'silver', title: { en: 'silver', 'zh-CN': '白银级' }, percent: '10' },
  ],
  inKind: true,
}
