/** What tiers are of: all net revenue, or average sales and of which months. */
export interface ValuesTexts {
  readonly revenue: string
  readonly average: string
}

/** The words of the page on tiers, and on recency, frequency and monetary value. */
export interface TieringPageTexts {
  readonly tiers: string
  readonly tier: string
  readonly values: ValuesTexts
  readonly shareOfCustomers: string
  readonly shareOfTotal: string
  readonly expected: string
  readonly met: string
  readonly unmet: string
  readonly total: string
  readonly firstOfEach: string
  readonly concentration: string
  /** What the greatest fifth of the customers bring in. */
  readonly topShare: string
  readonly rfm: string
  readonly code: string
  readonly segment: string
  readonly noSegment: string
  readonly value: string
  readonly action: string
}

/** What the command prints of tiers, and of recency, frequency and monetary value. */
export interface TieringCommandTexts {
  readonly tiers: ValuesTexts
  readonly tier: string
  readonly met: string
  readonly unmet: string
  readonly segments: string
  readonly segment: string
}
