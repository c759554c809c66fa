import type { Pipeline } from '../pipeline/types.js'
import { lossReasons } from './lossReasons.js'

/**
 * Funnel theory (textbook S1, 漏斗理論): of potential customers some become prospects, who meet certain conditions, of these some actual customers, and of
 * these some long-term supporters or partners; each neck filters some out. Its parts are those of S2: the top acquires, the middle nurtures, the bottom
 * closes; a partner is beyond them. Customers are lost for the objections of S4. That stages may be skipped and gone back to, as when someone buys at the
 * first visit, is our own choice, and so is that a customer who has become a partner may be recorded as won.
 */
export const textbookFunnel: Pipeline = {
  kind: 'pipeline',
  id: 'textbook-funnel',
  version: '1',
  format: 1,
  title: { en: 'Customer funnel', 'zh-CN': '客户漏斗' },
  stages: [
    { id: 'potential', title: { en: 'potential customer', 'zh-CN': '潜在客户' }, band: 'top', winPercent: null },
    { id: 'prospect', title: { en: 'prospect', 'zh-CN': '准客户' }, band: 'middle', winPercent: null },
    { id: 'customer', title: { en: 'actual customer', 'zh-CN': '现实客户' }, band: 'bottom', winPercent: null },
    { id: 'partner', title: { en: 'long-term supporter or partner', 'zh-CN': '长期支持者或合作伙伴' }, winPercent: null },
  ],
  won: 'won',
  lost: 'lost',
  lossReasons,
  skips: 'allow',
  regressions: 'allow',
}
