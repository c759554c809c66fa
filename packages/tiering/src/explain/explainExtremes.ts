import { formatMessage, shownPercent } from '@clientele/core/explain'

/** A rate, and what it is the rate of. */
interface RateOfPeriod {
  readonly period: string
  readonly rate: number
  /** Of how many customers. */
  readonly customers: number
}

/** Names the highest and the lowest of one rate or more, each by the first period that has it; nothing where they are all alike. */
export function explainExtremes(rates: readonly RateOfPeriod[], template: string, facts: { readonly [name: string]: string }): string[] {
  const highest = rates.reduce((best, one) => (one.rate > best.rate ? one : best))
  const lowest = rates.reduce((best, one) => (one.rate < best.rate ? one : best))
  if (highest.rate === lowest.rate) return []
  return [
    formatMessage(template, {
      ...facts,
      highest: shownPercent(highest.rate),
      highestPeriod: highest.period,
      highestOf: highest.customers,
      lowest: shownPercent(lowest.rate),
      lowestPeriod: lowest.period,
      lowestOf: lowest.customers,
    }),
  ]
}
