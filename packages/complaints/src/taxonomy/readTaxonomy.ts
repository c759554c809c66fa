import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  checkChoice,
  checkKeys,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  createIssue,
  describeValue,
  LOST_KEY,
  ownValue,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import type { ComplaintCause, ComplaintTaxonomy } from './types.js'

type Side = ComplaintCause['side']

/** A taxonomy that nothing is wrong with. */
export interface ReadTaxonomy {
  readonly policy: PolicyReference
  /** Whose each cause is. */
  readonly causes: ReadonlyMap<string, Side>
  readonly contents: readonly string[]
  /** From the worst. */
  readonly severities: readonly string[]
  /** From the widest. */
  readonly impacts: readonly string[]
  /** From the most urgent. */
  readonly priorities: readonly string[]
  /** The priority by severity, then by impact. */
  readonly matrix: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const KEYS = [...policyKeys, 'title', 'causes', 'contents', 'severities', 'impacts', 'priorities', 'matrix']
const MOST_LEVELS = 100
const SIDES: readonly Side[] = ['ours', 'customers']

/** Reads a taxonomy, or adds issues and returns undefined. */
export function readTaxonomy(value: unknown, path: Path, issues: Issue[]): ReadTaxonomy | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const document = { ...value }
  checkKeys(document, KEYS, path, issues)
  checkPolicyHeader(document, 'complaint-taxonomy', path, issues)
  if (document['title'] !== undefined) checkLocalizedText(document['title'], [...path, 'title'], issues)
  const causes = readCauses(document['causes'], [...path, 'causes'], issues)
  const contents = readEntries(document['contents'], [...path, 'contents'], issues)
  const beforeScales = issues.length
  const severities = readScale(document['severities'], [...path, 'severities'], issues)
  const impacts = readScale(document['impacts'], [...path, 'impacts'], issues)
  const priorities = readScale(document['priorities'], [...path, 'priorities'], issues)
  const scales = issues.length === beforeScales ? { severities, impacts, priorities } : undefined
  const matrix = readMatrix(document['matrix'], scales, [...path, 'matrix'], issues)
  if (issues.length > before) return undefined
  return { policy: policyReference(document as unknown as ComplaintTaxonomy), causes, contents, severities, impacts, priorities, matrix }
}

function readCauses(value: unknown, path: Path, issues: Issue[]): ReadonlyMap<string, Side> {
  const causes = new Map<string, Side>()
  checkMembers(value, path, issues, ({ side, ...entry }, place) => {
    checkEntry(entry, ['id', 'title', 'side'], place, issues)
    if (checkChoice(side, SIDES, [...place, 'side'], issues)) causes.set(entry['id'] as string, side)
  })
  return causes
}

/** Reads the ids of a list, which are good only where no issue is added. */
function readEntries(value: unknown, path: Path, issues: Issue[]): readonly string[] {
  const ids: string[] = []
  checkMembers(value, path, issues, (entry, place) => {
    checkEntry(entry, ['id', 'title'], place, issues)
    ids.push(entry['id'] as string)
  })
  return ids
}

/** Reads the ids of a scale; each of its levels may be named for every place of the matrix that is wrong. */
function readScale(value: unknown, path: Path, issues: Issue[]): readonly string[] {
  if (!Array.isArray(value) || value.length <= MOST_LEVELS) return readEntries(value, path, issues)
  issues.push(createIssue('too-many-parts', path, { maximum: MOST_LEVELS }))
  return []
}

function checkEntry(entry: { readonly [key: string]: unknown }, known: readonly string[], path: Path, issues: Issue[]): void {
  const { id, title } = entry
  checkKeys(entry, known, path, issues)
  if (id === LOST_KEY) issues.push(createIssue('reserved-name', [...path, 'id'], { actual: describeValue(id) }))
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
}

type Scales = Pick<ReadTaxonomy, 'severities' | 'impacts' | 'priorities'>

/** Reads the matrix; where something is wrong with the lists that it is made of, only that there is one. */
function readMatrix(value: unknown, scales: Scales | undefined, path: Path, issues: Issue[]): ReadTaxonomy['matrix'] {
  const matrix = new Map<string, ReadonlyMap<string, string>>()
  if (!checkRecord(value, path, issues) || scales === undefined) return matrix
  const { severities, impacts, priorities } = scales
  checkKeys(value, new Map(severities.map((severity) => [severity, true])), path, issues)
  for (const severity of severities) {
    const place = [...path, severity]
    const row = ownValue(value, severity)
    if (!checkRecord(row, place, issues)) continue
    checkKeys(row, new Map(impacts.map((impact) => [impact, true])), place, issues)
    for (const impact of impacts) checkChoice(ownValue(row, impact), priorities, [...place, impact], issues)
    matrix.set(severity, new Map(Object.entries(row) as [string, string][]))
  }
  return matrix
}
