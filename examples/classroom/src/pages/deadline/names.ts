import { chinaOfficeHours2026 } from '@clientele/complaints/templates'
import { addCalendarDays, type CalendarDate } from '@clientele/core'
import type { BusinessCalendar } from '@clientele/core/business-time'
import { type HolidayId, holidays } from './chapter.js'

type Titles = { readonly [id in HolidayId]: string }

/** The holidays that a calendar keeps, and the days that it works for them, by their dates. */
export function namesOf({ closed = [], open = [] }: BusinessCalendar, titles: Titles): { readonly [date: CalendarDate]: string } {
  const worked = new Set(open.map(({ date }) => date))
  const kept = holidayDates().filter(([date]) => closed.includes(date) && !worked.has(date))
  const makeUp = (chinaOfficeHours2026.open ?? []).filter(({ date }) => worked.has(date))
  return Object.fromEntries([...kept.map(([date, id]) => [date, titles[id]]), ...makeUp.map(({ date }) => [date, titles['make-up']])])
}

/** Every date of the holidays of 2026. */
function holidayDates(): (readonly [CalendarDate, HolidayId])[] {
  const known = new Set(chinaOfficeHours2026.closed)
  const list: (readonly [CalendarDate, HolidayId])[] = []
  for (const [first, id] of Object.entries(holidays)) {
    for (let date = first; known.has(date); date = addCalendarDays(date, 1)) list.push([date, id])
  }
  return list
}
