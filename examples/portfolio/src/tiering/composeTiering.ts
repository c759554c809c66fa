import { type DecimalString, isInputError } from '@clientele/core'
import {
  averageMonthlySales,
  classifyByShare,
  classifyByThreshold,
  concentration,
  scoreRfm,
  type Tiering,
  type TierScheme,
  type ValuedCustomers,
} from '@clientele/tiering'
import type { OrdersConfig } from '../config/types.js'
import type { Customer } from '../customers/types.js'
import type { Order } from '../orders/types.js'
import { salesOf } from './salesOf.js'
import type { TieringReport } from './types.js'

/** Sorts customers into tiers and scores them, as far as the config says how. */
export function composeTiering(orders: readonly Order[], customers: readonly Customer[], config: OrdersConfig): TieringReport {
  const { asOf, tiers, rfm } = config
  return {
    ...(tiers === undefined ? {} : sortCustomers(orders, customers, tiers, config)),
    ...(rfm === undefined ? {} : { rfm: scoreRfm(salesOf(orders, config), rfm, { asOf }) }),
  }
}

/** By average sales where the config says of how many months, otherwise by net revenue. Averages are as concentrated as the totals, which are exact. */
function sortCustomers(orders: readonly Order[], customers: readonly Customer[], scheme: TierScheme, config: OrdersConfig): TieringReport {
  const { asOf, currency, averageMonths: months } = config
  if (months !== undefined) {
    const averageSales = averageMonthlySales(salesOf(orders, config), { months, asOf })
    return { averageSales, tiering: classify(averageSales, scheme), ...concentrate(averageSales.customers.map(({ total }) => total)) }
  }
  const values = customers.map(({ id, measures }) => ({ customer: id, value: measures.revenue, currency }))
  return { tiering: classify(values, scheme), ...concentrate(values.map(({ value }) => value)) }
}

function classify(customers: ValuedCustomers, scheme: TierScheme): Tiering {
  return scheme.type === 'threshold' ? classifyByThreshold(customers, scheme) : classifyByShare(customers, scheme)
}

/** Nothing where a figure is beyond numbers: where refunds nearly equal purchases of hundreds of digits. */
function concentrate(values: readonly DecimalString[]): TieringReport {
  try {
    return { concentration: concentration(values) }
  } catch (error) {
    if (!isInputError(error)) throw error
    return {}
  }
}
