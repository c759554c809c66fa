/**
 * Zod schemas of credit terms, instalment plans and what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkRecord, isRecord, ownValue, roundingModes } from '@clientele/core/checks'
import { calendarDateSchema, checkedSchema, decimalInputSchema, localizedTextSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { checkCalendar } from './instalments/checkCalendar.js'
import { checkInstalmentPlan } from './instalments/checkInstalmentPlan.js'
import { readDivided } from './instalments/readDivided.js'
import type { BusinessCalendar, InstalmentInvoice, InstalmentPlan } from './instalments/types.js'
import { readInvoice } from './invoices/readInvoice.js'
import type { Invoice } from './invoices/types.js'
import { readAllocation } from './settlement/readAllocation.js'
import { readCase } from './settlement/readCase.js'
import { readCredit, readPayment } from './settlement/readPayments.js'
import type { AllocationCase, Credit, Payment, SettlementCase } from './settlement/types.js'
import { checkTerms } from './terms/checkTerms.js'
import type { CreditTerms } from './terms/types.js'

const id = z.string().min(1)
const currency = z.string().regex(/^[A-Z]{3}$/)
const days = z.int().min(0)
const document = { id, version: z.union([id, z.number()]), format: z.literal(1).optional(), title: localizedTextSchema.optional() }
const rounded = { rounding: z.enum(roundingModes).optional(), cashStep: decimalInputSchema.optional() }

const terms = z.strictObject({
  kind: z.literal('credit-terms'),
  ...document,
  discounts: z.array(z.strictObject({ withinDays: days, percent: decimalInputSchema })),
  netDays: days,
  start: z.enum(['invoice-date', 'delivery-date', 'end-of-month']).optional(),
  partialPayments: z.enum(['full-by-window', 'pro-rata']).optional(),
  discountBase: z.enum(['gross', 'net-of-tax']).optional(),
  ...rounded,
})

/** Credit terms. */
export const creditTermsSchema: z.ZodType<CreditTerms> = checkedSchema(terms as z.ZodType<CreditTerms>, checkTerms)

const invoice = z.strictObject({
  id,
  date: calendarDateSchema,
  amount: decimalInputSchema,
  currency,
  tax: decimalInputSchema.optional(),
  deliveryDate: calendarDateSchema.optional(),
})

/** An invoice, before it is known which terms it is under. */
export const invoiceSchema: z.ZodType<Invoice> = checkedSchema(invoice as z.ZodType<Invoice>, collecting(readInvoice))

const payment = z.strictObject({ id, date: calendarDateSchema, amount: decimalInputSchema, currency })

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

const share = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('percent'), percent: decimalInputSchema, of: z.enum(['total', 'remaining', 'after-fixed', 'net-of-tax']) }),
  z.strictObject({ type: z.literal('fixed'), amount: decimalInputSchema }),
  z.strictObject({ type: z.literal('rest') }),
])

const dayOfMonth = z.int().min(1).max(31)

const dateStep = z.strictObject({
  setMonth: z.int().min(1).max(12).optional(),
  addMonths: z.int().optional(),
  setDay: dayOfMonth.optional(),
  addWeeks: z.int().optional(),
  addDays: z.int().optional(),
  toEndOfMonth: z.boolean().optional(),
  toPayDay: z.array(dayOfMonth).min(1).optional(),
  toWeekday: z.int().min(1).max(7).optional(),
  toBusinessDay: z.enum(['following', 'preceding', 'modified-following']).optional(),
  calendar: id.optional(),
})

const plan = z.strictObject({
  kind: z.literal('instalment-plan'),
  ...document,
  ...rounded,
  lines: z.array(z.strictObject({ share, due: z.array(dateStep) })).min(1),
})

/** An instalment plan. */
export const instalmentPlanSchema: z.ZodType<InstalmentPlan> = checkedSchema(plan as z.ZodType<InstalmentPlan>, checkInstalmentPlan)

/** What is divided into instalments, before it is known by which plan. */
export const instalmentInvoiceSchema: z.ZodType<InstalmentInvoice> = checkedSchema(
  invoice.extend({ id: id.optional() }) as z.ZodType<InstalmentInvoice>,
  collecting(readDivided),
)

const time = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/)
const dayWindows = z.array(z.array(time).length(2))
const weekday = dayWindows.optional()

const calendar = z.strictObject({
  kind: z.literal('business-calendar'),
  ...document,
  zone: id.optional(),
  windows: z.strictObject({ mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday, sun: weekday }).optional(),
  closed: z.array(calendarDateSchema).optional(),
  open: z.array(z.strictObject({ date: calendarDateSchema, windows: dayWindows })).optional(),
})

/** A business calendar, as far as whole days go. */
export const businessCalendarSchema: z.ZodType<BusinessCalendar> = checkedSchema(
  calendar as unknown as z.ZodType<BusinessCalendar>,
  collecting(checkCalendar),
)

function collecting(read: (value: unknown, path: Path, issues: Issue[]) => unknown): (value: unknown) => Issue[] {
  return (value) => {
    const issues: Issue[] = []
    read(value, [], issues)
    return issues
  }
}

/** A check of what must be in its invoice's currency, by itself: any currency will do. */
function inOwnCurrency(
  read: (value: unknown, own: { readonly currency: string; readonly digits: number } | undefined, path: Path, issues: Issue[]) => unknown,
): (value: unknown) => Issue[] {
  return collecting((value, path, issues) => {
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

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/credit/schemas'
 *
 * Object.keys(jsonSchemas())
 * //=> ['credit-terms', 'invoice', 'payment', 'credit', 'settlement-case', 'allocation-case', 'instalment-plan', 'instalment-invoice', 'business-calendar']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    'credit-terms': creditTermsSchema,
    invoice: invoiceSchema,
    payment: paymentSchema,
    credit: creditSchema,
    'settlement-case': settlementCaseSchema,
    'allocation-case': allocationCaseSchema,
    'instalment-plan': instalmentPlanSchema,
    'instalment-invoice': instalmentInvoiceSchema,
    'business-calendar': businessCalendarSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
