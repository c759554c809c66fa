import type { CalendarDate, DecimalString, PolicyReference } from '@clientele/core'
import type { BusinessDayCalendar } from '@clientele/core/business-time'
import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import { explainAllocation, explainInstalments, explainSettlement } from './explain.js'
import {
  type Ageing,
  type AgeingScheme,
  type AllocationCase,
  ageReceivables,
  allocatePayment,
  type Credit,
  type CreditRating,
  type CreditRatingScheme,
  type CreditReport,
  type CreditTerms,
  checkReport,
  compileAgeing,
  compileTerms,
  concentrationOfReceivables,
  costOfForgoingDiscount,
  type DateStep,
  type DunningCase,
  type DunningPlan,
  type DunningScheme,
  daysSalesOutstanding,
  type InstalmentInvoice,
  type InstalmentPlan,
  type InstalmentShare,
  type InterestRate,
  type InvestigationScheme,
  type Invoice,
  type LateInterest,
  type LossAllowance,
  lateInterest,
  lossRatesFromRollRates,
  measureLossAllowance,
  type OpenItem,
  type Payment,
  type ProvisionMatrix,
  parseTerms,
  planDunning,
  planInstalments,
  type RequiredReport,
  type RollRateCase,
  rateCustomer,
  requiredReport,
  type SentLetter,
  type Settlement,
  type SettlementCase,
  type SplitCase,
  settleInvoice,
  type TermsTimeline,
  termsTimeline,
} from './index.js'
import type {
  ageingSchemeSchema,
  allocationCaseSchema,
  businessDayCalendarSchema,
  creditSchema,
  creditTermsSchema,
  dunningCaseSchema,
  dunningSchemeSchema,
  instalmentInvoiceSchema,
  instalmentPlanSchema,
  interestRateSchema,
  invoiceSchema,
  openItemSchema,
  paymentSchema,
  provisionMatrixSchema,
  rollRateCaseSchema,
  sentLetterSchema,
  settlementCaseSchema,
  splitCaseSchema,
} from './schemas.js'
import { ageingTo90Days, depositThenBalance, fiveCRating, textbookTerms, threeDepthInvestigation, threeStepDunning } from './templates.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof creditTermsSchema>>().toEqualTypeOf<CreditTerms>()
expectTypeOf<z.output<typeof invoiceSchema>>().toEqualTypeOf<Invoice>()
expectTypeOf<z.output<typeof paymentSchema>>().toEqualTypeOf<Payment>()
expectTypeOf<z.output<typeof creditSchema>>().toEqualTypeOf<Credit>()
expectTypeOf<z.output<typeof settlementCaseSchema>>().toEqualTypeOf<SettlementCase>()
expectTypeOf<z.output<typeof allocationCaseSchema>>().toEqualTypeOf<AllocationCase>()
expectTypeOf<z.output<typeof instalmentPlanSchema>>().toEqualTypeOf<InstalmentPlan>()
expectTypeOf<z.output<typeof instalmentInvoiceSchema>>().toEqualTypeOf<InstalmentInvoice>()
expectTypeOf<z.output<typeof businessDayCalendarSchema>>().toEqualTypeOf<BusinessDayCalendar>()
expectTypeOf<z.output<typeof openItemSchema>>().toEqualTypeOf<OpenItem>()
expectTypeOf<z.output<typeof splitCaseSchema>>().toEqualTypeOf<SplitCase>()
expectTypeOf<z.output<typeof ageingSchemeSchema>>().toEqualTypeOf<AgeingScheme>()
expectTypeOf<z.output<typeof interestRateSchema>>().toEqualTypeOf<InterestRate>()
expectTypeOf<z.output<typeof dunningSchemeSchema>>().toEqualTypeOf<DunningScheme>()
expectTypeOf<z.output<typeof sentLetterSchema>>().toEqualTypeOf<SentLetter>()
expectTypeOf<z.output<typeof dunningCaseSchema>>().toEqualTypeOf<DunningCase>()
expectTypeOf<z.output<typeof provisionMatrixSchema>>().toEqualTypeOf<ProvisionMatrix>()
expectTypeOf<z.output<typeof rollRateCaseSchema>>().toEqualTypeOf<RollRateCase>()

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

// Roll rates are the rates of a matrix as they are; a rate is a percentage, or so much lost of so much.
const { rates } = lossRatesFromRollRates({ sales: 3, openAfter: ['2.5'], lost: 1 })
const matrix: ProvisionMatrix = { kind: 'provision-matrix', id: 'rolled', version: 1, rates }
expectTypeOf(measureLossAllowance).parameter(1).toEqualTypeOf<ProvisionMatrix>()
expectTypeOf(measureLossAllowance).returns.toEqualTypeOf<LossAllowance>()
expectTypeOf(concentrationOfReceivables([]).asOf).toEqualTypeOf<CalendarDate | undefined>()
// @ts-expect-error A rate says how much.
expectTypeOf({ ...matrix, rates: [{ bucket: 'not-due' }] } as const).toExtend<ProvisionMatrix>()
// @ts-expect-error A ratio needs all its figures.
daysSalesOutstanding({ receivables: 1, days: 365 })

