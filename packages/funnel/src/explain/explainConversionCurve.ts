import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownDays, shownPercent } from '@clientele/core/explain'
import type { ConversionCurve } from '../curves/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { checkCurve } from './checkCurve.js'
import { onOneLine } from './onOneLine.js'

/** After how many days it is told what share is won by then, where the curve goes further. */
const MILESTONES = [7, 14, 30, 60, 90, 180, 365, 730]

/**
 * Says in sentences how deals are decided as time goes by.
 *
 * @param curve - What {@link conversionCurve} returned, or one of the curves of {@link stageCurves}.
 * @param locale - The language; English unless given.
 * @returns How many deals there are; what share is won, lost and not decided at the end; by when half are won, and what share was won after a week, a
 * month and so on; how far that is from certain; how far the curve goes; how the method counts, and what is wrong with it; and what to bear in mind.
 * @throws {@link InputError} if the curve is not as stated, such as one whose shares do not make a whole.
 * @example
 * import { conversionCurve } from '@clientele/funnel'
 * import { explainConversionCurve } from '@clientele/funnel/explain'
 *
 * const deals = [
 *   { deal: 1, entered: '2024-03-01', left: '2024-03-11', outcome: 'won' },
 *   { deal: 2, entered: '2024-03-01', left: '2024-03-21', outcome: 'lost' },
 * ] as const
 * const { sentences } = explainConversionCurve(conversionCurve(deals, { asOf: '2024-03-31' }))
 * sentences[1] //=> 'By 20 days after entering, 50% are won, 50% are lost, and 0% are not decided.'
 * sentences[2] //=> 'Half of the deals are won within 10 days of entering.'
 */
export function explainConversionCurve(curve: ConversionCurve, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkCurve(curve, ['curve'], issues)
  throwIssues(issues)
  const texts = locale.curve
  const { asOf, deals, method, diagnoses, throughDays } = curve
  const told = diagnoses.map(({ code, params }) => formatMessage(texts.diagnoses[code], { asOf, count: params.count }))
  if (throughDays === null) return { sentences: onOneLine([formatMessage(texts.none, { asOf }), ...told]) }
  return {
    sentences: onOneLine([
      formatMessage(texts.summary, { asOf, deals }),
      ...(curve.times.length === 0 ? [texts.undecided[method]] : explainShares(curve, locale)),
      formatMessage(texts.through, { days: shownDays(throughDays, locale.core) }),
      texts.methods[method],
      ...told,
    ]),
  }
}

function explainShares(curve: ConversionCurve, locale: FunnelLocale): string[] {
  const { method, times, won, lost, open, median } = curve
  const { curve: texts, core } = locale
  const last = times.length - 1
  const [days, gained, given, left] = [times[last], won[last], lost[last], open[last]] as [number, number, number, number]
  const shares = { won: shownPercent(gained), lost: shownPercent(given), open: shownPercent(left) }
  return [
    formatMessage(texts.end[method], { days: shownDays(days, core), ...shares }),
    median === null ? texts.noHalfTime[method] : formatMessage(texts.halfTime[method], { days: shownDays(median, core) }),
    ...explainMilestones(curve, locale),
    explainError(curve, locale),
  ]
}

function explainMilestones({ method, times, won }: ConversionCurve, { curve: texts, core }: FunnelLocale): string[] {
  const end = times.at(-1) as number
  const milestones = MILESTONES.filter((days) => days < end).map((days) => {
    const later = times.findIndex((time) => time > days)
    const percent = shownPercent(won[later - 1] ?? 0)
    return formatMessage(texts.milestone, { days: shownDays(days, core), percent })
  })
  return milestones.length === 0 ? [] : [formatMessage(texts.milestones[method], { milestones: listTexts(milestones, core) })]
}

/** Says how far the share that is won at the end is from certain. */
function explainError({ standardErrors, intervals }: ConversionCurve, { curve: texts }: FunnelLocale): string {
  const interval = intervals.at(-1) ?? null
  const points = shownPercent(standardErrors.at(-1) as number)
  if (interval === null) return formatMessage(texts.errorOnly, { points })
  const [low, high] = interval
  return formatMessage(texts.error, { points, low: shownPercent(low), high: shownPercent(high) })
}
