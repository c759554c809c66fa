import type { ShareOfCustomersScheme } from '../tiers/types.js'

/** A fifth, three tenths and a half of the customers, and how much of the profit each is expected to bring in (textbook S2). */
export const textbookShares: ShareOfCustomersScheme = {
  kind: 'tier-scheme',
  id: 'textbook-shares',
  version: '1',
  format: 1,
  title: { en: 'ABC by 20, 30 and 50% of the customers', 'zh-CN': '按客户数 20%、30%、50% 的 ABC 分类' },
  type: 'share-of-customers',
  cuts: [
    { id: 'A', title: { en: 'A: key customers', 'zh-CN': 'A 级：重点客户' }, upToPercent: '20' },
    { id: 'B', title: { en: 'B: ordinary customers', 'zh-CN': 'B 级：普通客户' }, upToPercent: '50' },
    { id: 'C', title: { en: 'C: small customers', 'zh-CN': 'C 级：小客户' }, upToPercent: '100' },
  ],
  expectedShareOfValue: [
    { id: 'A', fromPercent: '60', toPercent: '80' },
    { id: 'B', fromPercent: '15', toPercent: '30' },
    { id: 'C', fromPercent: '5', toPercent: '15' },
  ],
}
