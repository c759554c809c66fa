import type { InsufficientGroup } from '../../alerts/types.js'

/** The wording of how groups stand beside each other. */
export interface AlertsLocale {
  readonly alerts: {
    /** What deals do: they are won, or get from a stage to another one or to being won. */
    readonly progress: { readonly won: string; readonly between: string; readonly toWon: string }
    /** How many are compared, are below the others, and still so where it is allowed for how many there are. */
    readonly summary: string
    readonly alert: string
    readonly moreAlerts: string
    /** Those below the others that chance may explain, and each of them. */
    readonly maybe: string
    readonly maybeFigure: string
    readonly none: string
    readonly nobodyCompared: string
    /** How many would be taken for different if they were all alike, and which still differ where that is allowed for. */
    readonly falseAlarms: string
    readonly stay: string
    readonly notBelow: string
    readonly figure: string
    readonly insufficient: { readonly [Reason in InsufficientGroup['reason']]: string }
    readonly sample: string
    readonly basis: string
  }
}
