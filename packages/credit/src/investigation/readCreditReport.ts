import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkList, checkRecord, checkText, checkUnique, reportType } from '@clientele/core/checks'
import { readDay } from '../invoices/readInvoice.js'
import { checkGivenOnce } from './checkGivenOnce.js'
import { REPORT_DEPTHS } from './reportDepths.js'
import type { ReportDepth, SourceType } from './types.js'

/** A section of a report, checked and read. */
export interface ReadSection {
  readonly id: string
  /** Days since 1970-01-01; undefined where it is the report's. */
  readonly day: number | undefined
  /** By id. */
  readonly facts: ReadonlyMap<string, string | number | boolean>
  readonly sources: ReadonlySet<SourceType>
}

/** A report, checked and read. */
export interface ReadCreditReport {
  readonly customer: string
  readonly depth: ReportDepth
  /** Days since 1970-01-01. */
  readonly day: number
  /** In the report's order. */
  readonly sections: readonly ReadSection[]
}

type Unread = { readonly [key: string]: unknown }

const MEANS: { readonly [Type in SourceType]: readonly string[] } = {
  direct: ['inquiry', 'observation', 'questionnaire'],
  indirect: ['bank', 'agency', 'authority'],
}

/** Checks and reads a report, or adds issues and returns undefined. */
export function readCreditReport(value: unknown, path: Path, issues: Issue[]): ReadCreditReport | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const { customer, depth, date, sections, ...others } = { ...value }
  checkKeys(others, ['customer', 'depth', 'date', 'sections'], path, issues)
  checkText(customer, [...path, 'customer'], issues)
  checkChoice(depth, REPORT_DEPTHS, [...path, 'depth'], issues)
  const day = readDay(date, [...path, 'date'], issues)
  const read = readSections(sections, [...path, 'sections'], issues)
  if (issues.length > before) return undefined
  return { customer: customer as string, depth: depth as ReportDepth, day: day as number, sections: read }
}

function readSections(value: unknown, path: Path, issues: Issue[]): ReadSection[] {
  if (!checkList(value, path, issues)) return []
  const places = new Map<string, Path>()
  const sections: ReadSection[] = []
  const ids = Array.from(value, (section, index) => {
    const place = [...path, index]
    if (!checkRecord(section, place, issues)) return undefined
    const { id, date, facts, sources, ...others } = { ...section }
    checkKeys(others, ['id', 'date', 'facts', 'sources'], place, issues)
    const isNamed = checkText(id, [...place, 'id'], issues)
    const day = date === undefined ? undefined : readDay(date, [...place, 'date'], issues)
    const stated = readFacts(facts, places, [...place, 'facts'], issues)
    const types = sources === undefined ? [] : readSources(sources, [...place, 'sources'], issues)
    if (isNamed) sections.push({ id, day, facts: stated, sources: new Set(types) })
    return isNamed ? id : undefined
  })
  checkUnique(ids, (index) => [...path, index, 'id'], issues)
  return sections
}

/** Reads the facts of a section; `places` tells where each one stands first. */
function readFacts(value: unknown, places: Map<string, Path>, path: Path, issues: Issue[]): Map<string, string | number | boolean> {
  const facts = new Map<string, string | number | boolean>()
  if (!checkRecord(value, path, issues)) return facts
  for (const [name, fact] of Object.entries(value)) {
    if (fact === undefined) continue
    checkGivenOnce(name, places, [...path, name], issues)
    if (isFact(fact, [...path, name], issues)) facts.set(name, fact)
  }
  return facts
}

function isFact(value: unknown, path: Path, issues: Issue[]): value is string | number | boolean {
  if (typeof value === 'string') return checkText(value, path, issues)
  if (typeof value === 'boolean' || Number.isFinite(value)) return true
  reportType(value, path, issues, 'plain-value')
  return false
}

function readSources(value: unknown, path: Path, issues: Issue[]): SourceType[] {
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (source, index) => readSource(source, [...path, index], issues)).filter((type) => type !== undefined)
}

/** Checks a source, and gives its type. */
function readSource(value: unknown, path: Path, issues: Issue[]): SourceType | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { type, means, name, ...others }: Unread = { ...value }
  checkKeys(others, ['type', 'means', 'name'], path, issues)
  const isType = checkChoice(type, ['direct', 'indirect'], [...path, 'type'], issues)
  checkChoice(means, isType ? MEANS[type] : [...MEANS.direct, ...MEANS.indirect], [...path, 'means'], issues)
  if (name !== undefined) checkText(name, [...path, 'name'], issues)
  return isType ? type : undefined
}
