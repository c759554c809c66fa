/** What a stretch of time before or after a deadline is drawn as. */
export type DrawnStretch = 'counted' | 'closed' | 'waiting' | 'extension' | 'overdue'

/** What a moment of a clock is drawn as. */
export type DrawnMoment = 'due' | 'warn' | 'inTime' | 'late'

/** The wording of charts. */
export interface ChartsLocale {
  readonly charts: {
    readonly causes: {
      readonly title: string
      readonly nothing: string
      readonly cause: string
      readonly complaints: string
      readonly share: string
      readonly cumulative: string
      readonly unknown: string
      /** So many causes as one bar. */
      readonly others: string
    }
    readonly steps: {
      readonly title: string
      readonly nothing: string
      /** Of steps that nobody has left yet. */
      readonly notEnded: string
      readonly step: string
      readonly hours: string
      readonly median: string
      readonly p90: string
      readonly visits: string
      readonly open: string
    }
    readonly clocks: {
      readonly title: string
      readonly nothing: string
      readonly notStarted: string
      readonly clock: string
      /** A clock of one of several cycles. */
      readonly cycle: string
      readonly time: string
      readonly now: string
      readonly stretch: string
      readonly from: string
      readonly to: string
      readonly stretches: { readonly [Stretch in DrawnStretch]: string }
      readonly moment: string
      readonly at: string
      readonly moments: { readonly [Moment in DrawnMoment]: string }
    }
    readonly variants: {
      readonly title: string
      readonly nothing: string
      /** How many are drawn, of how many, and which part of the cases goes them. */
      readonly some: string
      readonly variant: string
      readonly cases: string
      readonly share: string
      readonly cumulative: string
      /** Between two activities. */
      readonly arrow: string
      /** At a bar. */
      readonly label: string
    }
  }
}
