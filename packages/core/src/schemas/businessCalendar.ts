import * as z from 'zod'
import { checkCalendar } from '../calendars/checkCalendar.js'
import type { BusinessCalendar } from '../calendars/types.js'
import { calendarShape } from './calendarShape.js'
import { checkedSchema } from './parts.js'

/** A business calendar with its zone and hours. */
export const businessCalendarSchema: z.ZodType<BusinessCalendar> = checkedSchema(z.strictObject(calendarShape), checkCalendar)
