import { type LocalizedText, localizeText } from '@clientele/core'
import { explainCondition, formatMessage, listTexts } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Grading, Rulebook } from '../rules/types.js'
import { type ReadRule, type Reason, readGrading } from './readGrading.js'

/** How many rules are explained, and of each rule how many comparisons. */
const LISTED = 20

/**
 * Says in sentences which rule granted a grade, and why this one and none before it.
 *
 * @param grading - What {@link gradeSubject} returned.
 * @param rulebook - The rulebook that made it; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns The grade and its rule, the route if there is one, each comparison that decided the rule, then each earlier rule with the
 * comparisons it failed by, and the fields that were missing; of a long list the first 20.
 * @throws {@link InputError} if the rulebook is not one, or not the one that made the grading.
 * @example
 * import { gradeSubject } from '@clientele/scoring'
 * import { explainGrading } from '@clientele/scoring/explain'
 * import { leadGrading } from '@clientele/scoring/templates'
 *
 * const grading = gradeSubject({ demoRequestedOn: '2024-02-20', budgetClear: true }, leadGrading, { asOf: '2024-03-01' })
 * const { sentences } = explainGrading(grading, leadGrading)
 * sentences[0] //=> 'As of 2024-03-01 the grade is A (goes first), because the rule "Demo asked for in the last 30 days, and a clear budget" is met.'
 * sentences[1] //=> 'Route: Senior salesperson.'
 * sentences[3] //=> 'budgetClear must equal true: it is true, which meets this.'
 */
export function explainGrading(grading: Grading, rulebook: Rulebook, locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  const tried = readGrading(grading, rulebook)
  const { grades, routes } = { ...rulebook }
  const { asOf, grade, route } = { ...grading }
  const facts = { asOf, grade: titleOf(grade, grades, locale) }
  const granting = tried.find(({ met }) => met)
  return {
    sentences: [
      granting === undefined
        ? formatMessage(locale.grading.otherwise, facts)
        : formatMessage(locale.grading.rule, { ...facts, rule: titleOf(granting.rule.id, [granting.rule], locale) }),
      ...(route === undefined ? [] : [formatMessage(locale.grading.route, { route: titleOf(route, routes, locale) })]),
      ...(granting === undefined ? [] : explainReasons(granting, locale)),
      ...explainUnmet(tried, locale),
      ...explainUnknown(tried, locale),
    ],
  }
}

function titleOf(
  id: string,
  titled: readonly { readonly id: string; readonly title?: LocalizedText }[] = [],
  { languageTag }: ScoringLocale,
): string {
  const { title } = { ...titled.find((one) => one.id === id) }
  return localizeText(title ?? id, languageTag)
}

function explainReasons({ reasons }: ReadRule, locale: ScoringLocale): string[] {
  const more = reasons.length > LISTED ? [formatMessage(locale.grading.moreComparisons, { number: reasons.length - LISTED })] : []
  return [...reasons.slice(0, LISTED).map((reason) => explainReason(reason, locale)), ...more]
}

function explainReason({ entry, opposite }: Reason, locale: ScoringLocale): string {
  const [sentence] = explainCondition({ met: entry.met, trace: [entry] }, locale.core) as [string, string]
  return opposite ? `${sentence}${locale.sentenceSeparator}${locale.grading.opposite}` : sentence
}

function explainUnmet(tried: readonly ReadRule[], locale: ScoringLocale): string[] {
  const unmet = tried.filter(({ met }) => !met)
  const more = unmet.length > LISTED ? [formatMessage(locale.grading.moreRules, { number: unmet.length - LISTED })] : []
  const sentences = unmet.slice(0, LISTED).map((one) => {
    const sentence = formatMessage(locale.grading.unmet, { rule: titleOf(one.rule.id, [one.rule], locale) })
    return [sentence, ...explainReasons(one, locale)].join(locale.sentenceSeparator)
  })
  return [...sentences, ...more]
}

function explainUnknown(tried: readonly ReadRule[], locale: ScoringLocale): string[] {
  const missing = tried.flatMap(({ reasons }) => reasons.filter(({ entry }) => entry.reason === 'missing'))
  const fields = [...new Set(missing.map(({ entry }) => entry.path.join('.')))]
  return fields.length === 0 ? [] : [formatMessage(locale.grading.unknown, { fields: listTexts(fields, locale.core) })]
}
