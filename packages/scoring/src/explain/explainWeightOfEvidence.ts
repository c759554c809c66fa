import { roundDecimal } from '@clientele/core'
import { formatMessage, shown, shownPercent } from '@clientele/core/explain'
import { predictiveStrengthOf } from '../calibration/levels.js'
import type { EvidenceWeights, WeighedBand } from '../calibration/types.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import { checkBandedResult } from './checkBandedResult.js'
import { shownWithin } from './shownWithin.js'

const SHOWN_DIGITS = 3

/**
 * Says in sentences how well bands tell good from bad, and what each of them says.
 *
 * @param weights - What {@link weightOfEvidence} returned.
 * @param locale - The language; English unless given.
 * @returns The information value, and one sentence per band; a band without an id is called by its number, from 1.
 * @throws {@link InputError} if `weights` is no such result.
 * @example
 * import { weightOfEvidence } from '@clientele/scoring'
 * import { explainWeightOfEvidence } from '@clientele/scoring/explain'
 *
 * const weights = weightOfEvidence([{ id: 'owner', goods: 60, bads: 50 }, { id: 'tenant', goods: 40, bads: 50 }])
 * explainWeightOfEvidence(weights).sentences
 * //=> ['The information value is 0.041, below 0.1: the bands tell good from bad weakly.', 'owner: 60% of the goods, 50% of the bads; the weight of evidence, 0.182, speaks for good.', 'tenant: 40% of the goods, 50% of the bads; the weight of evidence, −0.223, speaks for bad.']
 */
export function explainWeightOfEvidence(weights: EvidenceWeights, locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  checkBandedResult(weights, 'weights', 'informationValue', { goodsShare: 'share', badsShare: 'share', weightOfEvidence: 'number' })
  const { informationValue, bands } = weights
  const template = locale.weightOfEvidence.strengths[predictiveStrengthOf(informationValue)]
  return {
    sentences: [
      formatMessage(template, { informationValue: shownWithin(informationValue, predictiveStrengthOf) }),
      ...bands.map((band, index) => explainBand(band, String(index + 1), locale)),
    ],
  }
}

function explainBand({ id, goodsShare, badsShare, weightOfEvidence }: WeighedBand, number: string, locale: ScoringLocale): string {
  const { numbered, good, bad, neither } = locale.weightOfEvidence
  const weight = roundDecimal(weightOfEvidence, SHOWN_DIGITS)
  const template = weight === '0' ? neither : weightOfEvidence > 0 ? good : bad
  return formatMessage(template, {
    band: id ?? formatMessage(numbered, { number }),
    goods: shownPercent(goodsShare),
    bads: shownPercent(badsShare),
    weight: shown(weight),
  })
}
