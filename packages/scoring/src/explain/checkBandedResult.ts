import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkList, checkRecord, checkText, createIssue, describeValue, throwIssues } from '@clientele/core/checks'

/** Any number, a measure of 0 or more, or a share between 0 and 1. */
type Quantity = 'number' | 'measure' | 'share'

type Quantities = { readonly [key: string]: Quantity }

/** Throws where a result lacks a measure of 0 or more, or its bands lack quantities. */
export function checkBandedResult(result: unknown, name: string, measure: string, quantities: Quantities): void {
  const issues: Issue[] = []
  if (checkRecord(result, [name], issues)) {
    const { [measure]: measured, bands } = { ...result }
    checkQuantity(measured, 'measure', [name, measure], issues)
    if (checkList(bands, [name, 'bands'], issues)) {
      Array.from(bands).forEach((band, index) => checkBand(band, quantities, [name, 'bands', index], issues))
    }
  }
  throwIssues(issues)
}

function checkBand(band: unknown, quantities: Quantities, path: Path, issues: Issue[]): void {
  if (!checkRecord(band, path, issues)) return
  const own = { ...band }
  if (own['id'] !== undefined) checkText(own['id'], [...path, 'id'], issues)
  for (const [key, quantity] of Object.entries(quantities)) checkQuantity(own[key], quantity, [...path, key], issues)
}

function checkQuantity(value: unknown, quantity: Quantity, path: Path, issues: Issue[]): void {
  const decimal = checkDecimal(value, path, issues, quantity === 'measure' ? { minimum: '0' } : {})
  if (quantity !== 'share' || decimal === undefined || (decimal.gte(0) && decimal.lte(1))) return
  issues.push(createIssue('out-of-range', path, { minimum: '0', maximum: '1', actual: describeValue(value) }))
}
