import type { CalendarDate, DecimalInput, LocalizedText } from '@clientele/core'
import type { AgeingScheme, DunningScheme, ProvisionMatrix } from '@clientele/credit'
import type { BottleneckOptions, CohortOptions, ForecastOptions, ForecastSettings, Pipeline } from '@clientele/funnel'
import type { Scorecard } from '@clientele/scoring'
import type { AgeUnit, RetentionPeriod, RfmScheme, TierScheme } from '@clientele/tiering'

/** What is measured of a customer: days since the last purchase, number of purchases, or net revenue. */
export type MeasureName = 'recencyDays' | 'orders' | 'revenue'

/** How one measure becomes a rating: n cuts give the ratings 1 to n + 1, and the better measure gets the higher rating. */
export interface RatingRule {
  /** A criterion of the scorecard. */
  readonly criterion: string
  readonly measure: MeasureName
  /** Strictly ascending, at least one. */
  readonly cuts: readonly DecimalInput[]
}

/** Which columns of the orders file hold what. */
export interface OrderColumns {
  readonly customer: string
  readonly date: string
  readonly amount: string
}

/** Which columns of the invoices file hold what. */
export interface InvoiceColumns {
  readonly customer: string
  /** The invoice's number: no two rows have the same. */
  readonly invoice: string
  readonly date: string
  readonly due: string
  readonly amount: string
  /** The day of its payment; nothing is paid unless given, or where a cell is blank. */
  readonly settled?: string
  /** How much was paid on that day; the whole amount unless given, or where a cell is blank. */
  readonly paid?: string
  /** Whether the customer disputes it; none is disputed unless given. */
  readonly disputed?: string
  /** The level of the last dunning letter about it; none was sent unless given, or where a cell is blank. */
  readonly level?: string
  /** The day of that letter; wanted with `level`. */
  readonly levelSentOn?: string
  /** The currency's ISO 4217 code; the config's for all unless given. */
  readonly currency?: string
}

/** How the dates of a file are written: leading zeros are welcome in `M` and `D`. */
export type DateForm = 'YYYY-MM-DD' | 'M/D/YYYY' | 'D/M/YYYY' | 'D.M.YYYY'

