import type { DecimalInput, Issue, Path } from '@clientele/core'
import { checkChoice, checkCurrency, checkDecimal, checkKeys, checkRecord, checkText, readId } from '@clientele/core/checks'
import type { Zone } from '@clientele/core/clocks'
import { readShortDecimal } from '@clientele/core/decimal'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { type ReadAt, readAt } from './readAt.js'
import { type ReadAttributes, readAttributes } from './readAttributes.js'
import { readDate } from './readDate.js'
import { readEvidence } from './readEvidence.js'

/** A change that nothing is wrong with by itself. */
export interface ReadChange extends ReadAt {
  readonly deal: string
  /** The code of the stage or the outcome. */
  readonly code: number
  readonly evidence: readonly string[]
  readonly said: SaidOfDeal
}

/** What a change says of its deal; what is undefined it says nothing of. */
interface SaidOfDeal {
  readonly amount?: DecimalInput | undefined
  readonly currency?: string | undefined
  readonly reason?: string | undefined
  /** As days since 1970-01-01. */
  readonly expected?: number | undefined
  readonly attributes?: ReadAttributes | undefined
}

/** What changes are read by. */
export interface ChangeContext {
  /** Null: a change is read by itself; it may lead to anything, and its code says nothing. */
  readonly pipeline: ReadPipeline | null
  readonly zone: Zone
}

/** A change as it is stated, own properties alone. */
type Stated = { readonly [key: string]: unknown }

const KEYS = ['deal', 'at', 'to', 'amount', 'currency', 'reason', 'evidence', 'expected', 'attributes']
const NOTHING: SaidOfDeal = {}
const NO_EVIDENCE: readonly string[] = []

/** Reads a change of a deal, or adds issues and returns undefined. */
export function readChange(value: unknown, { pipeline, zone }: ChangeContext, path: Path, issues: Issue[]): ReadChange | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const stated: Stated = { ...value }
  checkKeys(stated, KEYS, path, issues)
  const { deal, at, to, evidence } = stated
  const id = readId(deal, () => [...path, 'deal'], issues)
  const when = readAt(at, zone, [...path, 'at'], issues)
  const code = readCode(to, pipeline, path, issues)
  const proofs = evidence === undefined ? NO_EVIDENCE : readEvidence(evidence, [...path, 'evidence'], issues)
  const said = readSaid(stated, path, issues)
  if (issues.length > before || id === undefined || when === undefined || code === undefined) return undefined
  return { deal: id, day: when.day, instant: when.instant, code, evidence: proofs, said }
}

function readCode(to: unknown, pipeline: ReadPipeline | null, path: Path, issues: Issue[]): number | undefined {
  if (pipeline === null) return checkText(to, [...path, 'to'], issues) ? 0 : undefined
  const code = typeof to === 'string' ? pipeline.codes.get(to) : undefined
  if (code === undefined) checkChoice(to, pipeline.names, [...path, 'to'], issues)
  return code
}

function readSaid(stated: Stated, path: Path, issues: Issue[]): SaidOfDeal {
  const { amount, currency, reason, expected, attributes } = stated
  if (currency !== undefined) checkCurrency(currency, [...path, 'currency'], issues)
  if (reason !== undefined) checkText(reason, [...path, 'reason'], issues)
  if (amount !== undefined) checkAmount(amount, path, issues)
  if ([amount, currency, reason, expected, attributes].every((one) => one === undefined)) return NOTHING
  // Always the same fields in the same order: a million of them are read quickest so.
  return {
    amount: amount as DecimalInput | undefined,
    currency: currency as string | undefined,
    reason: reason as string | undefined,
    expected: expected === undefined ? undefined : readDate(expected, [...path, 'expected'], issues),
    attributes: attributes === undefined ? undefined : readAttributes(attributes, [...path, 'attributes'], issues),
  }
}

function checkAmount(amount: unknown, path: Path, issues: Issue[]): void {
  // The quick way for what is usual: no Decimal for each of a million amounts.
  if (!(readShortDecimal(amount) >= 0)) checkDecimal(amount, [...path, 'amount'], issues, { minimum: '0' })
}
