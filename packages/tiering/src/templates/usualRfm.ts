import type { RfmScheme } from '../rfm/types.js'

/**
 * Ten segments by recency and frequency on five scores each, as rectangles that together take every combination, and each once: those that circulate in
 * tutorials on RFM, with no author that we know of.
 */
export const usualRfm: RfmScheme = {
  kind: 'rfm-scheme',
  id: 'usual-rfm',
  version: '1',
  format: 1,
  title: { en: 'RFM with ten segments', 'zh-CN': 'RFM 十类客户细分' },
  bins: 5,
  monetary: { measure: 'net', statistic: 'sum' },
  segments: [
    {
      id: 'champions',
      title: { en: 'champions', 'zh-CN': '冠军客户' },
      r: [5, 5],
      f: [4, 5],
      action: { en: 'reward them, and ask them to recommend us', 'zh-CN': '给予奖励，并请其推荐' },
    },
    {
      id: 'loyal',
      title: { en: 'loyal customers', 'zh-CN': '忠诚客户' },
      r: [3, 4],
      f: [4, 5],
      action: { en: 'offer them better products', 'zh-CN': '推荐更高档的产品' },
    },
    {
      id: 'potential-loyalists',
      title: { en: 'potential loyalists', 'zh-CN': '潜在忠诚客户' },
      r: [4, 5],
      f: [2, 3],
      action: { en: 'offer membership, and recommend other products', 'zh-CN': '邀请入会，推荐其他产品' },
    },
    {
      id: 'new',
      title: { en: 'new customers', 'zh-CN': '新客户' },
      r: [5, 5],
      f: [1, 1],
      action: { en: 'help them with the first steps', 'zh-CN': '引导上手' },
    },
    {
      id: 'promising',
      title: { en: 'promising', 'zh-CN': '有希望的客户' },
      r: [4, 4],
      f: [1, 1],
      action: { en: 'make the brand known to them', 'zh-CN': '培养品牌认知' },
    },
    {
      id: 'need-attention',
      title: { en: 'in need of attention', 'zh-CN': '需要关注的客户' },
      r: [3, 3],
      f: [3, 3],
      action: { en: 'make an offer for a limited time', 'zh-CN': '推出限时优惠' },
    },
    {
      id: 'about-to-sleep',
      title: { en: 'about to sleep', 'zh-CN': '即将沉睡的客户' },
      r: [3, 3],
      f: [1, 2],
      action: { en: 'recommend what sells well', 'zh-CN': '推荐热销产品' },
    },
    {
      id: 'cannot-lose',
      title: { en: 'not to be lost', 'zh-CN': '不可流失的客户' },
      r: [1, 2],
      f: [5, 5],
      action: { en: 'call them, and win them back', 'zh-CN': '致电挽回' },
    },
    {
      id: 'at-risk',
      title: { en: 'at risk', 'zh-CN': '有流失风险的客户' },
      r: [1, 2],
      f: [3, 4],
      action: { en: 'write to them personally', 'zh-CN': '个性化联系' },
    },
    {
      id: 'hibernating',
      title: { en: 'hibernating', 'zh-CN': '沉睡客户' },
      r: [1, 2],
      f: [1, 2],
      action: { en: 'send the usual offers', 'zh-CN': '发送常规优惠' },
    },
  ],
}
