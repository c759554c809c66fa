/**
 * What the packages' own checks of unknown input are built from, and what may be done once it is checked.
 *
 * @module
 */
export { checkBusinessDayCalendar } from './calendars/checkBusinessDayCalendar.js'
export { addIssuesAt } from './checks/addIssuesAt.js'
export { checkAgrees } from './checks/checkAgrees.js'
export { checkCalendarDate } from './checks/checkCalendarDate.js'
export { checkCurrency } from './checks/checkCurrency.js'
export { checkDecimal } from './checks/checkDecimal.js'
export { checkLanguageTag, checkLocalizedText } from './checks/checkLocalizedText.js'
export { checkMoment } from './checks/checkMoment.js'
export { checkPolicies } from './checks/checkPolicies.js'
export { checkPolicyHeader, policyKeys, policyReference } from './checks/checkPolicyHeader.js'
export {
  checkChoice,
  checkInteger,
  checkKeys,
  checkList,
  checkMembers,
  checkRecord,
  checkText,
  checkUnique,
  isRecord,
  ownValue,
  reportType,
} from './checks/checkShape.js'
export { copyData } from './checks/copyData.js'
export { readId } from './checks/readId.js'
export { LOST_KEY, readJson } from './checks/readJson.js'
export { type CalendarDuration, parseDuration } from './conditions/duration.js'
export { isConditionGroup, traceCondition } from './conditions/evaluateCondition.js'
export { readDuration } from './conditions/readDuration.js'
export { roundingModes } from './decimals/roundDecimal.js'
export { createIssue } from './issues/createIssue.js'
export { describeValue } from './issues/describeValue.js'
export { throwIssues } from './issues/throwIssues.js'
export { checkAmong } from './results/checkAmong.js'
export { checkFigure } from './results/checkFigure.js'
export { checkMade, checkMadeByAll, checkMadeByPolicy, type KnownPolicies, type SaidPolicy } from './results/checkMade.js'
export { checkNumber } from './results/checkNumber.js'
export {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkQuantity,
  codedBy,
  listOf,
  membersOf,
  oneOf,
  optional,
} from './results/checkResult.js'
export { checkSameList, isSameList } from './results/checkSameList.js'
export { checkShare } from './results/checkShare.js'
export { checkFlag, filled, orNull } from './results/valueChecks.js'
export { variantsOf } from './results/variantsOf.js'
export { readOptions } from './rows/readOptions.js'
export { readRows } from './rows/readRows.js'
export { formatMessage } from './texts/formatMessage.js'
export { formatPath } from './texts/formatPath.js'
