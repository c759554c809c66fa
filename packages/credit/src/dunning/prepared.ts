import type { PolicyReference } from '@clientele/core'
import type { CalendarDuration } from '@clientele/core/checks'
import type { PreparedRate } from '../interest/prepared.js'
import type { PreparedAmount } from '../money/readAmountByCurrency.js'

/** A level, checked and read. */
export interface PreparedLevel {
  readonly level: number
  readonly afterDays: number
  readonly minimumInterval: CalendarDuration
  readonly letter: string
  readonly fee: PreparedAmount
  readonly block: boolean
}

/** A dunning scheme, checked and read. */
export interface PreparedScheme {
  readonly levels: readonly PreparedLevel[]
  readonly minimum: PreparedAmount
  readonly skipDisputed: boolean
  readonly interest: PreparedRate | undefined
  /** The scheme, and the interest rate where it has one. */
  readonly policies: readonly PolicyReference[]
}
