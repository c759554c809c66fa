/**
 * Funnels in sentences: whether a deal may advance, how deals went through a pipeline and the pipeline itself, how many took which steps, how deals are
 * decided as time goes by, and how likely one is won.
 *
 * @module
 */
export { explainAdvance } from './explain/explainAdvance.js'
export { explainConversionCurve } from './explain/explainConversionCurve.js'
export { explainFunnel } from './explain/explainFunnel.js'
export { explainPipeline } from './explain/explainPipeline.js'
export { explainSteps } from './explain/explainSteps.js'
export { explainWinProbability } from './explain/explainWinProbability.js'
export type { MethodTexts } from './locales/curves/types.js'
export type { OutcomeTexts } from './locales/measure/types.js'
export type { PermissionTexts } from './locales/pipeline/types.js'
export type { FunnelLocale } from './locales/types.js'
