import { policyReference } from '@clientele/core/checks'
import { hasOrders } from '../config/hasOrders.js'
import type { PortfolioConfig } from '../config/types.js'
import type { OrderBook } from '../orders/types.js'
import { composeReceivables } from '../receivables/composeReceivables.js'
import { settingsOf } from '../receivables/settingsOf.js'
import type { AgedBook } from '../receivables/types.js'
import { composeOrders } from './composeOrders.js'
import type { PortfolioReport } from './types.js'

/** What was read: orders, invoices or both. */
export interface Books {
  readonly orders?: OrderBook | undefined
  readonly invoices?: AgedBook | undefined
}

/** Says everything that follows from the books that were read, as data. */
export function composeReport(books: Books, config: PortfolioConfig, files: PortfolioReport['files']): PortfolioReport {
  const { title, note } = config
  const settings = settingsOf(config)
  const orders = books.orders !== undefined && hasOrders(config) ? composeOrders(books.orders, config) : undefined
  const buyers = books.orders === undefined ? undefined : new Set(books.orders.used.map(({ customer }) => customer))
  const receivables = books.invoices !== undefined && settings !== undefined ? composeReceivables(books.invoices, settings, buyers) : undefined
  return {
    kind: 'portfolio-report',
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
    files,
    ...orders,
    ...(receivables === undefined ? {} : { receivables }),
    policies: [
      policyReference(config),
      ...(orders === undefined || config.scorecard === undefined ? [] : [policyReference(config.scorecard)]),
      ...(orders?.tiering?.policies ?? []),
      ...(orders?.rfm?.policies ?? []),
      ...(receivables?.policies ?? []),
    ],
  }
}
