/**
 * Ready documents: ABC schemes, RFM schemes, level and benefit programmes, a rebate, a policy for re-tiering and one for warnings of attrition.
 *
 * @module
 */
export { airlineLevels } from './templates/airlineLevels.js'
export { casinoRebate } from './templates/casinoRebate.js'
export { paretoAbc } from './templates/paretoAbc.js'
export { textbookAbc } from './templates/textbookAbc.js'
export { textbookAttrition } from './templates/textbookAttrition.js'
export { textbookBenefits } from './templates/textbookBenefits.js'
export { textbookRetiering } from './templates/textbookRetiering.js'
export { textbookRfm } from './templates/textbookRfm.js'
export { textbookShares } from './templates/textbookShares.js'
export { usualRfm } from './templates/usualRfm.js'
