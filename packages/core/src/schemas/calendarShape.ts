import * as z from 'zod'
import type { DateWindows, WeekWindows } from '../calendars/types.js'
import type { CalendarDate } from '../types.js'
import { calendarDateSchema, idSchema, type PolicyShape, policyShape } from './parts.js'

interface CalendarShape extends PolicyShape {
  readonly kind: z.ZodLiteral<'business-calendar'>
  readonly zone: z.ZodString
  readonly windows: z.ZodType<WeekWindows>
  readonly closed: z.ZodOptional<z.ZodType<readonly CalendarDate[]>>
  readonly open: z.ZodOptional<z.ZodType<readonly DateWindows[]>>
}

const time = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/)
const dayWindows = z.array(z.array(time).length(2))
const weekday = dayWindows.optional()
const week = z.strictObject({ mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday, sun: weekday })
const openDate = z.strictObject({ date: calendarDateSchema, windows: dayWindows })

/** A business calendar's fields; an object of them is strict. */
export const calendarShape: CalendarShape = {
  kind: z.literal('business-calendar'),
  ...policyShape,
  zone: idSchema,
  windows: week as z.ZodType<unknown> as z.ZodType<WeekWindows>,
  closed: z.array(calendarDateSchema).optional(),
  open: z.array(openDate as z.ZodType<unknown> as z.ZodType<DateWindows>).optional(),
}
