/** A deal as the textbook formulas have it: watched after `since`, from the beginning where that is 0, to `days`. */
export interface NaiveDeal {
  readonly days: number
  /** 0 open, 1 won, 2 lost. */
  readonly outcome: 0 | 1 | 2
  readonly since: number
}

/** One time on which deals were decided. */
export interface NaiveRow {
  readonly time: number
  readonly atRisk: number
  readonly decided: number
  readonly won: number
  /** The Kaplan–Meier estimate of being open right before and at the end of that day. */
  readonly openBefore: number
  readonly open: number
  /** Cumulative incidences. */
  readonly wonShare: number
  readonly lostShare: number
}

/** Aalen & Johansen 1978, deal by deal and time by time as it is written. */
export function naiveRisks(deals: readonly NaiveDeal[]): NaiveRow[] {
  const watched = deals.filter(({ since, days }) => since === 0 || since < days)
  const times = [...new Set(watched.filter(({ outcome }) => outcome > 0).map(({ days }) => days))].sort((one, other) => one - other)
  const rows: NaiveRow[] = []
  for (const time of times) {
    const atRisk = watched.filter(({ since, days }) => (since === 0 || since < time) && time <= days).length
    const now = watched.filter(({ days, outcome }) => days === time && outcome > 0)
    const won = now.filter(({ outcome }) => outcome === 1).length
    const before = rows.at(-1)
    const openBefore = before?.open ?? 1
    rows.push({
      time,
      atRisk,
      decided: now.length,
      won,
      openBefore,
      open: openBefore * (1 - now.length / atRisk),
      wonShare: (before?.wonShare ?? 0) + openBefore * (won / atRisk),
      lostShare: (before?.lostShare ?? 0) + openBefore * ((now.length - won) / atRisk),
    })
  }
  return rows
}

/**
 * The variance of the share won at the end of each time, summed anew for each: Marubini & Valsecchi 1995, chapter 10. Times at which everyone was decided have no first term,
 * as nothing is won after them.
 */
export function naiveVariances(rows: readonly NaiveRow[]): number[] {
  return rows.map(({ wonShare }, last) => {
    let sum = 0
    for (const { atRisk, decided, won, openBefore, wonShare: then } of rows.slice(0, last + 1)) {
      const gained = wonShare - then
      if (decided < atRisk) sum += (gained ** 2 * decided) / (atRisk * (atRisk - decided))
      sum += (openBefore ** 2 * (atRisk - won) * won) / atRisk ** 3
      sum -= (2 * gained * openBefore * won) / atRisk ** 2
    }
    return sum
  })
}

/** Greenwood 1926: the variance of the Kaplan–Meier estimate. */
export function naiveGreenwood(rows: readonly NaiveRow[]): number[] {
  let sum = 0
  return rows.map(({ atRisk, decided, open }) => {
    if (decided === atRisk) return 0
    sum += decided / (atRisk * (atRisk - decided))
    return open ** 2 * sum
  })
}
