import { formatMessage, listTexts, shownPart } from '@clientele/core/explain'
import type { FunnelFigures, LossMeasure } from '../measure/types.js'
import { shownAmounts } from './shownFigures.js'
import type { Vocabulary } from './vocabulary.js'

/** So many of the most frequent reasons are told. */
const TOLD = 10

/** Says where and why deals were lost, the most first. */
export function explainLosses({ losses, lost }: FunnelFigures, vocabulary: Vocabulary): string[] {
  if (losses.length === 0) return []
  const { locale } = vocabulary
  const { lossesByStage, lossesByReason } = locale.measure
  const stageOf = ({ stage }: LossMeasure): string => (stage === null ? locale.names.noStage : vocabulary.stage(stage))
  const reasonOf = ({ reason }: LossMeasure): string => (reason === null ? locale.names.noReason : vocabulary.reason(reason))
  const barsBy = (key: 'stage' | 'reason', nameOf: (loss: LossMeasure) => string): string[] =>
    sumBy(losses, key).map(([loss, count]) =>
      formatMessage(locale.names.bar, { name: nameOf(loss), count, percent: shownPart(String(count), String(lost.count)) }),
    )
  const reasons = barsBy('reason', reasonOf)
  const more = reasons.length > TOLD ? [formatMessage(locale.core.more, { number: reasons.length - TOLD })] : []
  return [
    formatMessage(lossesByStage, { bars: listTexts(barsBy('stage', stageOf), locale.core) }),
    formatMessage(lossesByReason, { bars: listTexts([...reasons.slice(0, TOLD), ...more], locale.core) }),
    ...commonestOf(losses).map((loss) => {
      const { commonestLoss, commonestLossWorth } = locale.measure
      const facts = { stage: stageOf(loss), reason: reasonOf(loss), count: loss.count, lost: lost.count }
      return loss.amounts.length === 0
        ? formatMessage(commonestLoss, facts)
        : formatMessage(commonestLossWorth, { ...facts, amounts: shownAmounts(loss.amounts, locale) })
    }),
  ]
}

/** A loss of each stage or reason, and how many there are of it; the most first. */
function sumBy(losses: readonly LossMeasure[], key: 'stage' | 'reason'): readonly (readonly [LossMeasure, number])[] {
  const sums = new Map<string | null, readonly [LossMeasure, number]>()
  for (const loss of losses) sums.set(loss[key], [loss, (sums.get(loss[key])?.[1] ?? 0) + loss.count])
  return [...sums.values()].sort(([, one], [, other]) => other - one)
}

/** The stage and reason of the most losses, if there is anything to choose from and no other has as many. */
function commonestOf(losses: readonly LossMeasure[]): readonly LossMeasure[] {
  const most = losses.reduce((one, { count }) => Math.max(one, count), 0)
  const commonest = losses.filter(({ count }) => count === most)
  return losses.length > 1 && commonest.length === 1 ? commonest : []
}
