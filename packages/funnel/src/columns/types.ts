import type { CalendarDate, DecimalColumn } from '@clientele/core'
import type { CohortOptions, DateRange, FunnelMeasure, FunnelOptions } from '../measure/types.js'
import type { StageChange } from '../stageLog/types.js'

/** A stage log as columns of one length, in any order. */
export interface StageLogColumns {
  readonly deal: Int32Array
  /** Days since 1970-01-01, from 0001-01-01 to 9999-12-31. */
  readonly day: Int32Array
  /** Indexes into the stages of the pipeline; as many as there are stages stands for won, one more for lost. */
  readonly stage: Uint8Array
  /** What the deal is worth from then on, 0 or more; NaN where a change says nothing of it. */
  readonly amount?: DecimalColumn | undefined
}

/** How a funnel is measured by columns. */
export interface ColumnFunnelOptions {
  readonly asOf: CalendarDate
  readonly entered?: DateRange | undefined
  readonly cohorts?: CohortOptions | undefined
  /** The ISO 4217 code of the amounts: that of the pipeline unless given. */
  readonly currency?: string | undefined
}

/** A pipeline, checked and read once, for as many changes as there are. */
export interface CompiledFunnel {
  /** The same as measureFunnel. */
  readonly measure: (log: readonly StageChange[], options: FunnelOptions) => FunnelMeasure
  /** What measureFunnel says of the same changes as dates; bad cells are thrown. */
  readonly measureColumns: (columns: StageLogColumns, options: ColumnFunnelOptions) => FunnelMeasure
}
