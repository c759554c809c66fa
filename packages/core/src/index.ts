/**
 * Exact decimals, currency digits, allocation, calendar dates, conditions and coded errors.
 *
 * @module
 */
export { checkCondition } from './conditions/checkCondition.js'
export { evaluateCondition } from './conditions/evaluateCondition.js'
export type { Comparison, ComparisonOperator, Condition, ConditionResult, ConditionTraceEntry } from './conditions/types.js'
export { addCalendarDays } from './dates/addCalendarDays.js'
export { addCalendarMonths } from './dates/addCalendarMonths.js'
export { calendarDaysBetween } from './dates/calendarDaysBetween.js'
export { endOfMonth } from './dates/endOfMonth.js'
export { isCalendarDate } from './dates/isCalendarDate.js'
export { weekday } from './dates/weekday.js'
export { addDecimals } from './decimals/addDecimals.js'
export { allocate } from './decimals/allocate.js'
export { compareDecimals } from './decimals/compareDecimals.js'
export { multiplyDecimals } from './decimals/multiplyDecimals.js'
export { type RoundingMode, roundDecimal } from './decimals/roundDecimal.js'
export { subtractDecimals } from './decimals/subtractDecimals.js'
export { sumDecimals } from './decimals/sumDecimals.js'
export { toNumber } from './decimals/toNumber.js'
export { InputError } from './issues/InputError.js'
export { isInputError } from './issues/isInputError.js'
export type { Issue, IssueCode, IssueParams } from './issues/types.js'
export { currencyDigits } from './money/currencyDigits.js'
export type { InvalidRows, ReadOptions, RejectedRow } from './rows/types.js'
export { localizeText } from './texts/localizeText.js'
export type {
  CalendarDate,
  DecimalColumn,
  DecimalInput,
  DecimalString,
  JsonValue,
  LocalizedText,
  Path,
  PolicyReference,
} from './types.js'
