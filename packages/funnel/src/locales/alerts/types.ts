import type { InsufficientGroup } from '../../alerts/types.js'

/** The wording of how groups stand beside each other. */
export interface AlertsLocale {
  readonly alerts: {
    /** What deals do: they are won, or get from a stage to another one or to being won. */
    readonly progress: { readonly won: string; readonly between: string; readonly toWon: string }
    readonly alert: string
    readonly significant: string
    readonly insignificant: string
    readonly moreAlerts: string
    readonly none: string
    readonly nobodyCompared: string
    /** How many would be taken for different if they were all alike, and which still differ where that is allowed for. */
    readonly falseAlarms: string
    readonly stay: string
    readonly noneStays: string
    readonly notBelow: string
    readonly figure: string
    readonly insufficient: { readonly [Reason in InsufficientGroup['reason']]: string }
    readonly sample: string
    readonly basis: string
  }
}
