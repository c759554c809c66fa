import type { AdvanceRefusal } from '../../advancing/types.js'

/** The wording of whether a deal may advance. */
export interface AdvanceLocale {
  readonly advance: {
    /** What becomes of a deal: a new one, one that gets on or goes back, one that stays where it is, one that is closed, and one that is opened again. */
    readonly opens: string
    readonly advances: string
    readonly goesBack: string
    readonly updates: string
    readonly closes: string
    readonly opensClosed: string
    readonly reopens: string
    readonly skipped: string
    readonly effects: string
    readonly noEffects: string
    readonly refused: string
    readonly refusals: { readonly [Code in Exclude<AdvanceRefusal['code'], 'closed'>]: string } & {
      /** Where the pipeline has no reasons at all. */
      readonly noReasons: string
      /** Of a closed deal: that it cannot come to a stage; that it takes no other outcome, unless it is opened again or never. */
      readonly closed: string
      readonly otherOutcome: string
      readonly closedForGood: string
    }
  }
}
