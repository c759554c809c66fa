import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { hasOrders } from '../config/hasOrders.js'
import type { PortfolioConfig } from '../config/types.js'
import type { OrdersInput } from '../page/types.js'
import { pipelineSettings } from '../pipeline/pipelineSettings.js'
import { settingsOf } from '../receivables/settingsOf.js'
import { tellsOfOrders } from '../report/tellsOfOrders.js'
import type { PortfolioReport, RankedCustomer } from '../report/types.js'
import { describeEquation } from '../texts/describeEquation.js'
import { formatShare, groupThousands } from '../texts/formatNumber.js'
import { terminalLine } from '../texts/terminalLine.js'
import type { Texts } from '../texts/types.js'
import { summariseLifetime } from './summariseLifetime.js'
import { summarisePipeline } from './summarisePipeline.js'
import { summariseReceivables } from './summariseReceivables.js'
import { summariseTickets } from './summariseTickets.js'
import { summariseTiering } from './summariseTiering.js'

const LISTED = 5

/** What was read, who comes first, who owes most, how tickets and deals went, and where the report is, in a few lines for a terminal. */
export function summarise(report: PortfolioReport, config: PortfolioConfig, files: readonly string[], texts: Texts): string[] {
  const title = localizeText(report.title ?? texts.page.title, texts.languageTag)
  const settings = settingsOf(config)
  const pipelineOf = pipelineSettings(config)
  return [
    ...(tellsOfOrders(report) && hasOrders(config) ? summariseOrders({ ...config, report, texts }, title) : []),
    ...(report.receivables === undefined || settings === undefined
      ? []
      : summariseReceivables({ report: report.receivables, settings, texts }, title)),
    ...(report.tickets === undefined ? [] : summariseTickets({ report: report.tickets, texts }, title)),
    ...(report.pipeline === undefined || pipelineOf === undefined
      ? []
      : summarisePipeline({ report: report.pipeline, settings: pipelineOf, texts }, title)),
    formatMessage(texts.command.written, { files: files.join(' ') }),
  ].map(terminalLine)
}

function summariseOrders(input: OrdersInput, title: string): string[] {
  const { report, texts } = input
  const { asOf, currency, totals, selected, ranked } = report
  const { command } = texts
  const revenue = {
    revenue: groupThousands(totals.revenue),
    currency,
    purchases: groupThousands(totals.purchases),
    refunds: groupThousands(totals.refunds),
  }
  return [
    formatMessage(command.heading, { title, asOf, customers: groupThousands(totals.customers) }),
    describeEquation(report.rows, asOf, texts),
    formatMessage(command.revenue, revenue),
    ...(selected === undefined
      ? []
      : [formatMessage(command.selected, { customers: groupThousands(selected.customers), share: formatShare(selected.revenueShare) })]),
    ...ranked.slice(0, LISTED).map((customer) => describeCustomer(customer, currency)),
    ...summariseTiering(input),
    ...summariseLifetime(input),
  ]
}

function describeCustomer({ rank, grade, total, candidate, measures }: RankedCustomer, currency: string): string {
  return `  ${rank}. ${candidate}  ${[grade, total].filter((part) => part !== undefined).join(' ')}  ${groupThousands(measures.revenue)} ${currency}`
}
