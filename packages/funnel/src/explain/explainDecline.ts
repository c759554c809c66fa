import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shown } from '@clientele/core/explain'
import type { ConversionDecline, DeclineCause, WeekFigures } from '../decline/types.js'
import type { ChanceTexts } from '../locales/decline/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { checkDecline, isIsoWeek } from './checkDecline.js'
import { SIGNIFICANCE } from './checkRates.js'
import { explainEffects, explainOnlyMix, shownGroupName } from './explainGroupChanges.js'
import { fillTemplate } from './fillTemplate.js'
import { onOneLine } from './onOneLine.js'
import { saidPoints, shownSignedPoints, signedPoints } from './shownDifference.js'
import { shownPValue } from './shownPValue.js'
import { shownShareTo, tellApart } from './tellApart.js'

/** So many of the latest weeks are told. */
const TOLD = 12

/**
 * Says in sentences whether conversion falls, and why.
 *
 * @param decline - What {@link detectDecline} returned.
 * @param locale - The language; English unless given.
 * @returns Whether the rate falls week by week, and how often chance alone makes one do so; whether chance may explain how the first and the last week differ; how much of that is due to the mix
 * of groups, and how much to the rates within them; the ten groups that matter most; and the latest twelve weeks. Where it cannot be told, what is missing.
 * @throws {@link InputError} if the decline is not as stated, such as one whose causes do not add up.
 * @example
 * import { detectDecline } from '@clientele/funnel'
 * import { explainDecline } from '@clientele/funnel/explain'
 *
 * const weekly = [
 *   { week: '2024-W05', group: 'web', entered: 100, converted: 50 },
 *   { week: '2024-W05', group: 'ads', entered: 10, converted: 1 },
 *   { week: '2024-W06', group: 'web', entered: 50, converted: 26 },
 *   { week: '2024-W06', group: 'ads', entered: 100, converted: 12 },
 * ]
 * const { sentences } = explainDecline(detectDecline(weekly, { weeks: 1 }))
 * sentences[0] //=> 'Conversion is falling week by week, by 21.03 percentage points in all: 46.36% in 2024-W05, 25.33% in 2024-W06.'
 * sentences[4] //=> 'Within groups, all in all, conversion rose: the rate of the whole fell only because groups that convert less make up more of it.'
 */
export function explainDecline(decline: ConversionDecline, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkDecline(decline, issues)
  throwIssues(issues)
  const { weeks, declining, pValue, chanceOfThis, diagnoses } = decline
  const { everyWeek, firstAndLast, diagnoses: texts } = locale.decline
  if (declining === null) return { sentences: diagnoses.map(({ code, params }) => formatMessage(texts[code], params)) }
  return {
    sentences: onOneLine([
      explainCourse(decline, locale),
      ...(declining ? [fillTemplate(everyWeek[weeks === 1 ? 'one' : 'many'], { weeks, chance: shownPValue(chanceOfThis ?? 0, locale) })] : []),
      fillTemplate(sayOfChance(pValue ?? 0, firstAndLast), { chance: shownPValue(pValue ?? 0, locale) }),
      ...explainCauses(decline, locale),
      ...explainWeeks(decline.series, locale),
    ]),
  }
}

/** Where the rate began and where it ended, and whether it fell all the way. */
function explainCourse({ declining, difference, series }: ConversionDecline, locale: FunnelLocale): string {
  const { falling, notFalling } = locale.decline
  const [first, last] = [series[0] as WeekFigures, series.at(-1) as WeekFigures]
  const [was, is] = tellApart(first.rate ?? 0, last.rate ?? 0, (rate, more) => shownShareTo(rate, locale, more))
  return fillTemplate(declining ? falling : notFalling, {
    points: saidPoints(difference ?? 0, locale),
    first: was,
    last: is,
    from: shownWeek(first, locale),
    to: shownWeek(last, locale),
  })
}

function sayOfChance(chance: number, { hardly, maybe }: ChanceTexts): string {
  return chance < SIGNIFICANCE ? hardly : maybe
}

function explainCauses({ difference, mix, rate, causes }: ConversionDecline, locale: FunnelLocale): string[] {
  const { apart, withoutGroups } = locale.decline
  if (difference === null || mix === null || rate === null || difference === 0) return []
  if (causes.length === 0) return [withoutGroups]
  return [
    formatMessage(apart, {
      difference: shownSignedPoints(difference, locale),
      mix: shownSignedPoints(mix, locale),
      rate: shownSignedPoints(rate, locale),
    }),
    ...explainOnlyMix(difference, rate, locale),
    ...explainEffects(causes, (cause) => explainCause(cause, locale), locale),
  ]
}

function explainCause({ group, contribution, mix, rate }: DeclineCause, locale: FunnelLocale): string {
  const facts = { contribution: shownSignedPoints(contribution, locale), mix: signedPoints(mix), rate: signedPoints(rate) }
  return formatMessage(locale.decline.cause, { group: shownGroupName(group, locale), ...facts })
}

function shownWeek({ week }: WeekFigures, { decline: { weeks } }: FunnelLocale): string {
  if (typeof week === 'number') return formatMessage(weeks.number, { week: shown(String(week)) })
  return formatMessage(isIsoWeek(week) ? weeks.iso : weeks.monday, { week })
}

function explainWeeks(series: readonly WeekFigures[], locale: FunnelLocale): string[] {
  const { series: texts, week, earlierWeeks } = locale.decline
  const earlier = Math.max(series.length - TOLD, 0)
  const told = series.slice(earlier).map((figures) => {
    const { rate, converted, entered } = figures
    return fillTemplate(week, { week: shownWeek(figures, locale), percent: shownShareTo(rate ?? 0, locale), converted, entered })
  })
  return [formatMessage(texts, { weeks: listTexts(told, locale.core) }), ...(earlier === 0 ? [] : [formatMessage(earlierWeeks, { number: earlier })])]
}
