import { hasOrders } from '../config/hasOrders.js'
import type { PortfolioConfig } from '../config/types.js'
import { ownFile } from './ownFile.js'
import { Refusal } from './Refusal.js'
import type { CommandOptions } from './readOptions.js'

/** Which files are read; each is undefined where it is not. */
export interface ChosenFiles {
  readonly orders: string | undefined
  readonly invoices: string | undefined
}

/** Chooses the files that are named; where none is, the example's own for all that the config speaks of. */
export function chooseFiles({ orders, invoices, config: file }: CommandOptions, config: PortfolioConfig): ChosenFiles {
  const speaksOf = { orders: hasOrders(config), invoices: config.receivables !== undefined }
  if (orders === undefined && invoices === undefined) {
    return {
      orders: speaksOf.orders ? ownFile('data/orders.csv') : undefined,
      invoices: speaksOf.invoices ? ownFile('data/invoices.csv') : undefined,
    }
  }
  if (orders !== undefined && !speaksOf.orders) throw new Refusal('config-without-orders', { file })
  if (invoices !== undefined && !speaksOf.invoices) throw new Refusal('config-without-invoices', { file })
  return { orders, invoices }
}
