import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPart, shownPercent } from '@clientele/core/explain'
import type { Bottleneck, BottleneckRanking, UnjudgedStage } from '../bottlenecks/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkBottlenecks } from './checkBottlenecks.js'
import { successesOf } from './checkRates.js'
import { onOneLine } from './onOneLine.js'
import { shownAmounts } from './shownFigures.js'
import { shownNumber } from './shownMoney.js'
import { listQuoted, type Vocabulary, vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences which stages are below their benchmarks, and what that costs.
 *
 * @param ranking - What {@link rankBottlenecks} returned.
 * @param pipeline - The pipeline that made the measure; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns What each stage that is below its benchmark would bring if it alone were mended, the costliest first, and whether it may be there by chance; the stages that meet their benchmarks;
 * and those that could not be judged, and why.
 * @throws {@link InputError} if the pipeline is not one, or not the one that made the ranking, or the ranking is not as stated.
 * @example
 * import { measureFunnel, rankBottlenecks } from '@clientele/funnel'
 * import { explainBottlenecks } from '@clientele/funnel/explain'
 * import { opportunityPipeline } from '@clientele/funnel/templates'
 *
 * const deal = (id: number, ...stages: string[]) => stages.map((to) => ({ deal: id, at: '2024-03-01', to, amount: '1000', currency: 'EUR' }))
 * const log = [...deal(1, 'quoted', 'won'), ...deal(2, 'quoted', 'lost'), ...deal(3, 'quoted', 'lost'), ...deal(4, 'quoted', 'lost')]
 * const measure = measureFunnel(log, opportunityPipeline, { asOf: '2024-03-31' })
 * explainBottlenecks(rankBottlenecks(measure, { benchmarks: { quoted: '0.5' } }), opportunityPipeline).sentences[0]
 * //=> 'The costliest stage is "proposal and quote": getting 50% of its deals on, its benchmark, instead of 25% (1 of 4) would bring 1000.00 EUR more (won deals: 1 more). It may be below its benchmark by chance: the 95% interval of its rate is 4.56% to 69.94%.'
 */
export function explainBottlenecks(
  ranking: BottleneckRanking,
  pipeline: Pipeline,
  locale: FunnelLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkBottlenecks(ranking, pipeline, issues)
  throwIssues(issues)
  const vocabulary = vocabularyOf(pipeline, locale)
  const { asOf, bottlenecks, met } = ranking
  const { apart, basis } = locale.bottlenecks
  return {
    sentences: onOneLine([
      ...(bottlenecks.length === 0 ? [explainNone(ranking, locale)] : []),
      ...bottlenecks.map((bottleneck, index) => explainBottleneck(bottleneck, index, vocabulary)),
      ...(bottlenecks.length > 1 ? [apart] : []),
      ...explainAmounts(ranking, locale),
      ...explainMet(met, vocabulary),
      ...(['no-decided-deals-later', 'no-decided-deals'] as const).flatMap((reason) => explainUnjudged(reason, ranking, vocabulary)),
      formatMessage(basis, { title: vocabulary.title, asOf }),
    ]),
  }
}

function explainNone({ met, insufficient }: BottleneckRanking, { bottlenecks: { none, noneJudged, noBenchmarks } }: FunnelLocale): string {
  if (met.length > 0) return none
  return insufficient.length > 0 ? noneJudged : noBenchmarks
}

function explainBottleneck(bottleneck: Bottleneck, index: number, { locale, stage: titleOf }: Vocabulary): string {
  const { costliest, other, worth, unpriced, fruitless, chance } = locale.bottlenecks
  const { stage, benchmark, sample, interval, lostDeals, lostValue } = bottleneck
  const successes = successesOf(bottleneck)
  const cost = formatMessage(lostDeals === 0 ? fruitless : lostValue.length === 0 ? unpriced : worth, {
    rate: shownPart(String(successes), String(sample)),
    successes,
    sample,
    benchmark: shownPercent(benchmark),
    amounts: shownAmounts(lostValue, locale),
    deals: shownNumber(lostDeals),
  })
  const [low, high] = interval
  const verdict = formatMessage(high < benchmark ? chance.hardly : chance.maybe, { low: shownPercent(low), high: shownPercent(high) })
  const sentence = formatMessage(index === 0 && lostDeals > 0 ? costliest : other, { stage: titleOf(stage), cost })
  return [sentence, verdict].join(locale.sentenceSeparator)
}

/** Says what deals are reckoned at, where not all that are won state what they are worth. */
function explainAmounts({ bottlenecks, won, wonWithAmount }: BottleneckRanking, locale: FunnelLocale): string[] {
  const { withoutAmounts, someAmounts } = locale.bottlenecks
  if (!bottlenecks.some(({ lostDeals }) => lostDeals > 0) || won === wonWithAmount) return []
  return [wonWithAmount === 0 ? withoutAmounts : formatMessage(someAmounts, { won, wonWithAmount })]
}

function explainMet(met: BottleneckRanking['met'], { locale, stage: titleOf }: Vocabulary): string[] {
  const { figure, met: template } = locale.bottlenecks
  const stages = met.map(({ stage, rate, benchmark }) =>
    formatMessage(figure, { stage: titleOf(stage), rate: shownPercent(rate), benchmark: shownPercent(benchmark) }),
  )
  return stages.length === 0 ? [] : [formatMessage(template, { stages: listTexts(stages, locale.core) })]
}

function explainUnjudged(reason: UnjudgedStage['reason'], { insufficient }: BottleneckRanking, { locale, stage: titleOf }: Vocabulary): string[] {
  const stages = insufficient.filter((one) => one.reason === reason).map(({ stage }) => titleOf(stage))
  return stages.length === 0 ? [] : [formatMessage(locale.bottlenecks.insufficient[reason], { stages: listQuoted(stages, locale) })]
}
