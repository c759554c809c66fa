import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { PortfolioReport, RankedCustomer } from '../report/types.js'
import { describeEquation } from '../texts/describeEquation.js'
import { formatShare, groupThousands } from '../texts/formatNumber.js'
import type { Texts } from '../texts/types.js'
import { withoutControls } from '../texts/withoutControls.js'

const LISTED = 5

/** What was read, who comes first, and where the report is, in a few lines for a terminal. */
export function summarise(report: PortfolioReport, files: readonly string[], texts: Texts): string[] {
  const { asOf, currency, totals, selected, ranked } = report
  const { command } = texts
  const title = localizeText(report.title ?? texts.page.title, texts.languageTag)
  const revenue = {
    revenue: groupThousands(totals.revenue),
    currency,
    purchases: groupThousands(totals.purchases),
    refunds: groupThousands(totals.refunds),
  }
  return [
    formatMessage(command.heading, { title, asOf, customers: groupThousands(totals.customers) }),
    describeEquation(report, texts),
    formatMessage(command.revenue, revenue),
    ...(selected === undefined
      ? []
      : [formatMessage(command.selected, { customers: groupThousands(selected.customers), share: formatShare(selected.revenueShare) })]),
    ...ranked.slice(0, LISTED).map((customer) => describeCustomer(customer, currency)),
    formatMessage(command.written, { files: files.join(' ') }),
  ].map((line) => withoutControls(line).replaceAll('\n', ' '))
}

function describeCustomer({ rank, grade, total, candidate, measures }: RankedCustomer, currency: string): string {
  return `  ${rank}. ${candidate}  ${[grade, total].filter((part) => part !== undefined).join(' ')}  ${groupThousands(measures.revenue)} ${currency}`
}
