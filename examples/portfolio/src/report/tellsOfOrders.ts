import type { PortfolioReport, ReportOfOrders } from './types.js'

/** Whether orders were read for a report: it says all of them, or nothing. */
export function tellsOfOrders(report: PortfolioReport): report is ReportOfOrders {
  return report.ranked !== undefined
}
