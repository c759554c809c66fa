import { reportType } from '@clientele/core/checks'
import type { Check } from '../results/checkResult.js'

/** Checks a finite number of any sign. */
export const checkNumber: Check = (value, path, issues) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) reportType(value, path, issues, 'number')
}
