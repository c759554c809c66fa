import type { RfmScheme } from '../rfm/types.js'

/**
 * The two segments that the textbook names (S3), with what it does for them, and one for all others: high is a score of 4 or 5, low one of 1 to 3, which are
 * our own bounds.
 */
export const textbookRfm: RfmScheme = {
  kind: 'rfm-scheme',
  id: 'textbook-rfm',
  version: '1',
  format: 1,
  title: { en: 'RFM with the segments of the textbook', 'zh-CN': '教材中的 RFM 客户细分' },
  bins: 5,
  monetary: { measure: 'net', statistic: 'sum' },
  segments: [
    {
      id: 'important-value',
      title: { en: 'important value', 'zh-CN': '重要价值客户' },
      r: [4, 5],
      f: [4, 5],
      m: [4, 5],
      action: { en: 'a tailored service pack', 'zh-CN': '定制服务包' },
    },
    {
      id: 'to-nurture',
      title: { en: 'potential, to nurture', 'zh-CN': '潜力培育客户' },
      r: [1, 3],
      f: [4, 5],
      m: [1, 3],
      action: { en: 'automatic nurturing: white papers and case videos', 'zh-CN': '自动培育：白皮书与案例视频' },
    },
    { id: 'others', title: { en: 'others', 'zh-CN': '其他客户' }, action: { en: 'the usual service', 'zh-CN': '常规服务' } },
  ],
}
