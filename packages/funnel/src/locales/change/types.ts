import type { CountedSales } from '../../change/types.js'

/** The same of someone whose sales they are, and of nobody in particular. */
export interface SubjectTexts {
  readonly named: string
  readonly unnamed: string
}

/** How much is missing, how much there is above what there was, or that it is the same. */
export interface DifferenceTexts {
  readonly lower: SubjectTexts
  readonly higher: SubjectTexts
  readonly same: SubjectTexts
}

/** A factor that rose or fell by a share of itself; and one that rose by no share of itself, as it does from nothing. */
export interface FactorTexts {
  readonly upBy: string
  readonly downBy: string
  readonly up: string
}

/** What is told as it was and is, or is no single number; and became better or worse. */
export interface DirectionTexts {
  readonly up: string
  readonly down: string
}

/** The wording of why sales or a conversion rate changed. */
export interface ChangeLocale {
  readonly change: {
    readonly value: DifferenceTexts
    /** The same where days count: it is of one day. */
    readonly valuePerDay: DifferenceTexts
    readonly rate: DifferenceTexts
    readonly perDay: string
    /** So many percentage points. */
    readonly points: { readonly one: string; readonly many: string }
    /** What the difference is, alone and with what it comes of. */
    readonly plain: string
    readonly because: string
    /** What it comes of, and what worked against that: in part, or so much that nothing changed. */
    readonly partlyOffset: string
    readonly offset: string
    readonly factors: {
      readonly volume: { readonly [Counted in CountedSales]: FactorTexts }
      readonly rate: DirectionTexts
      readonly value: FactorTexts
      readonly speed: FactorTexts
      readonly mix: DirectionTexts
      readonly groupRates: DirectionTexts
    }
    readonly figures: string
    /** How much of the difference is due to a factor. */
    readonly parts: {
      readonly volume: { readonly [Counted in CountedSales]: string }
      readonly rate: string
      readonly value: string
      readonly speed: string
      readonly mix: string
      readonly groupRates: string
    }
    /** Factors that are what they were, and what that is. */
    readonly unchanged: string
    readonly levels: {
      readonly volume: { readonly [Counted in CountedSales]: string }
      readonly rate: string
      readonly value: string
      readonly speed: string
    }
    /** The rates within groups went one way, and that of the whole went the other. */
    readonly onlyMix: { readonly lower: string; readonly higher: string }
    /** A group that is there both times, and one that is there only after or only before. */
    readonly group: string
    readonly groupAppeared: string
    readonly groupGone: string
    readonly moreGroups: string
  }
}
