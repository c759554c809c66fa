import { addDecimals, type JsonValue } from '@clientele/core'
import { formatMessage, listTexts, shown } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { RankedCandidate, Ranking } from '../ranking/types.js'
import type { Scorecard } from '../scorecard/types.js'
import { checkResult, titleScorecard } from './readResult.js'

/**
 * Says in sentences how candidates were ranked, who was selected, and what is to be known about it.
 *
 * @param ranking - What {@link rankCandidates} returned.
 * @param scorecard - The scorecard that made it.
 * @param locale - The language; English unless given.
 * @returns The order, the selection, each group of equal totals, and each diagnosis; of a long list the first 20 are named.
 * @throws {@link InputError} if the scorecard is not one, or not the one that made the ranking.
 * @example
 * import { rankCandidates } from '@clientele/scoring'
 * import { explainRanking } from '@clientele/scoring/explain'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 }
 * const ranking = rankCandidates([{ id: 'A', ratings }, { id: 'D', ratings: { ...ratings, payment: 4 } }], customerScreening)
 * explainRanking(ranking, customerScreening).sentences
 * //=> ['From the highest total to the lowest: D (69), A (67).', 'Selected (the highest 2): D, A.']
 */
export function explainRanking(ranking: Ranking, scorecard: Scorecard, locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  checkResult(ranking, 'ranking', 'ranked', titleScorecard(scorecard, locale.languageTag).card)
  return {
    sentences: [
      ...explainOrder(ranking.ranked, locale),
      ...explainSelection(ranking.ranked, scorecard, locale),
      ...ranking.tied.map((ids) => formatMessage(locale.ranking.tied, { candidates: listTexts(ids, locale.core) })),
      ...ranking.diagnoses.map(({ code, params }) => formatMessage(locale.ranking.diagnoses[code], listed(params, locale))),
    ],
  }
}

function explainOrder(ranked: readonly RankedCandidate[], locale: ScoringLocale): string[] {
  if (ranked.length === 0) return []
  const places = ranked.map(({ candidate, total }) => formatMessage(locale.ranking.place, { candidate, total: shown(total) }))
  return [formatMessage(locale.ranking.order, { candidates: listTexts(places, locale.core) })]
}

function explainSelection(ranked: readonly RankedCandidate[], { select }: Scorecard, locale: ScoringLocale): string[] {
  if (select === undefined || ranked.length === 0) return []
  const ids = ranked.filter(({ selected }) => selected).map(({ candidate }) => candidate)
  if (ids.length === 0) return [locale.ranking.selectedNobody]
  const template = select.type === 'top' ? locale.ranking.selectedTop : locale.ranking.selectedAtLeast
  const asked = select.type === 'top' ? { count: select.count } : { total: shown(addDecimals(select.total, 0)) }
  return [formatMessage(template, { ...asked, candidates: listTexts(ids, locale.core) })]
}

function listed(params: { readonly [name: string]: JsonValue }, locale: ScoringLocale): { readonly [name: string]: JsonValue } {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? listTexts(value, locale.core) : value]))
}
