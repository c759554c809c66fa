import { formatMessage, shownPart } from '@clientele/core/explain'
import type { StageMeasure } from '../measure/types.js'
import { shownEventual, shownMeanDays } from './shownFigures.js'
import { listQuoted, type Vocabulary } from './vocabulary.js'

/** Says where deals stay longest, if more than one stage tells how long they stay, and that is a day at least. */
export function explainSlowest(stages: readonly StageMeasure[], { locale, stage: titleOf }: Vocabulary): string[] {
  const measured = stages.filter(({ medianDays }) => medianDays !== null)
  const median = measured.reduce((most, { medianDays }) => Math.max(most, medianDays ?? 0), 0)
  if (measured.length < 2 || median === 0) return []
  const slowest = measured.filter(({ medianDays }) => medianDays === median)
  const titles = slowest.map(({ stage }) => titleOf(stage))
  const facts = { stages: listQuoted(titles, locale), median: shownMeanDays(median, locale) }
  const [{ medianDaysAdvanced, medianDaysLost }, ...others] = slowest as [StageMeasure, ...StageMeasure[]]
  if (medianDaysAdvanced === null || medianDaysLost === null || others.length > 0) return [formatMessage(locale.measure.slowest, facts)]
  const [advanced, lost] = [shownMeanDays(medianDaysAdvanced, locale), shownMeanDays(medianDaysLost, locale)]
  return [formatMessage(locale.measure.slowestInDetail, { ...facts, advanced, lost })]
}

/** Says what became of the deals that came to a stage. */
export function explainStage(measured: StageMeasure, { locale, stage: titleOf }: Vocabulary): string {
  const { entered, skipped, advanced, lost, open, standing } = measured
  const { stage: plain, nobody, skippedHere, standingHere } = locale.measure
  const stage = titleOf(measured.stage)
  if (entered === 0) return formatMessage(nobody, { stage })
  return [
    formatMessage(plain, { stage, entered, advanced, lost, open }),
    ...(skipped === 0 ? [] : [formatMessage(skippedHere, { skipped })]),
    ...(standing === open ? [] : [formatMessage(standingHere, { standing })]),
    explainRates(measured, locale),
  ].join(locale.sentenceSeparator)
}

function explainRates({ entered, advanced, lost, open, conversion }: StageMeasure, { measure: texts }: Vocabulary['locale']): string {
  const [all, closed] = [String(entered), String(advanced + lost)]
  const ofEntered = shownPart(String(advanced), all)
  if (open === 0) return formatMessage(texts.rateDecided, { ofEntered })
  if (closed === '0') return texts.ratesUndecided
  return formatMessage(texts.rates, { ofEntered, ofClosed: shownPart(String(advanced), closed), ...shownEventual(conversion) })
}
