import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPart } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { StepFunnel } from '../steps/types.js'
import { checkStepFunnel } from './checkSteps.js'
import { onOneLine } from './onOneLine.js'
import { shownMeasured } from './shownFigures.js'

/** So many of the latest cohorts are told. */
const TOLD = 12

/**
 * Says in sentences how many took which steps.
 *
 * @param funnel - What {@link countSteps} returned.
 * @param locale - The language; English unless given.
 * @returns How many took each step, and which share that is of those who took the first; between which steps most stop; who may yet get on; how long it
 * took from step to step; the latest twelve cohorts; and what to bear in mind.
 * @throws {@link InputError} if the counts are not as stated, such as shares that disagree with them.
 * @example
 * import { countSteps } from '@clientele/funnel'
 * import { explainSteps } from '@clientele/funnel/explain'
 *
 * const events = [
 *   { actor: 'Li', at: '2026-03-02T09:00:00Z', step: 'visit' },
 *   { actor: 'Li', at: '2026-03-02T09:05:00Z', step: 'order' },
 *   { actor: 'Wu', at: '2026-03-02T10:00:00Z', step: 'visit' },
 * ]
 * explainSteps(countSteps(events, { steps: ['visit', 'order'] })).sentences
 * //=> ['Took the step "visit": 2.', 'Then took "order": 1, which is 50% of those who began; stopped before it: 1.', 'From "visit" to "order": half took up to 5 min; the mean is 5 min.']
 */
export function explainSteps(funnel: StepFunnel, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkStepFunnel(funnel, issues)
  throwIssues(issues)
  const { diagnoses } = funnel
  return {
    sentences: onOneLine([
      ...explainCounts(funnel, locale),
      ...explainMostStop(funnel, locale),
      ...explainOpen(funnel, locale),
      ...explainTimes(funnel, locale),
      ...explainCohorts(funnel, locale),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.steps.diagnoses[code], { ...params })),
    ]),
  }
}

/** Whether steps were counted in any order, so that none comes before another. */
function isUnordered({ steps, timeToConvert }: StepFunnel): boolean {
  return steps.length > 1 && timeToConvert.length === 0
}

function explainCounts(funnel: StepFunnel, { steps: texts }: FunnelLocale): string[] {
  const { steps, counts } = funnel
  const [first, ...others] = counts as [number, ...number[]]
  const inAnyOrder = isUnordered(funnel)
  const { none, began, took, noneAtAll, beganAnywhere, tookSoMany } = texts
  const facts = { step: steps[0] as string, count: first }
  if (first === 0) return [formatMessage(inAnyOrder ? noneAtAll : none, facts)]
  return [
    formatMessage(inAnyOrder ? beganAnywhere : began, facts),
    ...others.map((count, index) => {
      const stopped = (counts[index] as number) - count
      const more = { step: steps[index + 1] as string, number: index + 2, percent: shownPart(String(count), String(first)), stopped, count }
      return formatMessage(inAnyOrder ? tookSoMany : took, more)
    }),
  ]
}

/** Says where most stop, if there are several places to stop at and no two of them are alike in this. */
function explainMostStop(funnel: StepFunnel, { steps: texts }: FunnelLocale): string[] {
  const { steps, counts } = funnel
  const stopped = counts.slice(1).map((count, index) => (counts[index] as number) - count)
  const most = stopped.reduce((one, other) => Math.max(one, other), 0)
  const place = stopped.indexOf(most)
  if (isUnordered(funnel) || stopped.length < 2 || most === 0 || stopped.lastIndexOf(most) !== place) return []
  const facts = { from: steps[place] as string, to: steps[place + 1] as string, stopped: most, count: counts[place] as number }
  return [formatMessage(texts.mostStop, facts)]
}

function explainOpen(funnel: StepFunnel, { core, steps: texts }: FunnelLocale): string[] {
  const { steps, counts, open } = funnel
  if (open === undefined || counts[0] === 0) return []
  const template = isUnordered(funnel) ? texts.stillWith : texts.stillAt
  const actors = open.flatMap((count, index) =>
    count === 0 ? [] : [formatMessage(template, { step: steps[index] as string, number: index + 1, count })],
  )
  return [actors.length === 0 ? texts.final : formatMessage(texts.mayGetOn, { actors: listTexts(actors, core) })]
}

function explainTimes({ timeToConvert }: StepFunnel, locale: FunnelLocale): string[] {
  return timeToConvert.flatMap(({ from, to, mean, median }) => {
    if (mean === null || median === null) return []
    return [formatMessage(locale.steps.time, { from, to, mean: shownMeasured(mean, locale), median: shownMeasured(median, locale) })]
  })
}

function explainCohorts({ cohorts = [] }: StepFunnel, { steps: texts }: FunnelLocale): string[] {
  const earlier = Math.max(cohorts.length - TOLD, 0)
  return [
    ...cohorts.slice(earlier).map(({ from, to, counts }) => {
      const [count, last] = [counts[0] as number, counts.at(-1) as number]
      return formatMessage(texts.cohort, { from, to, count, last, percent: shownPart(String(last), String(count)) })
    }),
    ...(earlier === 0 ? [] : [formatMessage(texts.earlierCohorts, { number: earlier })]),
  ]
}
