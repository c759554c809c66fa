import type { EffortReason } from '../../effort/types.js'

/** The wording of how hours are divided among stages. */
export interface EffortLocale {
  readonly effort: {
    readonly summary: string
    readonly nothing: string
    readonly reasons: { readonly [Code in EffortReason['code']]: string }
    /** What the hours of a stage are worth, after why it gets them. */
    readonly worked: string
    readonly nextHour: string
    readonly noNextHour: string
    readonly basis: string
  }
}
