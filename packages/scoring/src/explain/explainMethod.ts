import { type Issue, roundDecimal } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shown } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { MethodDiagnosis, MethodRanking, VikorRanking } from '../methods/types.js'
import { nameMethod } from './nameMethod.js'
import { checkMethodRanking } from './readMethodRanking.js'
import { checkNamedCriteria, type NamedCriterion, titlesOf } from './readWeights.js'

const SHOWN_DIGITS = 3
/** From here on a number is shown with an exponent. */
const TINY = 1e-6
const HUGE = 1e15

/**
 * Says in sentences how a method ranked alternatives, and what is to be known about it.
 *
 * @param ranking - What {@link rankByWeightedSum}, {@link rankByWeightedProduct}, {@link rankByTopsis}, {@link rankByVikor} or
 * {@link rankByPromethee} returned.
 * @param criteria - Where titles are taken from: the criteria of the table, each with `id` and `title`. A criterion that is not
 * there is called by its id; none is there unless given.
 * @param locale - The language; English unless given.
 * @returns The order with the scores (three decimal places, or three digits of what is smaller), each group of equal scores, VIKOR's compromise
 * with what keeps it from being the first alone, and each diagnosis; of a long list the first 20 are named.
 * @throws {@link InputError} if `ranking` is no such ranking, or `criteria` no criteria.
 * @example
 * import { rankByWeightedSum } from '@clientele/scoring'
 * import { explainMethod } from '@clientele/scoring/explain'
 *
 * const criteria = [{ id: 'price', weight: 0.5 }, { id: 'taste', weight: 0.5, title: 'Taste' }]
 * const table = { alternatives: ['A', 'B', 'C'], criteria, values: [[2, 3], [4, 2], [1, 2]] }
 * explainMethod(rankByWeightedSum(table, { normalisation: 'min-max' }), criteria).sentences
 * //=> ['By weighted sum (min-max: worst 0, best 1), from the highest score to the lowest: A (0.667), B (0.5), C (0).', 'If an alternative (price 1, Taste 1) joined, B would pass A.']
 */
export function explainMethod(
  ranking: MethodRanking,
  criteria: readonly NamedCriterion[] = [],
  locale: ScoringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkMethodRanking(ranking, ['ranking'], issues)
  checkNamedCriteria(criteria, issues)
  throwIssues(issues)
  const titles = titlesOf(criteria, locale.languageTag)
  const titleOf = (criterion: string): string => titles.get(criterion) ?? criterion
  return {
    sentences: [
      ...explainOrder(ranking, locale),
      ...explainTies(ranking, locale),
      ...(ranking.method === 'vikor' ? explainCompromise(ranking, locale) : []),
      ...ranking.diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, criteriaOf(ranking), titleOf, locale)),
    ],
  }
}

function explainOrder(ranking: MethodRanking, locale: ScoringLocale): string[] {
  if (ranking.ranked.length === 0) return []
  const { highestFirst, lowestFirst, place } = locale.methods
  const places = ranking.ranked.map(({ alternative, score }) => formatMessage(place, { alternative, score: shownScore(score) }))
  const template = ranking.method === 'vikor' ? lowestFirst : highestFirst
  return [formatMessage(template, { method: nameMethod(ranking, locale), alternatives: listTexts(places, locale.core) })]
}

function explainTies({ ranked }: MethodRanking, locale: ScoringLocale): string[] {
  const groups = new Map<number, string[]>()
  for (const { rank, alternative } of ranked) {
    const group = groups.get(rank)
    if (group === undefined) groups.set(rank, [alternative])
    else group.push(alternative)
  }
  const tied = [...groups.values()].filter((ids) => ids.length > 1)
  return tied.map((ids) => formatMessage(locale.methods.tied, { alternatives: listTexts(ids, locale.core) }))
}

function explainCompromise({ ranked, compromise, acceptable }: VikorRanking, locale: ScoringLocale): string[] {
  const { compromise: template, noAdvantage, noStability } = locale.methods
  const [first, second] = ranked
  if (first === undefined) return []
  return [
    formatMessage(template, { alternatives: listTexts(compromise, locale.core) }),
    ...(acceptable.advantage ? [] : [formatMessage(noAdvantage, { advantage: shownScore(1 / (ranked.length - 1)) })]),
    ...(acceptable.stability || second?.rank === 1 ? [] : [formatMessage(noStability, { alternative: first.alternative })]),
  ]
}

/** The criteria's ids, in the order of the table. */
function criteriaOf({ ranked }: MethodRanking): string[] {
  return ranked[0]?.contributions.map(({ criterion }) => criterion) ?? []
}

function explainDiagnosis(
  { code, params }: MethodDiagnosis,
  criteria: readonly string[],
  titleOf: (criterion: string) => string,
  locale: ScoringLocale,
): string {
  const template = locale.methods.diagnoses[code]
  if (code === 'constant-criterion') return formatMessage(template, { criterion: titleOf(params.criterion) })
  if (code === 'reversal-not-ruled-out') return formatMessage(template, { ...params, change: locale.methods.changes[params.change] })
  if (code !== 'reversed-by-adding') return formatMessage(template, params)
  const { higher, lower, copyOf, values } = params
  if (copyOf !== undefined) return formatMessage(template, { newcomer: formatMessage(locale.methods.copy, { alternative: copyOf }), higher, lower })
  const cells = values.map((value, index) =>
    formatMessage(locale.methods.cell, { criterion: titleOf(criteria[index] ?? String(index + 1)), value: shownScore(value) }),
  )
  return formatMessage(template, { newcomer: formatMessage(locale.methods.newcomer, { cells: listTexts(cells, locale.core) }), higher, lower })
}

/** Three decimal places, or three digits of what is smaller; only 0 is shown as 0. */
function shownScore(score: number): string {
  const size = Math.abs(score)
  if (size === 0) return '0'
  if (size < TINY || size >= HUGE) return `${score < 0 ? '−' : ''}${shownByExponent(size)}`
  const zeros = -Math.floor(Math.log10(size)) - 1
  return shown(roundDecimal(score, Math.max(SHOWN_DIGITS, zeros + SHOWN_DIGITS)))
}

function shownByExponent(size: number): string {
  const [digits, exponent] = size.toExponential(SHOWN_DIGITS - 1).split('e')
  return `${Number(digits)}e${Number(exponent)}`
}
