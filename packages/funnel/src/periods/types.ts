/** Calendar periods in which deals or actors begin. */
export interface Periods {
  readonly by: 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** The month in which years and quarters begin, 1 to 12. */
  readonly fiscalYearStart: number
}
