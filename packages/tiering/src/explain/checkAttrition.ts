import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkDay,
  checkMadeByPolicy,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  describeValue,
  filled,
  listOf,
  membersOf,
  oneOf,
  optional,
  parseDuration,
  variantsOf,
} from '@clientele/core/checks'
import { dayAfter, parseDay } from '@clientele/core/days'
import { checkAttritionPolicy } from '../attrition/checkAttritionPolicy.js'
import { signalKey } from '../attrition/signalKey.js'
import type { AttritionDiagnosis, AttritionPolicy, AttritionSignal, AttritionWarning, AttritionWarnings, SignalFound } from '../attrition/types.js'

type SignalType = AttritionSignal['type']

const TYPES: readonly SignalType[] = ['interactions-falling', 'silent-before-contract-end', 'silent', 'longer-pause-than-usual']

const found = {
  id: optional(checkText),
  level: checkText,
  types: optional(filled(checkText)),
  observed: checkCount,
  expected: checkShare,
  since: checkDay,
}

const signal = variantsOf<SignalType>('code', {
  'interactions-falling': found,
  'silent-before-contract-end': { ...found, contractEnd: checkDay },
  silent: found,
  'longer-pause-than-usual': found,
})

const diagnoses: CodeChecks<AttritionDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'activity-after-as-of': { count: checkCount },
  'history-too-short': { signal: oneOf(TYPES), count: checkCount },
  'contracts-over': { count: checkCount },
  'no-customers': {},
}

const checkShape: Check = membersOf({
  asOf: checkDay,
  customers: checkCount,
  warnings: listOf(membersOf({ customer: checkText, level: checkText, signals: filled(signal) })),
  diagnoses: listOf(codedBy<AttritionDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with warnings or their policy, and where another policy made them, also one of the same version. */
export function checkWarningsOfPolicy(value: unknown, policy: unknown, issues: Issue[]): void {
  checkMadeByPolicy(value, 'warnings', checkShape, { name: 'policy', document: policy, check: checkAttritionPolicy }, issues)
  if (issues.length > 0) return
  const rules = { ...(policy as AttritionPolicy) }
  const { warnings } = value as AttritionWarnings
  warnings.forEach((warning, index) => checkWarning(warning, rules, ['warnings', 'warnings', index], issues))
}

function checkWarning(warning: AttritionWarning, { levels, signals }: AttritionPolicy, path: Path, issues: Issue[]): void {
  const before = issues.length
  warning.signals.forEach((one, index) => checkSignal(one, signals, [...path, 'signals', index], issues))
  if (issues.length > before) return
  const seen = new Set(warning.signals.map(({ level }) => level))
  const urgent = levels.find(({ id }) => seen.has(id))
  if (urgent !== undefined) checkAgrees(warning, { level: urgent.id, action: urgent.action }, path, issues)
}

/** Adds an issue where no signal of the policy is of such a type, level and types of activity, or it has another id or asks for another silence. */
function checkSignal(one: SignalFound, signals: AttritionPolicy['signals'], path: Path, issues: Issue[]): void {
  const own = signalOf(one, signals)
  if (own === undefined) {
    refuseSignal(one, signals, path, issues)
    return
  }
  checkAgrees(one, { id: own.id }, path, issues)
  if (own.type !== 'silent' && own.type !== 'silent-before-contract-end') return
  const since = parseDay(one.since) as number
  const duration = parseDuration(own.silentFor)
  if (duration !== undefined) checkAgrees(one.expected, dayAfter(since, duration) - since, [...path, 'expected'], issues)
}

/** Adds an issue at the first member of a finding that no signal of the policy has with those before. */
function refuseSignal({ code, level, types }: SignalFound, signals: AttritionPolicy['signals'], path: Path, issues: Issue[]): void {
  const ofType = signals.filter(({ type }) => type === code)
  const ofLevel = ofType.filter((one) => one.level === level)
  if (ofType.length === 0) checkAmong(code, [...new Set(signals.map(({ type }) => type))], [...path, 'code'], issues)
  else if (ofLevel.length === 0) checkAmong(level, [...new Set(ofType.map((one) => one.level))], [...path, 'level'], issues)
  else {
    const expected = ofLevel.map((one) => typesText(one.types)).join(' / ')
    issues.push(createIssue('outdated-input', [...path, 'types'], { expected, actual: typesText(types) }))
  }
}

function typesText(types: readonly string[] | undefined): string {
  return types === undefined ? 'null' : `[${types.map(describeValue).join(', ')}]`
}

/** The signal of a policy that was found. */
export function signalOf({ code, level, types }: SignalFound, signals: AttritionPolicy['signals']): AttritionSignal | undefined {
  const key = signalKey({ type: code, level, types })
  return signals.find((one) => signalKey({ ...one }) === key)
}
