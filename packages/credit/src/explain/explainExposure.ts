import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil, listTexts, shown, sizeOf, titleOf } from '@clientele/core/explain'
import type { CreditExposure, ExposedPart, ExposureDiagnosis } from '../exposure/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { OrderPolicy } from '../orders/policyTypes.js'
import { checkExposureOfPolicy } from './checkExposure.js'
import { shownMoney } from './shownFacts.js'

/**
 * Says in sentences how much is at stake with a customer, and what it is made of.
 *
 * @param exposure - What {@link assessExposure} returned.
 * @param policy - The order policy that made it; its title is taken from it.
 * @param locale - The language; English unless given.
 * @returns The exposure; each part that is not nil, and which of those that count are; and what is to be known about it.
 * @throws {@link InputError} if the policy is not one, or not the one that made the exposure: one that counts other parts or has other rates is
 * refused, also of the same version.
 * @example
 * import { assessExposure } from '@clientele/credit'
 * import { explainExposure } from '@clientele/credit/explain'
 *
 * const policy = { kind: 'order-policy', id: 'net', version: '1', exposure: { count: ['receivables', 'deposits'] }, breaches: { 'over-limit': 'hold' } }
 * const items = [{ id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '9500', currency: 'CNY' }]
 * const account = { customer: 'C-1', currency: 'CNY', items, deposits: [{ amount: '500' }] }
 * explainExposure(assessExposure(account, policy, { asOf: '2024-03-10' }), policy).sentences
 * //=> ['As of 2024-03-10, the exposure to customer C-1 is 9000.00 CNY under the policy "net".', 'Receivables: 9500.00 CNY.', 'Deposits: 500.00 CNY, taken off.']
 */
export function explainExposure(exposure: CreditExposure, policy: OrderPolicy, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkExposureOfPolicy(exposure, policy, issues)
  throwIssues(issues)
  const { customer, asOf, currency, total, parts, diagnoses } = exposure
  const facts = { asOf, customer, total: shownMoney(total, currency, locale) }
  return {
    sentences: [
      formatMessage(locale.exposure.total, { ...facts, policy: titleOf({ ...policy }, locale) }),
      ...explainCompany({ ...exposure }, locale),
      ...explainParts(parts, currency, locale),
      ...diagnoses.map((diagnosis) => explainExposureDiagnosis(diagnosis, currency, locale)),
    ],
  }
}

/** Says which company gives the credit, where it is told. */
export function explainCompany({ company }: { readonly company?: string }, { exposure }: CreditLocale): string[] {
  return company === undefined ? [] : [formatMessage(exposure.company, { company })]
}

/** Says what each part adds or takes off, and what does not count; then in which of those that count there is nothing. */
export function explainParts(parts: readonly ExposedPart[], currency: string, locale: CreditLocale): string[] {
  const { parts: names, counted, deducted, notCounted, nothingIn } = locale.exposure
  const sentences = parts.flatMap(({ part, amount, counted: isCounted }) => {
    if (isNil(amount)) return []
    const isDeducted = part === 'deposits' || part === 'guarantees'
    const size = isDeducted ? sizeOf(amount) : amount
    const facts = { part: names[part], amount: shownMoney(size, currency, locale) }
    return [formatMessage(isCounted ? (isDeducted ? deducted : counted) : notCounted, facts)]
  })
  const nil = parts.filter((one) => one.counted && isNil(one.amount)).map(({ part }) => names[part])
  return nil.length === 0 ? sentences : [...sentences, formatMessage(nothingIn, { parts: listTexts(nil, locale.core) })]
}

/** Says what is to be known about an exposure. */
export function explainExposureDiagnosis({ code, params }: ExposureDiagnosis, currency: string, locale: CreditLocale): string {
  const { receivables, exposure } = locale
  const part = 'part' in params ? { part: exposure.parts[params.part] } : {}
  const amount = 'amount' in params ? { amount: shownMoney(params.amount, currency, locale) } : {}
  const rate = 'rate' in params ? { rate: shown(params.rate) } : {}
  return formatMessage({ ...receivables.diagnoses, ...exposure.diagnoses }[code], { ...params, ...part, ...amount, ...rate })
}
