import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkFlag,
  checkMade,
  checkRecord,
  checkSameList,
  checkText,
  checkUnique,
  codedBy,
  filled,
  listOf,
  membersOf,
  oneOf,
  orNull,
  ownValue,
} from '@clientele/core/checks'
import type { AdvanceRefusal, AdvanceResult } from '../advancing/types.js'
import { enteredStage, isClosed, type Situation, skippedStages, weighChange } from '../advancing/weighChange.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'

const texts = listOf(checkText)

const reasons: CodeChecks<AdvanceRefusal> = {
  'missing-evidence': { stage: checkText, missing: filled(checkText) },
  'skipped-stage': { to: checkText, skipped: filled(checkText) },
  regression: { from: checkText, to: checkText },
  'unknown-reason': { reason: checkText, allowed: texts },
  'missing-reason': { allowed: filled(checkText) },
  closed: { outcome: oneOf(['won', 'lost']), to: checkText },
}

const allowed = membersOf({
  from: orNull(checkText),
  to: checkText,
  reopens: checkFlag,
  skipped: texts,
  effects: listOf(membersOf({ effect: checkText })),
})

const refused = membersOf({ reasons: filled(codedBy<AdvanceRefusal>(reasons)) })

const checkShape: Check = (value, path, issues) => {
  if (!checkRecord(value, path, issues)) return
  const ok = ownValue(value, 'ok')
  checkFlag(ok, [...path, 'ok'], issues)
  if (typeof ok === 'boolean') (ok ? allowed : refused)(value, path, issues)
}

/** Reads the pipeline; adds an issue for all that is wrong with it or an advance, and where another pipeline made it, also one of the same version. */
export function checkAdvanceOfPipeline(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  checkMade(value, 'result', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > 0 || pipeline === undefined) return undefined
  const result = value as AdvanceResult
  if (result.ok) checkAllowed(result, pipeline, issues)
  else checkRefused(result.reasons, pipeline, issues)
  return pipeline
}

/** Works out what a change does that has all the evidence it needs, and a reason. */
function checkAllowed(result: Extract<AdvanceResult, { readonly ok: true }>, pipeline: ReadPipeline, issues: Issue[]): void {
  const { from, to, reopens, skipped, effects } = result
  if (from !== null) checkAmong(from, pipeline.names, ['result', 'from'], issues)
  checkAmong(to, pipeline.names, ['result', 'to'], issues)
  if (issues.length > 0) return
  const codeOf = (name: string): number => pipeline.codes.get(name) as number
  const situation: Situation = {
    pipeline,
    to: codeOf(to),
    from: from === null ? null : codeOf(from),
    stood: new Set(pipeline.stages.flatMap(({ id }, code) => (id === from || !skipped.includes(id) ? [code] : []))),
    evidence: new Set(pipeline.stages.flatMap(({ evidence }) => evidence)),
    reason: pipeline.lossReasons[0],
  }
  checkSameList(skipped, skippedStages(situation), ['result', 'skipped'], issues)
  checkAgrees(reopens, isClosed(situation) && situation.to < pipeline.won, ['result', 'reopens'], issues)
  checkAgrees(effects, enteredStage(situation)?.effects ?? [], ['result', 'effects'], issues)
  checkAgrees(true, weighChange(situation).length === 0, ['result', 'ok'], issues)
}

function checkRefused(found: readonly AdvanceRefusal[], pipeline: ReadPipeline, issues: Issue[]): void {
  checkUnique(
    found.map(({ code }) => code),
    (index) => ['result', 'reasons', index, 'code'],
    issues,
  )
  const possible = possibleCodes(pipeline)
  found.forEach((reason, index) => {
    const path = ['result', 'reasons', index]
    checkAmong(reason.code, possible, [...path, 'code'], issues)
    checkReasonOfPipeline(reason, pipeline, [...path, 'params'], issues)
  })
}

/** The reasons that a pipeline may give. */
function possibleCodes({ refusesSkips, refusesRegressions, needsLossReason }: ReadPipeline): readonly AdvanceRefusal['code'][] {
  return [
    'missing-evidence',
    ...(refusesSkips ? (['skipped-stage'] as const) : []),
    ...(refusesRegressions ? (['regression'] as const) : []),
    'unknown-reason',
    ...(needsLossReason ? (['missing-reason'] as const) : []),
    'closed',
  ]
}

function checkReasonOfPipeline({ code, params }: AdvanceRefusal, pipeline: ReadPipeline, path: Path, issues: Issue[]): void {
  const { stages, names, won, lost, lossReasons, refusesReopenings } = pipeline
  const ids = stages.map(({ id }) => id)
  const among = (list: readonly string[], known: readonly string[], key: string): void =>
    list.forEach((name, index) => checkAmong(name, known, [...path, key, index], issues))
  if (code === 'missing-evidence') {
    checkAmong(params.stage, ids, [...path, 'stage'], issues)
    const stage = stages.find(({ id }) => id === params.stage)
    if (stage !== undefined) among(params.missing, stage.evidence, 'missing')
  } else if (code === 'skipped-stage') {
    checkAmong(params.to, names.slice(0, lost), [...path, 'to'], issues)
    among(params.skipped, ids.slice(0, ids.includes(params.to) ? ids.indexOf(params.to) : won), 'skipped')
  } else if (code === 'regression') {
    checkAmong(params.from, ids, [...path, 'from'], issues)
    checkAmong(params.to, ids.slice(0, Math.max(ids.indexOf(params.from), 0)), [...path, 'to'], issues)
  } else if (code === 'closed') {
    const other = names[params.outcome === 'won' ? lost : won] as string
    checkAmong(params.to, refusesReopenings ? [...ids, other] : [other], [...path, 'to'], issues)
  } else checkSameList(params.allowed, lossReasons, [...path, 'allowed'], issues)
}
