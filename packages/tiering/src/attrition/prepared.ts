import type { LocalizedText, PolicyReference } from '@clientele/core'
import type { CalendarDuration } from '@clientele/core/checks'
import type { Quantity } from '../numbers/quantity.js'

interface SignalHead {
  readonly id: string | undefined
  readonly level: string
  /** How urgent the level is: 0 is the most. */
  readonly urgency: number
  /** Which types of activity count; all where undefined. */
  readonly types: ReadonlySet<string> | undefined
}

/** A signal, checked and read. */
export type PreparedSignal =
  | (SignalHead & {
      readonly type: 'interactions-falling'
      readonly window: CalendarDuration
      readonly comparedWindows: number
      readonly fallPercent: Quantity
      readonly leastExpected: Quantity
    })
  | (SignalHead & { readonly type: 'silent-before-contract-end'; readonly within: CalendarDuration; readonly silentFor: CalendarDuration })
  | (SignalHead & { readonly type: 'silent'; readonly silentFor: CalendarDuration })
  | (SignalHead & { readonly type: 'longer-pause-than-usual'; readonly times: Quantity; readonly leastPauses: number })

/** A signal of one type. */
export type SignalOf<Type extends PreparedSignal['type']> = Extract<PreparedSignal, { readonly type: Type }>

/** A policy, checked and read. */
export interface PreparedPolicy {
  /** What is done at each level, the most urgent first. */
  readonly actions: readonly LocalizedText[]
  /** The most urgent first, those alike in the policy's order. */
  readonly signals: readonly PreparedSignal[]
  readonly reference: PolicyReference
}

/** A contract, checked and read; days since 1970-01-01. */
export interface ReadContract {
  readonly customer: string
  readonly from: number
  readonly to: number
  readonly renewed: boolean
}

/** An activity, checked and read. */
export interface ReadActivity {
  readonly customer: string
  /** Days since 1970-01-01. */
  readonly day: number
  readonly type: string
}

/** What is known of a customer up to the day of the warnings. */
export interface CustomerHistory {
  readonly customer: string
  /** By day. */
  readonly activity: readonly ReadActivity[]
  /** All of them, also such as are over or have not begun. */
  readonly contracts: readonly ReadContract[]
}
