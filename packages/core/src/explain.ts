/**
 * Issues, conditions and business time in sentences, and what the packages' own sentences are made of.
 *
 * @module
 */
export { digitsOf, isBelowNil, isNil, sizeOf } from './explain/amounts.js'
export { explainBusinessTime } from './explain/explainBusinessTime.js'
export { explainCondition } from './explain/explainCondition.js'
export { explainIssue } from './explain/explainIssue.js'
export { listTexts } from './explain/listTexts.js'
export { shown } from './explain/shown.js'
export { shownDays } from './explain/shownDays.js'
export { shownDuration } from './explain/shownDuration.js'
export { shownDate, shownMoment, shownZonedMoment } from './explain/shownMoment.js'
export { shownPart } from './explain/shownPart.js'
export { shownPercent } from './explain/shownPercent.js'
export { shownSmall } from './explain/shownSmall.js'
export { type ShownSpan, shownSpans } from './explain/shownSpans.js'
export { shownBusinessTime, shownElapsedTime } from './explain/shownTime.js'
export { type Title, type Titled, titleOf, titlesOf } from './explain/titleOf.js'
export type { CoreLocale } from './locales/types.js'
export { formatMessage } from './texts/formatMessage.js'
export { formatPath } from './texts/formatPath.js'
