import { formatMessage, titlesOf } from '@clientele/core/explain'
import type { OrdersInput } from '../page/types.js'
import { formatShare, groupThousands } from '../texts/formatNumber.js'
import { describeTop } from '../texts/tiering/describeTop.js'
import { describeValues } from '../texts/tiering/describeValues.js'
import { titleOfTier } from '../texts/tiering/titleOfTier.js'

/** What tiers and segments come to, in a few lines for a terminal; nothing of what the config does not ask for, or of nobody. */
export function summariseTiering(input: OrdersInput): string[] {
  return input.report.ranked.length === 0 ? [] : [...describeTiers(input), ...describeSegments(input)]
}

function describeTiers({ report, tiers, texts }: OrdersInput): string[] {
  const { tiering, concentration } = report
  if (tiering === undefined || tiers === undefined) return []
  const words = texts.command.tiering
  const title = titleOfTier(tiers, texts)
  const lines = tiering.tiers.map(({ tier, count, shareOfValue }) => {
    const line = formatMessage(words.tier, { tier: title(tier), customers: groupThousands(count), share: formatShare(shareOfValue) })
    const expected = tiering.expectations?.find((one) => one.tier === tier)
    if (expected === undefined) return line
    return formatMessage(expected.met ? words.met : words.unmet, { line, from: expected.fromPercent, to: expected.toPercent })
  })
  return [describeValues(report, words.tiers), ...lines, ...(concentration === undefined ? [] : describeTop(concentration, texts))]
}

function describeSegments({ report, rfm, texts }: OrdersInput): string[] {
  if (report.rfm === undefined || rfm === undefined) return []
  const words = texts.command.tiering
  const title = titlesOf(rfm.segments, texts)
  const segments = report.rfm.segments
    .filter(({ count }) => count > 0)
    .map(({ segment, count }) => {
      const name = segment === null ? texts.page.tiering.noSegment : title(segment)
      return formatMessage(words.segment, { segment: name, customers: groupThousands(count) })
    })
  return [formatMessage(words.segments, { segments: segments.join(texts.listSeparator) })]
}
