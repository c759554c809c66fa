import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkRecord, isRecord, ownValue } from '@clientele/core/checks'
import { calendarDateSchema, checkedSchema, collectingIssues, decimalInputSchema, idSchema, policyShape } from '@clientele/core/schemas'
import * as z from 'zod'
import { readInvoice } from '../invoices/readInvoice.js'
import type { Invoice } from '../invoices/types.js'
import { readAllocation } from '../settlement/readAllocation.js'
import { readCase } from '../settlement/readCase.js'
import { readCredit, readPayment } from '../settlement/readPayments.js'
import type { AllocationCase, Credit, Payment, SettlementCase } from '../settlement/types.js'
import { checkTerms } from '../terms/checkTerms.js'
import type { CreditTerms } from '../terms/types.js'
import { currency, days, invoiceShape, rounded } from './parts.js'

const terms = z.strictObject({
  kind: z.literal('credit-terms'),
  ...policyShape,
  discounts: z.array(z.strictObject({ withinDays: days, percent: decimalInputSchema })),
  netDays: days,
  start: z.enum(['invoice-date', 'delivery-date', 'end-of-month']).optional(),
  partialPayments: z.enum(['full-by-window', 'pro-rata']).optional(),
  discountBase: z.enum(['gross', 'net-of-tax']).optional(),
  ...rounded,
})

/** Credit terms. */
export const creditTermsSchema: z.ZodType<CreditTerms> = checkedSchema(terms as z.ZodType<CreditTerms>, checkTerms)

const invoice = z.strictObject({ ...invoiceShape })

/** An invoice, before it is known which terms it is under. */
export const invoiceSchema: z.ZodType<Invoice> = checkedSchema(invoice as z.ZodType<Invoice>, collectingIssues(readInvoice))

const payment = z.strictObject({ id: idSchema, date: calendarDateSchema, amount: decimalInputSchema, currency })

/** A payment, before it is known which invoice it is for. */
export const paymentSchema: z.ZodType<Payment> = checkedSchema(payment as z.ZodType<Payment>, inOwnCurrency(readPayment))

const credit = payment.extend({ type: z.enum(['credit-note', 'write-off']) })

/** A credit, before it is known which invoice it is for. */
export const creditSchema: z.ZodType<Credit> = checkedSchema(credit as z.ZodType<Credit>, inOwnCurrency(readCredit))

const settlementCase = z.strictObject({ invoice, payments: z.array(payment), credits: z.array(credit).optional() })

/** An invoice with all that was paid and credited for it, before it is known which terms it is under. */
export const settlementCaseSchema: z.ZodType<SettlementCase> = checkedSchema(settlementCase as z.ZodType<SettlementCase>, (value) => {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) readCase(value, issues)
  return issues
})

const payable = invoice.extend({ payments: z.array(payment).optional(), credits: z.array(credit).optional() })

/** A payment and the invoices it may be for, before it is known which terms they are under. */
export const allocationCaseSchema: z.ZodType<AllocationCase> = checkedSchema(
  z.strictObject({ payment, invoices: z.array(payable) }) as z.ZodType<AllocationCase>,
  checkAllocationCase,
)

/** A check of what must be in its invoice's currency, by itself: any currency will do. */
function inOwnCurrency(
  read: (value: unknown, own: { readonly currency: string; readonly digits: number } | undefined, path: Path, issues: Issue[]) => unknown,
): (value: unknown) => Issue[] {
  return collectingIssues((value, path, issues) => {
    const code = isRecord(value) ? ownValue(value, 'currency') : undefined
    const digits = checkCurrency(code, [], [])
    read(value, digits === undefined ? undefined : { currency: code as string, digits }, path, issues)
  })
}

/** Terms that suit any invoice. */
const anyTerms: CreditTerms = { kind: 'credit-terms', id: 'any', version: 1, discounts: [], netDays: 0 }

function checkAllocationCase(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (!checkRecord(value, [], issues)) return issues
  const invoices = ownValue(value, 'invoices')
  const ids = Array.isArray(invoices) ? Array.from(invoices, (one: unknown) => (isRecord(one) ? ownValue(one, 'id') : undefined)) : []
  const allTerms = Object.fromEntries(ids.filter((one) => typeof one === 'string' && one !== '').map((one) => [one, anyTerms]))
  readAllocation(value, allTerms, issues)
  return issues
}
