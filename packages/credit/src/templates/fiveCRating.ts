import type { CreditRatingScheme, PointsBand } from '../rating/types.js'

/** A mark of 1 to 5 as points of a hundred. */
const marks: readonly PointsBand[] = [
  { from: '1', points: '20' },
  { from: '2', points: '40' },
  { from: '3', points: '60' },
  { from: '4', points: '80' },
  { from: '5', points: '100' },
]

/**
 * Character, capacity, capital, collateral and conditions, each rated 1 to 5; the standard is an expected loss of 2 % at most. Weights, grades and losses
 * are examples: take the losses from your own book.
 */
export const fiveCRating: CreditRatingScheme = {
  kind: 'credit-rating',
  id: 'five-c-rating',
  version: '1',
  format: 1,
  title: { en: 'Rating by the five Cs', 'zh-CN': '5C 信用评级' },
  factors: [
    { id: 'character', title: { en: 'character', 'zh-CN': '品质' }, weight: '30', bands: marks, maximum: '5' },
    { id: 'capacity', title: { en: 'capacity', 'zh-CN': '能力' }, weight: '25', bands: marks, maximum: '5' },
    { id: 'capital', title: { en: 'capital', 'zh-CN': '资本' }, weight: '20', bands: marks, maximum: '5' },
    { id: 'collateral', title: { en: 'collateral', 'zh-CN': '抵押' }, weight: '15', bands: marks, maximum: '5' },
    { id: 'conditions', title: { en: 'conditions', 'zh-CN': '条件' }, weight: '10', bands: marks, maximum: '5' },
  ],
  grades: [
    { id: 'AA', from: '85', expectedBadDebtPercent: '0.5' },
    { id: 'A', from: '70', expectedBadDebtPercent: '1' },
    { id: 'B', from: '55', expectedBadDebtPercent: '2' },
    { id: 'C', from: '40', expectedBadDebtPercent: '5' },
    { id: 'D', from: null, expectedBadDebtPercent: '15' },
  ],
  standard: { maximumBadDebtPercent: '2' },
}