// An ageing tells all currencies, and its items only where asked; the applications of a settlement are those of an item.
const ageing = ageReceivables([{ ...invoice, customer: 'C-1', due: settlement.due, applications: settlement.applications }], ageingTo90Days, {
  asOf: '2024-05-01',
})
expectTypeOf(ageing).toEqualTypeOf<Ageing>()
expectTypeOf(ageing.currencies[0]?.buckets[0]?.debits).toEqualTypeOf<DecimalString | undefined>()
expectTypeOf(ageing.items?.[0]?.days).toEqualTypeOf<number | undefined>()
// @ts-expect-error The last bucket has no end.
expectTypeOf({ ...ageingTo90Days, buckets: [{ id: 'all' }] } as const).toExtend<AgeingScheme>()
const { ageColumns } = compileAgeing(ageingTo90Days)
const days = Int32Array.of(0)
const itemColumns = { date: days, due: days, amount: ['1'], currency: 'CNY', customer: { codes: [0], values: ['C-1'] } }
expectTypeOf(ageColumns(itemColumns, { asOf: '2024-05-01' }).bucket).toEqualTypeOf<Int32Array>()
// @ts-expect-error The currency must be said.
ageColumns({ date: days, due: days, amount: ['1'] }, { asOf: '2024-05-01' })
expectTypeOf(lateInterest).returns.toEqualTypeOf<LateInterest>()
// @ts-expect-error A year has 365 or 360 days, or as many as it has.
expectTypeOf({ kind: 'interest-rate', id: 'x', version: 1, steps: [], daysInYear: 366 } as const).toExtend<InterestRate>()

// Items may come without a history; why a letter is what it is, is told apart by the code.
const item = { id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: 100, currency: 'CNY' }
const dunned = planDunning({ items: [item] }, threeStepDunning, { asOf: '2024-05-01' })
expectTypeOf(dunned).toEqualTypeOf<DunningPlan>()
expectTypeOf(dunned.letters[0]?.items[0]?.next?.on).toEqualTypeOf<CalendarDate | undefined>()
for (const reason of dunned.letters[0]?.reasons ?? []) {
  if (reason.code === 'fee-charged') expectTypeOf(reason.params.fee).toEqualTypeOf<DecimalString>()
}
const levels = [{ level: 1, afterDays: 5, letter: 'reminder', feeAmount: { CNY: '2.50', JPY: 50 } }] as const
expectTypeOf({ kind: 'dunning-scheme', id: 'one', version: 1, levels } as const).toExtend<DunningScheme>()
// @ts-expect-error A letter says when it was sent.
planDunning({ items: [item], history: [{ item: 'INV-1', level: 1 }] }, threeStepDunning, { asOf: '2024-05-01' })

// A report says what it found, and why a rating is what it is, is told apart by the code.
const facts = { legalForm: 'limited company', character: 4, capacity: '3.5', listed: false, capital: undefined }
const sources = [{ type: 'indirect', means: 'bank', name: 'First Bank' }] as const
const report = { customer: 'C-1', depth: 'standard', date: '2024-03-01', sections: [{ id: 'five-cs', facts, sources }] } as const
expectTypeOf(report).toExtend<CreditReport>()
expectTypeOf(requiredReport({ size: 'small', risk: 'low' }, threeDepthInvestigation)).toEqualTypeOf<RequiredReport>()
const reportCheck = checkReport(report, threeDepthInvestigation, { changedOn: '2024-06-01' })
for (const part of reportCheck.missing) if (part.type === 'facts') expectTypeOf(part.facts).toEqualTypeOf<readonly string[]>()
for (const one of reportCheck.stale) if (one.type === 'too-old') expectTypeOf(one.validUntil).toEqualTypeOf<CalendarDate>()
const rating = rateCustomer(report, fiveCRating)
expectTypeOf(rating).toEqualTypeOf<CreditRating>()
expectTypeOf(rating.contributions[0]?.value).toEqualTypeOf<DecimalString | null | undefined>()
for (const { code, params } of rating.reasons) if (code === 'better-grade') expectTypeOf(params.lacking).toEqualTypeOf<number>()
// @ts-expect-error A result is not to be changed.
rating.grade = 'AA'
// @ts-expect-error Banks are indirect sources.
expectTypeOf({ ...report, sections: [{ id: 'basics', facts, sources: [{ type: 'direct', means: 'bank' }] }] } as const).toExtend<CreditReport>()
// @ts-expect-error A section without facts says so.
expectTypeOf({ ...report, sections: [{ id: 'basics' }] } as const).toExtend<CreditReport>()
// @ts-expect-error Every risk has its depth.
expectTypeOf({ ...threeDepthInvestigation, depthByRisk: { low: 'brief', high: 'in-depth' } } as const).toExtend<InvestigationScheme>()
// @ts-expect-error A size is a known one.
requiredReport({ size: 'huge', risk: 'low' }, threeDepthInvestigation)
// @ts-expect-error The standard is the greatest loss, not a grade.
expectTypeOf({ ...fiveCRating, standard: { grade: 'B' } } as const).toExtend<CreditRatingScheme>()

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
