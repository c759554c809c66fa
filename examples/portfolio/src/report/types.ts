import type { CalendarDate, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'
import type { RankedCandidate, RankingDiagnosis } from '@clientele/scoring'
import type { MeasureName } from '../config/types.js'
import type { Measures } from '../customers/types.js'
import type { LifetimeReport } from '../lifetime/types.js'
import type { Order } from '../orders/types.js'
import type { PipelineReport } from '../pipeline/types.js'
import type { ReceivablesReport } from '../receivables/types.js'
import type { RejectedRow, RowCounts } from '../rows/types.js'
import type { TicketsReport } from '../tickets/types.js'
import type { TieringReport } from '../tiering/types.js'

/** What some of the customers bring in. */
export interface RevenueShare {
  readonly customers: number
  readonly revenue: DecimalString
  /** Their part of all revenue; null where that is 0 or less. */
  readonly revenueShare: number | null
}

/** The customers of a grade; `null` stands for those who reach none. */
export interface GradeShare extends RevenueShare {
  readonly grade: string | null
  readonly from?: DecimalString
}

/** How many customers a rating's cuts put where. */
export interface RatingSpread {
  readonly criterion: string
  readonly measure: MeasureName
  readonly cuts: readonly DecimalString[]
  /** How many customers have the rating 1, 2, … cuts + 1. */
  readonly customers: readonly number[]
}

/** From which weight to which something stays as it is; `to` is null without a bound. */
export interface WeightBounds {
  readonly from: number
  readonly to: number | null
}

/** How far one weight may move, the others staying as they are. */
export interface WeightRoom {
  readonly criterion: string
  readonly weight: DecimalString
  readonly winnerHolds: WeightBounds
  readonly orderHolds: WeightBounds
  /** Left out where the scorecard selects nobody. */
  readonly selectionHolds?: WeightBounds
}

/** A customer in the ranking, with what the ratings were derived from. */
export interface RankedCustomer extends RankedCandidate {
  readonly measures: Measures
}

/** What is to be known about the book as a whole. */
export type BookDiagnosis =
  | { readonly code: 'orders-rejected'; readonly params: { readonly rows: number; readonly customers: readonly string[] } }
  | { readonly code: 'customers-left-out'; readonly params: { readonly number: number; readonly customers: readonly string[] } }
  | { readonly code: 'no-purchase'; readonly params: { readonly number: number; readonly customers: readonly string[] } }
  | { readonly code: 'rows-repeated'; readonly params: { readonly rows: number; readonly lines: readonly number[] } }
  | { readonly code: 'names-alike'; readonly params: { readonly names: readonly string[] } }

/** Everything that the report says of orders. */
export interface OrdersReport extends TieringReport {
  readonly asOf: CalendarDate
  /** The ISO 4217 code of every amount of orders. */
  readonly currency: string
  /** read = used + later + rejected. */
  readonly rows: RowCounts
  readonly totals: { readonly customers: number; readonly purchases: number; readonly refunds: number; readonly revenue: DecimalString }
  /** Left out where the scorecard selects nobody. */
  readonly selected?: RevenueShare
  readonly grades: readonly GradeShare[]
  readonly ratings: readonly RatingSpread[]
  readonly weights: readonly WeightRoom[]
  /** Left out where the config does not ask for it. */
  readonly lifetime?: LifetimeReport
  readonly ranked: readonly RankedCustomer[]
  readonly tied: readonly (readonly string[])[]
  readonly diagnoses: readonly (BookDiagnosis | RankingDiagnosis)[]
  readonly later: readonly Order[]
  readonly rejected: readonly RejectedRow[]
}

/** What is said of the whole. */
interface ReportHead {
  readonly kind: 'portfolio-report'
  readonly title?: LocalizedText
  readonly note?: LocalizedText
  /** The names of the files, and of the pipeline's folder, that were read. */
  readonly files: {
    readonly orders?: string
    readonly invoices?: string
    readonly tickets?: string
    readonly pipeline?: string
    readonly config: string
  }
  readonly policies: readonly PolicyReference[]
}

/** Everything that the report says, as data; no language, no clock. What is said of orders is left out where none were read. */
export interface PortfolioReport extends ReportHead, Partial<OrdersReport> {
  /** With a day and currencies of their own; left out where no invoices were read. */
  readonly receivables?: ReceivablesReport
  /** With a day of their own; left out where none were read. */
  readonly tickets?: TicketsReport
  /** With a day of its own; left out where none was read. */
  readonly pipeline?: PipelineReport
}

/** A report for which orders were read. */
export type ReportOfOrders = PortfolioReport & OrdersReport
