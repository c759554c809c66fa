import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, isRecord } from '@clientele/core/checks'
import { type QuantityBounds, quantityText, readQuantity } from '../numbers/quantity.js'
import { readNumber } from './readNumber.js'
import { readBgNbd, readGammaGamma } from './readParameters.js'
import type { LifetimeModels } from './types.js'

/** How far ahead, and what purchases are counted at, as numbers. */
export interface ReadLifetimeOptions {
  readonly horizon: number
  readonly discountRate: number
  readonly marginRate: number
}

export const LIFETIME_KEYS: readonly string[] = ['horizon', 'discountRate', 'marginRate']

const GREATEST_HORIZON = 1_000_000
const DISCOUNT_RATE: QuantityBounds = { minimum: '0', maximum: '1000000' }
const MARGIN_RATE: QuantityBounds = { minimum: '-1', maximum: '1' }

/** Reads the option alone that says how far ahead purchases are expected, or adds issues and returns undefined. */
export function readHorizonOptions(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['horizon'], ['options'], issues)
  return readHorizon({ ...options }['horizon'], issues)
}

/** Reads how values are made, or adds issues and returns undefined; that the options are a record without other keys is checked elsewhere. */
export function readLifetimeOptions(options: unknown, issues: Issue[]): ReadLifetimeOptions | undefined {
  if (!isRecord(options)) return undefined
  const { horizon, discountRate, marginRate } = { ...options }
  const ahead = readHorizon(horizon, issues)
  const discount = readRate(discountRate, ['options', 'discountRate'], issues, DISCOUNT_RATE)
  const margin = readRate(marginRate, ['options', 'marginRate'], issues, MARGIN_RATE)
  if (ahead === undefined || discount === undefined || margin === undefined) return undefined
  return { horizon: ahead, discountRate: discount, marginRate: margin }
}

/** Reads the models that values are made from, or adds issues and returns undefined. */
export function readModels(models: unknown, issues: Issue[]): LifetimeModels | undefined {
  if (!checkRecord(models, ['models'], issues)) return undefined
  checkKeys(models, ['purchases', 'spend'], ['models'], issues)
  const own = { ...models }
  const purchases = readBgNbd(own['purchases'], ['models', 'purchases'], issues)
  const spend = readGammaGamma(own['spend'], ['models', 'spend'], issues)
  return purchases && spend && { purchases, spend }
}

function readHorizon(value: unknown, issues: Issue[]): number | undefined {
  return readNumber(value, ['options', 'horizon'], issues, { minimum: 0, maximum: GREATEST_HORIZON })
}

function readRate(value: unknown, path: Path, issues: Issue[], bounds: QuantityBounds): number | undefined {
  const quantity = readQuantity(value, path, issues, bounds)
  // Of digits beyond those of a number, the nearest number is taken.
  return quantity && Number(quantityText(quantity))
}
