import { compareDecimals, multiplyDecimals } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { concentration, type Rfm, type RfmScheme, scoreRfm, shareOfTop, type ValueConcentration } from '@clientele/tiering'
import { textbookRfm } from '@clientele/tiering/templates'
import type { Attempt } from '../types.js'
import { readBookOnce } from './book/readBookOnce.js'
import { rememberLast } from './book/rememberLast.js'
import type { Book } from './book/types.js'
import { highFrom, measures, type RfmFields, type SchemeTexts, schemeFields, schemeOf } from './fields.js'

/** Customers that are scored, and what of the revenue comes from the greatest of them. */
export interface ScoredBook {
  readonly book: Book
  readonly scheme: RfmScheme
  /** From which score on a score is shown as a high one. */
  readonly high: number
  readonly rfm: Rfm
  readonly revenue: ValueConcentration
  readonly ofTop: number | null
}

/** Which part of the customers is asked for, in percent, at most. */
const ALL = '100'

/** Scores the customers. The purchases, the scheme, the day and the share are tried apart from each other, so that what is wrong with any is said at once. */
export function computeRfm(fields: RfmFields, attempt: Attempt): ScoredBook | undefined {
  const { asOf } = fields
  const book = attempt(
    () => readBookOnce(fields.csv),
    () => 'csv',
  )
  const scheme = attempt(
    () => schemeOnce(...schemeFields.map((field) => fields[field])),
    ([field]) => String(field),
  )
  const isScheme = attempt(() => scheme && scoreRfm([], scheme, { asOf: '2024-01-01' }), cutField)
  const isDay = attempt(
    () => scoreRfm([], textbookRfm, { asOf }),
    () => 'asOf',
  )
  const share = attempt(
    () => shareOf(fields.top),
    () => 'top',
  )
  if (book === undefined || scheme === undefined || isScheme === undefined || isDay === undefined || share === undefined) return undefined
  return attempt(
    () => {
      const { values, ...scored } = scoreOnce(book, scheme, asOf)
      return { book, scheme, high: highFrom(fields), ...scored, ofTop: shareOfTop(values, { share }) }
    },
    () => 'csv',
  )
}

const schemeOnce = rememberLast((...texts: readonly string[]) =>
  schemeOf(Object.fromEntries(schemeFields.map((field, index) => [field, texts[index]])) as SchemeTexts),
)

const scoreOnce = rememberLast((book: Book, scheme: RfmScheme, asOf: string) => {
  const rfm = scoreRfm(book.purchases, scheme, { asOf, invalid: 'collect' })
  const values = revenues(book, scheme, rfm)
  return { rfm, values, revenue: concentration(values) }
})

/** What each customer gave: where means are scored, that is another number. */
function revenues({ purchases }: Book, scheme: RfmScheme, rfm: Rfm): readonly string[] {
  const isMean = scheme.monetary?.statistic === 'mean'
  const { customers } = isMean ? scoreRfm(purchases, textbookRfm, { asOf: rfm.asOf, invalid: 'collect' }) : rfm
  return customers.map(({ monetary }) => monetary ?? '0')
}

/** Percent as a share, above 0 and up to 1. */
function shareOf(percent: string): string {
  const actual = JSON.stringify(percent)
  if (compareDecimals(percent, '0') <= 0) throwIssues([createIssue('not-above', ['top'], { bound: '0', actual })])
  if (compareDecimals(percent, ALL) > 0) throwIssues([createIssue('too-large', ['top'], { maximum: ALL, actual })])
  return multiplyDecimals(percent, '0.01')
}

/** `['scheme', 'cuts', 'recency', 0]` is a fault of the cuts of recency. */
function cutField([, , measure]: readonly (string | number)[]): string {
  return measures.find((one) => one === measure) ?? 'scores'
}
