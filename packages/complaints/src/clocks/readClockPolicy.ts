import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  checkCalendarDate,
  checkChoice,
  checkDecimal,
  checkFlag,
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
  formatPath,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { isInDays, type ReadTargets, readTargets } from './readTargets.js'
import type { ClockPolicy } from './types.js'

type Owner = 'firm' | 'authority'

/** A part of a whole, as a fraction of integers. */
interface Part {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** A clock of a policy, read. */
export interface ReadClock {
  readonly id: string
  /** Its place in the policy. */
  readonly index: number
  readonly starts: string
  readonly stops: ReadonlySet<string>
  readonly targets: ReadTargets
  /** The name of its calendar; undefined around the clock. */
  readonly calendar: string | undefined
  readonly mayWait: boolean
  /** From which part of the time on to warn; undefined where the policy says nothing about it. */
  readonly warnAt: Part | undefined
  readonly extendedBy: string | undefined
  readonly whose: Owner
}

/** A clock policy that nothing is wrong with. */
export interface ReadClockPolicy {
  readonly policy: PolicyReference
  readonly clocks: readonly ReadClock[]
}

type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'note', 'clocks']
const CLOCK_KEYS = ['id', 'title', 'starts', 'stops', 'target', 'calendar', 'mayWait', 'warnAtPercent', 'extendedBy', 'whose', 'source']
const OWNERS: readonly Owner[] = ['firm', 'authority']
const MOST_CLOCKS = 1_000

/** Reads a clock policy, or adds issues and returns undefined. */
export function readClockPolicy(value: unknown, path: Path, issues: Issue[]): ReadClockPolicy | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const document = { ...value }
  checkKeys(document, KEYS, path, issues)
  checkPolicyHeader(document, 'clock-policy', path, issues)
  for (const key of ['title', 'note']) if (document[key] !== undefined) checkLocalizedText(document[key], [...path, key], issues)
  const clocks = readClocks(document['clocks'], [...path, 'clocks'], issues)
  return issues.length > before ? undefined : { policy: policyReference(document as unknown as ClockPolicy), clocks }
}

function readClocks(value: unknown, path: Path, issues: Issue[]): readonly ReadClock[] {
  const clocks: ReadClock[] = []
  if (Array.isArray(value) && value.length > MOST_CLOCKS) {
    issues.push(createIssue('too-many-parts', path, { maximum: MOST_CLOCKS }))
    return clocks
  }
  checkMembers(value, path, issues, (clock, place) => clocks.push(readClock(clock, clocks.length, place, issues)))
  return clocks
}

/** Reads a clock; what it returns holds only where no issue is added. */
function readClock(clock: Document, index: number, path: Path, issues: Issue[]): ReadClock {
  const { id, title, starts, stops, target, calendar, mayWait, warnAtPercent, extendedBy, whose, source } = clock
  checkKeys(clock, CLOCK_KEYS, path, issues)
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  checkText(starts, [...path, 'starts'], issues)
  const ends = readStops(stops, [...path, 'stops'], issues)
  ends.forEach((event, place) => {
    if (event !== starts) return
    const stop = typeof stops === 'string' ? [...path, 'stops'] : [...path, 'stops', place]
    issues.push(createIssue('given-elsewhere', stop, { value: event, place: formatPath([...path, 'starts']) }))
  })
  const targets = readTargets(target, [...path, 'target'], issues)
  if (calendar !== undefined) checkText(calendar, [...path, 'calendar'], issues)
  else if (targets !== undefined && isInDays(targets)) issues.push(createIssue('missing', [...path, 'calendar'], {}))
  checkFlag(mayWait, [...path, 'mayWait'], issues)
  const warnAt = warnAtPercent === undefined ? undefined : readPercent(warnAtPercent, [...path, 'warnAtPercent'], issues)
  if (extendedBy !== undefined) checkText(extendedBy, [...path, 'extendedBy'], issues)
  if (whose !== undefined) checkChoice(whose, OWNERS, [...path, 'whose'], issues)
  if (source !== undefined) checkSource(source, [...path, 'source'], issues)
  const read = { id, index, starts, stops: new Set(ends), targets, calendar, mayWait, warnAt, extendedBy, whose: whose ?? 'firm' }
  return read as unknown as ReadClock
}

/** One event or several, each once. */
function readStops(value: unknown, path: Path, issues: Issue[]): readonly string[] {
  if (typeof value === 'string') return checkText(value, path, issues) ? [value] : []
  if (!checkList(value, path, issues, { filled: true })) return []
  const events = Array.from(value, (event, index) => (checkText(event, [...path, index], issues) ? event : undefined))
  checkUnique(events, (index) => [...path, index], issues)
  return events as readonly string[]
}

function readPercent(value: unknown, path: Path, issues: Issue[]): Part | undefined {
  const percent = checkDecimal(value, path, issues)
  if (percent === undefined) return undefined
  const actual = describeValue(value)
  if (percent.lte(0)) issues.push(createIssue('not-above', path, { bound: '0', actual }))
  else if (percent.gte(100)) issues.push(createIssue('not-below', path, { bound: '100', actual }))
  return partOf(percent)
}

function partOf(percent: Decimal): Part {
  const [whole, decimals = ''] = decimalText(percent).split('.') as [string, string?]
  return { numerator: BigInt(`${whole}${decimals}`), denominator: 100n * 10n ** BigInt(decimals.length) }
}

function checkSource(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const { title, url, asOf, ...others } = { ...value }
  checkKeys(others, ['title', 'url', 'asOf'], path, issues)
  checkLocalizedText(title, [...path, 'title'], issues)
  if (url !== undefined) checkText(url, [...path, 'url'], issues)
  checkCalendarDate(asOf, [...path, 'asOf'], issues)
}
