import { reportType } from '../checks/checkShape.js'
import type { Check } from './checkResult.js'

/** Checks a finite number of any sign. */
export const checkNumber: Check = (value, path, issues) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) reportType(value, path, issues, 'number')
}
