import * as z from 'zod'
import { checkBusinessDayCalendar } from '../calendars/checkBusinessDayCalendar.js'
import type { BusinessDayCalendar } from '../calendars/types.js'
import { calendarShape } from './calendarShape.js'
import { checkedSchema, collectingIssues } from './parts.js'

/** A business calendar, as far as whole days go. */
export const businessDayCalendarSchema: z.ZodType<BusinessDayCalendar> = checkedSchema(
  z.strictObject({ ...calendarShape, zone: calendarShape.zone.optional(), windows: calendarShape.windows.optional() }),
  collectingIssues(checkBusinessDayCalendar),
)
