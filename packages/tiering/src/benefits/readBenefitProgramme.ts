import type { Issue, LocalizedText, Path, PolicyReference } from '@clientele/core'
import {
  checkCurrency,
  checkFlag,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  isRecord,
  ownValue,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { readPeriod } from '../dates/readPeriod.js'
import { type ReadLadder, readLadder } from './readLadder.js'
import type { BenefitProgramme } from './types.js'

/** What customers of a tier get, checked and read. */
export interface ReadTierBenefits {
  readonly tier: string
  readonly terms: string
  readonly ladder: ReadLadder
  readonly services: readonly LocalizedText[]
  readonly owner: LocalizedText
  readonly visits: string | undefined
  readonly roster: boolean
}

/** How customers are managed by tier, checked and read. */
export interface ReadBenefitProgramme {
  readonly currency: string | undefined
  readonly tiers: readonly ReadTierBenefits[]
  readonly policy: PolicyReference
}

type Unread = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'currency', 'tiers']
const TIER_KEYS = ['tier', 'title', 'terms', 'ladder', 'services', 'owner', 'visits', 'roster']

/** Checks and reads a programme of benefits, or adds issues, which start at `path`, and returns undefined. */
export function readBenefitProgramme(value: unknown, path: Path, issues: Issue[]): ReadBenefitProgramme | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const programme: Unread = { ...value }
  const { title, currency } = programme
  checkKeys(programme, KEYS, path, issues)
  checkPolicyHeader(programme, 'benefit-programme', path, issues)
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  if (currency !== undefined) checkCurrency(currency, [...path, 'currency'], issues)
  const tiers = readTiers(programme['tiers'], [...path, 'tiers'], issues)
  if (issues.length > before) return undefined
  return { currency: currency as string | undefined, tiers, policy: policyReference(programme as unknown as BenefitProgramme) }
}

function readTiers(value: unknown, path: Path, issues: Issue[]): ReadTierBenefits[] {
  if (!checkList(value, path, issues, { filled: true })) return []
  const rows = Array.from(value)
  const tiers = rows.map((row, index) => (checkRecord(row, [...path, index], issues) ? readTier({ ...row }, [...path, index], issues) : undefined))
  const names = rows.map((row) => (isRecord(row) ? ownValue(row, 'tier') : undefined))
  checkUnique(
    names.map((name) => (typeof name === 'string' ? name : undefined)),
    (index) => [...path, index, 'tier'],
    issues,
  )
  return tiers.filter((tier) => tier !== undefined)
}

function readTier(tier: Unread, path: Path, issues: Issue[]): ReadTierBenefits | undefined {
  const { title, terms, owner, visits, roster = false } = tier
  checkKeys(tier, TIER_KEYS, path, issues)
  const isNamed = checkText(tier['tier'], [...path, 'tier'], issues)
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  const hasTerms = checkText(terms, [...path, 'terms'], issues)
  const ladder = readLadder(tier['ladder'], [...path, 'ladder'], issues)
  const services = readServices(tier['services'], [...path, 'services'], issues)
  checkLocalizedText(owner, [...path, 'owner'], issues)
  if (visits !== undefined) readPeriod(visits, [...path, 'visits'], issues)
  checkFlag(roster, [...path, 'roster'], issues)
  if (!isNamed || !hasTerms || ladder === undefined) return undefined
  return {
    tier: tier['tier'] as string,
    terms,
    ladder,
    services,
    owner: plainText(owner),
    visits: visits as string | undefined,
    roster: roster === true,
  }
}

function readServices(value: unknown, path: Path, issues: Issue[]): LocalizedText[] {
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (service, index) => {
    checkLocalizedText(service, [...path, index], issues)
    return plainText(service)
  })
}

/** A text of a document's own, so that no result shares it. */
function plainText(text: unknown): LocalizedText {
  return typeof text === 'string' ? text : { ...(text as { readonly [languageTag: string]: string }) }
}
