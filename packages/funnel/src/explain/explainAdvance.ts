import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts } from '@clientele/core/explain'
import type { AdvanceRefusal, AdvanceResult } from '../advancing/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkAdvanceOfPipeline } from './checkAdvance.js'
import { onOneLine } from './onOneLine.js'
import { listQuoted, type Vocabulary, vocabularyOf } from './vocabulary.js'

type Allowed = Extract<AdvanceResult, { readonly ok: true }>

/**
 * Says in sentences whether a deal may advance, and what is to be done then, or what stands against it.
 *
 * @param result - What {@link advanceDeal} returned.
 * @param pipeline - The pipeline that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns Of a change that is allowed: what becomes of the deal, which stages it passes without having entered them, and what is to be done. Of one that
 * is refused: that it is, and a sentence for each reason.
 * @throws {@link InputError} if the pipeline is not one, or not the one that made the result: as far as the result shows it, one of other stages, evidence,
 * effects, reasons or rules is refused, also of the same version.
 * @example
 * import { advanceDeal } from '@clientele/funnel'
 * import { explainAdvance } from '@clientele/funnel/explain'
 * import { opportunityPipeline } from '@clientele/funnel/templates'
 *
 * const change = { deal: 'D-1', at: '2024-03-01', to: 'need-confirmed' }
 * explainAdvance(advanceDeal({ change, history: [] }, opportunityPipeline), opportunityPipeline).sentences[0] //=> 'The change is refused.'
 * const proven = { ...change, evidence: ['requirement-document'] }
 * explainAdvance(advanceDeal({ change: proven, history: [] }, opportunityPipeline), opportunityPipeline).sentences[0]
 * //=> 'Allowed: a new deal enters "need confirmed".'
 */
export function explainAdvance(result: AdvanceResult, pipeline: Pipeline, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const read = checkAdvanceOfPipeline(result, pipeline, issues) as ReadPipeline
  throwIssues(issues)
  const vocabulary = vocabularyOf(pipeline, locale)
  return {
    sentences: onOneLine(
      result.ok
        ? explainAllowed(result, read, vocabulary)
        : [locale.advance.refused, ...result.reasons.map((reason) => explainReason(reason, read, vocabulary))],
    ),
  }
}

function explainAllowed(result: Allowed, read: ReadPipeline, vocabulary: Vocabulary): string[] {
  const { locale, stage, place } = vocabulary
  const { skipped: passed, effects: due, noEffects } = locale.advance
  const { from, to, skipped, effects } = result
  return [
    formatMessage(locale.advance[kindOf(result, read)], { from: from === null ? '' : place(from), to: place(to) }),
    ...(skipped.length === 0 ? [] : [formatMessage(passed, { stages: listQuoted(skipped.map(stage), locale) })]),
    effects.length === 0 ? noEffects : formatMessage(due, { effects: vocabulary.effects(effects) }),
  ]
}

/** What becomes of a deal. */
function kindOf({ from, to, reopens }: Allowed, { codes, won }: ReadPipeline): Exclude<keyof FunnelLocale['advance'], 'refusals'> {
  if (from === to) return 'updates'
  if (reopens) return 'reopens'
  const isClosing = (codes.get(to) as number) >= won
  if (from === null) return isClosing ? 'opensClosed' : 'opens'
  if (isClosing) return 'closes'
  return (codes.get(to) as number) > (codes.get(from) as number) ? 'advances' : 'goesBack'
}

function explainReason({ code, params }: AdvanceRefusal, { codes, won, refusesReopenings }: ReadPipeline, vocabulary: Vocabulary): string {
  const { locale, stage, place, reason, evidence } = vocabulary
  const { core, names, advance } = locale
  const { refusals } = advance
  const list = (texts: readonly string[]): string => listTexts(texts, core)
  switch (code) {
    case 'missing-evidence':
      return formatMessage(refusals[code], { stage: stage(params.stage), missing: list(params.missing.map(evidence(params.stage))) })
    case 'skipped-stage':
      return formatMessage(refusals[code], { to: place(params.to), skipped: listQuoted(params.skipped.map(stage), locale) })
    case 'regression':
      return formatMessage(refusals[code], { from: stage(params.from), to: stage(params.to) })
    case 'unknown-reason': {
      const facts = { reason: params.reason, allowed: list(params.allowed.map(reason)) }
      return formatMessage(params.allowed.length === 0 ? refusals.noReasons : refusals[code], facts)
    }
    case 'missing-reason':
      return formatMessage(refusals[code], { allowed: list(params.allowed.map(reason)) })
    default: {
      const isStage = (codes.get(params.to) as number) < won
      const template = isStage ? refusals.closed : refusesReopenings ? refusals.closedForGood : refusals.otherOutcome
      return formatMessage(template, { outcome: names.outcomes[params.outcome], to: place(params.to) })
    }
  }
}
