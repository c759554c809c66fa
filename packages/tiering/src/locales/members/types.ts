import type { LevelReason } from '../../levels/types.js'

/** The wording of levels, rebates, benefits. */
export interface MembersLocale {
  readonly memberLevel: {
    readonly held: string
    readonly none: string
    /** What counts, where nothing is expected, and where something is. */
    readonly points: string
    readonly pointsExpected: string
    readonly reasons: { readonly [Code in LevelReason['code']]: string }
    /** `level-gained` of a member without a level; `level-lost` and `soft-landing` where none takes its place. */
    readonly firstGained: string
    readonly lostAltogether: string
    readonly landedOnNothing: string
    /** What the points alone reach, within a reason. */
    readonly earned: string
    readonly earnedNothing: string
    readonly toNext: string
    readonly highest: string
    readonly since: string
    readonly keepsUntil: string
    readonly keepsForEver: string
  }
  readonly rebate: {
    readonly rate: string
    readonly inKind: string
    readonly inMoney: string
    readonly won: string
    readonly nothingLost: string
  }
  readonly benefits: {
    readonly terms: string
    /** A ladder by its type, and a step of it. */
    readonly ladder: { readonly [Type in 'all-units' | 'incremental']: string }
    readonly step: string
    /** A ladder of one discount, and of none. */
    readonly always: string
    readonly never: string
    readonly stepSeparator: string
    /** What an order gets: a discount, or none; and the same of what is given back. */
    readonly discount: string
    readonly noDiscount: string
    readonly takenBack: string
    readonly nothingTakenBack: string
    /**
     * Of a part that is given back: how much of the discount is taken back, nothing, or less than nothing; what is paid back, or must still be paid;
     * and what is kept, with a discount or none.
     */
    readonly returned: {
      readonly some: string
      readonly none: string
      readonly less: string
      readonly paidBack: string
      readonly owed: string
      readonly kept: string
      readonly keptWithout: string
    }
    /** A part of the discount, where there are several. */
    readonly part: string
    readonly toNext: { readonly [Type in 'all-units' | 'incremental']: string }
    readonly services: string
    readonly owner: string
    readonly visits: string
    readonly roster: string
    readonly chart: {
      readonly title: string
      readonly order: string
      readonly rate: string
      readonly dearer: string
    }
  }
}
