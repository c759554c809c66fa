/**
 * Funnels in sentences: whether a deal may advance, how deals went through a pipeline and the pipeline itself, how many took which steps, how deals are
 * decided as time goes by, and how likely one is won; why sales changed, what groups, weeks and stages lose; what sales are to be expected, and how good such
 * forecasts were; how hours are divided among stages, and whether there is a season.
 *
 * @module
 */
export { explainAdvance } from './explain/explainAdvance.js'
export { explainBacktest } from './explain/explainBacktest.js'
export { explainBottlenecks } from './explain/explainBottlenecks.js'
export { explainChange } from './explain/explainChange.js'
export { explainComparison } from './explain/explainComparison.js'
export { explainConversionCurve } from './explain/explainConversionCurve.js'
export { explainDecline } from './explain/explainDecline.js'
export { explainEffort } from './explain/explainEffort.js'
export { explainForecast } from './explain/explainForecast.js'
export { explainFunnel } from './explain/explainFunnel.js'
export { explainPipeline } from './explain/explainPipeline.js'
export { explainSeasonality } from './explain/explainSeasonality.js'
export { explainSteps } from './explain/explainSteps.js'
export { explainVelocity } from './explain/explainVelocity.js'
export { explainWinProbability } from './explain/explainWinProbability.js'
export type { DifferenceTexts, DirectionTexts, FactorTexts, SubjectTexts } from './locales/change/types.js'
export type { MethodTexts } from './locales/curves/types.js'
export type { ChanceTexts } from './locales/decline/types.js'
export type { SeasonTexts, TargetTexts } from './locales/forecast/types.js'
export type { OutcomeTexts } from './locales/measure/types.js'
export type { PermissionTexts } from './locales/pipeline/types.js'
export type { FunnelLocale } from './locales/types.js'
