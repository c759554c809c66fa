/**
 * Customers in tiers: ABC by threshold, share or score, RFM, named levels, benefits and rebates, re-tiering, migration, concentration, early warning
 * of attrition; and what customers will bring in: BG/NBD and Gamma-Gamma, retention and churn.
 *
 * @module
 */
export { checkAttritionPolicy } from './attrition/checkAttritionPolicy.js'
export type {
  Activity,
  AttritionCase,
  AttritionDiagnosis,
  AttritionOptions,
  AttritionPolicy,
  AttritionSignal,
  AttritionWarning,
  AttritionWarnings,
  CustomerContract,
  RejectedActivity,
  SignalFound,
  SignalHead,
  WarningLevel,
} from './attrition/types.js'
export { warnOfAttrition } from './attrition/warnOfAttrition.js'
export { benefitsFor } from './benefits/benefitsFor.js'
export { checkBenefitProgramme } from './benefits/checkBenefitProgramme.js'
export { lintLadder } from './benefits/lintLadder.js'
export type {
  BenefitOptions,
  BenefitProgramme,
  Benefits,
  DiscountLadder,
  DiscountPart,
  LadderStep,
  OrderDiscount,
  OrderSize,
  TierBenefits,
  TierMember,
} from './benefits/types.js'
export { compileRfm } from './columns/compileRfm.js'
export { compileTiers } from './columns/compileTiers.js'
export type {
  ColumnRfmOptions,
  ColumnTierOptions,
  CompiledRfm,
  CompiledTiers,
  RfmColumns,
  TieredColumns,
  TransactionColumns,
  ValueColumns,
} from './columns/types.js'
export { compareSchemes } from './comparison/compareSchemes.js'
export type { MovedCustomer, SchemeComparison, SchemeComparisonOptions, SchemeMatrixCell } from './comparison/types.js'
export { concentration } from './concentration/concentration.js'
export { shareOfTop } from './concentration/shareOfTop.js'
export type { ConcentrationDiagnosis, TopShare, TopShareOptions, ValueConcentration } from './concentration/types.js'
export { assignLevel } from './levels/assignLevel.js'
export { checkLevelProgramme } from './levels/checkLevelProgramme.js'
export { checkLossRebate } from './levels/checkLossRebate.js'
export { rebateOnLosses } from './levels/rebateOnLosses.js'
export type {
  LevelAssignment,
  LevelMember,
  LevelOptions,
  LevelProgramme,
  LevelReason,
  LossCase,
  LossRebate,
  PointsEntry,
  ProgrammeLevel,
  Rebate,
  RebateLevel,
} from './levels/types.js'
export { checkBgNbdParameters } from './lifetime/checkBgNbdParameters.js'
export { checkGammaGammaParameters } from './lifetime/checkGammaGammaParameters.js'
export { expectedPurchases } from './lifetime/expectedPurchases.js'
export { expectedSpend } from './lifetime/expectedSpend.js'
export { fitBgNbd } from './lifetime/fitBgNbd.js'
export { fitGammaGamma } from './lifetime/fitGammaGamma.js'
export { lifetimeValue } from './lifetime/lifetimeValue.js'
export { lifetimeValues } from './lifetime/lifetimeValues.js'
export { probabilityAlive } from './lifetime/probabilityAlive.js'
export type {
  BgNbdDiagnosis,
  BgNbdFit,
  BgNbdFitOptions,
  BgNbdParameters,
  BookCustomer,
  FitDiagnosis,
  FitFacts,
  GammaGammaDiagnosis,
  GammaGammaFit,
  GammaGammaFitOptions,
  GammaGammaParameters,
  HorizonOptions,
  LifetimeBook,
  LifetimeBookOptions,
  LifetimeDiagnosis,
  LifetimeModels,
  LifetimeOptions,
  LifetimeReason,
  LifetimeValue,
  PurchaseHistory,
  PurchaseSpend,
  PurchaseTimes,
} from './lifetime/types.js'
export { customerEquity } from './migration/customerEquity.js'
export { migrationMatrix } from './migration/migrationMatrix.js'
export { projectTiers } from './migration/projectTiers.js'
export type {
  CustomerEquity,
  EquityCase,
  Migration,
  MigrationCase,
  MigrationDiagnosis,
  MigrationOptions,
  ProjectionOptions,
  RejectedPlace,
  TierPlace,
  TierProjection,
} from './migration/types.js'
export { summarisePurchases } from './purchases/summarisePurchases.js'
export type {
  AgeUnit,
  CustomerPurchases,
  PurchaseDiagnosis,
  PurchaseOptions,
  PurchaseSummary,
} from './purchases/types.js'
export { churnRate } from './retention/churnRate.js'
export { cohortRetention } from './retention/cohortRetention.js'
export { retentionRates } from './retention/retentionRates.js'
export { retentionValue } from './retention/retentionValue.js'
export type {
  AverageRetention,
  CalendarPeriod,
  ChurnRate,
  Cohort,
  CohortRetention,
  PeriodRetention,
  RetentionCase,
  RetentionDiagnosis,
  RetentionOptions,
  RetentionPeriod,
  RetentionRates,
  RetentionValue,
} from './retention/types.js'
export { checkRetierPolicy } from './retiering/checkRetierPolicy.js'
export { retier } from './retiering/retier.js'
export type {
  RejectedTierRow,
  RetierDiagnosis,
  Retiering,
  RetieringCase,
  RetieringOptions,
  RetierPolicy,
  RetierReason,
  RetierTier,
  TierMove,
  TierRecord,
} from './retiering/types.js'
export { checkRfmScheme } from './rfm/checkRfmScheme.js'
export { lintRfmScheme } from './rfm/lintRfmScheme.js'
export { scoreRfm } from './rfm/scoreRfm.js'
export type {
  MonetaryRule,
  Rfm,
  RfmCustomer,
  RfmCuts,
  RfmCutsFound,
  RfmDiagnosis,
  RfmMeasure,
  RfmOptions,
  RfmReason,
  RfmScheme,
  RfmSchemeHead,
  RfmSegment,
  RfmSummary,
  ScoreRange,
  SegmentSummary,
  Transaction,
} from './rfm/types.js'
export { averageMonthlySales } from './sales/averageMonthlySales.js'
export type { AverageMonthlySales, AverageSales, AverageSalesDiagnosis, AverageSalesOptions, Sale, SalesWindow } from './sales/types.js'
export { checkTierScheme } from './tiers/checkTierScheme.js'
export { classifyByScore } from './tiers/classifyByScore.js'
export { classifyByShare } from './tiers/classifyByShare.js'
export { classifyByThreshold } from './tiers/classifyByThreshold.js'
export type {
  CustomerScore,
  CustomerValue,
  ExpectedShare,
  ScoreRanking,
  ShareCut,
  ShareExpectation,
  ShareOfCustomersScheme,
  ShareOfValueScheme,
  ShareScheme,
  ThresholdScheme,
  ThresholdTier,
  TierDiagnosis,
  TieredCustomer,
  Tiering,
  TierReason,
  TierScheme,
  TierSummary,
  ValuedCustomers,
} from './tiers/types.js'
export type {
  ModelValidation,
  RepeatGroup,
  ValidationDiagnosis,
  ValidationOptions,
} from './validation/types.js'
export { validateModel } from './validation/validateModel.js'
