import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { formatMessage, listTexts, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import type {
  CreditState,
  DeteriorationDiagnosis,
  DeteriorationPolicy,
  DeteriorationReason,
  DeteriorationResponse,
  ProposedMeasure,
} from '../deterioration/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkResponseOfPolicy } from './checkDeterioration.js'
import { explainCompany } from './explainExposure.js'
import { shownMoney } from './shownFacts.js'
import { roundBoth, shownFigure, shownFigureOfDays } from './shownFigure.js'

/**
 * Says in sentences whether a customer's credit got worse: what did, who is told, who decides, which measures are proposed and which are in place.
 *
 * @param response - What {@link respondToDeterioration} returned.
 * @param policy - The deterioration policy that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns Whether a sign was seen, or could be looked for, and a sentence for each that was; to whom the salesperson reports, and who decides on measures; a sentence for each measure that
 * is proposed; what could not be compared, or is in place already, and which securities do not count. People are called by the titles that the policy
 * gives their roles, or by the roles' own names.
 * @throws {@link InputError} if the policy is not one, or not the one that made the response: one of other signs, people or measures is refused, also of
 * the same version.
 * @example
 * import { respondToDeterioration } from '@clientele/credit'
 * import { explainDeterioration } from '@clientele/credit/explain'
 * import { textbookDeterioration } from '@clientele/credit/templates'
 *
 * const account = { customer: 'C-1', currency: 'CNY', limit: { amount: 50_000 } }
 * const response = respondToDeterioration({ before: { grade: 'A' }, after: { grade: 'C' }, account }, textbookDeterioration)
 * const { sentences } = explainDeterioration(response, textbookDeterioration)
 * sentences[1] //=> 'Sign "a lower grade": the grade fell from A to C, 2 lower on the scale.'
 * sentences[2] //=> 'The salesperson must report this to: superior.'
 * sentences[3] //=> 'Measures are decided on by: superior, credit department.'
 * sentences[4] //=> 'Proposed: ask for a guarantor.'
 */
export function explainDeterioration(
  response: DeteriorationResponse,
  policy: DeteriorationPolicy,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkResponseOfPolicy(response, policy, issues)
  throwIssues(issues)
  const { deterioration: texts, core } = locale
  const { deteriorated, currency, reportTo, decidedBy, measures, reasons, diagnoses } = response
  const own = { ...policy }
  const signTitle = titlesOf(own.signs, locale)
  const roleTitle = titlesOf(own.roles ?? [], locale)
  const inMoney = (amount: string): string => shownMoney(amount, currency, locale)
  const proposed = measures.map((measure) => explainMeasure({ ...measure }, inMoney, locale))
  const answer = [
    formatMessage(texts.reportTo, { reportTo: roleTitle(reportTo ?? '') }),
    ...(proposed.length === 0
      ? [texts.noMeasures]
      : [formatMessage(texts.decidedBy, { decidedBy: listTexts(decidedBy.map(roleTitle), core) }), ...proposed]),
  ]
  return {
    sentences: [
      explainFinding(response, own, locale),
      ...explainCompany({ ...response }, locale),
      ...reasons.map((reason) => explainReason(reason, signTitle, inMoney, locale)),
      ...(deteriorated ? answer : []),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, currency, signTitle, locale)),
    ],
  }
}

/** Whether the credit state got worse, or how much of that is not known. */
function explainFinding({ customer, reasons, diagnoses }: DeteriorationResponse, policy: DeteriorationPolicy, locale: CreditLocale): string {
  const { worse, notWorse, partlyUnknown, unknown } = locale.deterioration
  const facts = { policy: titleOf(policy, locale), customer }
  if (reasons.length > 0) return formatMessage(worse, { ...facts, count: reasons.length })
  const unseen = new Set(diagnoses.flatMap(({ code, params }) => (code === 'not-comparable' ? [params.sign] : []))).size
  if (unseen === 0) return formatMessage(notWorse, facts)
  return formatMessage(unseen === policy.signs.length ? unknown : partlyUnknown, { ...facts, count: unseen })
}

function explainReason(reason: DeteriorationReason, signTitle: Title, inMoney: (amount: string) => string, locale: CreditLocale): string {
  const template = locale.deterioration.reasons[reason.code]
  return formatMessage(template, { ...reason.params, ...change(reason, inMoney, locale), sign: signTitle(reason.params.sign) })
}

/** What was before and is after, where it is not shown as it is. */
function change(
  { code, params }: DeteriorationReason,
  inMoney: (amount: string) => string,
  locale: CreditLocale,
): { readonly before?: string; readonly after?: string } {
  if (code === 'overdue-rose') return { before: inMoney(params.before), after: inMoney(params.after) }
  if (code === 'loss-rate-rose') {
    const [before, after] = [new Decimal(params.before).times(100), new Decimal(params.after).times(100)]
    const rounded = roundBoth(before, after)
    return { before: shownFigure(before, locale, rounded[0]), after: shownFigure(after, locale, rounded[1]) }
  }
  if (code !== 'days-delinquent-rose') return {}
  const rounded = roundBoth(new Decimal(params.before), new Decimal(params.after))
  return { before: shownFigureOfDays(params.before, locale, rounded[0]), after: shownFigureOfDays(params.after, locale, rounded[1]) }
}

function explainMeasure(proposed: ProposedMeasure, inMoney: (amount: string) => string, { deterioration }: CreditLocale): string {
  const { measures, leftOpen, reduceSupply } = deterioration
  switch (proposed.measure) {
    case 'raise-deposit': {
      const { from, to, amount } = proposed
      if (to === null || amount === null) return formatMessage(leftOpen['raise-deposit'], { from: inMoney(from) })
      return formatMessage(measures['raise-deposit'], { from: inMoney(from), to: inMoney(to), amount: inMoney(amount) })
    }
    case 'reduce-supply': {
      const { from, to } = proposed
      if (from === null) return reduceSupply
      const template = to === null ? leftOpen['reduce-supply'] : measures['reduce-supply']
      return formatMessage(template, { from: inMoney(from), to: inMoney(to ?? from) })
    }
    case 'restrict-shipments': {
      const { to } = proposed
      return to === null ? leftOpen['restrict-shipments'] : formatMessage(measures['restrict-shipments'], { to })
    }
    default:
      return measures[proposed.measure]
  }
}

function explainDiagnosis({ code, params }: DeteriorationDiagnosis, currency: string, signTitle: Title, locale: CreditLocale): string {
  const { deterioration, exposure, core } = locale
  if (code === 'in-place') return deterioration.inPlace[params.measure]
  const template = deterioration.diagnoses[code]
  switch (code) {
    case 'not-comparable':
      return formatMessage(template, { sign: signTitle(params.sign), fact: deterioration.facts[params.fact as keyof CreditState] })
    case 'rated-by-different-policies':
      return formatMessage(template, { before: listTexts(params.before, core), after: listTexts(params.after, core) })
    case 'deposits-in-other-currencies':
      return formatMessage(template, { currencies: listTexts(params.currencies, core), currency })
    case 'limit-expired':
      return formatMessage(template, params)
    default:
      return formatMessage(template, { part: exposure.parts[params.part], count: params.count })
  }
}
