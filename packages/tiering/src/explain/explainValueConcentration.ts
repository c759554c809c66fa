import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownSmall } from '@clientele/core/explain'
import type { ConcentrationDiagnosis, TopShare, ValueConcentration } from '../concentration/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkValueConcentration } from './checkValueConcentration.js'
import { shownAmount } from './shownAmount.js'
import { shownShare } from './shownShare.js'

/**
 * Says in sentences how unevenly a total is spread.
 *
 * @param concentration - What the verb `concentration` returned.
 * @param locale - The language; English unless given.
 * @returns How many values there are and what they come to; what the greatest bring in; the Gini coefficient; the Herfindahl–Hirschman index, with the
 * effective number of customers, which is 1 ÷ the index; and what is to be known about the values.
 * @throws {@link InputError} if `concentration` is none.
 * @example
 * import { concentration } from '@clientele/tiering'
 * import { explainValueConcentration } from '@clientele/tiering/explain'
 *
 * const { sentences } = explainValueConcentration(concentration([500, 300, 120, 40, 20, 10, 5, 3, 1, 1]))
 * sentences[1] //=> 'What the greatest bring in of the total: top 1% (1): 50%, top 20% (2): 80%, top 50% (5): 98%.'
 * sentences[2] //=> 'The Gini coefficient is 0.728; it is 0 where all are alike, and near 1 where one has everything.'
 */
export function explainValueConcentration(concentration: ValueConcentration, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkValueConcentration(concentration, issues)
  throwIssues(issues)
  const { count, diagnoses, ...figures } = concentration
  const { valueConcentration: texts } = locale
  return {
    sentences: [
      formatMessage(texts.total, { count, total: shownAmount(figures.total, {}, locale) }),
      ...explainTop(figures.top, locale),
      ...explainMeasures(concentration, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
    ],
  }
}

/** What the greatest bring in; of two parts that are the same customers, as of few, the first. */
function explainTop(top: readonly TopShare[], { valueConcentration, core }: TieringLocale): string[] {
  const different = top.filter(({ customers }, index) => customers !== top[index - 1]?.customers)
  const shares = different.flatMap(({ share, customers, ofValue }) =>
    ofValue === null ? [] : [formatMessage(valueConcentration.share, { percent: shownShare(share), customers, ofValue: shownShare(ofValue) })],
  )
  return shares.length === 0 ? [] : [formatMessage(valueConcentration.shares, { shares: listTexts(shares, core) })]
}

function explainMeasures({ gini, giniUnbiased, herfindahlHirschmanIndex: index }: ValueConcentration, locale: TieringLocale): string[] {
  const { valueConcentration: texts } = locale
  return [
    ...(gini === null ? [] : [formatMessage(texts.gini, { gini: shownSmall(gini) })]),
    ...(giniUnbiased === null ? [] : [formatMessage(texts.unbiased, { gini: shownSmall(giniUnbiased) })]),
    ...(index === null || index === 0 ? [] : [formatMessage(texts.index, { index: shownSmall(index), effective: shownSmall(1 / index) })]),
  ]
}

function explainDiagnosis({ code, params }: ConcentrationDiagnosis, locale: TieringLocale): string {
  const text = locale.valueConcentration.diagnoses[code]
  if (code === 'total-not-positive') return formatMessage(text, { total: shownAmount(params.total, {}, locale) })
  if (code === 'values-below-zero') return formatMessage(text, { count: params.count, value: shownAmount(params.value, {}, locale) })
  return formatMessage(text, params)
}
