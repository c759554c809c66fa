/**
 * Credit terms, settlement with cash discounts, instalment plans and the terms of e-invoices; receivables by age, ratios, dunning letters, late
 * interest and loss allowances.
 *
 * @module
 */
export type {
  AccountGrade,
  AccountReport,
  Commitment,
  CreditAccount,
  CreditDeposit,
  CreditGuarantee,
  CreditLimit,
  OrderRelease,
} from './accounts/types.js'
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
export { compareCreditPolicies } from './comparison/compareCreditPolicies.js'
export { costOfReceivables } from './comparison/costOfReceivables.js'
export type {
  CollectionShare,
  CreditPolicyFigures,
  PolicyAdvantage,
  PolicyComparison,
  PolicyComparisonOptions,
  PolicyComponent,
  PolicyDifference,
  PolicyFigures,
  PolicyOutcome,
  ReceivablesCost,
  ReceivablesCostFigures,
} from './comparison/types.js'
export { checkDeteriorationPolicy } from './deterioration/checkDeteriorationPolicy.js'
export { respondToDeterioration } from './deterioration/respondToDeterioration.js'
export type {
  CreditState,
  DeteriorationCase,
  DeteriorationDiagnosis,
  DeteriorationMeasure,
  DeteriorationOptions,
  DeteriorationPolicy,
  DeteriorationReason,
  DeteriorationResponse,
  DeteriorationSign,
  ProposedMeasure,
} from './deterioration/types.js'
export { checkDunningScheme } from './dunning/checkDunningScheme.js'
export { planDunning } from './dunning/planDunning.js'
export type {
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
export { assessExposure } from './exposure/assessExposure.js'
export type {
  CreditExposure,
  CurrencyConversion,
  ExposedPart,
  ExposureDiagnosis,
  ExposureOptions,
  ExposurePart,
  ExposureRule,
  SecurityParams,
} from './exposure/types.js'
export { checkInstalmentPlan } from './instalments/checkInstalmentPlan.js'
export { planInstalments } from './instalments/planInstalments.js'
export type {
  BusinessDayConvention,
  DateStep,
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
export { checkInvestigationScheme } from './investigation/checkInvestigationScheme.js'
export { checkReport } from './investigation/checkReport.js'
export { requiredReport } from './investigation/requiredReport.js'
export type {
  CreditReport,
  CustomerRisk,
  CustomerSize,
  DepthReason,
  InvestigatedCustomer,
  InvestigationScheme,
  MissingPart,
  ReportCheck,
  ReportCheckOptions,
  ReportDepth,
  ReportDiagnosis,
  ReportSection,
  ReportSource,
  RequiredReport,
  SectionRule,
  SourceType,
  StaleSection,
} from './investigation/types.js'
export type { Invoice } from './invoices/types.js'
export { checkLimitPolicy } from './limits/checkLimitPolicy.js'
export { suggestLimit } from './limits/suggestLimit.js'
export type { LimitPolicy, LimitReason, LimitRule, SuggestedLimit } from './limits/types.js'
export type { AmountByCurrency } from './money/types.js'
export { checkOrderPolicy } from './orders/checkOrderPolicy.js'
export { decideOrder } from './orders/decideOrder.js'
export type {
  BelowStandardRule,
  BreachCode,
  BreachResponse,
  BreachRules,
  DunningLevelRule,
  OrderPolicy,
  OverdueRule,
  PlainRule,
  ReleaseRule,
  ReportMissingRule,
  ReportStaleRule,
} from './orders/policyTypes.js'
export type {
  AppliedRelease,
  Breach,
  BreachOf,
  CreditOrder,
  OrderCase,
  OrderDecision,
  OrderDiagnosis,
  RefusedRelease,
  ReleaseOffer,
  ReleaseRefusal,
} from './orders/types.js'
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
export { checkCreditRatingScheme } from './rating/checkCreditRatingScheme.js'
export { rateCustomer } from './rating/rateCustomer.js'
export type {
  CreditGrade,
  CreditRating,
  CreditRatingScheme,
  PointsBand,
  RatingContribution,
  RatingFactor,
  RatingReason,
} from './rating/types.js'
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
