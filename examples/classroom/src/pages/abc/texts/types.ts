import type { Month, Way } from '../chapter.js'

type ByWay<T> = { readonly [way in Way]: T }

/** What is said on the page; what the packages say, they say themselves. */
export interface AbcTexts {
  readonly way: string
  readonly ways: ByWay<string>
  /** What is cut, and where the tiers are then. */
  readonly explained: ByWay<string>
  readonly headline: {
    readonly first: string
    readonly other: string
    readonly firstAlone: string
    readonly otherAlone: string
    readonly separator: string
  }
  /** What customers bring in. */
  readonly brought: ByWay<string>
  /** The cuts of the first two tiers. */
  readonly marks: readonly [string, string]
  readonly cuts: ByWay<readonly [string, string]>
  readonly units: ByWay<string>
  readonly boundary: string
  readonly boundaries: { readonly before: string; readonly after: string; readonly above: string; readonly 'at-or-above': string }
  readonly months: string
  readonly table: string
  readonly customer: string
  readonly tier: string
  readonly was: string
  readonly amount: ByWay<string>
  readonly amountOf: string
  readonly monthNames: { readonly [month in Month]: string }
  readonly saleOf: string
  readonly average: string
  readonly unchanged: string
  readonly changed: string
  readonly change: string
  readonly brings: string
  readonly shares: string
  readonly customers: string
  readonly countAndShare: string
  readonly share: ByWay<string>
  readonly expected: string
  readonly range: string
  readonly met: string
  readonly unmet: string
  readonly gets: string
  readonly getsExplained: string
  readonly order: string
  readonly noCustomers: string
  readonly terms: string
  readonly discount: string
  readonly payable: string
  readonly owner: string
  readonly unfold: string
  readonly fold: string
  readonly why: string
  readonly whose: string
  readonly noSuchCustomer: string
  readonly handout: {
    readonly profits: string
    readonly sales: string
    readonly rules: string
    readonly byShare: string
    readonly byThreshold: { readonly above: string; readonly 'at-or-above': string }
    readonly benefits: string
  }
}
