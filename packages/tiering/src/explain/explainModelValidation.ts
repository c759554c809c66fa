import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { BgNbdDiagnosis } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { ModelValidation, RepeatGroup, ValidationDiagnosis } from '../validation/types.js'
import { checkModelValidation } from './checkModelValidation.js'
import { shownAge } from './shownAge.js'
import { shownMeasure } from './shownMeasure.js'
import { shownApart, shownNumber } from './shownNumber.js'

/**
 * Says in sentences how a model that knew the past did on what came after.
 *
 * @param validation - What {@link validateModel} returned.
 * @param locale - The language; English unless given.
 * @returns What was compared; where the fit found no maximum or something is to be known about it, that; the purchases expected and made; how far the
 * model errs per customer, and each customer's own rate so far does; what is to be known about the comparison; and the purchases expected and made of
 * customers with so many repeat purchases before.
 * @throws {@link InputError} if `validation` is no such result.
 * @example
 * import { validateModel } from '@clientele/tiering'
 * import { explainModelValidation } from '@clientele/tiering/explain'
 *
 * const transactions = [{ customer: 'Li', date: '2024-01-01', amount: 80 }, { customer: 'Li', date: '2024-03-04', amount: 50 }]
 * explainModelValidation(validateModel(transactions, { calibrateTo: '2024-03-31', until: '2024-06-30' })).sentences[0]
 * //=> 'BG/NBD fitted to purchases up to 2024-03-31 and compared with those after it up to 2024-06-30, 13 weeks later. Customers: 1.'
 */
export function explainModelValidation(validation: ModelValidation, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkModelValidation(validation, issues)
  throwIssues(issues)
  const { calibrateTo, until, unit, horizon, customers, fit, diagnoses, byRepeatPurchases } = validation
  const { period } = locale.modelValidation
  const first = diagnoses.filter(({ code }) => code === 'fit-not-converged')
  const others = diagnoses.filter((diagnosis) => !first.includes(diagnosis))
  return {
    sentences: [
      formatMessage(period, { calibrateTo, until, horizon: shownAge(horizon, unit, locale), customers }),
      ...first.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
      ...fit.diagnoses.map((diagnosis) => explainFitDiagnosis(diagnosis, locale)),
      explainTotal(validation, locale),
      ...explainErrors(validation, locale),
      ...others.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
      ...byRepeatPurchases.filter((group) => group.customers > 0).map((group) => explainGroup(group, locale)),
    ],
  }
}

/** What is to be known about the fit, by what follows for the purchases expected: its parameters are not shown. */
function explainFitDiagnosis({ code, params }: BgNbdDiagnosis, { modelValidation }: TieringLocale): string {
  const texts = { ...modelValidation.fitDiagnoses, ...modelValidation.diagnoses }
  return formatMessage(texts[code], code === 'parameter-at-bound' ? { ...params, value: shownMeasure(params.value) } : params)
}

function explainTotal({ actual, expected }: ModelValidation, { modelValidation }: TieringLocale): string {
  const { tooMany, tooFew, exact, noneMade } = modelValidation
  if (actual === 0) return formatMessage(noneMade, { expected: shownNumber(expected) })
  const [shownExpected, shownActual] = shownApart(expected, actual)
  const percent = shownPercent(Math.abs(expected - actual) / actual)
  const template = expected > actual ? tooMany : expected < actual ? tooFew : exact
  return formatMessage(template, { expected: shownExpected, actual: shownActual, percent })
}

/** How far the model errs, which a diagnosis says where it errs more than each customer's own rate so far. */
function explainErrors({ meanAbsoluteError, naive, diagnoses, fit }: ModelValidation, { modelValidation }: TieringLocale): string[] {
  const isTold = diagnoses.some(({ code }) => code === 'worse-than-naive')
  // Of the expectations of a fit to nobody who bought again, which are a bound of the search, it would mean nothing.
  const isCompared = fit.repeatBuyers > 0
  const [error, ownError] = [meanAbsoluteError, naive.meanAbsoluteError]
  const [model, own] = isCompared ? shownApart(error, ownError) : [shownNumber(error), shownNumber(ownError)]
  const isBetter = isCompared && error < ownError
  return [
    ...(isTold ? [] : [formatMessage(isBetter ? modelValidation.better : modelValidation.error, { model, naive: own })]),
    formatMessage(modelValidation.naive, { expected: shownNumber(naive.expected) }),
  ]
}

function explainDiagnosis({ code, params }: ValidationDiagnosis, { modelValidation }: TieringLocale): string {
  const text = modelValidation.diagnoses[code]
  if (code !== 'worse-than-naive') return formatMessage(text, params)
  const [model, naive] = shownApart(params.model, params.naive)
  return formatMessage(text, { model, naive })
}

function explainGroup({ repeatPurchases, orMore, customers, actual, expected }: RepeatGroup, { modelValidation }: TieringLocale): string {
  return formatMessage(modelValidation.group, {
    repeatPurchases: orMore ? formatMessage(modelValidation.orMore, { repeatPurchases }) : repeatPurchases,
    customers,
    expected: shownNumber(expected),
    actual,
  })
}
