import type { PredictiveStrength, StabilityLevel } from './types.js'

/** How far a population has moved, by its stability index. */
export function stabilityLevelOf(index: number): StabilityLevel {
  if (index < 0.1) return 'stable'
  return index > 0.25 ? 'shifted' : 'shifting'
}

/** How well bands tell good from bad, by their information value. */
export function predictiveStrengthOf(informationValue: number): PredictiveStrength {
  if (informationValue < 0.02) return 'unpredictive'
  if (informationValue < 0.1) return 'weak'
  if (informationValue < 0.3) return 'medium'
  return informationValue > 0.5 ? 'suspicious' : 'strong'
}
