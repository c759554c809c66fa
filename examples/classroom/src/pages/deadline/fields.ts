import type { BusinessCalendar } from '@clientele/core/business-time'
import { type TemplateId, templates } from './chapter.js'

/** What was promised and when, and when the business is open. */
export interface DeadlineFields {
  readonly [field: string]: string
  /** `'time'` or `'days'`. */
  readonly kind: string
  readonly date: string
  /** A local time, or one with its offset. */
  readonly time: string
  readonly hours: string
  readonly minutes: string
  readonly days: string
  readonly template: string
  readonly zone: string
  /** Opening hours, such as `'09:00-12:00, 13:00-18:00'`. */
  readonly weekdays: string
  readonly saturday: string
  readonly sunday: string
  /** Dates besides those of the template. */
  readonly closed: string
  readonly open: string
  /** Whose rules the table shows. */
  readonly law: string
}

/** Hours and zone of a template, as they stand in the fields; its dates stay in the template. */
export function fieldsOf(template: TemplateId): Pick<DeadlineFields, 'template' | 'zone' | 'weekdays' | 'saturday' | 'sunday' | 'closed' | 'open'> {
  const { zone, windows }: BusinessCalendar = templates[template]
  const { mon = [], sat = [], sun = [] } = windows
  const [weekdays, saturday, sunday] = [mon, sat, sun].map((day) => day.map(([from, to]) => `${from}-${to}`).join(', ')) as [string, string, string]
  return { template, zone, weekdays, saturday, sunday, closed: '', open: '' }
}

/** Ten hours of work promised at 17:00 on 14 February 2026, a Saturday that is worked, on the eve of the Spring Festival. */
export const defaults: DeadlineFields = {
  kind: 'time',
  date: '2026-02-14',
  time: '17:00',
  hours: '10',
  minutes: '0',
  days: '2',
  ...fieldsOf('china-2026'),
  law: 'china',
}

export type PresetId = 'festival' | 'days' | 'forward' | 'back'

/** Examples to start from, as they change the defaults. */
export const presets: { readonly [id in PresetId]: Partial<DeadlineFields> } = {
  festival: {},
  days: { kind: 'days', days: '2' },
  forward: { ...fieldsOf('around-the-clock'), zone: 'Europe/London', date: '2026-03-28', time: '12:00', hours: '24' },
  back: { ...fieldsOf('around-the-clock'), zone: 'America/St_Johns', date: '2026-11-01', time: '01:30', hours: '24' },
}
