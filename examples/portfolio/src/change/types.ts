import type { ChangeDecomposition } from '@clientele/funnel'
import type { DatePeriod } from '../calendar/monthNumbers.js'

/** Why the sales of the last whole period differ from those of the one before it. */
export interface SalesChange {
  readonly before: DatePeriod
  readonly after: DatePeriod
  /** Of deals that were decided in the periods; null where it cannot be told. */
  readonly decomposition: ChangeDecomposition | null
  readonly gap: ChangeGap | null
}

/** Why a change cannot be told: in one of the periods no deal was won, so that none has a value; or a value is more than the library takes. */
export type ChangeGap = 'nothing-won' | 'beyond-numbers'
