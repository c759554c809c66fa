/** The words of the page on tickets. */
export interface TicketsPageTexts {
  readonly title: string
  readonly asOf: string
  /** Where the file says no offset of its times. */
  readonly takenIn: string
  readonly keyNumbers: {
    readonly cases: string
    readonly events: string
    readonly variants: string
    readonly commonest: string
    readonly shareOfCases: string
    readonly reworked: string
    readonly duration: string
    readonly longest: string
    readonly rejected: string
  }
  readonly inWords: string
  readonly ways: string
  /** Where there is a single one. */
  readonly oneWay: string
  readonly most: string
  readonly reworked: string
  readonly notReworked: string
  readonly againMost: string
  readonly took: string
  readonly variants: string
  readonly path: string
  readonly cases: string
  readonly share: string
  readonly cumulative: string
  readonly timeBetween: string
  readonly timeBetweenRule: string
  readonly from: string
  readonly to: string
  readonly count: string
  readonly median: string
  readonly p90: string
  readonly rework: string
  readonly reworkRule: string
  readonly repeats: string
  readonly selfLoops: string
  readonly activities: string
  readonly activity: string
  readonly starts: string
  readonly ends: string
  readonly time: string
  readonly rejectedRows: string
  readonly laterRows: string
  /** Times for people. */
  readonly units: { readonly seconds: string; readonly minutes: string; readonly hours: string; readonly days: string }
}

/** What the command prints of tickets. */
export interface TicketsCommandTexts {
  readonly heading: string
  readonly counts: string
  readonly commonest: string
  readonly reworked: string
  readonly again: string
  readonly took: string
  readonly between: string
}
