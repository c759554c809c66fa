import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { FIRST_DAY, formatDay, LAST_DAY } from '@clientele/core/days'
import { formatMessage } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { FunnelMeasure, OutcomeMeasure } from '../measure/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkMeasureOfPipeline } from './checkMeasure.js'
import { explainConversion } from './explainConversion.js'
import { explainCohorts, explainGroups } from './explainGroups.js'
import { explainLosses } from './explainLosses.js'
import { explainSlowest, explainStage } from './explainStages.js'
import { onOneLine } from './onOneLine.js'
import { shownAmounts, shownMeanDays } from './shownFigures.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

const OUTCOMES = ['won', 'lost', 'open'] as const

/**
 * Says in sentences how deals went through a pipeline.
 *
 * @param measure - What {@link measureFunnel} returned.
 * @param pipeline - The pipeline that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns How many deals there are, and between which dates they entered where that was asked; what share is won, told in three ways, and why they differ, once
 * any deal is won or lost; where deals are lost most, and the ten most frequent reasons; what deals are worth, and how long they took; the slowest stage, and
 * every stage; the groups, those with the highest and the lowest share side by side; the latest twelve cohorts, and which of them are immature; and what to
 * bear in mind.
 * @throws {@link InputError} if the pipeline is not one, or not the one that made the measure, or the measure is not as stated, such as one whose counts do
 * not add up.
 * @example
 * import { measureFunnel } from '@clientele/funnel'
 * import { explainFunnel } from '@clientele/funnel/explain'
 * import { opportunityPipeline } from '@clientele/funnel/templates'
 *
 * const log = [
 *   { deal: 'D-1', at: '2024-03-01', to: 'need-confirmed' },
 *   { deal: 'D-1', at: '2024-03-21', to: 'won' },
 *   { deal: 'D-2', at: '2024-03-05', to: 'need-confirmed' },
 * ]
 * const { sentences } = explainFunnel(measureFunnel(log, opportunityPipeline, { asOf: '2024-03-31' }), opportunityPipeline)
 * sentences[1] //=> 'Of all deals that entered, 50% are won (1 of 2).'
 * sentences[3] //=> 'Of the deals that are won or lost, 100% are won (1 of 1): open ones are left out, as if they would end like the others.'
 */
export function explainFunnel(measure: FunnelMeasure, pipeline: Pipeline, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkMeasureOfPipeline(measure, pipeline, issues)
  throwIssues(issues)
  const vocabulary = vocabularyOf(pipeline, locale)
  const { asOf, entered, stages, by = '', groups = [], cohorts = [], diagnoses } = measure
  const told = diagnoses.map(({ code, params }) => formatMessage(locale.measure.diagnoses[code], { asOf, by, count: params.count }))
  const summary = explainSummary(measure, vocabulary)
  if (entered === 0) return { sentences: onOneLine([summary, ...told]) }
  return {
    sentences: onOneLine([
      summary,
      ...explainConversion(measure, locale),
      ...explainLosses(measure, vocabulary),
      ...explainWorth(measure, locale),
      ...explainDays(measure, locale),
      ...explainSlowest(stages, vocabulary),
      ...stages.map((stage) => explainStage(stage, vocabulary)),
      ...explainGroups(groups, by, locale),
      ...explainCohorts(cohorts, locale),
      ...told,
    ]),
  }
}

function explainSummary({ asOf, entered, won, lost, open, enteredWithin, diagnoses }: FunnelMeasure, { title, locale }: Vocabulary): string {
  const { summary, summaryWithin, none, noneWithin, noneLeft } = locale.measure
  const range = shownRange(enteredWithin, locale)
  const facts = { title, asOf, entered, won: won.count, lost: lost.count, open: open.count, range }
  if (entered > 0) return formatMessage(range === '' ? summary : summaryWithin, facts)
  if (range !== '') return formatMessage(noneWithin, facts)
  return formatMessage(diagnoses.some(({ code }) => code === 'rejected') ? noneLeft : none, facts)
}

/** Between which dates deals entered; empty where they may have entered at any time. */
function shownRange(within: FunnelMeasure['enteredWithin'], { measure: { ranges } }: FunnelLocale): string {
  if (within === undefined) return ''
  const [isSince, isUntil] = [within.from !== formatDay(FIRST_DAY), within.to !== formatDay(LAST_DAY)]
  if (!isSince && !isUntil) return ''
  return formatMessage(isSince && isUntil ? ranges.between : isSince ? ranges.since : ranges.until, within)
}

function explainWorth(measure: FunnelMeasure, locale: FunnelLocale): string[] {
  const { amounts: texts, apart } = locale.measure
  const all = OUTCOMES.map((outcome) => measure[outcome].amounts)
  return [
    ...OUTCOMES.flatMap((outcome) => {
      const { amounts } = measure[outcome]
      return amounts.length === 0 ? [] : [formatMessage(texts[outcome], { amounts: shownAmounts(amounts, locale) })]
    }),
    ...(all.some(({ length }) => length > 1) ? [apart] : []),
  ]
}

function explainDays(measure: FunnelMeasure, locale: FunnelLocale): string[] {
  return OUTCOMES.flatMap((outcome) => {
    const { meanDays, medianDays }: OutcomeMeasure = measure[outcome]
    if (meanDays === null || medianDays === null) return []
    const facts = { mean: shownMeanDays(meanDays, locale), median: shownMeanDays(medianDays, locale) }
    return [formatMessage(locale.measure.days[outcome], facts)]
  })
}
