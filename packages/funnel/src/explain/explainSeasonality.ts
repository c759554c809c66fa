import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Seasonality } from '../seasons/types.js'
import { checkSeasonality } from './checkSeasonality.js'
import { shownShare } from './shownShare.js'

/** What is less away from the mean reads as the mean itself, to two decimal places of a percentage. */
const VISIBLE = 0.000_05

/** What indices that would be the same, but for rounding, differ by. */
const ALIKE = 1e-9

/**
 * Says in sentences how much more or less than usual is sold at each place of a season.
 *
 * @param result - What {@link seasonality} returned.
 * @param locale - The language; English unless given.
 * @returns Where most and where least is sold; all places, of a long season the first 20; what they are compared with, and how often; or that there is not enough
 * to compare.
 * @throws {@link InputError} if the result is not as stated, such as indices whose mean is not 1.
 * @example
 * import { seasonality } from '@clientele/funnel'
 * import { explainSeasonality } from '@clientele/funnel/explain'
 *
 * const quarters = [8, 12, 16, 4, 8, 12, 16, 4]
 * explainSeasonality(seasonality(quarters, { period: 4 })).sentences.slice(0, 3)
 * //=> ['Sales peak in period 3 of 4: 60% above the mean.', 'They are lowest in period 4: 60% below the mean.', 'Of all periods from the first on, in percent of the mean: 80%, 120%, 160%, 40%.']
 */
export function explainSeasonality(result: Seasonality, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkSeasonality(result, issues)
  throwIssues(issues)
  const { indices, samples, diagnoses } = result
  const texts = locale.seasons
  if (indices === null) return { sentences: diagnoses.map(({ code, params }) => formatMessage(texts.diagnoses[code], { ...params })) }
  const shares = indices.map((index) => formatMessage(texts.share, { percent: shownPercent(index) }))
  const fewest = samples.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER)
  return {
    sentences: [
      ...explainExtremes(indices, locale),
      formatMessage(texts.all, { shares: listTexts(shares, locale.core) }),
      texts.basis,
      formatMessage(texts.samples, { samples: fewest }),
    ],
  }
}

function explainExtremes(indices: readonly number[], locale: FunnelLocale): string[] {
  const { core, seasons: texts } = locale
  const period = indices.length
  const most = indices.reduce((one, other) => Math.max(one, other), 0)
  const least = indices.reduce((one, other) => Math.min(one, other), most)
  if (most - 1 < VISIBLE && 1 - least < VISIBLE) return [formatMessage(texts.even, { period })]
  const placesOf = (value: number): string =>
    listTexts(
      indices.flatMap((index, place) => (Math.abs(index - value) <= ALIKE ? [formatMessage(texts.place, { number: place + 1 })] : [])),
      core,
    )
  return [
    formatMessage(texts.strongest, { places: placesOf(most), period, percent: shownShare(most - 1, locale) }),
    formatMessage(texts.weakest, { places: placesOf(least), percent: shownShare(1 - least, locale) }),
  ]
}
