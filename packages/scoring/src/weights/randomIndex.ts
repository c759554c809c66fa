/**
 * For 1 to 11 criteria Saaty's (1980); his for 12 is less than that for 11, as no index of more judgements should be, so 12 to 15 are
 * Alonso and Lamata's, from 100,000 random matrices of each size.
 */
const TABLE: readonly number[] = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.5365, 1.5551, 1.5713, 1.5838]

/**
 * The mean consistency index of random pairwise judgements on Saaty's scale, by which an index is judged; it never falls as criteria are added.
 *
 * @see T. L. Saaty, "The Analytic Hierarchy Process", 1980; J. A. Alonso and M. T. Lamata, "Consistency in the analytic hierarchy process:
 * a new approach", 2006, whose fitted line of the mean eigenvalue serves beyond 15 criteria.
 */
export function randomIndex(criteria: number): number {
  return TABLE[criteria - 1] ?? (2.7699 * criteria - 4.3513 - criteria) / (criteria - 1)
}
