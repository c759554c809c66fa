import type { NamedEntry } from '../pipeline/types.js'

/** Why deals are lost: the objections that the textbook names (S4). */
export const lossReasons: readonly NamedEntry[] = [
  { id: 'time', title: { en: 'time', 'zh-CN': '购买时间' } },
  { id: 'price', title: { en: 'price', 'zh-CN': '价格' } },
  { id: 'brand-or-source', title: { en: 'brand or source', 'zh-CN': '品牌或货源' } },
  { id: 'competitors', title: { en: 'competitors', 'zh-CN': '竞争对手' } },
]
