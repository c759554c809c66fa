import { formatMessage } from '@clientele/core/explain'
import type { GroupChange } from '../change/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { ROUNDING } from './checkConversion.js'
import { fillTemplate } from './fillTemplate.js'
import { shownSignedPoints, signedPoints } from './shownDifference.js'
import { shownShareTo, tellApart } from './tellApart.js'

/** So many of the groups that matter most are told. */
const TOLD = 10

/** What a group did to the conversion rate. */
export interface GroupEffect {
  readonly group: string | null
  readonly contribution: number
}

/** A group by its name in quotes; without quotes those of none, which a name might read like. */
export function shownGroupName(group: string | null, { names }: FunnelLocale): string {
  return group === null ? names.ungrouped : formatMessage(names.quoted, { text: group })
}

/** Says it where the rate of the whole went one way, and the rates within groups all in all the other. */
export function explainOnlyMix(difference: number, rate: number, { change: { onlyMix } }: FunnelLocale): string[] {
  if (Math.abs(difference) <= ROUNDING || Math.abs(rate) <= ROUNDING || Math.sign(difference) === Math.sign(rate)) return []
  return [difference < 0 ? onlyMix.lower : onlyMix.higher]
}

/** Says of the groups that matter most, the most first, what each did, and how many others there are. */
export function explainEffects<Effect extends GroupEffect>(
  groups: readonly Effect[],
  explain: (group: Effect) => string,
  { change: { moreGroups } }: FunnelLocale,
): string[] {
  const sorted = [...groups].sort((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution))
  const number = sorted.length - TOLD
  return [...sorted.slice(0, TOLD).map(explain), ...(number > 0 ? [formatMessage(moreGroups, { number })] : [])]
}

/** Says what each group did to the conversion rate. */
export function explainGroupChanges(groups: readonly GroupChange[], locale: FunnelLocale): string[] {
  const sumOf = (key: 'contribution' | 'rate'): number => groups.reduce((sum, group) => sum + group[key], 0)
  const there = groups.filter(({ rateBefore, rateAfter }) => rateBefore !== null || rateAfter !== null)
  return [
    ...explainOnlyMix(sumOf('contribution'), sumOf('rate'), locale),
    ...explainEffects(there, (group) => explainGroupChange(group, locale), locale),
  ]
}

function explainGroupChange(
  { group, shareBefore, shareAfter, rateBefore, rateAfter, mix, rate, contribution }: GroupChange,
  locale: FunnelLocale,
): string {
  const { group: both, groupAppeared, groupGone } = locale.change
  const facts = { group: shownGroupName(group, locale), contribution: shownSignedPoints(contribution, locale) }
  const percentOf = (share: number | null): string => shownShareTo(share ?? 0, locale)
  if (rateBefore === null) return fillTemplate(groupAppeared, { ...facts, share: percentOf(shareAfter), percent: percentOf(rateAfter) })
  if (rateAfter === null) return fillTemplate(groupGone, { ...facts, share: percentOf(shareBefore), percent: percentOf(rateBefore) })
  const apart = (before: number | null, after: number): readonly [string, string] =>
    tellApart(before ?? 0, after, (share, more) => shownShareTo(share, locale, more))
  const [shareWas, shareIs] = apart(shareBefore, shareAfter ?? 0)
  const [rateWas, rateIs] = apart(rateBefore, rateAfter)
  const effects = { mix: signedPoints(mix), rate: signedPoints(rate) }
  return fillTemplate(both, { ...facts, ...effects, shareBefore: shareWas, shareAfter: shareIs, rateBefore: rateWas, rateAfter: rateIs })
}
