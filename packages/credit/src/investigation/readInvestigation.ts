import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  type CalendarDuration,
  checkChoice,
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
  parseDuration,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { checkGivenOnce } from './checkGivenOnce.js'
import { isAsDeepAs, REPORT_DEPTHS } from './reportDepths.js'
import type { CustomerRisk, CustomerSize, InvestigationScheme, ReportDepth, SourceType } from './types.js'

interface ReadFactRule {
  readonly id: string
  readonly from: ReportDepth
}

/** A section that reports must have, checked and read. */
export interface ReadSectionRule {
  readonly id: string
  readonly from: ReportDepth
  readonly facts: readonly ReadFactRule[]
  readonly sources: readonly SourceType[]
  /** Undefined where it is fresh for ever. */
  readonly validFor: CalendarDuration | undefined
}

/** An investigation scheme, checked and read. */
export interface ReadInvestigation {
  readonly depthBySize: InvestigationScheme['depthBySize']
  readonly depthByRisk: InvestigationScheme['depthByRisk']
  readonly sections: readonly ReadSectionRule[]
  readonly policy: PolicyReference
}

type Unread = { readonly [key: string]: unknown }

/** From the least to the most important. */
export const CUSTOMER_SIZES: readonly CustomerSize[] = ['small', 'ordinary', 'important']
/** From the least to the riskiest. */
export const CUSTOMER_RISKS: readonly CustomerRisk[] = ['low', 'moderate', 'high']

const SOURCE_TYPES: readonly SourceType[] = ['direct', 'indirect']
const KEYS = [...policyKeys, 'title', 'depthBySize', 'depthByRisk', 'sections']
const SECTION_KEYS = ['id', 'title', 'from', 'facts', 'sources', 'validFor']

/** Checks and reads an investigation scheme, or adds issues and returns undefined. */
export function readInvestigation(value: unknown, path: Path, issues: Issue[]): ReadInvestigation | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const scheme: Unread = { ...value }
  checkKeys(scheme, KEYS, path, issues)
  checkPolicyHeader(scheme, 'credit-investigation', path, issues)
  const { title, depthBySize, depthByRisk } = scheme
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  const bySize = readDepths(depthBySize, CUSTOMER_SIZES, [...path, 'depthBySize'], issues)
  const byRisk = readDepths(depthByRisk, CUSTOMER_RISKS, [...path, 'depthByRisk'], issues)
  const sections = readSectionRules(scheme['sections'], [...path, 'sections'], issues)
  if (issues.length > before) return undefined
  return { depthBySize: bySize, depthByRisk: byRisk, sections, policy: policyReference(scheme as unknown as InvestigationScheme) }
}

/** Reads a depth for each of the names; what is wrong becomes issues. */
function readDepths<Name extends string>(
  value: unknown,
  names: readonly Name[],
  path: Path,
  issues: Issue[],
): { readonly [Each in Name]: ReportDepth } {
  if (!checkRecord(value, path, issues)) return {} as never
  const depths: Unread = { ...value }
  checkKeys(depths, names, path, issues)
  for (const name of names) checkChoice(depths[name], REPORT_DEPTHS, [...path, name], issues)
  return depths as { readonly [Each in Name]: ReportDepth }
}

function readSectionRules(value: unknown, path: Path, issues: Issue[]): ReadSectionRule[] {
  const before = issues.length
  const sections: ReadSectionRule[] = []
  const places = new Map<string, Path>()
  checkMembers(value, path, issues, (section, place) => {
    const { id, title, from, facts, sources, validFor } = section
    checkKeys(section, SECTION_KEYS, place, issues)
    if (title !== undefined) checkLocalizedText(title, [...place, 'title'], issues)
    const depth = checkChoice(from, REPORT_DEPTHS, [...place, 'from'], issues) ? from : 'brief'
    sections.push({
      id: id as string,
      from: depth,
      facts: facts === undefined ? [] : readFactRules(facts, depth, places, [...place, 'facts'], issues),
      sources: sources === undefined ? [] : readSourceTypes(sources, [...place, 'sources'], issues),
      validFor: validFor === undefined ? undefined : readDuration(validFor, [...place, 'validFor'], issues),
    })
  })
  const isRight = issues.length === before
  if (isRight && sections.every(({ from }) => from !== 'brief')) issues.push(createIssue('incomplete', path, { missing: ['"brief"'] }))
  return sections
}

/** Reads the facts of a section of a depth; `places` tells where each fact of the scheme stands first. */
function readFactRules(value: unknown, depth: ReportDepth, places: Map<string, Path>, path: Path, issues: Issue[]): ReadFactRule[] {
  if (!checkList(value, path, issues)) return []
  const facts: ReadFactRule[] = []
  const own = new Set<string>()
  const ids = Array.from(value, (fact, index) => {
    const place = [...path, index]
    if (!checkRecord(fact, place, issues)) return undefined
    const { id, title, from = depth, ...others } = { ...fact }
    checkKeys(others, ['id', 'title', 'from'], place, issues)
    if (title !== undefined) checkLocalizedText(title, [...place, 'title'], issues)
    const isDeep = checkChoice(from, asDeepAs(depth), [...place, 'from'], issues)
    if (!checkText(id, [...place, 'id'], issues)) return undefined
    if (!own.has(id)) checkGivenOnce(id, places, [...place, 'id'], issues)
    own.add(id)
    if (isDeep) facts.push({ id, from })
    return id
  })
  checkUnique(ids, (index) => [...path, index, 'id'], issues)
  return facts
}

/** The depths of reports that have all that a report of this depth has. */
function asDeepAs(depth: ReportDepth): ReportDepth[] {
  return REPORT_DEPTHS.filter((other) => isAsDeepAs(other, depth))
}

function readSourceTypes(value: unknown, path: Path, issues: Issue[]): SourceType[] {
  if (!checkList(value, path, issues)) return []
  const types = Array.from(value, (type, index) => (checkChoice(type, SOURCE_TYPES, [...path, index], issues) ? type : undefined))
  checkUnique(types, (index) => [...path, index], issues)
  return types.filter((type) => type !== undefined)
}

function readDuration(value: unknown, path: Path, issues: Issue[]): CalendarDuration | undefined {
  const duration = parseDuration(value)
  if (duration === undefined) issues.push(createIssue('not-a-duration', path, { actual: describeValue(value) }))
  return duration
}
