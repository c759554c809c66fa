import type { OrdersPart, PortfolioConfig } from '../config/types.js'
import type { PipelineReport, PipelineSettings } from '../pipeline/types.js'
import type { ReceivablesReport, ReceivablesSettings } from '../receivables/types.js'
import type { PortfolioReport, ReportOfOrders } from '../report/types.js'
import type { Texts } from '../texts/types.js'
import type { TicketsReport } from '../tickets/types.js'

/** What the page is made from. */
export interface PageInput {
  readonly report: PortfolioReport
  readonly config: PortfolioConfig
  readonly texts: Texts
}

/** What the parts of the page on orders are made from. */
export interface OrdersInput extends Pick<OrdersPart, 'scorecard' | 'tiers' | 'rfm'> {
  readonly report: ReportOfOrders
  readonly texts: Texts
}

/** What the parts of the page on receivables are made from. */
export interface ReceivablesInput {
  readonly report: ReceivablesReport
  readonly settings: ReceivablesSettings
  readonly texts: Texts
}

/** What the part of the page on tickets is made from. */
export interface TicketsInput {
  readonly report: TicketsReport
  readonly texts: Texts
}

/** What the part of the page on a sales pipeline is made from. */
export interface PipelineInput {
  readonly report: PipelineReport
  readonly settings: PipelineSettings
  readonly texts: Texts
}
