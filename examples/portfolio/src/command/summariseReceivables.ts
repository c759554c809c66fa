import { formatMessage } from '@clientele/core/explain'
import type { CustomerConcentration } from '@clientele/credit'
import type { ReceivablesInput } from '../page/types.js'
import { countPlan } from '../receivables/countPlan.js'
import type { OpenBalance, SalesOutstanding } from '../receivables/types.js'
import { describeEquation } from '../texts/describeEquation.js'
import { describeTotals } from '../texts/describeTotals.js'
import { formatDays, formatShare, groupCounts, groupThousands } from '../texts/formatNumber.js'
import { bucketTitle } from '../texts/receivables/bucketTitle.js'

const LISTED = 3

/** What invoices were read, what is open, who owes most and what follows, in a few lines for a terminal; a figure that is not told has no line. */
export function summariseReceivables(input: ReceivablesInput, title: string): string[] {
  const { report, texts } = input
  const { asOf, rows, dunning, allowance } = report
  const words = texts.command.receivables
  const setAside = allowance?.currencies ?? []
  return [
    formatMessage(words.heading, { title, asOf }),
    describeEquation(rows, asOf, texts),
    ...describeInvoices(input),
    ...report.open.flatMap((balance) => describeCurrency(balance, input)),
    ...(dunning === undefined ? [] : [formatMessage(words.letters, groupCounts({ ...countPlan(dunning) }))]),
    ...setAside.map((one) => formatMessage(words.allowance, { allowance: groupThousands(one.allowance), currency: one.currency })),
  ]
}

function describeInvoices({ report: { summary }, texts }: ReceivablesInput): string[] {
  const words = texts.command.receivables
  const { invoices, customers, disputed, settled, settledLate, daysToSettle, daysLate } = summary
  const counts = groupCounts({ invoices, customers, disputed, settled, settledLate })
  return [
    formatMessage(words.summary, counts),
    ...(summary.currencies.length === 0 ? [] : [formatMessage(words.totals, { totals: describeTotals(summary, texts) })]),
    ...(daysToSettle === null ? [] : [formatMessage(words.settled, { ...counts, daysToSettle: formatDays(daysToSettle) })]),
    ...(daysLate === null ? [] : [formatMessage(words.settledLate, { ...counts, daysLate: formatDays(daysLate) })]),
  ]
}

function describeCurrency({ currency, amount, invoices, overdueShare }: OpenBalance, input: ReceivablesInput): string[] {
  const { report, texts } = input
  const words = texts.command.receivables
  const isOf = (one: { readonly currency: string }): boolean => one.currency === currency
  const buckets = report.ageing.currencies.find(isOf)?.buckets ?? []
  const debtors = report.concentration.currencies.find(isOf)?.customers ?? []
  const aged = buckets.map((bucket) => formatMessage(words.bucket, { bucket: bucketTitle(bucket.id, input), amount: groupThousands(bucket.amount) }))
  return [
    formatMessage(words.open, { currency, amount: groupThousands(amount), invoices: groupThousands(invoices) }),
    ...(overdueShare === null ? [] : [formatMessage(words.overdue, { share: formatShare(overdueShare) })]),
    `  ${aged.join(texts.listSeparator)}`,
    ...debtors
      .filter(({ share }) => share > 0)
      .slice(0, LISTED)
      .map((debtor) => describeDebtor(debtor, currency, input)),
    ...report.sales.filter(isOf).flatMap((sales) => describeSales(sales, input)),
  ]
}

function describeDebtor({ customer, balance, share }: CustomerConcentration, currency: string, { texts }: ReceivablesInput): string {
  return formatMessage(texts.command.receivables.debtor, { customer, balance: groupThousands(balance), currency, share: formatShare(share) })
}

function describeSales({ currency, days: period, outstanding }: SalesOutstanding, { texts }: ReceivablesInput): string[] {
  if (outstanding === null) return []
  const days = formatDays(outstanding.daysSalesOutstanding)
  const delinquent = formatDays(outstanding.averageDaysDelinquent)
  return [formatMessage(texts.command.receivables.daysSalesOutstanding, { days, delinquent, period, currency })]
}
