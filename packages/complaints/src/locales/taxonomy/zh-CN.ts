import type { TaxonomyLocale } from './types.js'

/** The wording of how complaints are sorted, in Simplified Chinese. */
export const taxonomy: TaxonomyLocale = {
  classification: {
    content: '投诉内容：{content}。',
    reasons: {
      'cause-ours': '投诉原因在我方：{cause}。',
      'cause-customers': '投诉原因在客户方：{cause}。',
      priority: '优先级为“{priority}”，因为严重程度为“{severity}”，影响范围为“{impact}”。',
    },
    unknown: {
      content: '投诉内容尚不明确。',
      cause: '投诉原因尚不明确。',
      priority: '优先级尚不明确：须先确定严重程度和影响范围。',
    },
  },
}
