import { localizeText, roundDecimal, sumDecimals } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import {
  auditTotals,
  type PrintedTotal,
  type RankedCandidate,
  rankByPromethee,
  rankByTopsis,
  rankByVikor,
  rankByWeightedProduct,
  rankCandidates,
  tabulateCandidates,
  weightStability,
} from '@clientele/scoring'
import { explainAudit, explainMethod, explainRanking, explainScore, explainStability, type ScoringLocale } from '@clientele/scoring/explain'
import { customerScreening } from '@clientele/scoring/templates'
import { type Cell, layOutTable } from './table.js'
import type { ScreeningTexts } from './texts/types.js'

/** The chapter's table: four customers' ratings by criterion, and the totals it prints. */
const table = {
  A: { ratings: [5, 5, 4, 3, 4], printed: 67 },
  B: { ratings: [4, 3, 5, 4, 2], printed: 57 },
  C: { ratings: [3, 2, 2, 2, 2], printed: 53 },
  D: { ratings: [5, 5, 4, 4, 5], printed: 70 },
}

const { criteria } = customerScreening

/** The chapter's customers as the scoring package takes them. */
const customers: readonly PrintedTotal[] = Object.entries(table).map(([id, { ratings, printed }]) => ({
  id,
  ratings: Object.fromEntries(criteria.map((criterion, index) => [criterion.id, ratings[index] as number])),
  printed,
}))

const candidates = customers.map(({ id, ratings }) => ({ id, ratings }))

/** The worked example of the chapter (S1, 客戶篩選), line by line. */
export function showScreening(texts: ScreeningTexts, locale: ScoringLocale): string[] {
  const ranking = rankCandidates(candidates, customerScreening)
  const scores = [...ranking.ranked].sort((a, b) => (a.candidate < b.candidate ? -1 : 1))
  return [
    texts.title,
    texts.introduction,
    '',
    ...layOutTable(tableRows(scores, texts, locale)),
    '',
    `■ ${texts.formulas}`,
    ...scores.map((score) => `  ${score.candidate}: ${explainScore(score, customerScreening, locale).formula}`),
    '',
    `■ ${texts.result}`,
    ...explainRanking(ranking, customerScreening, locale).sentences.map((sentence) => `  ${sentence}`),
    '',
    `■ ${texts.stability}`,
    ...showStability(texts, locale).map((sentence) => `  ${sentence}`),
    '',
    `■ ${texts.methods}`,
    ...showMethods(locale).map((sentence) => `  ${sentence}`),
    '',
    `■ ${texts.misprint}`,
    ...showMisprint(scores, texts, locale).map((sentence) => `  ${sentence}`),
    '',
    `■ ${texts.averages}`,
    `  ${showAverages(scores, texts, locale)}`,
  ]
}

function tableRows(scores: readonly RankedCandidate[], texts: ScreeningTexts, { languageTag }: ScoringLocale): Cell[][] {
  const head: Cell[] = [texts.criterion, { number: texts.weight }, ...scores.map(({ candidate }) => ({ number: candidate }))]
  const lines = criteria.map(({ id, title, weight }, index): Cell[] => {
    const ratings = scores.map(({ contributions }) => ({ number: contributions[index]?.rating ?? '' }))
    return [localizeText(title ?? id, languageTag), { number: String(weight) }, ...ratings]
  })
  const computed: Cell[] = [texts.computed, { number: '' }, ...scores.map(({ total }) => ({ number: total }))]
  const printed: Cell[] = [texts.printed, { number: '' }, ...customers.map((customer) => ({ number: String(customer.printed) }))]
  return [head, ...lines, computed, printed]
}

function showStability(texts: ScreeningTexts, locale: ScoringLocale): string[] {
  const stability = weightStability(candidates, customerScreening)
  return [texts.stabilityExplained, ...explainStability(stability, customerScreening, locale).sentences]
}

function showMethods(locale: ScoringLocale): string[] {
  const { table: decision } = tabulateCandidates(candidates, customerScreening)
  const rankings = [rankByWeightedProduct(decision), rankByTopsis(decision), rankByVikor(decision), rankByPromethee(decision)]
  return rankings.flatMap((ranking) => explainMethod(ranking, decision.criteria, locale).sentences)
}

function showMisprint(scores: readonly RankedCandidate[], texts: ScreeningTexts, locale: ScoringLocale): string[] {
  const audit = auditTotals(customers, customerScreening)
  const harmless = audit.discrepancies.flatMap(({ candidate, printed }) => {
    const place = scores.find((score) => score.candidate === candidate)?.rank ?? 0
    const above = scores.find(({ rank }) => rank === place - 1)
    return above === undefined ? [] : [formatMessage(texts.misprintHarmless, { printed, above: above.candidate, next: above.total })]
  })
  return [...explainAudit(audit, customerScreening, locale).sentences, ...harmless]
}

function showAverages(scores: readonly RankedCandidate[], texts: ScreeningTexts, { core }: ScoringLocale): string {
  const averages = scores.map(({ candidate, average }) => `${candidate} ${roundDecimal(average ?? 0, 3)}`)
  return formatMessage(texts.averagesExplained, {
    weights: sumDecimals(criteria.map(({ weight }) => weight)),
    averages: averages.join(core.listSeparator),
  })
}
