import { formatMessage, shownDays, shownPart, shownPercent } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'
import type { Conversion, FunnelFigures } from '../measure/types.js'

/** Says what share of deals is won, in three ways, and why these differ; or that none can be told yet: of deals that are all open, 0 % would be read as a share. */
export function explainConversion({ entered, conversion, won, lost, open }: FunnelFigures, locale: FunnelLocale): string[] {
  const { ofEntered, openBounds, ofClosed, noneClosed, threeWays, oneWay } = locale.measure
  const shareOf = (part: number, whole: number): string => shownPart(String(part), String(whole))
  const closed = won.count + lost.count
  if (closed === 0) return [noneClosed]
  const all = formatMessage(ofEntered, { percent: shareOf(won.count, entered), won: won.count, entered })
  const interval = explainInterval(conversion, locale)
  if (open.count === 0) return [all, oneWay, ...interval]
  return [
    all,
    formatMessage(openBounds, { open: open.count, most: shareOf(won.count + open.count, entered) }),
    formatMessage(ofClosed, { percent: shareOf(won.count, closed), won: won.count, closed }),
    ...interval,
    ...explainEventual(conversion, locale),
    threeWays,
  ]
}

function explainInterval({ interval }: Conversion, { measure: texts }: FunnelLocale): string[] {
  if (interval === null) return []
  const [low, high] = interval
  return [formatMessage(texts.interval, { low: shownPercent(low), high: shownPercent(high) })]
}

function explainEventual({ eventual }: Conversion, { core, measure: texts }: FunnelLocale): string[] {
  const { rate, unresolved, throughDays } = eventual
  if (rate === null || unresolved === null || throughDays === null) return []
  const facts = { percent: shownPercent(rate), unresolved: shownPercent(unresolved), days: shownDays(throughDays, core) }
  return [formatMessage(unresolved === 0 ? texts.eventualResolved : texts.eventual, facts)]
}
