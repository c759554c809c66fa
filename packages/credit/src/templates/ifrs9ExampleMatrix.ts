import type { ProvisionMatrix } from '../provisions/types.js'

/** The rates of IFRS 9's illustrative example 12: an example, not rates to use. The buckets are those of `ageingTo90Days`. */
export const ifrs9ExampleMatrix: ProvisionMatrix = {
  kind: 'provision-matrix',
  id: 'ifrs9-example-matrix',
  version: '1',
  format: 1,
  title: { en: 'Example: IFRS 9, illustrative example 12', 'zh-CN': 'IFRS 9 说明性示例 12 的损失率（仅作示例）' },
  rates: [
    { bucket: 'not-due', percent: '0.3' },
    { bucket: '1-30', percent: '1.6' },
    { bucket: '31-60', percent: '3.6' },
    { bucket: '61-90', percent: '6.6' },
    { bucket: 'over-90', percent: '10.6' },
  ],
}
