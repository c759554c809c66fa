import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  checkCurrency,
  checkFlag,
  checkKeys,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  createIssue,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityText, readQuantity } from '../numbers/quantity.js'
import type { LossRebate } from './types.js'

/** How much is given back, checked and read. */
export interface ReadLossRebate {
  readonly currency: string | undefined
  /** In percent, by level, from the top. */
  readonly percents: ReadonlyMap<string, Quantity>
  readonly inKind: boolean
  readonly policy: PolicyReference
}

const KEYS = [...policyKeys, 'title', 'currency', 'levels', 'inKind']

/** Checks and reads a rebate on losses, or adds issues, which start at `path`, and returns undefined. */
export function readLossRebate(value: unknown, path: Path, issues: Issue[]): ReadLossRebate | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const programme: { readonly [key: string]: unknown } = { ...value }
  const { title, currency, inKind = true } = programme
  checkKeys(programme, KEYS, path, issues)
  checkPolicyHeader(programme, 'loss-rebate', path, issues)
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  if (currency !== undefined) checkCurrency(currency, [...path, 'currency'], issues)
  const percents = readPercents(programme['levels'], [...path, 'levels'], issues)
  checkFlag(inKind, [...path, 'inKind'], issues)
  if (issues.length > before) return undefined
  return {
    currency: currency as string | undefined,
    percents,
    inKind: inKind === true,
    policy: policyReference(programme as unknown as LossRebate),
  }
}

function readPercents(value: unknown, path: Path, issues: Issue[]): Map<string, Quantity> {
  const percents = new Map<string, Quantity>()
  let above: Quantity | undefined
  checkMembers(value, path, issues, (level, place) => {
    const { id, title } = level
    checkKeys(level, ['id', 'title', 'percent'], place, issues)
    if (title !== undefined) checkLocalizedText(title, [...place, 'title'], issues)
    const at = [...place, 'percent']
    const percent = readQuantity(level['percent'], at, issues, { minimum: '0', maximum: '100' })
    if (percent === undefined) return
    if (above !== undefined && compareQuantities(percent, above) > 0) {
      issues.push(createIssue('too-large', at, { maximum: quantityText(above), actual: quantityText(percent) }))
      return
    }
    above = percent
    percents.set(id as string, percent)
  })
  return percents
}
