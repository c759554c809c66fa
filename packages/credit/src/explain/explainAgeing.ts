import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { digitsOf, formatMessage, isNil, listTexts, shownDays, shownPart, sizeOf, titleOf } from '@clientele/core/explain'
import { NOT_DUE } from '../ageing/checkAgeingScheme.js'
import type { AgedBucket, AgedCurrency, Ageing, AgeingBucket, AgeingDiagnosis, AgeingScheme } from '../ageing/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkAgeingOfScheme } from './checkAgeing.js'
import { greatestFirst } from './greatestFirst.js'
import { shownBucket, shownMoney } from './shownFacts.js'

/** So many of those who owe most are named. */
const NAMED = 5

/**
 * Says in sentences how old the receivables are, and who owes most.
 *
 * @param ageing - What {@link ageReceivables} or `ageColumns` of {@link compileAgeing} returned.
 * @param scheme - The ageing scheme that made it; its title and those of its buckets are taken from it.
 * @param locale - The language; English unless given.
 * @returns How age is counted; for each currency what is open, overdue and disputed, what of it is in each bucket that is not empty, and the five
 * customers who owe most; and what is to be known about the items.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the ageing: one of other buckets is refused, also of the same
 * version.
 * @example
 * import { ageReceivables } from '@clientele/credit'
 * import { explainAgeing } from '@clientele/credit/explain'
 * import { ageingTo90Days } from '@clientele/credit/templates'
 *
 * const items = [
 *   { id: 'INV-1', customer: 'A', date: '2024-01-10', due: '2024-02-09', amount: '300', currency: 'CNY' },
 *   { id: 'INV-2', customer: 'B', date: '2024-03-10', due: '2024-04-09', amount: '900', currency: 'CNY' },
 * ]
 * const ageing = ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' })
 * explainAgeing(ageing, ageingTo90Days).sentences.slice(2)
 * //=> ['Open in CNY: 1200.00 CNY.', 'Overdue: 300.00 CNY, 25% of all debits.', 'Not due yet: 900.00 CNY, 75% of all debits; items: 1.', '31-60 days: 300.00 CNY, 25% of all debits; items: 1.', 'Customers with open items: 2.', 'Who owes most: B (900.00 CNY), A (300.00 CNY).']
 */
export function explainAgeing(ageing: Ageing, scheme: AgeingScheme, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkAgeingOfScheme(ageing, scheme, issues)
  throwIssues(issues)
  const { asOf, currencies, diagnoses } = ageing
  const own = { ...scheme }
  const titles = new Map(own.buckets.map((bucket) => [bucket.id, shownBucket(bucket.id, locale, { ...bucket }.title)]))
  const nameBucket = (id: string): string => titles.get(id) ?? shownBucket(id, locale)
  return {
    sentences: [
      formatMessage(locale.ageing.by[own.by], { asOf, scheme: titleOf(own, locale) }),
      ...explainBoundary(own, nameBucket, locale),
      ...(currencies.length === 0 ? [locale.ageing.nothing] : currencies.flatMap((currency) => explainCurrency(currency, nameBucket, locale))),
      ...diagnoses.map(({ code, params }) => formatMessage(diagnosisTexts(locale)[code], params)),
    ],
  }
}

function diagnosisTexts({ receivables, ageing }: CreditLocale): { readonly [Code in AgeingDiagnosis['code']]: string } {
  return { ...receivables.diagnoses, ...ageing.diagnoses }
}

/** Says where an age belongs that the first bucket ends with: it is there that systems disagree. */
function explainBoundary({ buckets, boundary }: AgeingScheme, nameBucket: (id: string) => string, locale: CreditLocale): string[] {
  const [first, second] = buckets as [AgeingBucket, AgeingBucket | undefined]
  if (first.upToDays === null || second === undefined) return []
  const bucket = nameBucket(boundary === 'below' ? second.id : first.id)
  return [formatMessage(locale.ageing.boundary, { days: shownDays(first.upToDays, locale.core), bucket })]
}

function explainCurrency(aged: AgedCurrency, nameBucket: (id: string) => string, locale: CreditLocale): string[] {
  const { currency, total, debits, credits, disputed } = aged
  const { nothingOpen, total: open, totalWithCredits, disputed: inDispute } = locale.ageing
  const buckets = aged.buckets.filter(({ count }) => count > 0)
  if (buckets.length === 0) return [formatMessage(nothingOpen, { currency })]
  const inMoney = (amount: string): string => shownMoney(amount, currency, locale)
  const facts = { currency, total: inMoney(total), debits: inMoney(debits), credits: inMoney(sizeOf(credits)) }
  return [
    formatMessage(isNil(credits) ? open : totalWithCredits, facts),
    ...explainOverdue(aged, inMoney, locale),
    ...(isNil(disputed) ? [] : [formatMessage(inDispute, { disputed: inMoney(disputed) })]),
    ...buckets.map((bucket) => explainBucket(bucket, debits, nameBucket(bucket.id), inMoney, locale)),
    ...explainCustomers(aged, inMoney, locale),
  ]
}

/** Says how much is overdue, where the ageing tells and anybody owes anything. */
function explainOverdue({ buckets, debits }: AgedCurrency, inMoney: (amount: string) => string, locale: CreditLocale): string[] {
  const notDue = buckets.find(({ id }) => id === NOT_DUE)
  if (notDue === undefined || isNil(debits)) return []
  const late = new Decimal(debits).minus(notDue.debits)
  const overdue = late.toFixed(digitsOf(debits))
  return [formatMessage(locale.ageing.overdue, { overdue: inMoney(overdue), percent: shownPart(decimalText(late), debits) })]
}

function explainBucket(
  { count, amount, debits, credits }: AgedBucket,
  allDebits: string,
  bucket: string,
  inMoney: (amount: string) => string,
  locale: CreditLocale,
): string {
  const { bucket: ofDebits, bucketWithCredits, bucketOfCredits } = locale.ageing
  const facts = { bucket, count, percent: shownPart(debits, allDebits), amount: inMoney(amount), debits: inMoney(debits) }
  const template = isNil(credits) ? ofDebits : isNil(debits) ? bucketOfCredits : bucketWithCredits
  return formatMessage(template, { ...facts, credits: inMoney(sizeOf(credits)) })
}

/** Says how many customers have open items, and who owes most; nothing where no customers are listed. */
function explainCustomers({ customers }: AgedCurrency, inMoney: (amount: string) => string, { ageing, core }: CreditLocale): string[] {
  if (customers.length === 0) return []
  const owing = greatestFirst(customers).filter(({ total }) => !total.startsWith('-') && !isNil(total))
  const named = owing.slice(0, NAMED).map(({ customer, total }) => formatMessage(ageing.customer, { customer, total: inMoney(total) }))
  return [
    formatMessage(ageing.customers, { count: customers.length }),
    ...(named.length === 0 ? [] : [formatMessage(ageing.greatest, { customers: listTexts(named, core) })]),
  ]
}
