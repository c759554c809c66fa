import type { DecimalInput, Issue, Path } from '@clientele/core'
import { addIssuesAt, checkDecimal, policyReference, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkTerms } from './checkTerms.js'
import type { PreparedDiscount, PreparedTerms } from './prepared.js'
import type { CreditTerms, TermsDiscount } from './types.js'

/** Checks and reads credit terms, or adds issues, which start at `path`, and returns undefined. */
export function readTerms(value: unknown, path: Path, issues: Issue[]): PreparedTerms | undefined {
  const found = checkTerms(value)
  addIssuesAt(path, found, issues)
  return found.length === 0 ? prepare({ ...(value as CreditTerms) }) : undefined
}

/** Checks and reads credit terms, or throws what is wrong with them. */
export function prepareTerms(terms: CreditTerms): PreparedTerms {
  const issues: Issue[] = []
  const prepared = readTerms(terms, ['terms'], issues)
  throwIssues(issues)
  return prepared as PreparedTerms
}

function prepare(terms: CreditTerms): PreparedTerms {
  return {
    discounts: terms.discounts.map(prepareDiscount),
    netDays: terms.netDays + 0,
    start: terms.start ?? 'invoice-date',
    isProRata: terms.partialPayments === 'pro-rata',
    isNetOfTax: terms.discountBase === 'net-of-tax',
    rounding: terms.rounding ?? 'half-up',
    cashStep: terms.cashStep === undefined ? undefined : read(terms.cashStep),
    policies: [policyReference(terms)],
  }
}

function prepareDiscount({ withinDays, percent }: TermsDiscount): PreparedDiscount {
  const decimal = read(percent)
  const scale = new Decimal(10).pow(decimal.decimalPlaces())
  return {
    withinDays: withinDays + 0,
    percent: decimalText(decimal),
    taken: BigInt(decimalText(decimal.times(scale))),
    whole: BigInt(decimalText(scale.times(100))),
  }
}

function read(value: DecimalInput): Decimal {
  return checkDecimal(value, [], []) as Decimal
}
