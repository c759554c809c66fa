import type { Issue } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { ReadCreditReport } from '../investigation/readCreditReport.js'
import { indexReached } from './fromValues.js'
import type { ReadBand, ReadFactor } from './readRatingScheme.js'

/** A factor with what it adds. */
export interface RatedFactor {
  readonly factor: ReadFactor
  /** Undefined where the fact is not known. */
  readonly value: Decimal | undefined
  readonly points: Decimal
}

/** What a report says about something, and in which of its sections. */
interface StatedFact {
  readonly fact: string | number | boolean
  readonly section: number
}

/** Gives each factor its points, in order; what cannot be rated becomes issues. */
export function rateFacts({ sections }: ReadCreditReport, factors: readonly ReadFactor[], issues: Issue[]): RatedFactor[] {
  const facts = new Map(sections.flatMap((section, index) => [...section.facts].map(([id, fact]) => [id, { fact, section: index }] as const)))
  const lacking = factors.filter(({ id, unknownPoints }) => !facts.has(id) && unknownPoints === undefined)
  if (lacking.length > 0) issues.push(createIssue('incomplete', ['report', 'sections'], { missing: lacking.map(({ id }) => `"${id}"`) }))
  const rated = factors.map((factor) => {
    const stated = facts.get(factor.id)
    return stated === undefined ? rateUnknown(factor) : rateStated(factor, stated, issues)
  })
  return rated.filter((one) => one !== undefined)
}

/** The band that has the points of a value; undefined where it is above the factor's maximum, or below every band. */
export function bandOf({ bands, maximum }: ReadFactor, value: Decimal): ReadBand | undefined {
  return maximum?.lt(value) ? undefined : bands[indexReached(bands, value, new Decimal(1))]
}

function rateUnknown(factor: ReadFactor): RatedFactor | undefined {
  const { unknownPoints } = factor
  return unknownPoints === undefined ? undefined : { factor, value: undefined, points: unknownPoints }
}

function rateStated(factor: ReadFactor, { fact, section }: StatedFact, issues: Issue[]): RatedFactor | undefined {
  const path = ['report', 'sections', section, 'facts', factor.id]
  const value = typeof fact === 'boolean' ? new Decimal(Number(fact)) : checkDecimal(fact, path, issues)
  if (value === undefined) return undefined
  const band = bandOf(factor, value)
  if (band !== undefined) return { factor, value, points: band.points }
  const { maximum, bands } = factor
  const actual = decimalText(value)
  issues.push(
    maximum?.lt(value)
      ? createIssue('too-large', path, { maximum: decimalText(maximum), actual })
      : createIssue('too-small', path, { minimum: decimalText(bands[0]?.from as Decimal), actual }),
  )
  return undefined
}
