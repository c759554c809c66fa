import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { secondsOf } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import { formatMessage, listTexts, shownElapsedTime, shownPart } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { readWindow } from '../steps/readWindow.js'
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
 * @returns How many took each step, and which share that is of those who took the first; how many stopped before it, without those who may yet get on; between
 * which steps most stopped; who may yet get on; how long it took from step to step; the latest twelve cohorts; how steps were counted; and what to bear in mind.
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
 * explainSteps(countSteps(events, { steps: ['visit', 'order'] })).sentences.slice(0, 3)
 * //=> ['Took the step "visit": 2.', 'Then took "order": 1, which is 50% of those who began; stopped before it: 1.', 'From "visit" to "order": the median is 5 min, the mean 5 min.']
 */
export function explainSteps(funnel: StepFunnel, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkStepFunnel(funnel, issues)
  throwIssues(issues)
  const { asOf = '', diagnoses } = funnel
  return {
    sentences: onOneLine([
      ...explainCounts(funnel, locale),
      ...explainMostStop(funnel, locale),
      ...explainOpen(funnel, locale),
      ...explainTimes(funnel, locale),
      ...explainCohorts(funnel, locale),
      ...explainRule(funnel, locale),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.steps.diagnoses[code], { asOf, count: params.count })),
    ]),
  }
}

/** How many stopped after each step but the last, and have no time left to get on. */
function stoppedAfter({ counts, open }: StepFunnel): number[] {
  return counts.slice(1).map((count, index) => (counts[index] as number) - count - (open?.[index] ?? 0))
}

function explainCounts(funnel: StepFunnel, { steps: texts }: FunnelLocale): string[] {
  const { steps, counts } = funnel
  const [first, ...others] = counts as [number, ...number[]]
  const inAnyOrder = funnel.mode === 'unordered'
  const stoppedBefore = stoppedAfter(funnel)
  const { none, began, took, noneAtAll, beganAnywhere, tookSoMany } = texts
  const facts = { step: steps[0] as string, count: first }
  if (first === 0) return [formatMessage(inAnyOrder ? noneAtAll : none, facts)]
  return [
    formatMessage(inAnyOrder ? beganAnywhere : began, facts),
    ...others.map((count, index) => {
      const stopped = stoppedBefore[index] as number
      const more = { step: steps[index + 1] as string, number: index + 2, percent: shownPart(String(count), String(first)), stopped, count }
      return formatMessage(inAnyOrder ? tookSoMany : took, more)
    }),
  ]
}

/** Says where most stopped, if there are several places to stop at and no two of them are alike in this. */
function explainMostStop(funnel: StepFunnel, { steps: texts }: FunnelLocale): string[] {
  const { steps, counts } = funnel
  const stopped = stoppedAfter(funnel)
  const most = stopped.reduce((one, other) => Math.max(one, other), 0)
  const place = stopped.indexOf(most)
  if (funnel.mode === 'unordered' || stopped.length < 2 || most === 0 || stopped.lastIndexOf(most) !== place) return []
  const facts = { from: steps[place] as string, to: steps[place + 1] as string, stopped: most, count: counts[place] as number }
  return [formatMessage(texts.mostStop, facts)]
}

function explainOpen(funnel: StepFunnel, { core, steps: texts }: FunnelLocale): string[] {
  const { steps, mode, counts, open } = funnel
  if (open === undefined || counts[0] === 0) return []
  const template = mode === 'unordered' ? texts.stillWith : texts.stillAt
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

/** Says how steps were counted, as far as it makes a difference. */
function explainRule({ steps, mode, window, asOf, zone, cohorts }: StepFunnel, { core, steps: texts }: FunnelLocale): string[] {
  const length = window === undefined ? undefined : readWindow(window, [], [])
  // A moment is the same in every zone.
  const hasDates = cohorts !== undefined || (asOf !== undefined && !Number.isNaN(parseDay(asOf)))
  return [
    ...(steps.length > 1 ? [texts.modes[mode]] : []),
    ...(steps.length > 1 && length !== undefined ? [formatMessage(texts.window, { window: shownElapsedTime(secondsOf(length), core) })] : []),
    ...(asOf === undefined ? [] : [formatMessage(texts.upTo, { asOf })]),
    ...(zone !== undefined && hasDates ? [formatMessage(texts.zone, { zone })] : []),
  ]
}
