import { formatMessage } from '@clientele/core/explain'
import type { TicketsInput } from '../page/types.js'
import { describeEquation } from '../texts/describeEquation.js'
import { formatShare, groupCounts } from '../texts/formatNumber.js'
import { formatPath, formatTime } from '../texts/tickets/formatTime.js'

const LISTED = 3

/** What tickets were read, which way most went, what was done again and how long it took, in a few lines for a terminal. */
export function summariseTickets({ report, texts }: TicketsInput, title: string): string[] {
  const { asOf, zone, rows, log } = report
  const { cases, events, variants, rework, duration, timeBetween } = log
  const words = texts.command.tickets
  const [commonest] = variants
  const times = (one: { readonly median: number | null; readonly p90: number | null }) => ({
    median: formatTime(one.median, texts),
    p90: formatTime(one.p90, texts),
  })
  const lines = [
    formatMessage(words.heading, { title, asOf, zone }),
    describeEquation(rows, asOf, texts),
    formatMessage(words.counts, groupCounts({ cases, events, variants: variants.length })),
  ]
  if (commonest === undefined) return lines
  return [
    ...lines,
    formatMessage(words.commonest, {
      ...groupCounts({ count: commonest.count }),
      share: formatShare(commonest.share),
      path: formatPath(commonest.path),
    }),
    formatMessage(words.reworked, { ...groupCounts({ cases: rework.cases }), share: formatShare(rework.rate) }),
    ...rework.activities.slice(0, LISTED).map(({ activity, ...counts }) => formatMessage(words.again, { activity, ...groupCounts(counts) })),
    formatMessage(words.took, times(duration)),
    ...timeBetween
      .slice(0, LISTED)
      .map(({ from, to, count, median, p90 }) => formatMessage(words.between, { from, to, ...groupCounts({ count }), ...times({ median, p90 }) })),
  ]
}
