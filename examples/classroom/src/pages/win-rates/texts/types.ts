import type { Rates } from '../computeWinRates.js'
import type { Outcome } from '../deals.js'

/** A way to tell the win rate: what it is called, what it makes of open and of lost deals, how it comes about, and what is said to whoever would tell it to the boss. */
interface WayTexts {
  readonly name: string
  readonly open: string
  readonly lost: string
  readonly meaning: string
  readonly told: string
}

/** What is said on the page; what the packages say, they say themselves. */
export interface WinRatesTexts {
  /** Where deals are decided, where all rates are the same, where none is decided, and where there are none. */
  readonly headline: string
  readonly agreed: string
  readonly undecided: string
  readonly nothing: string
  readonly ways: { readonly [way in keyof Rates]: WayTexts }
  /** The meaning of the last of them where no deal is open. */
  readonly resolved: string
  readonly openDeals: string
  readonly lostDeals: string
  readonly unknown: string
  readonly deals: string
  readonly deal: string
  readonly days: string
  readonly daysOf: string
  readonly outcome: string
  readonly outcomeOf: string
  readonly picture: string
  readonly paper: string
  readonly hint: string
  readonly outcomes: { readonly [outcome in Outcome]: string }
  /** At the end of a bar. */
  readonly ends: { readonly [outcome in Outcome]: string }
  readonly supposedEnd: string
  readonly suppose: string
  readonly supposed: { readonly [outcome in Outcome]: string }
  readonly bounds: string
  readonly boundsExplained: string
  readonly way: string
  readonly inWords: string
  readonly overTime: string
  readonly overTimeExplained: string
  readonly chances: string
  readonly chancesExplained: string
  readonly openDeal: string
  readonly boss: string
  readonly bossQuestion: string
  readonly choose: string
  readonly noSuch: string
  readonly whichever: string
}
