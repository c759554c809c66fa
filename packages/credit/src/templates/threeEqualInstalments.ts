import type { InstalmentPlan } from '../instalments/types.js'

/** A third: so near to it that no third of an amount below 10³¹ minor units is rounded otherwise. */
const THIRD = '33.333333333333333333333333333333'

/** Thirds after one, two and three months; the last takes what rounding leaves. */
export const threeEqualInstalments: InstalmentPlan = {
  kind: 'instalment-plan',
  id: 'three-equal-instalments',
  version: '1',
  format: 1,
  title: { en: 'Three equal monthly instalments', 'zh-CN': '按月分三期等额付款' },
  lines: [
    { share: { type: 'percent', percent: THIRD, of: 'total' }, due: [{ addMonths: 1 }] },
    { share: { type: 'percent', percent: THIRD, of: 'total' }, due: [{ addMonths: 2 }] },
    { share: { type: 'rest' }, due: [{ addMonths: 3 }] },
  ],
}
