import type { Issue, JsonValue } from '@clientele/core'
import { checkMadeByAll, checkPolicies, checkRecord, createIssue, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil, listTexts, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { AllocationDiagnosis, PaymentAllocation, PaymentApplication } from '../settlement/types.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { readTerms } from '../terms/prepareTerms.js'
import type { CreditTerms } from '../terms/types.js'
import { checkAllocation } from './checkAllocation.js'
import { shownMoney } from './shownFacts.js'

/**
 * Says in sentences what a payment does for which invoice.
 *
 * @param allocation - What {@link allocatePayment} returned.
 * @param terms - The credit terms that made it, by the id of the invoice.
 * @param locale - The language; English unless given.
 * @returns The payment and the order of the invoices; what each invoice gets, with its discount; what is left over; and what is to be known about
 * the invoices, of which the first 20 are named.
 * @throws {@link InputError} if any terms are not such, or not those that made the allocation.
 * @example
 * import { allocatePayment } from '@clientele/credit'
 * import { explainAllocation } from '@clientele/credit/explain'
 * import { twoTenNetThirty } from '@clientele/credit/templates'
 *
 * const payment = { id: 'P-1', date: '2024-03-10', amount: '10000', currency: 'CNY' }
 * const invoices = [{ id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }]
 * const terms = { 'INV-1': twoTenNetThirty }
 * explainAllocation(allocatePayment({ payment, invoices }, terms, { order: 'oldest-first' }), terms).sentences
 * //=> ['Payment P-1 of 2024-03-10 (10000.00 CNY) goes to the oldest invoice first.', 'Invoice INV-1 gets 9800.00 CNY and, under the terms "2% within 10 days, net 30 days", a discount of 200.00 CNY; it is settled.', 'Left over, as no invoice needs it: 200.00 CNY.']
 */
export function explainAllocation(
  allocation: PaymentAllocation,
  terms: { readonly [invoice: string]: CreditTerms },
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  checkAll(allocation, terms)
  const { payment, date, currency, amount, order, applications, unapplied, diagnoses } = allocation
  const inMoney = (value: string): string => shownMoney(value, currency, locale)
  return {
    sentences: [
      formatMessage(locale.allocation.orders[order], { payment, date, amount: inMoney(amount) }),
      ...applications.map((application) => explainApplication(application, terms, inMoney, locale)),
      ...(isNil(unapplied) ? [] : [formatMessage(locale.allocation.unapplied, { unapplied: inMoney(unapplied) })]),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.allocation.diagnoses[code], listed(params, locale))),
    ],
  }
}

/** Throws for all that is wrong with the allocation and its terms, and where an invoice of it has no terms or was paid under others. */
function checkAll(allocation: unknown, terms: unknown): void {
  const issues: Issue[] = []
  const given = checkRecord(terms, ['terms'], issues) ? terms : undefined
  const prepared = new Map(Object.keys(given ?? {}).map((invoice) => [invoice, readTerms(given?.[invoice], ['terms', invoice], issues)]))
  const known = issues.length === 0 ? [...prepared.values()].flatMap((one) => one?.policies ?? []) : undefined
  checkMadeByAll(allocation, 'allocation', checkAllocation, known, issues)
  if (given !== undefined) checkTermsOfEach(allocation, prepared, issues)
  throwIssues(issues)
}

function checkTermsOfEach(allocation: unknown, prepared: ReadonlyMap<string, PreparedTerms | undefined>, issues: Issue[]): void {
  const applications = isRecord(allocation) ? ownValue(allocation, 'applications') : undefined
  if (!Array.isArray(applications)) return
  Array.from(applications).forEach((application, index) => {
    const { invoice, terms } = isRecord(application) ? { ...application } : {}
    if (typeof invoice !== 'string' || invoice === '') return
    const known = prepared.get(invoice)?.policies
    if (!prepared.has(invoice)) issues.push(createIssue('missing', ['terms', invoice], {}))
    else if (known !== undefined && isRecord(terms)) checkPolicies([terms], ['allocation', 'applications', index, 'terms'], known, issues)
  })
}

function explainApplication(
  { invoice, amount, discount, open, status }: PaymentApplication,
  terms: { readonly [invoice: string]: CreditTerms },
  inMoney: (amount: string) => string,
  locale: CreditLocale,
): string {
  const { gets, getsWithDiscount, outcomes } = locale.allocation
  const facts = { invoice, amount: inMoney(amount), discount: inMoney(discount), terms: titleOf(terms[invoice] as CreditTerms, locale) }
  return formatMessage(outcomes[status], { gets: formatMessage(isNil(discount) ? gets : getsWithDiscount, facts), open: inMoney(open) })
}

function listed(params: AllocationDiagnosis['params'], { core }: CreditLocale): { readonly [name: string]: JsonValue } {
  return 'invoices' in params ? { invoices: listTexts(params.invoices, core) } : { ...params }
}
