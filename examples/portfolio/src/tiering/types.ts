import type { AverageMonthlySales, Rfm, Tiering, ValueConcentration } from '@clientele/tiering'

/** What is said of customers in tiers, and of their recency, frequency and monetary value: what `@clientele/tiering` says of them. */
export interface TieringReport {
  /** What the tiers are of, where that is average sales. */
  readonly averageSales?: AverageMonthlySales
  /** Left out where the config has no tiers. */
  readonly tiering?: Tiering
  /** How unevenly the customers share what the tiers are of; left out where there are no tiers, or a figure is beyond numbers. */
  readonly concentration?: ValueConcentration
  /** Left out where the config does not say how to score. */
  readonly rfm?: Rfm
}
