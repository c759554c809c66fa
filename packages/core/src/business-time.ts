/**
 * Business time: calendars with hours, holidays and zones; time and days added and measured, explained span by span.
 *
 * @module
 */
export { addBusinessTime } from './businessTime/addBusinessTime.js'
export { businessTimeBetween } from './businessTime/businessTimeBetween.js'
export { compileCalendar } from './businessTime/compileCalendar.js'
export { traceBusinessTime } from './businessTime/traceBusinessTime.js'
export type { BusinessTimeSpan, BusinessTimeTrace, CompiledCalendar, DeadlineColumns, IntervalColumns, SpanReason } from './businessTime/types.js'
export { addBusinessDays } from './calendars/addBusinessDays.js'
export { checkCalendar } from './calendars/checkCalendar.js'
export { isBusinessDay } from './calendars/isBusinessDay.js'
export { nextBusinessDay } from './calendars/nextBusinessDay.js'
export { previousBusinessDay } from './calendars/previousBusinessDay.js'
export type { BusinessCalendar, BusinessDayCalendar, DateWindows, TimeWindow, Weekday, WeekWindows } from './calendars/types.js'
export { instantToDate } from './zones/instantToDate.js'
export { startOfDay } from './zones/startOfDay.js'
