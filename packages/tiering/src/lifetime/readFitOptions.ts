import type { InvalidRows, Issue } from '@clientele/core'
import { checkKeys, checkRecord, isRecord, readOptions } from '@clientele/core/checks'
import { type NumberBounds, readNumber } from './readNumber.js'
import { checkNumbers } from './readParameters.js'

/** How a model is fitted, checked and read. */
export interface ReadFitOptions<Start> {
  readonly start: Start | undefined
  readonly tolerance: number
  readonly invalid: InvalidRows
}

const USUAL_TOLERANCE = 1e-8
/** Less than this is lost in the rounding of sums. */
const TOLERANCE: NumberBounds = { minimum: 1e-12, maximum: 0.1 }

/** Reads the options that all fits have, whose start has numbers within `bounds`; the model knows further options of its own. */
export function readFitOptions<Start>(
  options: unknown,
  bounds: { readonly [key in keyof Start]: NumberBounds },
  further: readonly string[],
  issues: Issue[],
): ReadFitOptions<Start> {
  const invalid = readOptions(options, ['start', 'tolerance', 'invalid', ...further], issues)
  const { start, tolerance = USUAL_TOLERANCE } = { ...(isRecord(options) ? options : {}) }
  const path = ['options', 'start']
  if (start !== undefined && checkRecord(start, path, issues)) {
    // The parameters of an earlier fit may be given as they are.
    checkKeys(start, [...Object.keys(bounds), 'model', ...further], path, issues)
    checkNumbers({ ...start }, bounds, path, issues)
  }
  const read = readNumber(tolerance, ['options', 'tolerance'], issues, TOLERANCE)
  return { start: start as Start | undefined, tolerance: read ?? USUAL_TOLERANCE, invalid }
}
