import { compareDecimals, type DecimalString, roundDecimal } from '@clientele/core'
import { formatMessage, listTexts } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Scorecard } from '../scorecard/types.js'
import type { CandidatePair, CriterionStability, WeightInterval, WeightStability } from '../stability/types.js'
import { checkLists, checkResult, titleScorecard } from './readResult.js'

const SHOWN_DIGITS = 3
const SENTENCES_SHOWN = 10
/** So many decimal places show every number. */
const MOST_DIGITS = 1000

/**
 * Says in sentences how far each weight may move before the order or the selection changes, and who overtakes whom then.
 *
 * @param stability - What {@link weightStability} returned.
 * @param scorecard - The scorecard that made it; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns For each criterion the weights for which the order holds (shown to three decimal places, or three digits of a small one, and more where
 * fewer would tell the present weight from a bound no longer) and what happens beyond
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
  checkResult(stability, 'stability', 'criteria', titled.card)
  checkLists(stability, 'stability', ['order', 'criteria', 'dominance', 'diagnoses'])
  const titleOf = (criterion: string): string => titled.criteria.get(criterion)?.title ?? criterion
  const explainOne = (one: CriterionStability): string[] => {
    const title = titleOf(one.criterion)
    return [...(stability.order.length < 2 ? [] : explainOrder(one, title, locale)), ...explainSelection(one, title, locale)]
  }
  return {
    sentences: [
      ...stability.criteria.flatMap(explainOne),
      ...explainDominance(stability, locale),
      ...stability.diagnoses.map(({ code, params }) => formatMessage(locale.stability.diagnoses[code], params)),
    ],
  }
}

function explainOrder({ weight, orderHolds }: CriterionStability, criterion: string, locale: ScoringLocale): string[] {
  const { from, tiedAtFrom, tiedAtTo } = orderHolds
  const facts = { criterion, weight, ...shownBounds(orderHolds, weight) }
  const say = (template: string) => (pair: CandidatePair) => formatMessage(template, { ...facts, ...pair })
  // Who ties now changes places at both bounds, which are the present weight.
  const tiedNow = tiedAtFrom.filter(({ higher, lower }) => tiedAtTo.some((pair) => pair.higher === higher && pair.lower === lower))
  if (tiedNow.length > 0) return capped(tiedNow.map(say(locale.stability.tiesNow)), locale)
  return [
    formatMessage(holding(orderHolds, locale), facts),
    ...capped(tiedAtFrom.map(say(from === 0 ? locale.stability.tiesAtZero : locale.stability.overtakesBelow)), locale),
    ...capped(tiedAtTo.map(say(locale.stability.overtakesAbove)), locale),
  ]
}

function holding({ from, to }: WeightInterval, { stability }: ScoringLocale): string {
  if (to !== null) return stability.holdsFromTo
  return from > 0 ? stability.holdsFrom : stability.holdsAlways
}

function explainSelection({ weight, selectionHolds }: CriterionStability, criterion: string, locale: ScoringLocale): string[] {
  if (selectionHolds === undefined) return []
  const { from, changesAtFrom, changesAtTo } = selectionHolds
  const { entersAbove, leavesAbove, entersBelow, leavesBelow, entersAtZero } = locale.stability
  const facts = { criterion, ...shownBounds(selectionHolds, weight) }
  const say = (template: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [formatMessage(template, { ...facts, candidates: listTexts(ids, locale.core) })]
  return [
    ...say(from === 0 ? entersAtZero : entersBelow, changesAtFrom.entering),
    ...say(leavesBelow, changesAtFrom.leaving),
    ...say(entersAbove, changesAtTo.entering),
    ...say(leavesAbove, changesAtTo.leaving),
  ]
}

function explainDominance({ dominance }: WeightStability, locale: ScoringLocale): string[] {
  const { strictly, weakly } = locale.stability.dominates
  return capped(
    dominance.map(({ better, worse, strict }) => formatMessage(strict ? strictly : weakly, { better, worse })),
    locale,
  )
}

function capped(sentences: readonly string[], { stability: { more } }: ScoringLocale): string[] {
  const rest = sentences.length - SENTENCES_SHOWN
  return rest > 0 ? [...sentences.slice(0, SENTENCES_SHOWN), formatMessage(more, { number: rest })] : [...sentences]
}

function shownBounds(
  { from, to }: { readonly from: number; readonly to: number | null },
  weight: DecimalString,
): { readonly from: string; readonly to: string } {
  return { from: shownBound(from, weight), to: shownBound(to ?? 0, weight) }
}

/** Three decimal places, and of a small bound three digits; more where the bound would come to stand on the other side of the weight, or on it. */
function shownBound(bound: number, weight: DecimalString): string {
  const side = compareDecimals(bound, weight)
  let digits = bound === 0 ? 0 : Math.max(SHOWN_DIGITS, SHOWN_DIGITS - 1 - Math.floor(Math.log10(bound)))
  while (digits < MOST_DIGITS && compareDecimals(roundDecimal(bound, digits), weight) !== side) digits += 1
  return roundDecimal(bound, digits)
}
