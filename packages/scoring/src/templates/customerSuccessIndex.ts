import type { Scorecard } from '../scorecard/types.js'

/**
 * The textbook's customer success index (S3, CSI): how often the customer uses the product, its intent to renew, and whether it recommends
 * us; below a threshold, step in.
 *
 * Every rating is from 0 to 100, so the total is an index from 0 to 100: the days of use in percent of working days, the likelihood of
 * renewal in percent, and ten times the answer to "how likely are you to recommend us, from 0 to 10?".
 *
 * The textbook's are the three criteria and that there is a threshold. Ours are the scales, the weights .4, .35 and .25, and the threshold
 * of 60: a host sets its own from customers that it lost.
 */
export const customerSuccessIndex: Scorecard = {
  kind: 'scorecard',
  id: 'customer-success-index',
  version: '1',
  format: 1,
  title: { en: 'Customer success index', 'zh-CN': '客户成功指数' },
  scale: { min: '0', max: '100' },
  criteria: [
    { id: 'usage', title: { en: 'Frequency of use', 'zh-CN': '使用频率' }, weight: '0.4' },
    { id: 'renewal', title: { en: 'Intent to renew', 'zh-CN': '续约意向' }, weight: '0.35' },
    { id: 'recommendation', title: { en: 'Readiness to recommend', 'zh-CN': '推荐意愿' }, weight: '0.25' },
  ],
  grades: [
    { id: 'healthy', title: { en: 'Healthy', 'zh-CN': '健康' }, from: '60' },
    { id: 'step-in', title: { en: 'Step in', 'zh-CN': '需要介入' }, from: '0' },
  ],
}
