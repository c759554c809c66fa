import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPart, shownPercent } from '@clientele/core/explain'
import type { ComparedGroup, GroupComparison, InsufficientGroup } from '../alerts/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkComparison, WON } from './checkComparison.js'
import { SIGNIFICANCE, successesOf } from './checkRates.js'
import { nameOf } from './explainGroups.js'
import { fillTemplate } from './fillTemplate.js'
import { onOneLine } from './onOneLine.js'
import { shownNumber } from './shownMoney.js'
import { shownPValue } from './shownPValue.js'
import { inWords } from './shownShare.js'
import { shownShareTo, tellApart } from './tellApart.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** So many significant alerts are told, each by itself. */
const TOLD = 10

/**
 * Says in sentences how groups stand beside each other.
 *
 * @param comparison - What {@link compareGroups} returned.
 * @param pipeline - The pipeline that made the measure; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns How many groups are below the others, and significantly so also where it is allowed for how many there are; the ten most urgent of those that chance is unlikely to explain, each
 * with how often it alone makes such a difference; those that it may explain; how many false alarms are to be expected among so many comparisons, and which groups are significant also
 * after correction; the groups that are not below the others; and those that could not be compared, and why.
 * @throws {@link InputError} if the pipeline is not one, or not the one that made the comparison, or the comparison is not as stated, such as one whose samples do not add up.
 * @example
 * import { compareGroups, measureFunnel } from '@clientele/funnel'
 * import { explainComparison } from '@clientele/funnel/explain'
 * import { opportunityPipeline } from '@clientele/funnel/templates'
 *
 * const deals = (region: string, count: number, to: string) =>
 *   Array.from({ length: count }, (_, index) => [
 *     { deal: `${region} ${to} ${index}`, at: '2024-03-01', to: 'quoted', attributes: { region } },
 *     { deal: `${region} ${to} ${index}`, at: '2024-03-08', to },
 *   ]).flat()
 * const log = [...deals('East', 3, 'won'), ...deals('East', 12, 'lost'), ...deals('West', 18, 'won'), ...deals('West', 9, 'lost')]
 * const measure = measureFunnel(log, opportunityPipeline, { asOf: '2024-03-31', by: 'region' })
 * const { sentences } = explainComparison(compareGroups(measure, { minimumSample: 10 }), opportunityPipeline)
 * sentences[0] //=> 'Groups compared: 2; below the others: 1; of these, significantly also after correction for so many comparisons (Holm): 1.'
 * sentences[1] //=> 'Below the others: "East", where 20% of the decided deals are won (3 of 15; 95% interval 7.05% to 45.19%), against 66.67% of all the others. Chance is unlikely to explain this: it alone makes a difference at least as improbable in 0.88% of cases.'
 */
export function explainComparison(
  comparison: GroupComparison,
  pipeline: Pipeline,
  locale: FunnelLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkComparison(comparison, pipeline, issues)
  throwIssues(issues)
  const vocabulary = vocabularyOf(pipeline, locale)
  const { asOf, by } = comparison
  return {
    sentences: onOneLine([
      ...explainAlerts(comparison, vocabulary),
      ...explainFalseAlarms(comparison, locale),
      ...explainOthers(comparison, locale),
      ...(['group', 'others'] as const).flatMap((reason) => explainInsufficient(reason, comparison, locale)),
      formatMessage(locale.alerts.basis, { title: vocabulary.title, asOf, by }),
    ]),
  }
}

