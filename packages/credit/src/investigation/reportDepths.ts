import type { ReportDepth } from './types.js'

/** From the least to the deepest. */
export const REPORT_DEPTHS: readonly ReportDepth[] = ['brief', 'standard', 'in-depth']

/** Whether a report of one depth has all that another has. */
export function isAsDeepAs(depth: ReportDepth, other: ReportDepth): boolean {
  return REPORT_DEPTHS.indexOf(depth) >= REPORT_DEPTHS.indexOf(other)
}
