import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { EffortAllocation, EffortReason } from '../effort/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkAllocation } from './checkAllocation.js'
import { onOneLine } from './onOneLine.js'
import { saidMoney, shownNumber } from './shownMoney.js'
import { shownShare } from './shownShare.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences how hours are best divided among the stages of a pipeline, and why.
 *
 * @param allocation - What {@link allocateEffort} returned.
 * @param pipeline - The pipeline of the measure that it goes by; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns What the hours can be expected to bring, or that nobody knows; which stage gets how many of them, the best first, and what they bring there; which get none, and why; what
 * one more hour would bring; and what this takes for granted.
 * @throws {@link InputError} if the pipeline is not one, or not that of the measure, or the allocation is not as stated, such as one whose hours do not add up.
 * @example
 * import { allocateEffort, measureFunnel, type Pipeline } from '@clientele/funnel'
 * import { explainEffort } from '@clientele/funnel/explain'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }, { id: 'negotiating' }], ...rules }
 * const log = [
 *   { deal: 'A', at: '2024-03-01', to: 'quoted' },
 *   { deal: 'A', at: '2024-03-08', to: 'negotiating' },
 *   { deal: 'A', at: '2024-03-21', to: 'won' },
 *   { deal: 'B', at: '2024-03-04', to: 'quoted' },
 *   { deal: 'B', at: '2024-03-18', to: 'lost' },
 * ]
 * const costs = [
 *   { stage: 'quoted', hoursPerDeal: 5 },
 *   { stage: 'negotiating', hoursPerDeal: 8, capacity: 2 },
 * ]
 * const allocation = allocateEffort(measureFunnel(log, pipeline, { asOf: '2024-03-31' }), { hours: 26, costs, values: 4000, currency: 'EUR' })
 * const { sentences } = explainEffort(allocation, pipeline)
 * sentences[0] //=> 'Divided as follows, 26 h of work on "sales" can be expected to bring 12000 EUR.'
 * sentences[2] //=> '"negotiating" can take no more than 16 h: there are no more deals to work on.'
 * sentences[3] //=> '"quoted" gets 10 h: an hour of work there brings 400 EUR. Deals worked on in that time: 2, of which 50% are won in the end; that brings 4000 EUR.'
 */
export function explainEffort(
  allocation: EffortAllocation,
  pipeline: Pipeline,
  locale: FunnelLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkAllocation(allocation, pipeline, issues)
  throwIssues(issues)
  const vocabulary = vocabularyOf(pipeline, locale)
  const { asOf, hours, expectedValue, currency, reasons } = allocation
  const facts = { hours: shownHours(hours, locale), title: vocabulary.title, value: saidMoney(expectedValue, currency, locale) }
  return {
    sentences: onOneLine([
      formatMessage(locale.effort[summaryOf(allocation)], facts),
      ...reasons.map((reason) => explainReason(reason, allocation, vocabulary)),
      explainNextHour(allocation, vocabulary),
      formatMessage(locale.effort.basis, { asOf }),
    ]),
  }
}

function summaryOf(allocation: EffortAllocation): 'summary' | 'noHours' | 'unknown' | 'nothing' {
  if (allocation.expectedValue > 0) return 'summary'
  if (allocation.hours === 0) return 'noHours'
  return isUnknown(allocation) ? 'unknown' : 'nothing'
}

/** Whether nobody knows what a stage brings. */
function isUnknown({ stages }: EffortAllocation): boolean {
  return stages.some(({ winRate }) => winRate === null)
}

function shownHours(hours: number, { core }: FunnelLocale): string {
  return formatMessage(core.times.hours, { number: shownNumber(hours) })
}

function explainReason(reason: EffortReason, allocation: EffortAllocation, { locale, stage: titleOf }: Vocabulary): string {
  const { code, params } = reason
  const { currency, stages } = allocation
  const sentence = formatMessage(templateOf(reason, allocation, locale), {
    stage: 'stage' in params ? titleOf(params.stage) : '',
    hours: 'hours' in params ? shownHours(params.hours, locale) : '',
    marginal: 'marginal' in params ? saidMoney(params.marginal, currency, locale) : '',
  })
  const found = code === 'best-use' ? stages.find(({ stage }) => stage === params.stage) : undefined
  if (found === undefined) return sentence
  const { deals, winRate, expectedValue } = found
  const facts = { deals: shownNumber(deals), percent: shownShare(winRate ?? 0, locale), value: saidMoney(expectedValue, currency, locale) }
  return [sentence, formatMessage(locale.effort.worked, facts)].join(locale.sentenceSeparator)
}

function templateOf({ code, params }: EffortReason, allocation: EffortAllocation, { effort: texts }: FunnelLocale): string {
  if (code === 'hours-left' && isUnknown(allocation)) return texts.leftUnknown
  if (code !== 'less-per-hour') return texts.reasons[code]
  if (allocation.hours === 0) return texts.withoutHours
  const given = allocation.stages.flatMap(({ hours, marginal }) => (hours > 0 && marginal !== null ? [marginal] : []))
  return given.some((marginal) => marginal <= params.marginal) ? texts.asMuchPerHour : texts.reasons[code]
}

function explainNextHour(allocation: EffortAllocation, { locale, stage: titleOf }: Vocabulary): string {
  const { nextHour, currency } = allocation
  const { nextHour: somewhere, noNextHour, unknownNextHour } = locale.effort
  if (nextHour === null) return isUnknown(allocation) ? unknownNextHour : noNextHour
  return formatMessage(somewhere, { stage: titleOf(nextHour.stage), value: saidMoney(nextHour.value, currency, locale) })
}
