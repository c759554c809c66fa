import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { type ReadStage, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline, PipelineStage } from '../pipeline/types.js'
import { onOneLine } from './onOneLine.js'
import { listQuoted, titledOf, type Vocabulary, vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences which stages a deal goes through, and by which rules.
 *
 * @param pipeline - The pipeline.
 * @param locale - The language; English unless given.
 * @returns The stages in their order; of each the part of the funnel, what a deal needs to enter it, what is to be done then, and how likely a deal is
 * won from there; whether stages may be skipped, whether deals may go back or be opened again; why deals are lost; by which names the log tells that they
 * are won or lost, and in which currency amounts are.
 * @throws {@link InputError} if the pipeline is not one.
 * @example
 * import { explainPipeline } from '@clientele/funnel/explain'
 *
 * const { sentences } = explainPipeline({
 *   kind: 'pipeline',
 *   id: 'sales',
 *   version: '1',
 *   title: 'Sales',
 *   stages: [{ id: 'quoted', title: 'Quoted', evidence: ['quotation'], winPercent: '25' }, { id: 'signing', title: 'Signing' }],
 *   won: 'won',
 *   lost: 'lost',
 *   lossReasons: ['price'],
 *   skips: 'refuse',
 *   regressions: 'allow',
 * })
 * sentences[0] //=> '"Sales" (version 1): the stages of a deal, in their order: "Quoted", "Signing".'
 * sentences[1] //=> '1. "Quoted": needed to enter it: quotation; deals there are won with a probability of 25%.'
 * sentences[3] //=> 'A deal must not skip stages.'
 */
export function explainPipeline(pipeline: Pipeline, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const read = readPipeline(pipeline, ['pipeline'], issues)
  throwIssues(issues)
  const vocabulary = vocabularyOf(pipeline, locale)
  const { document, title, stages } = vocabulary
  const { won, lost, skips, regressions, reopenings = 'allow', currency } = document
  const texts = locale.pipeline
  const names = listQuoted(
    stages.map(({ id }) => vocabulary.stage(id)),
    locale,
  )
  return {
    sentences: onOneLine([
      formatMessage(texts.summary, { title, version: document.version, stages: names }),
      ...stages.map((stage, index) => explainStage(stage, read?.stages[index] as ReadStage, index + 1, vocabulary)),
      texts.skips[skips],
      texts.regressions[regressions],
      texts.reopenings[reopenings],
      explainLossReasons(vocabulary),
      formatMessage(texts.outcomes, { won, lost }),
      ...(currency === undefined ? [] : [formatMessage(texts.currency, { currency })]),
    ]),
  }
}

function explainStage(stage: PipelineStage, { effects, winPercent }: ReadStage, number: number, vocabulary: Vocabulary): string {
  const { locale } = vocabulary
  const { core, pipeline: texts } = locale
  const { id, band, evidence = [] } = stage
  const needed = listTexts(
    evidence.map((entry) => titleOf(titledOf(entry), locale)),
    core,
  )
  const clauses = [
    ...(band === undefined ? [] : [texts.bands[band]]),
    evidence.length === 0 ? texts.noEvidence : formatMessage(texts.evidence, { evidence: needed }),
    ...(effects.length === 0 ? [] : [formatMessage(texts.effects, { effects: vocabulary.effects(effects) })]),
    winPercent === null ? texts.winPercentUnknown : formatMessage(texts.winPercent, { percent: winPercent }),
  ]
  return formatMessage(texts.stage, { number, stage: vocabulary.stage(id), clauses: clauses.join(texts.clauseSeparator) })
}

function explainLossReasons({ document, locale }: Vocabulary): string {
  const { lossReasons, lossReason = 'optional' } = document
  if (lossReasons.length === 0) return locale.pipeline.noLossReasons
  const reasons = listTexts(
    lossReasons.map((entry) => titleOf(titledOf(entry), locale)),
    locale.core,
  )
  return formatMessage(locale.pipeline.lossReason[lossReason], { reasons })
}
