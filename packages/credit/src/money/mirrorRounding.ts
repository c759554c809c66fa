import type { RoundingMode } from '@clientele/core'

/** The way of rounding that does to a value's opposite what `mode` does to the value. */
export function mirrorRounding(mode: RoundingMode): RoundingMode {
  if (mode === 'ceiling') return 'floor'
  return mode === 'floor' ? 'ceiling' : mode
}
