import type { EffortReason } from '../../effort/types.js'

/** The wording of how hours are divided among stages. */
export interface EffortLocale {
  readonly effort: {
    readonly summary: string
    readonly nothing: string
    /** Where nobody knows what stages bring, and where there are no hours. */
    readonly unknown: string
    readonly noHours: string
    readonly reasons: { readonly [Code in EffortReason['code']]: string }
    /** Instead of the reasons above: of a stage that brings no less than others, of one where there are no hours, and of hours left where nobody knows what stages bring. */
    readonly asMuchPerHour: string
    readonly withoutHours: string
    readonly leftUnknown: string
    /** What the hours of a stage are worth, after why it gets them. */
    readonly worked: string
    readonly nextHour: string
    readonly noNextHour: string
    readonly unknownNextHour: string
    readonly basis: string
  }
}
