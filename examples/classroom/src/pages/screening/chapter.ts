import { auditTotals, rankCandidates } from '@clientele/scoring'
import { customerScreening } from '@clientele/scoring/templates'

/** The chapter's criteria, from the most important to the least. */
export const criteria = ['demand', 'gross-profit', 'prospects', 'payment', 'cooperation'] as const

export type CriterionId = (typeof criteria)[number]

/** The chapter's customers. */
export const customers = ['A', 'B', 'C', 'D'] as const

export type Customer = (typeof customers)[number]

/** The chapter's table (S1, 客戶篩選): ratings in the order of the criteria, and the totals it prints, of which one is wrong. */
export const table: { readonly [customer in Customer]: { readonly ratings: readonly string[]; readonly printed: string } } = {
  A: { ratings: ['5', '5', '4', '3', '4'], printed: '67' },
  B: { ratings: ['4', '3', '5', '4', '2'], printed: '57' },
  C: { ratings: ['3', '2', '2', '2', '2'], printed: '53' },
  D: { ratings: ['5', '5', '4', '4', '5'], printed: '70' },
}

export const chapterCard = customerScreening

/** The printed table, as it is audited. */
export const printedTotals = customers.map((id) => ({ id, ratings: ratingsOf(table[id].ratings), printed: table[id].printed }))

/** What is wrong with the printed table. */
export const chapterAudit = auditTotals(printedTotals, chapterCard)

/** The order that its ratings really give. */
export const chapterRanking = rankCandidates(
  printedTotals.map(({ id, ratings }) => ({ id, ratings })),
  chapterCard,
)

/** Ratings in the order of the criteria as a candidate has them. */
function ratingsOf(ratings: readonly string[]): { readonly [criterion: string]: string } {
  return Object.fromEntries(criteria.map((criterion, index) => [criterion, ratings[index] as string]))
}
