import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { checkComesLast, type ReadDealAdvance, readDealAdvance } from './readDealAdvance.js'
import type { AdvanceOptions, AdvanceResult, DealAdvance } from './types.js'
import { enteredStage, isClosed, situationOf, skippedStages, weighChange } from './weighChange.js'

/**
 * Tells whether a deal may come to a stage, be won or be lost, and what is to be done when it does, or every reason why it may not.
 *
 * Entering a stage needs its evidence, stated by the change or by any one before it. A change to where the deal is already is an update, of which nothing
 * is asked but a known reason. A deal that was won or lost is opened again by a change to a stage, which it enters anew: that is no regression.
 *
 * @param subject - `change`: what is to become of the deal; `history`: the changes of the same deal before, in any order, none for a new deal.
 * @param pipeline - The stages, and what entering them takes.
 * @param options - `zone`: in which moments have their dates, UTC unless given.
 * @returns Where the deal goes from and to, the stages that it passes without ever having stood there, and the effects of the stage that it enters; or all
 * reasons at once. Lost deals skip nothing; deals that are won skip every stage that they never stood in.
 * @throws {@link InputError} if anything is not as stated, with every issue: also if the change is of another deal than the history, comes before the last
 * change of it or repeats one. And if the change is allowed, but a log could not tell that it came last: where a change of its date is known only to the
 * day, a log takes all of that date in the order of the stages.
 * @see Textbook §6, opportunity stages (S3): each is a milestone with evidence.
 * @example
 * import { advanceDeal } from '@clientele/funnel'
 * import { opportunityPipeline } from '@clientele/funnel/templates'
 *
 * const confirmed = { deal: 'D-1', at: '2024-03-01', to: 'need-confirmed', evidence: ['requirement-document'] }
 * const quote = { deal: 'D-1', at: '2024-03-08', to: 'quoted', amount: '120000', currency: 'CNY' }
 * const bare = advanceDeal({ change: quote, history: [confirmed] }, opportunityPipeline)
 * bare.ok || bare.reasons //=> [{ code: 'missing-evidence', params: { stage: 'quoted', missing: ['quotation'] } }]
 * const quoted = { ...quote, evidence: ['quotation'] }
 * advanceDeal({ change: quoted, history: [confirmed] }, opportunityPipeline).ok //=> true
 * const draft = { deal: 'D-1', at: '2024-03-15', to: 'negotiating', evidence: ['draft-contract'] }
 * const negotiating = advanceDeal({ change: draft, history: [confirmed, quoted] }, opportunityPipeline)
 * negotiating.ok && negotiating.effects.map(({ effect }) => effect) //=> ['request-legal-review']
 */
export function advanceDeal(subject: DealAdvance, pipeline: Pipeline, options: AdvanceOptions = {}): AdvanceResult {
  const issues: Issue[] = []
  const readable = readPipeline(pipeline, ['pipeline'], issues)
  const zone = readOptionZone(options, issues)
  const read = readDealAdvance(subject, readable, zone, issues)
  throwIssues(issues)
  const result = decide(read as ReadDealAdvance, readable as ReadPipeline)
  if (result.ok) checkComesLast(read as ReadDealAdvance, subject, issues)
  throwIssues(issues)
  return result
}

function readOptionZone(options: unknown, issues: Issue[]): Zone | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['zone'], ['options'], issues)
  const { zone = 'UTC' } = { ...options }
  return readZone(zone, ['options', 'zone'], issues)
}

function decide({ change, history }: ReadDealAdvance, pipeline: ReadPipeline): AdvanceResult {
  const situation = situationOf(change, history, pipeline)
  const policies = [pipeline.policy]
  const reasons = weighChange(situation)
  if (reasons.length > 0) return { ok: false, reasons, policies }
  const { to, from } = situation
  return {
    ok: true,
    from: from === null ? null : (pipeline.names[from] as string),
    to: pipeline.names[to] as string,
    reopens: isClosed(situation) && to < pipeline.won,
    skipped: skippedStages(situation),
    effects: enteredStage(situation)?.effects ?? [],
    policies,
  }
}
