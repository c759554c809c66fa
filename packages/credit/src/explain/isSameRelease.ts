import type { AppliedRelease } from '../orders/types.js'

/** Whether two releases are told alike: by the same person in the same role, until the same day. */
export function isSameRelease(a: AppliedRelease | undefined, b: AppliedRelease | undefined): boolean {
  return a !== undefined && b !== undefined && a.by === b.by && a.role === b.role && a.until === b.until
}
