import type { ShareOfValueScheme } from '../tiers/types.js'

/** The usual ABC analysis: the customers who bring in the first 80 % of the value, the next 15 %, and the rest. */
export const paretoAbc: ShareOfValueScheme = {
  kind: 'tier-scheme',
  id: 'pareto-abc',
  version: '1',
  format: 1,
  title: { en: 'ABC by 80, 15 and 5% of the value', 'zh-CN': '按价值 80%、15%、5% 的 ABC 分类' },
  type: 'share-of-value',
  cuts: [
    { id: 'A', upToPercent: '80' },
    { id: 'B', upToPercent: '95' },
    { id: 'C', upToPercent: '100' },
  ],
}
