import { hasOrders } from '../config/hasOrders.js'
import type { PortfolioConfig } from '../config/types.js'
import { ownFile } from './ownFile.js'
import { Refusal } from './Refusal.js'
import type { CommandOptions } from './readOptions.js'

/** Which files are read; each is undefined where it is not. */
export interface ChosenFiles {
  readonly orders: string | undefined
  readonly invoices: string | undefined
  readonly tickets: string | undefined
  /** A folder. */
  readonly pipeline: string | undefined
}

/** Chooses the files that are named; where none is, the example's own for all that the config speaks of, but tickets and a pipeline, of which it has none. */
export function chooseFiles({ orders, invoices, tickets, pipeline, config: file }: CommandOptions, config: PortfolioConfig): ChosenFiles {
  const speaksOf = { orders: hasOrders(config), invoices: config.receivables !== undefined }
  if (orders === undefined && invoices === undefined && tickets === undefined && pipeline === undefined) {
    if (!speaksOf.orders && !speaksOf.invoices) throw new Refusal(config.tickets === undefined ? 'pipeline-not-named' : 'tickets-not-named', { file })
    return {
      orders: speaksOf.orders ? ownFile('data/orders.csv') : undefined,
      invoices: speaksOf.invoices ? ownFile('data/invoices.csv') : undefined,
      tickets: undefined,
      pipeline: undefined,
    }
  }
  if (orders !== undefined && !speaksOf.orders) throw new Refusal('config-without-orders', { file })
  if (invoices !== undefined && !speaksOf.invoices) throw new Refusal('config-without-invoices', { file })
  if (tickets !== undefined && config.tickets === undefined) throw new Refusal('config-without-tickets', { file })
  if (pipeline !== undefined && config.pipeline === undefined) throw new Refusal('config-without-pipeline', { file })
  return { orders, invoices, tickets, pipeline }
}
