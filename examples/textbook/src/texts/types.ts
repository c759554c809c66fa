import type { ReportDepth } from '@clientele/credit'

/** What the teacher says around the computed results, as templates with `{placeholders}`. */
export interface Texts {
  readonly screening: ScreeningTexts
  readonly credit: CreditTexts
  readonly decisions: DecisionTexts
  readonly tiers: TierTexts
  readonly lifetime: LifetimeTexts
  readonly complaints: ComplaintTexts
  readonly deadlines: DeadlineTexts
  readonly funnel: FunnelTexts
  readonly effort: EffortTexts
}

/** Around the weighted scores. */
export interface ScreeningTexts {
  readonly title: string
  readonly introduction: string
  readonly criterion: string
  readonly weight: string
  readonly computed: string
  readonly printed: string
  readonly formulas: string
  readonly result: string
  readonly stability: string
  readonly stabilityExplained: string
  readonly methods: string
  readonly misprint: string
  readonly misprintHarmless: string
  readonly averages: string
  readonly averagesExplained: string
}

/** Around the credit terms. */
export interface CreditTexts {
  readonly title: string
  readonly introduction: string
  readonly from: string
  readonly to: string
  readonly percent: string
  readonly payable: string
  readonly inWords: string
  readonly whoPaysWhen: string
  /** A payment of {amount} on {date}. */
  readonly pays: string
  readonly yearlyCost: string
  readonly yearlyCostExplained: string
}

/** Around tiers. */
export interface TierTexts {
  readonly title: string
  readonly threshold: string
  readonly customer: string
  readonly total: string
  readonly average: string
  readonly tier: string
  readonly shares: string
  readonly score: string
  readonly concentration: string
  /** That {percent} percent of the revenue are theirs. */
  readonly topShare: string
  readonly rfm: string
  readonly levels: string
  readonly rebate: string
  readonly benefits: string
  /** The terms of {tier}, read by the credit package: {terms}. */
  readonly terms: string
  readonly again: string
  readonly warning: string
}

/** Around retention and lifetime value. */
export interface LifetimeTexts {
  readonly title: string
  readonly retentionCase: string
  /** A customer who is kept with a probability of {percent} percent. */
  readonly keeps: string
  /** What the case's 15 points are worth. */
  readonly points: string
  readonly lessChurn: string
  readonly rates: string
  readonly churn: string
  readonly cohorts: string
  readonly summary: string
  readonly fit: string
  readonly published: string
  readonly publishedExplained: string
  readonly customer: string
  readonly repeats: string
  readonly alive: string
  readonly expected: string
  readonly spend: string
  readonly value: string
}

/** Around credit decisions. */
export interface DecisionTexts {
  readonly title: string
  readonly reports: string
  /** Who needs which report. */
  readonly customers: { readonly [Depth in ReportDepth]: string }
  readonly standard: string
  readonly orders: string
  /** An order, decided as it comes, and with a release. */
  readonly asks: string
  readonly asksReleased: string
  readonly change: string
  readonly cost: string
  readonly policies: string
  readonly policy: string
  readonly contribution: string
  readonly opportunity: string
  readonly badDebt: string
  readonly collection: string
  readonly profit: string
}

/** Around the case of a complaint. */
export interface ComplaintTexts {
  readonly title: string
  readonly process: string
  readonly path: string
  readonly case: string
  readonly outcome: string
  readonly tooEarly: string
  readonly ownProposal: string
  readonly overLimit: string
  readonly next: string
  readonly sorted: string
  readonly diagram: string
  /** What is said in the case. */
  readonly description: string
  readonly grounds: string
  readonly department: string
  readonly remedy: string
}

/** What is said around the deadlines. */
export interface DeadlineTexts {
  readonly title: string
  readonly holiday: string
  readonly halfWay: string
  readonly end: string
}

/** Around the funnel. */
export interface FunnelTexts {
  readonly title: string
  readonly necks: string
  readonly stage: string
  readonly entered: string
  readonly advanced: string
  readonly lost: string
  readonly open: string
  readonly ofEntered: string
  readonly ofDecided: string
  readonly medianDays: string
  /** At which {stage} the fewest get on. */
  readonly narrowest: { readonly ofEntered: string; readonly ofClosed: string }
  readonly way: string
  /** A reason that is none of the objections. */
  readonly weather: string
  readonly moves: {
    readonly [Move in 'confirm' | 'skip' | 'quoteBare' | 'quote' | 'negotiate' | 'giveUp' | 'signUnpaid' | 'sign']: string
  }
  readonly conversion: string
  readonly regions: string
  readonly region: string
  readonly wonOfAll: string
  readonly regionNames: { readonly [Region in 'East China' | 'South China']: string }
  readonly quoteToNegotiation: string
  readonly alert: string
  readonly mean: string
  readonly losses: string
  readonly lostAt: string
  readonly objection: string
  readonly deals: string
  readonly share: string
  readonly winRates: string
  readonly eightDeals: string
  readonly rates: { readonly [Rate in 'ofEntered' | 'ofClosed' | 'kaplanMeier' | 'eventual']: { readonly name: string; readonly meaning: string } }
  readonly whyTheyDiffer: string
}

/** Around the dividing of time. */
export interface EffortTexts {
  readonly title: string
  readonly book: string
  readonly stage: string
  readonly entered: string
  readonly advanced: string
  readonly lost: string
  readonly open: string
  readonly hoursPerDeal: string
  readonly worth: string
  readonly week: string
  readonly shortWeek: string
  readonly lesson: string
  readonly lessons: readonly string[]
  /** What the hours of a stage are worth, where what is won is a partner. */
  readonly worked: string
}
