import type { LifetimeGap } from '../../lifetime/types.js'
import type { Texts } from '../types.js'

/** Says why something is not told; nothing where it is. */
export function describeGap(gap: LifetimeGap | null, { page }: Texts): string[] {
  return gap === null ? [] : [page.lifetime.gaps[gap]]
}