/** What stands in the column of disputes. */
interface DisputeWords {
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

/** What is to be said of invoices. */
export interface ReceivablesPart {
  readonly columns: InvoiceColumns
  /** `YYYY-MM-DD` unless given. */
  readonly dates?: DateForm
  /** Wanted with `columns.disputed`. */
  readonly disputed?: DisputeWords
  /** The config's unless given. */
  readonly asOf?: CalendarDate
  /** The config's unless given. */
  readonly currency?: string
  /** So many days up to `asOf` are the period of the days sales outstanding; 90 unless given. */
  readonly salesDays?: number
  readonly ageing: AgeingScheme
  /** No letters are planned unless given. */
  readonly dunning?: DunningScheme
  /** Nothing is set aside unless given. */
  readonly provisions?: ProvisionMatrix
}

/** Which columns of the tickets file hold what. */
export interface TicketColumns {
  /** Which ticket it is. */
  readonly case: string
  /** What happened. */
  readonly activity: string
  readonly at: string
}

/** How the moments of a file are written; seconds may have a fraction, and only ISO 8601 says its offset. */
export type TimeForm = 'ISO 8601' | 'YYYY-MM-DD HH:MM:SS' | 'YYYY/MM/DD HH:MM:SS'

/** What is to be said of tickets. */
export interface TicketsPart {
  readonly columns: TicketColumns
  /** `ISO 8601` unless given. */
  readonly times?: TimeForm
  /** In which time zone moments without an offset are taken, and days begin and end. */
  readonly zone: string
  /** The config's unless given. */
  readonly asOf?: CalendarDate
}

/** What is told of a deal beside its way. */
export type DealAttribute = 'region' | 'product' | 'account' | 'owner'

/** What the list prices of products are taken for. */
interface ListPrices {
  /** What `products.csv` calls a product, by what deals call it; the same unless given. */
  readonly names?: { readonly [product: string]: string }
}

/** How the coming months are forecast, by how long deals have been open, and on which past days that is tried. */
export interface ForecastPart extends Pick<ForecastSettings, 'newDeals' | 'season' | 'missingAmounts'>, Pick<ForecastOptions, 'target' | 'seed'> {
  /** How many calendar months that end after `asOf`, 1 to 24; 3 unless given. */
  readonly months?: number
  /** On how many past ends of months a forecast of 30 days is compared with what came, 2 to 24; 3 unless given. */
  readonly backtests?: number
}

/** By which calendar periods sales are compared. */
export type ChangePeriod = 'month' | 'quarter' | 'year'

/** What is to be said of a sales pipeline. */
export interface PipelinePart {
  /** What deals go through: a row with a date enters its first stage. Amounts are in its currency, and in none where it has none. */
  readonly document: Pipeline
  /** By what deals are told apart; `region` unless given. */
  readonly by?: DealAttribute
  /** By which periods deals are told apart that entered in them; quarters unless given. */
  readonly cohorts?: CohortOptions
  /** The sectors that accounts may be in; any unless given. */
  readonly sectors?: readonly string[]
  /** A deal is worth the list price of its product until it is closed; nothing is known of it unless given. */
  readonly listPrices?: ListPrices
  /** Nothing is forecast unless given. */
  readonly forecast?: ForecastPart
  /** Groups with at least so many decided deals are compared with all others; none is unless given. */
  readonly minimumSample?: number
  /** Which share of the deals of a stage should get on; no stage is judged unless given. */
  readonly benchmarks?: BottleneckOptions['benchmarks']
  /** The sales of the last whole period are compared with those of the one before it; they are not unless given. */
  readonly change?: { readonly by: ChangePeriod }
  /** The config's unless given. */
  readonly asOf?: CalendarDate
}

/** How customers' future purchases are expected, valued and tried on the past. */
export interface LifetimePart {
  /** In what ages and the horizon are counted; `week` unless given. */
  readonly unit?: AgeUnit
  /** So many units ahead purchases are expected. */
  readonly horizon: number
  /** Per unit: 0.002 is 0.2 % a week. */
  readonly discountRate: DecimalInput
  /** What is left of an amount: 0.3 is 30 %. */
  readonly marginRate: DecimalInput
  /** The model is tried on what came after this day, which is before `asOf`; unless given, on the last quarter of the days since the first purchase. */
  readonly calibrateTo?: CalendarDate
  /** By which calendar periods retention is counted; `month` unless given. */
  readonly period?: RetentionPeriod
}

/** What is to be said of orders. */
export interface OrdersPart {
  readonly columns: OrderColumns
  readonly ratings: readonly RatingRule[]
  readonly scorecard: Scorecard
  /** Customers are in no tiers unless given. Its currency, where it has one, is the config's; so is that of `rfm`. */
  readonly tiers?: TierScheme
  /** Over so many whole months before that of `asOf` sales are averaged for the tiers, which are of all net revenue unless given; wants `tiers`. */
  readonly averageMonths?: number
  /** No recency, frequency and monetary value are scored unless given. */
  readonly rfm?: RfmScheme
  /** Neither lifetime value nor retention is told unless given. */
  readonly lifetime?: LifetimePart
}

/** What orders, invoices, tickets and a sales pipeline share. */
interface ConfigHead {
  readonly kind: 'portfolio'
  readonly id: string
  /** The host's version of this document. */
  readonly version: string | number
  readonly format?: 1
  readonly title?: LocalizedText
  /** What a reader of the report must know about the data. */
  readonly note?: LocalizedText
  /** The day on which orders are looked at, and all else unless it has another; rows dated later are left out. */
  readonly asOf: CalendarDate
  /** The ISO 4217 code of every amount of orders, and of invoices unless `receivables` has another, or a column of them; wanted with either. */
  readonly currency?: string
}

/** The whole job as a document: it has what orders, invoices, tickets or a sales pipeline need, or more than one of these. */
export interface PortfolioConfig extends ConfigHead, Partial<OrdersPart> {
  readonly receivables?: ReceivablesPart
  readonly tickets?: TicketsPart
  readonly pipeline?: PipelinePart
}

/** A config that has what orders need. */
export type OrdersConfig = PortfolioConfig & OrdersPart & { readonly currency: string }
