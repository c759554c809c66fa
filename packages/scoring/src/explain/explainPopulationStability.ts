import { formatMessage, shownPercent, shownSmall } from '@clientele/core/explain'
import { stabilityLevelOf } from '../calibration/levels.js'
import type { PopulationStability } from '../calibration/types.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import { checkBandedResult } from './checkBandedResult.js'
import { shownWithin } from './shownWithin.js'

/**
 * Says in sentences how far a population has moved, and where.
 *
 * @param stability - What {@link populationStability} returned.
 * @param locale - The language; English unless given.
 * @returns The index, and one sentence per band that moved; bands are numbered from 1.
 * @throws {@link InputError} if `stability` is no such result.
 * @example
 * import { populationStability } from '@clientele/scoring'
 * import { explainPopulationStability } from '@clientele/scoring/explain'
 *
 * explainPopulationStability(populationStability({ expected: [50, 50], actual: [60, 40] })).sentences
 * //=> ['The population stability index is 0.041, below 0.1: the population has hardly moved.', 'Band 1: 50% expected, 60% now; that adds 0.018.', 'Band 2: 50% expected, 40% now; that adds 0.022.']
 */
export function explainPopulationStability(stability: PopulationStability, locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  checkBandedResult(stability, 'stability', 'index', { expected: 'share', actual: 'share', contribution: 'measure' })
  const { index, bands } = stability
  const { levels, band: template } = locale.populationStability
  return {
    sentences: [
      formatMessage(levels[stabilityLevelOf(index)], { index: shownWithin(index, stabilityLevelOf) }),
      ...bands.flatMap(({ expected, actual, contribution }, position) => {
        if (contribution === 0) return []
        const shares = { expected: shownPercent(expected), actual: shownPercent(actual) }
        return [formatMessage(template, { band: position + 1, ...shares, contribution: shownSmall(contribution) })]
      }),
    ],
  }
}
