import { policyReference } from '@clientele/core/checks'
import { hasOrders } from '../config/hasOrders.js'
import type { PortfolioConfig } from '../config/types.js'
import type { OrderBook } from '../orders/types.js'
import { composePipeline } from '../pipeline/composePipeline.js'
import { pipelineSettings } from '../pipeline/pipelineSettings.js'
import type { PipelineBook } from '../pipeline/types.js'
import { composeReceivables } from '../receivables/composeReceivables.js'
import { settingsOf } from '../receivables/settingsOf.js'
import type { AgedBook } from '../receivables/types.js'
import { composeTickets } from '../tickets/composeTickets.js'
import { ticketSettings } from '../tickets/ticketSettings.js'
import type { TicketBook } from '../tickets/types.js'
import { composeOrders } from './composeOrders.js'
import type { PortfolioReport } from './types.js'

/** What was read: orders, invoices, tickets, a sales pipeline, or more than one of these. */
export interface Books {
  readonly orders?: OrderBook | undefined
  readonly invoices?: AgedBook | undefined
  readonly tickets?: TicketBook | undefined
  readonly pipeline?: PipelineBook | undefined
}

/** Says everything that follows from the books that were read, as data. */
export function composeReport(books: Books, config: PortfolioConfig, files: PortfolioReport['files']): PortfolioReport {
  const { title, note } = config
  const settings = settingsOf(config)
  const orders = books.orders !== undefined && hasOrders(config) ? composeOrders(books.orders, config) : undefined
  const buyers = books.orders === undefined ? undefined : new Set(books.orders.used.map(({ customer }) => customer))
  const receivables = books.invoices !== undefined && settings !== undefined ? composeReceivables(books.invoices, settings, buyers) : undefined
  const ticketsOf = ticketSettings(config)
  const tickets = books.tickets !== undefined && ticketsOf !== undefined ? composeTickets(books.tickets, ticketsOf) : undefined
  const pipelineOf = pipelineSettings(config)
  const pipeline = books.pipeline !== undefined && pipelineOf !== undefined ? composePipeline(books.pipeline, pipelineOf) : undefined
  return {
    kind: 'portfolio-report',
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
    files,
    ...orders,
    ...(receivables === undefined ? {} : { receivables }),
    ...(tickets === undefined ? {} : { tickets }),
    ...(pipeline === undefined ? {} : { pipeline }),
    policies: [
      policyReference(config),
      ...(orders === undefined || config.scorecard === undefined ? [] : [policyReference(config.scorecard)]),
      ...(orders?.tiering?.policies ?? []),
      ...(orders?.rfm?.policies ?? []),
      ...(receivables?.policies ?? []),
      ...(pipeline?.measure.policies ?? []),
    ],
  }
}
