import type { OrdersConfig, PortfolioConfig } from './types.js'

/** Whether a checked config has what orders need: it has all of it, or nothing. */
export function hasOrders(config: PortfolioConfig): config is OrdersConfig {
  return config.scorecard !== undefined
}
