import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkDay,
  checkFlag,
  checkInteger,
  checkMade,
  checkNumber,
  checkPolicies,
  checkShare,
  checkText,
  checkUnique,
  createIssue,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
  policyReference,
} from '@clientele/core/checks'
import { secondsOf } from '@clientele/core/clocks'
import { type ReadClock, type ReadClockPolicy, readClockPolicy } from '../clocks/readClockPolicy.js'
import { OTHERWISE } from '../clocks/readTargets.js'
import type { ClockPolicy, ClockStatus, ComplaintClock, ComplaintClocks } from '../clocks/types.js'
import { checkSpan, checkSpansOfClock, moment } from './checkClockSpans.js'
import { checkStanding } from './checkClockStanding.js'
import { isSamePolicy, readTitled, type TitledPolicies } from './readTitled.js'

const STATUSES: readonly ClockStatus[] = ['running', 'waiting', 'met', 'breached']

const cycle: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: 1 })
}

const version: Check = (value, path, issues) => {
  if (typeof value !== 'string') checkNumber(value, path, issues)
}

const checkClock: Check = membersOf({
  clock: checkText,
  cycle,
  whose: oneOf(['firm', 'authority']),
  startedAt: moment,
  startedBy: checkText,
  due: moment,
  dueDate: orNull(checkDay),
  status: oneOf(STATUSES),
  waitingIn: orNull(checkText),
  usedSeconds: checkShare,
  leftSeconds: checkNumber,
  waitedSeconds: checkShare,
  overdueSeconds: checkShare,
  targetSeconds: orNull(checkShare),
  priority: orNull(checkText),
  metAt: optional(moment),
  stoppedBy: optional(checkText),
  warnAt: orNull(moment),
  warning: checkFlag,
  extendedTo: orNull(checkDay),
  passed: listOf(membersOf({ due: moment, dueDate: orNull(checkDay), movedAt: moment, movedBy: checkText })),
  calendar: orNull(membersOf({ kind: checkText, id: checkText, version })),
  trace: membersOf({ spans: listOf(checkSpan) }),
})

const checkShape: Check = membersOf({ complaint: checkText, at: moment, clocks: listOf(checkClock), notStarted: listOf(checkText) })

/** A clock policy that made a result, as it is written and as it is read, and what else tells what things are called. */
export interface ClocksPolicy {
  readonly document: ClockPolicy
  readonly read: ReadClockPolicy
  readonly titled: TitledPolicies
}

/** Reads the policies; adds an issue for all that is wrong with them or the clocks, and where another clock policy made these, also one of the same version. */
export function checkClocksOfPolicy(value: unknown, policies: unknown, issues: Issue[]): ClocksPolicy | undefined {
  const titled = readTitled(policies, ['policy'], issues)
  if (issues.length === 0 && titled.clockPolicies.length === 0) issues.push(createIssue('missing', ['policy'], {}))
  const known = issues.length === 0 ? titled.clockPolicies.map(policyReference) : undefined
  checkMade(value, 'result', checkShape, known, issues)
  if (issues.length > 0) return undefined
  const result = value as ComplaintClocks
  const document = titled.clockPolicies.find((one) => result.policies.some((policy) => isSamePolicy(policy, policyReference(one)))) as ClockPolicy
  const read = readClockPolicy(document, [], issues) as ReadClockPolicy
  const rules = new Map(read.clocks.map((clock) => [clock.id, clock]))
  result.clocks.forEach((clock, index) => {
    const path = ['result', 'clocks', index]
    const rule = rules.get(clock.clock)
    if (rule === undefined) checkAmong(clock.clock, [...rules.keys()], [...path, 'clock'], issues)
    else checkClockOfRule(clock, rule, result.at, path, issues)
    if (clock.calendar !== null) checkPolicies(result.policies, ['result', 'policies'], [policyReference(clock.calendar)], issues)
  })
  checkUnique(
    result.clocks.map(({ clock, cycle: number }) => `${number} ${clock}`),
    (index) => ['result', 'clocks', index],
    issues,
  )
  result.notStarted.forEach((id, index) => checkAmong(id, [...rules.keys()], ['result', 'notStarted', index], issues))
  return { document, read, titled }
}

function checkClockOfRule(clock: ComplaintClock, { whose, targets }: ReadClock, at: string, path: Path, issues: Issue[]): void {
  const { priority, targetSeconds } = clock
  checkAgrees(clock, { whose }, path, issues)
  const target = 'type' in targets ? targets : (targets.get(priority ?? '') ?? targets.get(OTHERWISE))
  if (target === undefined) checkAmong(priority ?? '', [...(targets as ReadonlyMap<string, unknown>).keys()], [...path, 'priority'], issues)
  else checkAgrees(targetSeconds, target.type === 'time' ? secondsOf(target.duration) : null, [...path, 'targetSeconds'], issues)
  checkStanding(clock, at, path, issues)
  checkSpansOfClock(clock, path, issues)
}
