import type { ReadPipeline, ReadStage } from '../pipeline/readPipeline.js'
import type { ReadChange } from '../stageLog/readChange.js'
import type { AdvanceRefusal } from './types.js'

/** A change, and where its deal stands; stages and outcomes are told by their codes. */
export interface Situation {
  readonly pipeline: ReadPipeline
  readonly to: number
  /** Null for a new deal. */
  readonly from: number | null
  /** Where the deal ever stood. */
  readonly stood: ReadonlySet<number>
  /** What there is to prove the change, stated with it or before. */
  readonly evidence: ReadonlySet<string>
  readonly reason: string | undefined
}

/** Tells where a deal stands, and what a change wants. */
export function situationOf(change: ReadChange, history: readonly ReadChange[], pipeline: ReadPipeline): Situation {
  return {
    pipeline,
    to: change.code,
    from: history.at(-1)?.code ?? null,
    stood: new Set(history.map(({ code }) => code)),
    evidence: new Set([...history, change].flatMap(({ evidence }) => evidence)),
    reason: change.said.reason,
  }
}

/** The stages before the one that a deal enters, or where it is won all of them, that it never stood in. */
export function skippedStages({ pipeline: { stages, lost }, to, from, stood }: Situation): readonly string[] {
  if (to === from || to === lost) return []
  return stages.flatMap(({ id }, code) => (code < to && !stood.has(code) ? [id] : []))
}

/** The stage that a deal enters; undefined where it enters none. */
export function enteredStage({ pipeline: { stages }, to, from }: Situation): ReadStage | undefined {
  return to === from ? undefined : stages[to]
}

/** Whether a deal was won or lost before. */
export function isClosed({ pipeline: { won }, from }: Situation): boolean {
  return from !== null && from >= won
}

/** Every reason against a change, each rule by itself. */
export function weighChange(situation: Situation): readonly AdvanceRefusal[] {
  return [missingEvidence, skipping, regressing, statingReason, reopening].flatMap((weigh) => weigh(situation) ?? [])
}

function missingEvidence(situation: Situation): AdvanceRefusal | undefined {
  const stage = enteredStage(situation)
  const missing = stage?.evidence.filter((id) => !situation.evidence.has(id)) ?? []
  return stage === undefined || missing.length === 0 ? undefined : { code: 'missing-evidence', params: { stage: stage.id, missing } }
}

function skipping(situation: Situation): AdvanceRefusal | undefined {
  const { refusesSkips, names } = situation.pipeline
  const skipped = refusesSkips ? skippedStages(situation) : []
  return skipped.length === 0 ? undefined : { code: 'skipped-stage', params: { to: names[situation.to] as string, skipped } }
}

function regressing({ pipeline: { refusesRegressions, names, won }, to, from }: Situation): AdvanceRefusal | undefined {
  if (!refusesRegressions || from === null || from >= won || to >= from) return undefined
  return { code: 'regression', params: { from: names[from] as string, to: names[to] as string } }
}

function statingReason({ pipeline: { lost, lossReasons, needsLossReason }, to, from, reason }: Situation): AdvanceRefusal | undefined {
  if (to !== lost) return undefined
  if (reason !== undefined && !lossReasons.includes(reason)) return { code: 'unknown-reason', params: { reason, allowed: lossReasons } }
  // A deal that is lost already has its reason, or came without.
  return reason === undefined && needsLossReason && from !== lost ? { code: 'missing-reason', params: { allowed: lossReasons } } : undefined
}

function reopening(situation: Situation): AdvanceRefusal | undefined {
  const { pipeline, to, from } = situation
  const { won, names, refusesReopenings } = pipeline
  if (!isClosed(situation) || to === from || (to < won && !refusesReopenings)) return undefined
  return { code: 'closed', params: { outcome: from === won ? 'won' : 'lost', to: names[to] as string } }
}
