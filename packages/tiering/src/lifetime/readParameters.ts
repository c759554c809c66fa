import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, isRecord, ownValue } from '@clientele/core/checks'
import { AGE_UNITS } from '../purchases/ageUnits.js'
import type { AgeUnit } from '../purchases/types.js'
import { type NumberBounds, readNumber } from './readNumber.js'
import type { BgNbdParameters, GammaGammaParameters } from './types.js'

/** Shapes have no unit. Beyond these bounds, far from whatever customers do, numbers no longer tell the model's parts apart. */
const SHAPE: NumberBounds = { minimum: 1e-9, maximum: 1e9 }
/** Rates are in units of age, or of spend. */
const RATE: NumberBounds = { minimum: 1e-9, maximum: 1e15 }

/** What each number of a model may be. */
export const BG_NBD_BOUNDS: { readonly [Name in 'r' | 'alpha' | 'a' | 'b']: NumberBounds } = { r: SHAPE, alpha: RATE, a: SHAPE, b: SHAPE }
export const GAMMA_GAMMA_BOUNDS: { readonly [Name in 'p' | 'q' | 'v']: NumberBounds } = { p: SHAPE, q: SHAPE, v: RATE }

/** Checks the numbers of a model, without what else there may be beside them. */
export function checkNumbers(
  record: { readonly [key: string]: unknown },
  bounds: { readonly [key: string]: NumberBounds },
  path: Path,
  issues: Issue[],
): void {
  for (const [key, bound] of Object.entries(bounds)) readNumber(record[key], [...path, key], issues, bound)
}

/** The unit that parameters of BG/NBD are in, whatever else is wrong with them; undefined where they have none. */
export function unitOf(parameters: unknown): AgeUnit | undefined {
  const unit = isRecord(parameters) ? ownValue(parameters, 'unit') : undefined
  return AGE_UNITS.find((known) => known === unit)
}

/** Reads the parameters of BG/NBD, or adds issues and returns undefined. */
export function readBgNbd(value: unknown, path: Path, issues: Issue[]): BgNbdParameters | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const parameters = { ...value }
  checkKeys(parameters, ['model', 'unit', ...Object.keys(BG_NBD_BOUNDS)], path, issues)
  checkChoice(parameters['model'], ['bg-nbd'], [...path, 'model'], issues)
  checkChoice(parameters['unit'], AGE_UNITS, [...path, 'unit'], issues)
  checkNumbers(parameters, BG_NBD_BOUNDS, path, issues)
  return issues.length > before ? undefined : (parameters as unknown as BgNbdParameters)
}

/** Reads the parameters of Gamma-Gamma, or adds issues and returns undefined. */
export function readGammaGamma(value: unknown, path: Path, issues: Issue[]): GammaGammaParameters | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const parameters = { ...value }
  checkKeys(parameters, ['model', ...Object.keys(GAMMA_GAMMA_BOUNDS)], path, issues)
  checkChoice(parameters['model'], ['gamma-gamma'], [...path, 'model'], issues)
  checkNumbers(parameters, GAMMA_GAMMA_BOUNDS, path, issues)
  return issues.length > before ? undefined : (parameters as unknown as GammaGammaParameters)
}
