import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkInteger,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  isRecord,
  policyKeys,
  readDuration,
} from '@clientele/core/checks'
import { readPeriod } from '../dates/readPeriod.js'
import { readAbove } from '../numbers/readAbove.js'
import { signalKey } from './signalKey.js'
import type { AttritionSignal } from './types.js'

type Document = { readonly [key: string]: unknown }
type CheckValue = (value: unknown, path: Path, issues: Issue[]) => void

/** What no other signal may have, as far as it can be read: of a level the same of the same types. */
interface OwnOfSignal {
  readonly id: string | undefined
  readonly level?: string
}

const KEYS = [...policyKeys, 'title', 'levels', 'signals']
const MOST_WINDOWS = 100
const LISTED = 20

/** What each type of signal says of itself; what may be left out is checked where it is there. */
const FIELDS: { readonly [Type in AttritionSignal['type']]: Readonly<Record<string, CheckValue>> } = {
  'interactions-falling': {
    window: readPeriod,
    comparedWindows: (value, path, issues) => checkInteger(value, path, issues, { minimum: 1, maximum: MOST_WINDOWS }),
    fallPercent: (value, path, issues) => readAbove(value, '0', path, issues, '100'),
    leastExpected: optional((value, path, issues) => readAbove(value, '0', path, issues)),
  },
  'silent-before-contract-end': { within: readDuration, silentFor: readPeriod },
  silent: { silentFor: readPeriod },
  'longer-pause-than-usual': {
    times: (value, path, issues) => readAbove(value, '1', path, issues),
    leastPauses: optional((value, path, issues) => checkInteger(value, path, issues, { minimum: 1 })),
  },
}
const TYPES = Object.keys(FIELDS) as readonly AttritionSignal['type'][]

/**
 * Finds everything that is wrong with a policy of warnings of attrition, whichever customers it is for.
 *
 * @param value - Anything; {@link AttritionPolicy} says what such a policy is.
 * @returns The issues, none for a policy that {@link warnOfAttrition} takes; their paths start at the policy.
 * @example
 * import { checkAttritionPolicy } from '@clientele/tiering'
 *
 * const levels = [{ id: 'urgent', action: 'a call by the adviser' }]
 * const signals = [{ type: 'silent', level: 'urgent', silentFor: 'P0D' }, { type: 'silent', level: 'watch', silentFor: '90 days' }]
 * const issues = checkAttritionPolicy({ kind: 'attrition-policy', id: 'usual', version: 1, levels, signals })
 * issues.map(({ code, path }) => `${path.join('.')}: ${code}`)
 * //=> ['signals.0.silentFor: not-above', 'signals.1.level: not-allowed', 'signals.1.silentFor: not-a-duration']
 */
export function checkAttritionPolicy(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(policy: Document, issues: Issue[]): void {
  const { title, levels, signals } = policy
  checkKeys(policy, KEYS, [], issues)
  checkPolicyHeader(policy, 'attrition-policy', [], issues)
  if (title !== undefined) checkLocalizedText(title, ['title'], issues)
  checkMembers(levels, ['levels'], issues, (level, path) => {
    checkKeys(level, ['id', 'title', 'action'], path, issues)
    if (level['title'] !== undefined) checkLocalizedText(level['title'], [...path, 'title'], issues)
    checkLocalizedText(level['action'], [...path, 'action'], issues)
  })
  if (!checkList(signals, ['signals'], issues, { filled: true })) return
  const checkLevel = levelCheck(levels)
  const checked = Array.from(signals, (signal, index) => checkSignal(signal, checkLevel, ['signals', index], issues))
  for (const key of ['id', 'level'] as const) {
    checkUnique(
      checked.map((own) => own?.[key]),
      (index) => ['signals', index, key],
      issues,
    )
  }
}

/** A check that a level is one of the policy's, as far as these can be read. */
function levelCheck(levels: unknown): CheckValue {
  const ids = Array.isArray(levels) ? Array.from(levels, (level: unknown) => (isRecord(level) ? { ...level }['id'] : undefined)) : []
  const knows = new Set(ids.filter((id) => typeof id === 'string' && id !== ''))
  const known = [...knows]
  const listed = known.slice(0, LISTED).map(describeValue)
  const allowed = known.length > LISTED ? [...listed, '…'] : listed
  return (value, path, issues) => {
    if (!checkText(value, path, issues) || known.length === 0 || knows.has(value)) return
    issues.push(createIssue('not-allowed', path, { allowed, actual: describeValue(value) }))
  }
}

/** Checks a signal, and gives what must be its own. */
function checkSignal(value: unknown, checkLevel: CheckValue, path: Path, issues: Issue[]): OwnOfSignal | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const signal: Document = { ...value }
  const { id, type, level, types } = signal
  const ownId = id !== undefined && checkText(id, [...path, 'id'], issues) ? id : undefined
  checkLevel(level, [...path, 'level'], issues)
  const ownTypes = types === undefined ? undefined : checkTypes(types, [...path, 'types'], issues)
  if (!checkChoice(type, TYPES, [...path, 'type'], issues)) return { id: ownId }
  const fields = FIELDS[type]
  checkKeys(signal, ['id', 'type', 'level', 'types', ...Object.keys(fields)], path, issues)
  for (const [key, check] of Object.entries(fields)) check(signal[key], [...path, key], issues)
  const isReadable = typeof level === 'string' && (types === undefined || ownTypes !== undefined)
  return isReadable ? { id: ownId, level: signalKey({ type, level, types: ownTypes }) } : { id: ownId }
}

/** Checks types of activity; undefined where something is wrong with them. */
function checkTypes(value: unknown, path: Path, issues: Issue[]): readonly string[] | undefined {
  const before = issues.length
  if (!checkList(value, path, issues, { filled: true })) return undefined
  const types = Array.from(value, (type, index) => (checkText(type, [...path, index], issues) ? type : undefined))
  checkUnique(types, (index) => [...path, index], issues)
  return issues.length > before ? undefined : types.filter((type) => type !== undefined)
}

function optional(check: CheckValue): CheckValue {
  return (value, path, issues) => {
    if (value !== undefined) check(value, path, issues)
  }
}
