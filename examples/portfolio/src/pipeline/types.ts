import type { CalendarDate, DecimalString } from '@clientele/core'
import type {
  BottleneckRanking,
  CohortOptions,
  ConversionCurve,
  ForecastBacktest,
  FunnelMeasure,
  GroupComparison,
  SalesForecast,
} from '@clientele/funnel'
import type { SalesChange } from '../change/types.js'
import type { DealAttribute, PipelinePart } from '../config/types.js'
import type { BookRow, RejectedRow, RowBook, RowCounts } from '../rows/types.js'

/** Where the files say that a deal stands. */
export type DealStatus = 'Prospecting' | 'Engaging' | 'Won' | 'Lost'

/** A row of the deals. */
export interface Deal extends BookRow {
  /** When it was engaged; null of one that is no more than prospected. */
  readonly date: CalendarDate | null
  readonly deal: string
  readonly status: DealStatus
  /** Empty where the cell is blank. */
  readonly owner: string
  readonly product: string
  readonly account: string
  readonly closed: CalendarDate | null
  readonly amount: DecimalString | null
}

/** A row of a list that stands beside the deals: what its columns hold. */
export interface ListRow extends BookRow {
  readonly date: null
  readonly name: string
  /** Of an owner the region, of an account the sector; empty of a product. */
  readonly group: string
  /** Of a product what it is listed for; null where nobody asks, or the cell is blank. */
  readonly price: DecimalString | null
}

/** Everything that the folder holds. */
export interface PipelineBook {
  readonly deals: RowBook<Deal>
  readonly teams: RowBook<ListRow>
  /** Null where the folder has no such file. */
  readonly products: RowBook<ListRow> | null
  readonly accounts: RowBook<ListRow> | null
}

/** What a config says of a sales pipeline, with what it leaves to the rest of the config or unsaid. */
export interface PipelineSettings extends PipelinePart {
  readonly by: DealAttribute
  readonly cohorts: CohortOptions
  readonly asOf: CalendarDate
}

/** What is to be known about the pipeline's files as a whole. */
export type PipelineDiagnosis =
  | { readonly code: 'deals-rejected'; readonly params: { readonly rows: number } }
  | { readonly code: 'deals-undated'; readonly params: { readonly rows: number } }
  | { readonly code: 'amounts-without-currency'; readonly params: { readonly deals: number } }
  | { readonly code: 'accounts-blank'; readonly params: { readonly rows: number } }
  | { readonly code: 'products-unlisted'; readonly params: { readonly rows: number; readonly names: readonly string[] } }
  | { readonly code: 'products-unpriced'; readonly params: { readonly deals: number; readonly names: readonly string[] } }
  | { readonly code: 'products-alike'; readonly params: { readonly names: readonly string[] } }
  | { readonly code: 'accounts-unlisted'; readonly params: { readonly rows: number; readonly names: readonly string[] } }
  | { readonly code: 'owners-unlisted'; readonly params: { readonly rows: number; readonly names: readonly string[] } }
  | { readonly code: 'owners-without-deals'; readonly params: { readonly number: number; readonly names: readonly string[] } }
  | { readonly code: 'sectors-unexpected'; readonly params: { readonly number: number; readonly names: readonly string[] } }
  | { readonly code: 'list-rows-rejected'; readonly params: { readonly file: string; readonly lines: readonly number[] } }

/** What deals brought beside what their products are listed for. */
export interface ListedSales {
  /** What deals call a product that `products.csv` calls otherwise, and what it does. */
  readonly names: { readonly [product: string]: string }
  /** How many won deals have a list price. */
  readonly deals: number
  /** What they were won for, as a share of their list prices; null where these come to 0. */
  readonly share: number | null
}

/** What follows of a pipeline's past for its future, each as far as the config asks for it. */
export interface OutlookReport {
  readonly forecast?: SalesForecast
  /** How forecasts of the past would have done; the spread of `forecast` is the one that fits them. */
  readonly backtest?: ForecastBacktest
  readonly comparison?: GroupComparison
  readonly bottlenecks?: BottleneckRanking
  readonly change?: SalesChange
}

/** Everything that the report says of a sales pipeline. */
export interface PipelineReport extends OutlookReport {
  readonly asOf: CalendarDate
  /** How a row became a deal: which column holds what, and which stage a row with a date enters on it. */
  readonly mapping: { readonly columns: { readonly [role: string]: string }; readonly enters: string; readonly currency: string | null }
  /** Left out where the config asks for no list prices. */
  readonly listed?: ListedSales
  /** read = used + later + rejected; used are those of the measure, and the undated ones. */
  readonly rows: RowCounts
  /** The share of all rows that are used, undated ones too, that is won; null where there are none. */
  readonly wonOfRows: number | null
  readonly by: DealAttribute
  readonly measure: FunnelMeasure
  /** From entering the first stage to the outcome. */
  readonly curve: ConversionCurve
  readonly diagnoses: readonly PipelineDiagnosis[]
  /** Deals without a date, which are in no figure of the measure. */
  readonly undated: readonly Deal[]
  readonly later: readonly Deal[]
  readonly rejected: readonly RejectedRow[]
}
