import type { CalendarDate, DecimalString, PolicyReference } from '@clientele/core'
import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import { explainAllocation, explainInstalments, explainSettlement } from './explain.js'
import {
  type AllocationCase,
  allocatePayment,
  type BusinessCalendar,
  type Credit,
  type CreditTerms,
  compileTerms,
  costOfForgoingDiscount,
  type DateStep,
  type InstalmentInvoice,
  type InstalmentPlan,
  type InstalmentShare,
  type Invoice,
  type Payment,
  parseTerms,
  planInstalments,
  type Settlement,
  type SettlementCase,
  settleInvoice,
  type TermsTimeline,
  termsTimeline,
} from './index.js'
import type {
  allocationCaseSchema,
  businessCalendarSchema,
  creditSchema,
  creditTermsSchema,
  instalmentInvoiceSchema,
  instalmentPlanSchema,
  invoiceSchema,
  paymentSchema,
  settlementCaseSchema,
} from './schemas.js'
import { depositThenBalance, textbookTerms } from './templates.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof creditTermsSchema>>().toEqualTypeOf<CreditTerms>()
expectTypeOf<z.output<typeof invoiceSchema>>().toEqualTypeOf<Invoice>()
expectTypeOf<z.output<typeof paymentSchema>>().toEqualTypeOf<Payment>()
expectTypeOf<z.output<typeof creditSchema>>().toEqualTypeOf<Credit>()
expectTypeOf<z.output<typeof settlementCaseSchema>>().toEqualTypeOf<SettlementCase>()
expectTypeOf<z.output<typeof allocationCaseSchema>>().toEqualTypeOf<AllocationCase>()
expectTypeOf<z.output<typeof instalmentPlanSchema>>().toEqualTypeOf<InstalmentPlan>()
expectTypeOf<z.output<typeof instalmentInvoiceSchema>>().toEqualTypeOf<InstalmentInvoice>()
expectTypeOf<z.output<typeof businessCalendarSchema>>().toEqualTypeOf<BusinessCalendar>()

// Results are readonly and JSON.
const invoice = { id: 'INV-1', date: '2024-03-01', amount: 10_000, currency: 'CNY' }
const timeline = termsTimeline(invoice, textbookTerms)
expectTypeOf(timeline).toEqualTypeOf<TermsTimeline>()
expectTypeOf(timeline.due).toEqualTypeOf<CalendarDate>()
expectTypeOf(timeline.windows[0]?.payable).toEqualTypeOf<DecimalString | undefined>()
// @ts-expect-error A result is not to be changed.
timeline.windows.push()
const settlement = settleInvoice({ invoice, payments: [] }, textbookTerms, { asOf: '2024-03-20' })
expectTypeOf(settlement).toEqualTypeOf<Settlement>()
expectTypeOf(settlement.policies).toEqualTypeOf<readonly PolicyReference[]>()
expectTypeOf(settlement.next?.payable).toEqualTypeOf<DecimalString | undefined>()
// @ts-expect-error A result is not to be changed.
settlement.open = '0.00'

// Reasons and diagnoses are told apart by their code, shares by their type.
for (const reason of settlement.reasons) {
  if (reason.code === 'overdue') expectTypeOf(reason.params.daysOverdue).toEqualTypeOf<number>()
  if (reason.code === 'discount-earned') expectTypeOf(reason.params.discount).toEqualTypeOf<DecimalString>()
  // @ts-expect-error A missed discount has no amount.
  if (reason.code === 'discount-missed') reason.params.discount
}
const { diagnoses } = allocatePayment({ payment: { ...invoice, id: 'P-1' }, invoices: [invoice] }, { 'INV-1': textbookTerms }, { order: 'given' })
for (const { code, params } of diagnoses) if (code === 'left-open') expectTypeOf(params.invoices).toEqualTypeOf<readonly string[]>()
const share = depositThenBalance.lines[0]?.share as InstalmentShare
if (share.type === 'percent') expectTypeOf(share.of).toEqualTypeOf<'total' | 'remaining' | 'after-fixed' | 'net-of-tax'>()

