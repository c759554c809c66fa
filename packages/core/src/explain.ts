/**
 * Issues and conditions in sentences.
 *
 * @module
 */
export { explainCondition } from './explain/explainCondition.js'
export { explainIssue } from './explain/explainIssue.js'
export type { CoreLocale } from './locales/types.js'
export { formatMessage } from './texts/formatMessage.js'
export { formatPath } from './texts/formatPath.js'
