/**
 * Sales funnels: stages with evidence, one log of stage changes, conversion told three ways, cohorts, curves of winning, and steps of events.
 *
 * @module
 */
export { advanceDeal } from './advancing/advanceDeal.js'
export type { AdvanceOptions, AdvanceRefusal, AdvanceResult, DealAdvance } from './advancing/types.js'
export { compareGroups } from './alerts/compareGroups.js'
export type { ComparedGroup, GroupComparison, GroupComparisonOptions, InsufficientGroup } from './alerts/types.js'
export { rankBottlenecks } from './bottlenecks/rankBottlenecks.js'
export type { Bottleneck, BottleneckOptions, BottleneckRanking, StageBenchmark, UnjudgedStage } from './bottlenecks/types.js'
export { decomposeChange } from './change/decomposeChange.js'
export type {
  ChangeDecomposition,
  ChangeFactor,
  ChangeOptions,
  ChangePart,
  CountedSales,
  GroupChange,
  GroupConversion,
  SalesPeriod,
} from './change/types.js'
export { compileFunnel } from './columns/compileFunnel.js'
export type { ColumnFunnelOptions, CompiledFunnel, StageLogColumns } from './columns/types.js'
export { conversionCurve } from './curves/conversionCurve.js'
export { stageCurves } from './curves/stageCurves.js'
export type {
  AgedDeal,
  ConversionCurve,
  CurveDiagnosis,
  CurveOptions,
  StageCurves,
  StageCurvesResult,
  WatchedDeal,
  WinProbability,
  WinProbabilityOptions,
} from './curves/types.js'
export { winProbability } from './curves/winProbability.js'
export { detectDecline } from './decline/detectDecline.js'
export type { ConversionDecline, DeclineCause, DeclineDiagnosis, DeclineOptions, WeekFigures, WeeklyConversion } from './decline/types.js'
export { allocateEffort } from './effort/allocateEffort.js'
export type { EffortAllocation, EffortCost, EffortOptions, EffortReason, StageEffort, StageValue } from './effort/types.js'
export { backtestForecast } from './forecast/backtestForecast.js'
export { forecastSales } from './forecast/forecastSales.js'
export type {
  BacktestDiagnosis,
  BacktestOptions,
  BacktestRun,
  ForecastBacktest,
  ForecastDeal,
  ForecastDiagnosis,
  ForecastOptions,
  ForecastOutcome,
  ForecastPeriod,
  ForecastSettings,
  PeriodForecast,
  SalesForecast,
  SeasonFactor,
  UnknownDeal,
  UnplacedDeal,
} from './forecast/types.js'
export { measureFunnel } from './measure/measureFunnel.js'
export type { MeasuredStage, MeasuredStages } from './measure/readMeasured.js'
export type {
  CohortOptions,
  Conversion,
  DateRange,
  DealStanding,
  FunnelCohort,
  FunnelDiagnosis,
  FunnelFigures,
  FunnelGroup,
  FunnelMeasure,
  FunnelOptions,
  LossMeasure,
  OutcomeMeasure,
  StageMeasure,
} from './measure/types.js'
export type { CurrencyAmount, CurrencyRates } from './money/types.js'
export { checkPipeline } from './pipeline/checkPipeline.js'
export type { NamedEntry, Pipeline, PipelineStage, StageEffect } from './pipeline/types.js'
export { seasonality } from './seasons/seasonality.js'
export type { Seasonality, SeasonalityDiagnosis, SeasonalityOptions } from './seasons/types.js'
export type { EvidenceRecord, StageChange } from './stageLog/types.js'
export { compileSteps } from './steps/compileSteps.js'
export { countSteps } from './steps/countSteps.js'
export type {
  CompiledSteps,
  CountStepsOptions,
  StepCohort,
  StepColumns,
  StepCounts,
  StepDiagnosis,
  StepEvent,
  StepFunnel,
  StepPolicy,
  StepTime,
} from './steps/types.js'
export { salesVelocity } from './velocity/salesVelocity.js'
export type { SalesFactors, SalesVelocity, VelocityOptions } from './velocity/types.js'
