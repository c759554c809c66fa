import type { ClockPolicy } from '@clientele/complaints'
import {
  aroundTheClock,
  chinaClocks,
  chinaOfficeHours,
  chinaOfficeHours2026,
  officeHours,
  ukDispClocks,
  usCfpbClocks,
} from '@clientele/complaints/templates'
import type { BusinessCalendar } from '@clientele/core/business-time'

/** The calendars that are offered; hours, zone and dates may be changed. */
export const templates = {
  'china-2026': chinaOfficeHours2026,
  china: chinaOfficeHours,
  office: officeHours,
  'around-the-clock': aroundTheClock,
} as const satisfies { readonly [id: string]: BusinessCalendar }

export type TemplateId = keyof typeof templates

export const templateIds = Object.keys(templates) as readonly TemplateId[]

/** As code imports them. */
export const templateNames: { readonly [id in TemplateId]: string } = {
  'china-2026': 'chinaOfficeHours2026',
  china: 'chinaOfficeHours',
  office: 'officeHours',
  'around-the-clock': 'aroundTheClock',
}

/** A zone without daylight saving, and some with: the last one half an hour off. */
export const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'America/St_Johns', 'UTC'] as const

/** The rules that complaints go by, from the firm's and the law's templates. */
export const laws = { china: chinaClocks, uk: ukDispClocks, us: usCfpbClocks } as const satisfies { readonly [id: string]: ClockPolicy }

export type LawId = keyof typeof laws

export const lawIds = Object.keys(laws) as readonly LawId[]

export type HolidayId = 'new-year' | 'spring-festival' | 'qingming' | 'labour-day' | 'dragon-boat' | 'mid-autumn' | 'national-day' | 'make-up'

/** The holidays of 2026, by their first date, as chinaOfficeHours2026 has them: each is what is closed from there on, without a gap. */
export const holidays: { readonly [first: string]: HolidayId } = {
  '2026-01-01': 'new-year',
  '2026-02-15': 'spring-festival',
  '2026-04-04': 'qingming',
  '2026-05-01': 'labour-day',
  '2026-06-19': 'dragon-boat',
  '2026-09-25': 'mid-autumn',
  '2026-10-01': 'national-day',
}