// Policies may be written as constants.
const terms = { kind: 'credit-terms', id: 'usual', version: 1, discounts: [{ withinDays: 10, percent: 2 }], netDays: 30 } as const
expectTypeOf(terms).toExtend<CreditTerms>()
const step = { addMonths: 1, toPayDay: [5, 20], toBusinessDay: 'modified-following', calendar: 'bank' } as const
expectTypeOf(step).toExtend<DateStep>()
const plan = { kind: 'instalment-plan', id: 'one', version: 1, lines: [{ share: { type: 'rest' }, due: [step] }] } as const
const bank = { kind: 'business-calendar', id: 'bank', version: 1, windows: { mon: [['09:00', '17:00']] }, closed: ['2024-01-01'] } as const
planInstalments({ date: '2024-01-31', amount: 1, currency: 'CNY' }, plan, { calendars: { bank } })

// Wrong documents and options do not compile.
// @ts-expect-error The day of the answer must be said.
settleInvoice({ invoice, payments: [] }, textbookTerms, {})
// @ts-expect-error A plan is no terms.
termsTimeline(invoice, depositThenBalance)
// @ts-expect-error An amount is needed.
termsTimeline({ id: 'INV-1', date: '2024-03-01', currency: 'CNY' }, textbookTerms)
// @ts-expect-error Each invoice has terms of its own.
allocatePayment({ payment: { ...invoice, id: 'P-1' }, invoices: [invoice] }, textbookTerms, { order: 'given' })
// @ts-expect-error The order is a known one.
allocatePayment({ payment: { ...invoice, id: 'P-1' }, invoices: [invoice] }, { 'INV-1': textbookTerms }, { order: 'newest-first' })
// @ts-expect-error A year has 365 or 360 days.
costOfForgoingDiscount(textbookTerms, { daysInYear: 366, compound: false })
// @ts-expect-error A credit is of a known type.
expectTypeOf({ ...invoice, type: 'gift' } as const).toExtend<Credit>()
// @ts-expect-error A percentage says of what.
expectTypeOf({ type: 'percent', percent: '50' } as const).toExtend<InstalmentShare>()
// @ts-expect-error A weekday is a number.
expectTypeOf({ toWeekday: 'fri' } as const).toExtend<DateStep>()
// @ts-expect-error The notation is a text.
parseTerms(30)

// What explains a result takes the policy that made it.
expectTypeOf(explainSettlement(settlement, textbookTerms).sentences).toEqualTypeOf<readonly string[]>()
// @ts-expect-error A settlement is explained with terms.
explainSettlement(settlement, depositThenBalance)
// @ts-expect-error Instalments are no settlement.
explainInstalments(settlement, depositThenBalance)
// @ts-expect-error Terms are told by invoice.
explainAllocation({} as never, [textbookTerms])

// Columns take amounts as decimals or as integers with their digits, and dates as texts or in typed arrays.
const { settleColumns } = compileTerms(textbookTerms)
const columns = { date: Int32Array.of(0), amount: { values: Float64Array.of(100), digits: 2 } }
settleColumns({ invoices: columns, payments: { invoice: [0], date: ['1970-01-02'], amount: ['1'] } }, { asOf: '2024-03-20', currency: 'CNY' })
expectTypeOf(settleColumns).returns.toHaveProperty('explain').returns.toEqualTypeOf<Settlement>()
// @ts-expect-error The currency must be said.
settleColumns({ invoices: columns }, { asOf: '2024-03-20' })
// @ts-expect-error Payments name their invoices.
settleColumns({ invoices: columns, payments: columns }, { asOf: '2024-03-20', currency: 'CNY' })
// @ts-expect-error Days in a plain list are texts.
settleColumns({ invoices: { date: [0], amount: [1] } }, { asOf: '2024-03-20', currency: 'CNY' })
