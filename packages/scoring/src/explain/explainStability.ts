import { roundDecimal } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Scorecard } from '../scorecard/types.js'
import type { CandidatePair, CriterionStability, SelectionChange, WeightInterval, WeightStability } from '../stability/types.js'
import { listTexts } from './listTexts.js'
import { checkResult, titleScorecard } from './readResult.js'

const SHOWN_DIGITS = 3
const SENTENCES_SHOWN = 10

/**
 * Says in sentences how far each weight may move before the order or the selection changes, and who overtakes whom then.
 *
 * @param stability - What {@link weightStability} returned.
 * @param scorecard - The scorecard that made it; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns For each criterion the weights for which the order holds (rounded half-up to three decimal places, or three digits of a small one) and what happens beyond
 * them, to the order and to the selection; then who dominates whom; and each diagnosis. Of many such pairs the first 10 are named.
 * @throws {@link InputError} if the scorecard is not one, or not the one that made the result.
 * @example
 * import { weightStability } from '@clientele/scoring'
 * import { explainStability } from '@clientele/scoring/explain'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const candidates = [
 *   { id: 'A', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 3 } },
 *   { id: 'B', ratings: { demand: 4, 'gross-profit': 4, prospects: 4, payment: 3, cooperation: 4 } },
 * ]
 * const { sentences } = explainStability(weightStability(candidates, customerScreening), customerScreening)
 * sentences.slice(-2)
 * //=> ['Good reputation for cooperation (weight 1): the order stays as it is from 0 to 9.', 'B overtakes A when the weight of Good reputation for cooperation passes 9.']
 */
export function explainStability(
  stability: WeightStability,
  scorecard: Scorecard,
  locale: ScoringLocale = en,
): { readonly sentences: readonly string[] } {
  const titled = titleScorecard(scorecard, locale.languageTag)
  checkResult(stability, 'stability', 'criteria', titled)
  const titleOf = (criterion: string): string => titled.criteria.get(criterion)?.title ?? criterion
  const explainOne = (one: CriterionStability): string[] => {
    const title = titleOf(one.criterion)
    return [...explainCriterion(one, title, locale), ...explainSelection(one, title, locale)]
  }
  return {
    sentences: [
      ...(stability.order.length < 2 ? [] : stability.criteria.flatMap(explainOne)),
      ...explainDominance(stability, locale),
      ...stability.diagnoses.map(({ code, params }) => formatMessage(locale.stability.diagnoses[code], params)),
    ],
  }
}

function explainCriterion({ weight, orderHolds }: CriterionStability, criterion: string, locale: ScoringLocale): string[] {
  const { from, to, tiedAtFrom, tiedAtTo } = orderHolds
  const facts = { criterion, weight, from: shownWeight(from), to: shownWeight(to ?? 0) }
  const say = (template: string) => (pair: CandidatePair) => formatMessage(template, { ...facts, ...pair })
  if (from === to) return capped([...new Set([...tiedAtFrom, ...tiedAtTo].map(say(locale.stability.tiesNow)))], locale)
  return [
    formatMessage(holding(orderHolds, locale), facts),
    ...capped(tiedAtFrom.map(say(from === 0 ? locale.stability.tiesAtZero : locale.stability.overtakesBelow)), locale),
    ...capped(tiedAtTo.map(say(locale.stability.overtakesAbove)), locale),
  ]
}

function explainSelection({ selectionHolds }: CriterionStability, criterion: string, locale: ScoringLocale): string[] {
  if (selectionHolds === undefined) return []
  const { from, to, changesAtFrom, changesAtTo } = selectionHolds
  const { selectionAbove, selectionBelow, selectionNow } = locale.stability
  const facts = { criterion, from: shownWeight(from), to: shownWeight(to ?? 0) }
  const say = (template: string, change: SelectionChange): string => formatMessage(template, { ...facts, ...nameChange(change, locale) })
  if (from === to) return [say(selectionNow, changesAtTo)]
  return [...(from > 0 ? [say(selectionBelow, changesAtFrom)] : []), ...(to === null ? [] : [say(selectionAbove, changesAtTo)])]
}

function nameChange({ entering, leaving }: SelectionChange, locale: ScoringLocale): { readonly entering: string; readonly leaving: string } {
  const name = (ids: readonly string[]): string => (ids.length === 0 ? locale.stability.nobody : listTexts(ids, locale))
  return { entering: name(entering), leaving: name(leaving) }
}

function capped(sentences: readonly string[], { stability: { more } }: ScoringLocale): string[] {
  const rest = sentences.length - SENTENCES_SHOWN
  return rest > 0 ? [...sentences.slice(0, SENTENCES_SHOWN), formatMessage(more, { number: rest })] : [...sentences]
}

function holding({ from, to }: WeightInterval, { stability }: ScoringLocale): string {
  if (to !== null) return stability.holdsFromTo
  return from > 0 ? stability.holdsFrom : stability.holdsAlways
}

function explainDominance({ dominance }: WeightStability, locale: ScoringLocale): string[] {
  const { strictly, weakly } = locale.stability.dominates
  return capped(
    dominance.map(({ better, worse, strict }) => formatMessage(strict ? strictly : weakly, { better, worse })),
    locale,
  )
}

/** Three decimal places, and of a small weight three digits. */
function shownWeight(value: number): string {
  return roundDecimal(value, value === 0 ? 0 : Math.max(SHOWN_DIGITS, SHOWN_DIGITS - 1 - Math.floor(Math.log10(value))))
}
