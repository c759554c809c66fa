import type { RetierPolicy } from '../retiering/types.js'

/**
 * The tiers of {@link textbookAbc} again and again (textbook S2: tiers are not fixed). A value a tenth above a threshold lifts a customer at once, by one
 * tier a day. One more than a tenth below it lets a customer fall by one tier, at a review in January or July, after half a year in the tier and three
 * months below the cut. New customers come in at the thresholds themselves, as in textbookAbc, except that there only a value above 500,000 is A (the
 * text says "above"), and here also one of exactly that. All figures but that one are examples.
 */
export const textbookRetiering: RetierPolicy = {
  kind: 'retier-policy',
  id: 'textbook-retiering',
  version: '1',
  format: 1,
  title: { en: 'Re-tiering twice a year', 'zh-CN': '每半年复评定级' },
  currency: 'CNY',
  tiers: [
    { id: 'A', title: { en: 'A: few and large', 'zh-CN': 'A 级：少而大' }, promoteFrom: '550000', from: '500000', demoteBelow: '450000' },
    { id: 'B', title: { en: 'B: in between', 'zh-CN': 'B 级：居中' }, promoteFrom: '110000', from: '100000', demoteBelow: '90000' },
    { id: 'C', title: { en: 'C: many and small', 'zh-CN': 'C 级：多而小' } },
  ],
  minimumStay: 'P6M',
  grace: 'P3M',
  up: 'at-once',
  down: 'at-review',
  review: { months: [1, 7] },
  maximumSteps: 1,
}
