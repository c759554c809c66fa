/**
 * Calendar dates as integers, for the packages' own use: the same calendar as the public verbs, without an object per date.
 *
 * @module
 */
export { type BusinessDays, mondayToFriday, readBusinessDays } from './calendars/businessDays.js'
export { type CivilDate, civilDate, civilDay, dayOf, daysInMonth, FIRST_DAY, LAST_DAY, weekdayOf } from './days/civilDay.js'
export { dayAfter, dayBefore } from './days/dayAfter.js'
export { formatDay } from './days/formatDay.js'
export { parseDay } from './days/parseDay.js'
