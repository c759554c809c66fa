/**
 * Credit terms, settlement with cash discounts, instalment plans and the terms of e-invoices; receivables by age, ratios, dunning letters, late
 * interest and loss allowances.
 *
 * @module
 */
export { ageReceivables } from './ageing/ageReceivables.js'
export { checkAgeingScheme } from './ageing/checkAgeingScheme.js'
export { compileAgeing } from './ageing/compileAgeing.js'
export type {
  AgedBalance,
  AgedBucket,
  AgedColumns,
  AgedCurrency,
  AgedCustomer,
  AgedItem,
  Ageing,
  AgeingBucket,
  AgeingDiagnosis,
  AgeingOptions,
  AgeingScheme,
  ColumnAgeingOptions,
  CompiledAgeing,
  ItemApplicationColumns,
  OpenItemColumns,
  TextColumn,
} from './ageing/types.js'
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
export { checkDunningScheme } from './dunning/checkDunningScheme.js'
export { planDunning } from './dunning/planDunning.js'
export type {
  AmountByCurrency,
  DunnedItem,
  DunningCase,
  DunningDiagnosis,
  DunningLetter,
  DunningLevel,
  DunningOptions,
  DunningPlan,
  DunningScheme,
  HeldItem,
  HoldReason,
  LetterReason,
  NextLevel,
  SentLetter,
  WaitingItem,
  WaitReason,
} from './dunning/types.js'
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
export { checkInterestRate } from './interest/checkInterestRate.js'
export { lateInterest } from './interest/lateInterest.js'
export type {
  InterestDiagnosis,
  InterestRate,
  InterestSpan,
  LateInterest,
  LateInterestOptions,
  RateStep,
} from './interest/types.js'
export type { Invoice } from './invoices/types.js'
export { checkProvisionMatrix } from './provisions/checkProvisionMatrix.js'
export { lossRatesFromRollRates } from './provisions/lossRatesFromRollRates.js'
export { measureLossAllowance } from './provisions/measureLossAllowance.js'
export type {
  AllowanceBucket,
  CurrencyAllowance,
  LossAllowance,
  LossRate,
  LossRates,
  ProvisionMatrix,
  ProvisionRate,
  RollRateCase,
} from './provisions/types.js'
export { averageDaysDelinquent } from './ratios/averageDaysDelinquent.js'
export { bestPossibleDaysSalesOutstanding } from './ratios/bestPossibleDaysSalesOutstanding.js'
export { collectionEffectiveness } from './ratios/collectionEffectiveness.js'
export { daysSalesOutstanding } from './ratios/daysSalesOutstanding.js'
export { receivablesTurnover } from './ratios/receivablesTurnover.js'
export type { CollectionFigures, CurrentSalesFigures, DelinquencyFigures, SalesOutstandingFigures, TurnoverFigures } from './ratios/types.js'
export { concentrationOfReceivables } from './receivables/concentrationOfReceivables.js'
export { splitOpenItem } from './receivables/splitOpenItem.js'
export type {
  ConcentrationOptions,
  CurrencyConcentration,
  CustomerConcentration,
  ItemApplication,
  ItemDiagnosis,
  ItemInstalment,
  OpenItem,
  ReceivablesConcentration,
  SplitCase,
  SplitItem,
} from './receivables/types.js'
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
