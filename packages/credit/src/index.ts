/**
 * Credit terms, settlement with cash discounts, instalment plans and the terms of e-invoices.
 *
 * @module
 */
export { compileTerms } from './columns/compileTerms.js'
export type {
  AmountColumn,
  ColumnDiagnosis,
  ColumnSettlementOptions,
  CompiledTerms,
  CreditColumns,
  DateColumn,
  InvoiceColumns,
  PaymentColumns,
  SettledColumns,
  SettledTotals,
  SettlementColumns,
} from './columns/types.js'
export { parseSkonto } from './einvoice/parseSkonto.js'
export { toSkonto } from './einvoice/toSkonto.js'
export { toUblPaymentTerms } from './einvoice/toUblPaymentTerms.js'
export type { Skonto, SkontoDiscount, SkontoOptions, UblPaymentTerms } from './einvoice/types.js'
export { checkInstalmentPlan } from './instalments/checkInstalmentPlan.js'
export { planInstalments } from './instalments/planInstalments.js'
export type {
  BusinessCalendar,
  BusinessDayConvention,
  DateStep,
  DayWindows,
  Instalment,
  InstalmentDiagnosis,
  InstalmentInvoice,
  InstalmentLine,
  InstalmentOptions,
  InstalmentPlan,
  InstalmentShare,
  Instalments,
  ShareBase,
} from './instalments/types.js'
export type { Invoice } from './invoices/types.js'
export { allocatePayment } from './settlement/allocatePayment.js'
export { settleInvoice } from './settlement/settleInvoice.js'
export type {
  AllocationCase,
  AllocationDiagnosis,
  AllocationOptions,
  AllocationOrder,
  Application,
  Credit,
  NextPayment,
  PayableInvoice,
  Payment,
  PaymentAllocation,
  PaymentApplication,
  Settlement,
  SettlementCase,
  SettlementDiagnosis,
  SettlementOptions,
  SettlementReason,
  SettlementStatus,
  SettlementWindow,
  UnearnedDiscount,
} from './settlement/types.js'
export { checkTerms } from './terms/checkTerms.js'
export { costOfForgoingDiscount } from './terms/costOfForgoingDiscount.js'
export { formatTerms } from './terms/formatTerms.js'
export { parseTerms } from './terms/parseTerms.js'
export { termsTimeline } from './terms/termsTimeline.js'
export type {
  CreditTerms,
  DaysInYear,
  DiscountBase,
  ForgoingCost,
  ForgoingOptions,
  ForgoingStep,
  ParseTermsOptions,
  PartialPayments,
  TermsDiscount,
  TermsStart,
  TermsTimeline,
  TermsWindow,
} from './terms/types.js'
