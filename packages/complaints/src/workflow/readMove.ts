import { type Condition, checkCondition, type Issue, type LocalizedText, type Path } from '@clientele/core'
import {
  addIssuesAt,
  checkFlag,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  isConditionGroup,
  LOST_KEY,
} from '@clientele/core/checks'
import { checkTarget } from './checkTarget.js'
import type { WorkflowMove } from './types.js'
import { approving, eventKeys, migrating, PREVIOUS, proposing, recording, STAY, type WellKnown } from './wellKnown.js'

const KEYS = ['on', 'to', 'when', 'needs', 'role', 'notBy', 'emits', 'startsCycle', 'why']
const FACTS = ['command', 'state']

/** What a move says, before the names of events and people are resolved. */
export interface StatedMove {
  readonly on: string
  readonly to: string
  readonly conditions: readonly Condition[]
  readonly needs: readonly string[]
  readonly role: readonly string[] | undefined
  readonly notBy: readonly string[]
  readonly emits: readonly string[]
  /** Undefined where the move does not say. */
  readonly startsCycle: boolean | undefined
  readonly proposes: boolean
  readonly approves: boolean
  readonly why: LocalizedText | undefined
}

/** Checks a move but for the names of people, or adds issues; what it returns holds only where there are none. */
export function readMove(value: unknown, steps: ReadonlySet<string>, path: Path, issues: Issue[]): StatedMove | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const move = { ...value }
  checkKeys(move, KEYS, path, issues)
  checkName(move['on'], [recording.command, migrating.command], [...path, 'on'], issues)
  checkTarget(move['to'], steps, [...path, 'to'], issues, [STAY, PREVIOUS])
  const isGuard = move['when'] === undefined || checkGuard(move['when'], [...path, 'when'], issues)
  if (move['needs'] !== undefined) checkNames(move['needs'], eventKeys, [...path, 'needs'], issues)
  if (move['role'] !== undefined) checkFilledNames(move['role'], [], [...path, 'role'], issues)
  if (move['notBy'] !== undefined) checkNames(move['notBy'], [], [...path, 'notBy'], issues)
  checkFilledNames(move['emits'], [migrating.event], [...path, 'emits'], issues)
  if (move['startsCycle'] !== undefined) checkFlag(move['startsCycle'], [...path, 'startsCycle'], issues)
  if (move['why'] !== undefined) checkLocalizedText(move['why'], [...path, 'why'], issues)
  return stated({ ...move, when: isGuard ? move['when'] : undefined } as unknown as WorkflowMove)
}

function stated({ on, to, when, needs = [], role, notBy = [], emits, startsCycle, why }: WorkflowMove): StatedMove {
  const is = ({ command, event }: WellKnown): boolean => on === command || (Array.isArray(emits) && emits.includes(event))
  const meanings = { proposes: is(proposing), approves: is(approving) }
  return { on, to, conditions: conjunctsOf(when), needs, role, notBy, emits, startsCycle, ...meanings, why }
}

/** The parts of a condition that must each hold by itself. */
function conjunctsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return []
  return isConditionGroup(condition, 'all') ? condition.all.flatMap(conjunctsOf) : [condition]
}

/** Checks a condition, and that all its fields lie in what a guard sees: a comparison of anything else would never be met. */
function checkGuard(value: unknown, path: Path, issues: Issue[]): boolean {
  const found = checkCondition(value)
  addIssuesAt(path, found, issues)
  if (found.length === 0) checkFacts(value as Condition, path, issues)
  return found.length === 0
}

function checkFacts(condition: Condition, path: Path, issues: Issue[]): void {
  if (isConditionGroup(condition, 'not')) checkFacts(condition.not, [...path, 'not'], issues)
  else if (isConditionGroup(condition, 'all')) condition.all.forEach((one, index) => checkFacts(one, [...path, 'all', index], issues))
  else if (isConditionGroup(condition, 'any')) condition.any.forEach((one, index) => checkFacts(one, [...path, 'any', index], issues))
  else if (!FACTS.includes(condition.field.split('.', 1)[0] as string) || !condition.field.includes('.')) {
    const allowed = FACTS.map((name) => `"${name}.…"`)
    issues.push(createIssue('not-allowed', [...path, 'field'], { allowed, actual: describeValue(condition.field) }))
  }
}

/** Checks a name, which must not be one of those reserved. */
export function checkName(value: unknown, reserved: readonly string[], path: Path, issues: Issue[]): value is string {
  if (!checkText(value, path, issues)) return false
  if (value !== LOST_KEY && !reserved.includes(value)) return true
  issues.push(createIssue('reserved-name', path, { actual: describeValue(value) }))
  return false
}

/** Checks a list of names, each once. */
export function checkNames(value: unknown, reserved: readonly string[], path: Path, issues: Issue[], filled = false): void {
  if (!checkList(value, path, issues, { filled })) return
  const names = Array.from(value)
  names.forEach((name, index) => checkName(name, reserved, [...path, index], issues))
  checkUnique(
    names.map((name) => (typeof name === 'string' ? name : undefined)),
    (index) => [...path, index],
    issues,
  )
}

/** Checks a list of at least one name, each once. */
export function checkFilledNames(value: unknown, reserved: readonly string[], path: Path, issues: Issue[]): void {
  checkNames(value, reserved, path, issues, true)
}
