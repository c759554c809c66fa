import { formatMessage, listTexts, shownPart, shownPercent } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'
import type { FunnelCohort, FunnelGroup } from '../measure/types.js'
import { shownEventual } from './shownFigures.js'

/** So many of the latest cohorts are told. */
const TOLD = 12

/** Says which groups by an attribute win most of what is decided, and whether that is more than chance. */
export function explainGroups(groups: readonly FunnelGroup[], by: string, locale: FunnelLocale): string[] {
  const { core, measure: texts } = locale
  const rateOf = ({ conversion }: FunnelGroup): number => conversion.ofClosed ?? -1
  const decided = groups.filter(({ conversion }) => conversion.ofClosed !== null).sort((one, other) => rateOf(other) - rateOf(one))
  const undecided = groups.filter(({ conversion }) => conversion.ofClosed === null).map(({ group }) => nameOf(group, by, locale))
  const told = decided.map((group) => shownGroup(group, by, locale))
  return [
    ...(decided.length === 0 ? [] : [formatMessage(texts.groups, { by, groups: listTexts(told, core) })]),
    ...explainDifference(decided[0], decided.at(-1), by, locale),
    ...(undecided.length === 0 ? [] : [formatMessage(texts.groupsUndecided, { groups: listTexts(undecided, core) })]),
  ]
}

/** A group by its name in quotes; without quotes the deals that have none, which a name might read like. */
export function nameOf(group: string | null, by: string, { names }: FunnelLocale): string {
  return group === null ? formatMessage(names.noGroup, { by }) : formatMessage(names.quoted, { text: group })
}

function shownGroup({ group, won, lost }: FunnelGroup, by: string, locale: FunnelLocale): string {
  const closed = won.count + lost.count
  const percent = shownPart(String(won.count), String(closed))
  return formatMessage(locale.measure.group, { group: nameOf(group, by, locale), percent, won: won.count, closed })
}

function explainDifference(best: FunnelGroup | undefined, worst: FunnelGroup | undefined, by: string, locale: FunnelLocale): string[] {
  const [high, low] = [best?.conversion.interval, worst?.conversion.interval]
  if (best === undefined || worst === undefined || !high || !low || best.conversion.ofClosed === worst.conversion.ofClosed) return []
  const { overlapping, distinct } = locale.measure
  const facts = {
    best: shownGroup(best, by, locale),
    worst: shownGroup(worst, by, locale),
    bestLow: shownPercent(high[0]),
    bestHigh: shownPercent(high[1]),
    worstLow: shownPercent(low[0]),
    worstHigh: shownPercent(low[1]),
  }
  return [formatMessage(high[0] <= low[1] ? overlapping : distinct, facts)]
}

/** Says how the deals of each period did, and of which periods it is too early to tell. */
export function explainCohorts(cohorts: readonly FunnelCohort[], locale: FunnelLocale): string[] {
  const earlier = Math.max(cohorts.length - TOLD, 0)
  return [
    ...cohorts.slice(earlier).map((cohort) => explainCohort(cohort, locale)),
    ...(earlier === 0 ? [] : [formatMessage(locale.measure.earlierCohorts, { number: earlier })]),
  ]
}

function explainCohort({ from, to, mature, entered, won, lost, open, conversion }: FunnelCohort, locale: FunnelLocale): string {
  const { cohort, cohortDecided, cohortUndecided, immature } = locale.measure
  const closed = won + lost
  const sentence = formatMessage(closed === 0 ? cohortUndecided : open === 0 ? cohortDecided : cohort, {
    from,
    to,
    entered,
    ofEntered: shownPart(String(won), String(entered)),
    ofClosed: shownPart(String(won), String(closed)),
    ...shownEventual(conversion),
  })
  return [sentence, ...(mature ? [] : [immature])].join(locale.sentenceSeparator)
}
