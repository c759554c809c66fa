import type { Candidate } from '../src/index.js'
import { customerScreening } from '../src/templates.js'

/** The textbook's four customers (S1, 客戶篩選), and the totals it prints: 53 is a misprint of 35. */
const textbookRatings: { readonly [id: string]: readonly number[] } = {
  A: [5, 5, 4, 3, 4],
  B: [4, 3, 5, 4, 2],
  C: [3, 2, 2, 2, 2],
  D: [5, 5, 4, 4, 5],
}
export const printedTotals: { readonly [id: string]: number } = { A: 67, B: 57, C: 53, D: 70 }

export const textbookCandidates: readonly Candidate[] = Object.entries(textbookRatings).map(([id, ratings]) => ({
  id,
  ratings: Object.fromEntries(customerScreening.criteria.map((criterion, index) => [criterion.id, ratings[index] as number])),
}))
