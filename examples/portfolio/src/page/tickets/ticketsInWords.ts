import { formatMessage } from '@clientele/core/explain'
import { formatShare, groupCounts } from '../../texts/formatNumber.js'
import { formatPath, formatTime } from '../../texts/tickets/formatTime.js'
import type { TicketsInput } from '../types.js'

/** So much of all tickets is most of them. */
const MOST = 0.8

/** What the tickets have in common, sentence by sentence; nothing where there are none. */
export function ticketsInWords(input: TicketsInput): string[] {
  const { report, texts } = input
  const { variants, duration } = report.log
  const words = texts.page.tickets
  if (variants.length === 0) return []
  const place = variants.findIndex(({ cumulative }) => cumulative >= MOST)
  const most = { ...groupCounts({ number: place + 1 }), share: formatShare(variants[place]?.cumulative ?? null) }
  const times = { median: formatTime(duration.median, texts), p90: formatTime(duration.p90, texts), mean: formatTime(duration.mean, texts) }
  return [describeWays(input), ...(place > 0 ? [formatMessage(words.most, most)] : []), ...describeRework(input), formatMessage(words.took, times)]
}

function describeWays({ report, texts }: TicketsInput): string {
  const { cases, events, variants } = report.log
  const words = texts.page.tickets
  const { path = [], count = 0, share = 0 } = variants[0] ?? {}
  const facts = { ...groupCounts({ cases, events, variants: variants.length, count }), share: formatShare(share), path: formatPath(path) }
  return formatMessage(variants.length === 1 ? words.oneWay : words.ways, facts)
}

function describeRework({ report, texts }: TicketsInput): string[] {
  const { cases, rate, activities } = report.log.rework
  const words = texts.page.tickets
  const [most] = activities
  if (most === undefined) return [words.notReworked]
  const { activity, ...counts } = most
  return [
    formatMessage(words.reworked, { ...groupCounts({ cases }), share: formatShare(rate) }),
    formatMessage(words.againMost, { activity, ...groupCounts(counts) }),
  ]
}
