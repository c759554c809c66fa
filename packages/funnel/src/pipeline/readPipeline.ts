import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  checkChoice,
  checkCurrency,
  checkDecimal,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  checkText,
  createIssue,
  describeValue,
  isRecord,
  LOST_KEY,
  ownValue,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { readEffects } from './readEffects.js'
import { readEntries } from './readEntries.js'
import type { Pipeline, StageEffect } from './types.js'

/** A stage that nothing is wrong with. */
export interface ReadStage {
  readonly id: string
  /** The ids of what a deal needs to enter it. */
  readonly evidence: readonly string[]
  readonly effects: readonly StageEffect[]
  /** A canonical decimal; null where it is unknown. */
  readonly winPercent: string | null
}

/** A pipeline that nothing is wrong with. */
export interface ReadPipeline {
  readonly policy: PolicyReference
  readonly stages: readonly ReadStage[]
  /** The code of every stage, which is its index, and of both outcomes. */
  readonly codes: ReadonlyMap<string, number>
  /** The names by their codes. */
  readonly names: readonly string[]
  /** The codes of the outcomes: as many as there are stages, and one more. */
  readonly won: number
  readonly lost: number
  readonly lossReasons: readonly string[]
  readonly refusesSkips: boolean
  readonly refusesRegressions: boolean
  readonly refusesReopenings: boolean
  readonly needsLossReason: boolean
  readonly currency: string | null
}

/** A code is one byte, and two codes are those of outcomes. */
export const MOST_STAGES = 250

const RULES = ['won', 'lost', 'lossReasons', 'skips', 'regressions', 'reopenings', 'lossReason', 'currency']
const KEYS = [...policyKeys, 'title', 'stages', ...RULES]
const STAGE_KEYS = ['id', 'title', 'band', 'evidence', 'winPercent', 'onEnter']
const BANDS = ['top', 'middle', 'bottom']
const PERMISSIONS = ['allow', 'refuse']
const HUNDRED = '100'

/** Reads a pipeline, or adds issues and returns undefined. */
export function readPipeline(value: unknown, path: Path, issues: Issue[]): ReadPipeline | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const document = { ...value }
  checkKeys(document, KEYS, path, issues)
  checkPolicyHeader(document, 'pipeline', path, issues)
  if (document['title'] !== undefined) checkLocalizedText(document['title'], [...path, 'title'], issues)
  const stages = readStages(document['stages'], [...path, 'stages'], issues)
  checkOutcomes(document, path, issues)
  const lossReasons = readEntries(document['lossReasons'], [...path, 'lossReasons'], issues)
  checkRules(document, path, issues)
  if (issues.length > before) return undefined
  const { won, lost, skips, regressions, reopenings, lossReason, currency = null } = document as unknown as Pipeline
  const names = [...stages.map(({ id }) => id), won, lost]
  return {
    policy: policyReference(document as unknown as Pipeline),
    stages,
    codes: new Map(names.map((name, code) => [name, code])),
    names,
    won: stages.length,
    lost: stages.length + 1,
    lossReasons,
    refusesSkips: skips === 'refuse',
    refusesRegressions: regressions === 'refuse',
    refusesReopenings: reopenings === 'refuse',
    needsLossReason: lossReason === 'required',
    currency,
  }
}

function readStages(value: unknown, path: Path, issues: Issue[]): readonly ReadStage[] {
  if (Array.isArray(value) && value.length > MOST_STAGES) {
    issues.push(createIssue('too-many-parts', path, { maximum: MOST_STAGES }))
    return []
  }
  const stages: ReadStage[] = []
  checkMembers(value, path, issues, (stage, place) => stages.push(readStage(stage, place, issues)))
  return stages
}

function readStage(stage: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): ReadStage {
  const { id, title, band, evidence, winPercent, onEnter } = stage
  checkKeys(stage, STAGE_KEYS, path, issues)
  if (id === LOST_KEY) issues.push(createIssue('reserved-name', [...path, 'id'], { actual: describeValue(id) }))
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  if (band !== undefined) checkChoice(band, BANDS, [...path, 'band'], issues)
  return {
    id: id as string,
    evidence: evidence === undefined ? [] : readEntries(evidence, [...path, 'evidence'], issues),
    effects: onEnter === undefined ? [] : readEffects(onEnter, [...path, 'onEnter'], issues),
    winPercent: readWinPercent(winPercent, [...path, 'winPercent'], issues),
  }
}

function readWinPercent(value: unknown, path: Path, issues: Issue[]): string | null {
  if (value === undefined || value === null) return null
  const percent = checkDecimal(value, path, issues)
  if (percent === undefined) return null
  const actual = decimalText(percent)
  if (percent.lt(0) || percent.gt(HUNDRED)) issues.push(createIssue('out-of-range', path, { minimum: '0', maximum: HUNDRED, actual }))
  return actual
}

/** Outcomes have names that nothing else has. */
function checkOutcomes(document: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): void {
  const taken = placesOfStages(document['stages'])
  for (const outcome of ['won', 'lost']) {
    const name = document[outcome]
    const place = [...path, outcome]
    if (!checkText(name, place, issues)) continue
    if (name === LOST_KEY) issues.push(createIssue('reserved-name', place, { actual: describeValue(name) }))
    const earlier = taken.get(name)
    if (earlier === undefined) taken.set(name, outcome)
    else issues.push(createIssue('given-elsewhere', place, { value: name, place: earlier }))
  }
}

/** Where each id of a stage stands first. */
function placesOfStages(stages: unknown): Map<unknown, string> {
  const places = new Map<unknown, string>()
  if (!Array.isArray(stages) || stages.length > MOST_STAGES) return places
  for (const [index, stage] of stages.entries()) {
    const id = isRecord(stage) ? ownValue(stage, 'id') : undefined
    if (!places.has(id)) places.set(id, `stages[${index}].id`)
  }
  return places
}

function checkRules(document: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): void {
  checkChoice(document['skips'], PERMISSIONS, [...path, 'skips'], issues)
  checkChoice(document['regressions'], PERMISSIONS, [...path, 'regressions'], issues)
  if (document['reopenings'] !== undefined) checkChoice(document['reopenings'], PERMISSIONS, [...path, 'reopenings'], issues)
  if (document['lossReason'] !== undefined) checkChoice(document['lossReason'], ['required', 'optional'], [...path, 'lossReason'], issues)
  if (document['lossReason'] === 'required' && Array.isArray(document['lossReasons'])) {
    checkList(document['lossReasons'], [...path, 'lossReasons'], issues, { filled: true })
  }
  if (document['currency'] !== undefined) checkCurrency(document['currency'], [...path, 'currency'], issues)
}
