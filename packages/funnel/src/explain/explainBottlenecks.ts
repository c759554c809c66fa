import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPercent } from '@clientele/core/explain'
import type { Bottleneck, BottleneckRanking, UnjudgedStage } from '../bottlenecks/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { CurrencyAmount } from '../money/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkBottlenecks } from './checkBottlenecks.js'
import { successesOf } from './checkRates.js'
import { fillTemplate } from './fillTemplate.js'
import { onOneLine } from './onOneLine.js'
import { saidMoney, saidNumber } from './shownMoney.js'
import { shownShareTo, tellApart } from './tellApart.js'
import { listQuoted, type Vocabulary, vocabularyOf } from './vocabulary.js'

/** Below this chance is unlikely to explain it. */
const LEVEL = 0.05

/**
 * Says in sentences which stages are below their benchmarks, and what that costs.
 *
 * @param ranking - What {@link rankBottlenecks} returned.
 * @param pipeline - The pipeline that made the measure; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns What each stage that is below its benchmark would bring if it alone were mended, the costliest first, and whether chance may explain that it is there; the stages that meet their
 * benchmarks; and those that could not be judged or priced, and why. Amounts are rounded to the minor digits of their currency.
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
 * //=> 'The costliest stage is "proposal and quote": getting 50% of its deals on, its benchmark, instead of 25% (1 of 4) would bring 1000 EUR more (won deals: 1 more). Chance may explain that it is below its benchmark: the 95% interval of its rate is 4.56% to 69.94%.'
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
      ...explainTied(bottlenecks, vocabulary),
      ...bottlenecks.map((bottleneck, index) => explainBottleneck(bottleneck, isCostliest(index, bottlenecks), vocabulary)),
      ...(bottlenecks.length > 1 ? [apart] : []),
      ...explainAmounts(ranking, locale),
      ...explainMet(met, vocabulary),
      ...(['no-decided-deals-later', 'no-decided-deals'] as const).flatMap((reason) => explainUnjudged(reason, ranking, vocabulary)),
      formatMessage(basis, { title: vocabulary.title, asOf }),
    ]),
  }
}

function explainNone({ met, insufficient }: BottleneckRanking, { bottlenecks: texts }: FunnelLocale): string {
  if (insufficient.some(({ reason }) => reason === 'no-decided-deals-later')) return texts.nonePriced
  if (met.length > 0) return texts.none
  return insufficient.length > 0 ? texts.noneJudged : texts.noBenchmarks
}

/** Whether a stage costs more than any other one. */
function isCostliest(index: number, [first, second]: readonly Bottleneck[]): boolean {
  return index === 0 && first !== undefined && first.lostDeals > (second?.lostDeals ?? 0)
}

/** Names the stages that cost the most, where there are several. */
function explainTied(bottlenecks: readonly Bottleneck[], { locale, stage: titleOf }: Vocabulary): string[] {
  const most = bottlenecks[0]?.lostDeals ?? 0
  const tied = bottlenecks.filter(({ lostDeals }) => lostDeals > 0 && lostDeals === most).map(({ stage }) => titleOf(stage))
  return tied.length < 2 ? [] : [formatMessage(locale.bottlenecks.tied, { stages: listQuoted(tied, locale) })]
}

function explainBottleneck(bottleneck: Bottleneck, costsMost: boolean, { locale, stage: titleOf }: Vocabulary): string {
  const { costliest, other, worth, unpriced, fruitless, chance } = locale.bottlenecks
  const { stage, sample, interval, pValue, lostDeals, lostValue } = bottleneck
  const cost = fillTemplate(lostDeals === 0 ? fruitless : lostValue.length === 0 ? unpriced : worth, {
    ...shownGap(bottleneck, locale),
    successes: successesOf(bottleneck),
    sample,
    amounts: listTexts(
      lostValue.map((amount) => saidAmount(amount, locale)),
      locale.core,
    ),
    deals: saidNumber(lostDeals, locale),
  })
  const [low, high] = interval
  const verdict = formatMessage(pValue < LEVEL ? chance.hardly : chance.maybe, { low: shownPercent(low), high: shownPercent(high) })
  const sentence = formatMessage(costsMost ? costliest : other, { stage: titleOf(stage), cost })
  return [sentence, verdict].join(locale.sentenceSeparator)
}

/** A rate and its benchmark, which differ also where both look alike. */
function shownGap({ rate, benchmark }: Pick<Bottleneck, 'rate' | 'benchmark'>, locale: FunnelLocale) {
  const [is, should] = tellApart(rate, benchmark, (share, more) => shownShareTo(share, locale, more))
  return { rate: is, benchmark: should }
}

function saidAmount({ currency, amount }: CurrencyAmount, locale: FunnelLocale): string {
  const said = saidMoney(amount, currency, locale)
  return currency === null ? formatMessage(locale.names.amountOnly, { amount: said }) : said
}

/** Says what deals are reckoned at, where not all that are won state what they are worth. */
function explainAmounts({ bottlenecks, won, wonWithAmount }: BottleneckRanking, locale: FunnelLocale): string[] {
  const { withoutAmounts, someAmounts } = locale.bottlenecks
  if (!bottlenecks.some(({ lostDeals }) => lostDeals > 0) || won === wonWithAmount) return []
  return [wonWithAmount === 0 ? withoutAmounts : formatMessage(someAmounts, { won, wonWithAmount })]
}

function explainMet(met: BottleneckRanking['met'], vocabulary: Vocabulary): string[] {
  const { locale } = vocabulary
  const stages = met.map((stage) => shownStage(stage, vocabulary))
  return stages.length === 0 ? [] : [formatMessage(locale.bottlenecks.met, { stages: listTexts(stages, locale.core) })]
}

/** A stage with its benchmark, and its rate where it has one. */
function shownStage({ stage, rate, benchmark }: Pick<UnjudgedStage, 'stage' | 'rate' | 'benchmark'>, { locale, stage: titleOf }: Vocabulary): string {
  const { figure, undecided } = locale.bottlenecks
  const title = { stage: titleOf(stage) }
  if (rate === null) return fillTemplate(undecided, { ...title, benchmark: shownShareTo(benchmark, locale) })
  return fillTemplate(figure, { ...title, ...shownGap({ rate, benchmark }, locale) })
}

function explainUnjudged(reason: UnjudgedStage['reason'], { insufficient }: BottleneckRanking, vocabulary: Vocabulary): string[] {
  const { locale } = vocabulary
  const stages = insufficient.filter((one) => one.reason === reason).map((one) => shownStage(one, vocabulary))
  return stages.length === 0 ? [] : [formatMessage(locale.bottlenecks.insufficient[reason], { stages: listTexts(stages, locale.core) })]
}
