/**
 * Sales funnels: stages with evidence, one log of stage changes, conversion told three ways, cohorts, curves of winning, and steps of events.
 *
 * @module
 */
export { advanceDeal } from './advancing/advanceDeal.js'
export type { AdvanceOptions, AdvanceRefusal, AdvanceResult, DealAdvance } from './advancing/types.js'
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
export { measureFunnel } from './measure/measureFunnel.js'
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
