import { type Issue, type LocalizedText, localizeText } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shownDays, shownDuration, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import type { AttritionDiagnosis, AttritionPolicy, AttritionWarning, AttritionWarnings, SignalFound } from '../attrition/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkWarningsOfPolicy, signalOf } from './checkAttrition.js'
import type { CustomerSentences } from './customerSentences.js'
import { shownNumber } from './shownNumber.js'

const OWN_STOP = /[.。]\s*$/u

/**
 * Says in sentences which customers seem to be leaving: by which signals, what was observed, since when and from where on it is a warning, and what is
 * done.
 *
 * @param warnings - What {@link warnOfAttrition} returned.
 * @param policy - The policy that made them; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns `sentences` about all: how many customers were looked at and how many seem to be leaving, how many there are of each level, and what is to be
 * known about them. In `customers` the sentences about each who seems to be leaving, in the order of the warnings.
 * @throws {@link InputError} if the policy is not one, or not the one that made the warnings: as far as they show it, one of other levels or signals is
 * refused, also of the same version.
 * @example
 * import { warnOfAttrition } from '@clientele/tiering'
 * import { explainAttrition } from '@clientele/tiering/explain'
 * import { textbookAttrition } from '@clientele/tiering/templates'
 *
 * const activity = [{ customer: 'C-1', date: '2024-04-15', type: 'call' }]
 * const contracts = [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }]
 * const warnings = warnOfAttrition({ activity, contracts }, textbookAttrition, { asOf: '2024-05-31' })
 * const { sentences, customers } = explainAttrition(warnings, textbookAttrition)
 * sentences[1] //=> 'Level "urgent": 1. To be done: a call by the adviser.'
 * customers[0].sentences[1] //=> 'Silence before the end of a contract: it ends on 2024-06-30 and has not been renewed, and for 46 days, since 2024-04-15, there has been no interaction; 30 days or more is a warning.'
 */
export function explainAttrition(
  warnings: AttritionWarnings,
  policy: AttritionPolicy,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[]; readonly customers: readonly CustomerSentences[] } {
  const issues: Issue[] = []
  checkWarningsOfPolicy(warnings, policy, issues)
  throwIssues(issues)
  const { asOf, customers, warnings: list, diagnoses } = warnings
  const own = { ...policy }
  const title = titlesOf(own.levels, locale)
  return {
    sentences: [
      formatMessage(locale.attrition.looked, { asOf, policy: titleOf(own, locale), customers, warnings: list.length }),
      ...explainLevels(list, own, title, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
    ],
    customers: list.map((warning) => ({ customer: warning.customer, sentences: explainWarning(warning, own, title, locale) })),
  }
}

/** How many customers are warned of at each level, and what is done about them. */
function explainLevels(
  warnings: readonly AttritionWarning[],
  { levels }: AttritionPolicy,
  title: Title,
  { attrition, languageTag }: TieringLocale,
): string[] {
  return levels.flatMap(({ id, action }) => {
    const count = warnings.filter(({ level }) => level === id).length
    return count === 0 ? [] : [formatMessage(attrition.level, { level: title(id), count, action: actionText(action, languageTag) })]
  })
}

function explainWarning(
  { customer, level, signals, action }: AttritionWarning,
  policy: AttritionPolicy,
  title: Title,
  locale: TieringLocale,
): string[] {
  const { attrition, languageTag } = locale
  return [
    formatMessage(attrition.customer, { customer, level: title(level) }),
    ...signals.map((found) => explainSignal(found, policy, locale)),
    formatMessage(attrition.action, { action: actionText(action, languageTag) }),
  ]
}

/** What is to be done, without a stop of its own: the sentence around it has one. */
function actionText(action: LocalizedText, languageTag: string): string {
  return localizeText(action, languageTag).replace(OWN_STOP, '')
}

/** A signal, the types of activity where only some count, and its id where it has one. */
function explainSignal(found: SignalFound, policy: AttritionPolicy, locale: TieringLocale): string {
  const { activityType, typeSeparator, onlyTypes, ofSignal } = locale.attrition
  const types = found.types?.map((type) => formatMessage(activityType, { type })).join(typeSeparator)
  const seen = explainFinding(found, policy, locale)
  const text = types === undefined ? seen : formatMessage(onlyTypes, { text: seen, types })
  return found.id === undefined ? text : formatMessage(ofSignal, { text, id: found.id })
}

/** What was found; without a signal of the policy's, which there is, its numbers alone. */
function explainFinding(found: SignalFound, { signals }: AttritionPolicy, locale: TieringLocale): string {
  const { code, observed, expected, since, contractEnd = '' } = found
  const template = locale.attrition.signals[code]
  const own = signalOf(found, signals)
  if (own?.type === 'interactions-falling') {
    const { window, comparedWindows, fallPercent } = own
    const rule = { window: shownDuration(window, locale.core), comparedWindows, fallPercent: decimalText(new Decimal(fallPercent)) }
    return formatMessage(template, { ...rule, observed, expected: shownNumber(expected), since })
  }
  const times = own?.type === 'longer-pause-than-usual' ? decimalText(new Decimal(own.times)) : ''
  return formatMessage(template, { observed: shownDays(observed, locale.core), expected: daysText(expected, locale), since, contractEnd, times })
}

/** So many days, which need not be whole. */
function daysText(days: number, { core }: TieringLocale): string {
  const { one, many } = core.durations.days
  return formatMessage(days === 1 ? one : many, { number: decimalText(new Decimal(days)) })
}

function explainDiagnosis({ code, params }: AttritionDiagnosis, { attrition }: TieringLocale): string {
  const { diagnoses, signalNames } = attrition
  return formatMessage(diagnoses[code], code === 'history-too-short' ? { ...params, signal: signalNames[params.signal] } : params)
}