/** How many are below the others; those that chance is unlikely to explain, each by itself; and those that it may, together. */
function explainAlerts(comparison: GroupComparison, vocabulary: Vocabulary): string[] {
  const { locale } = vocabulary
  const { none, nobodyCompared, summary, moreAlerts, maybe, maybeFigure } = locale.alerts
  const { alerts, compared } = comparison
  if (alerts.length === 0) return [compared.length === 0 ? nobodyCompared : none]
  const [significant, others] = [alerts.filter((alert) => alert.significant), alerts.filter((alert) => !alert.significant)]
  const groups = others.map((alert) => fillTemplate(maybeFigure, standingOf(alert, comparison, locale)))
  const number = significant.length - TOLD
  return [
    formatMessage(summary, { number: compared.length, below: alerts.length, corrected: alerts.filter(isLeft).length }),
    ...significant.slice(0, TOLD).map((alert) => explainAlert(alert, comparison, vocabulary)),
    ...(number > 0 ? [formatMessage(moreAlerts, { number })] : []),
    ...(groups.length === 0
      ? []
      : [formatMessage(maybe, { progress: shownProgress(comparison, vocabulary), groups: listTexts(groups, locale.core) })]),
  ]
}

function explainAlert(alert: ComparedGroup, comparison: GroupComparison, vocabulary: Vocabulary): string {
  const { locale } = vocabulary
  const [low, high] = alert.interval.map(shownPercent) as [string, string]
  const progress = shownProgress(comparison, vocabulary)
  return fillTemplate(locale.alerts.alert, { ...standingOf(alert, comparison, locale), progress, low, high })
}

/** Whether a group is significantly below the others also where it is allowed for how many there are. */
function isLeft({ adjustedPValue }: ComparedGroup): boolean {
  return adjustedPValue < SIGNIFICANCE
}

/** A group beside the others, whose rate is another even where both look alike. */
function standingOf(alert: ComparedGroup, comparison: GroupComparison, locale: FunnelLocale) {
  const [rate, others] = tellApart(alert.rate, alert.others, (share, more) => shownShareTo(share, locale, more))
  return { ...figuresOf(alert, comparison, locale), rate, others, chance: shownPValue(alert.pValue, locale) }
}

function figuresOf(group: ComparedGroup, { by }: GroupComparison, locale: FunnelLocale) {
  const successes = successesOf(group)
  const percent = inWords(shownPart(String(successes), String(group.sample)), locale).trimStart()
  return { group: nameOf(group.group, by, locale), percent, successes, sample: group.sample }
}

/** What deals do that get on. */
function shownProgress({ transition }: GroupComparison, { locale, stage, stages }: Vocabulary): string {
  const { won, between, toWon } = locale.alerts.progress
  if (transition === null) return won
  const isToWon = transition.to === WON && !stages.some(({ id }) => id === WON)
  return formatMessage(isToWon ? toWon : between, { from: stage(transition.from), to: stage(transition.to) })
}

/** Says how many alerts are none, and which ones are left where this is allowed for. */
function explainFalseAlarms({ alerts, compared, by }: GroupComparison, locale: FunnelLocale): string[] {
  const { falseAlarms, stay } = locale.alerts
  if (alerts.length === 0) return []
  const left = alerts.filter(isLeft).map(({ group }) => nameOf(group, by, locale))
  return [
    fillTemplate(falseAlarms, { expected: shownNumber(compared.length * SIGNIFICANCE) }),
    ...(left.length === 0 ? [] : [formatMessage(stay, { groups: listTexts(left, locale.core) })]),
  ]
}

function explainOthers(comparison: GroupComparison, locale: FunnelLocale): string[] {
  const { figure, notBelow } = locale.alerts
  const below = new Set(comparison.alerts.map(({ group }) => group))
  const others = comparison.compared.filter(({ group }) => !below.has(group))
  const groups = others.map((group) => fillTemplate(figure, figuresOf(group, comparison, locale)))
  return groups.length === 0 ? [] : [formatMessage(notBelow, { groups: listTexts(groups, locale.core) })]
}

function explainInsufficient(reason: InsufficientGroup['reason'], comparison: GroupComparison, locale: FunnelLocale): string[] {
  const { insufficient, sample: template } = locale.alerts
  const { by, minimumSample } = comparison
  const groups = comparison.insufficient
    .filter((one) => one.reason === reason)
    .map(({ group, sample }) => formatMessage(template, { group: nameOf(group, by, locale), sample }))
  return groups.length === 0 ? [] : [formatMessage(insufficient[reason], { minimum: minimumSample, groups: listTexts(groups, locale.core) })]
}
