import type { HolidayId, LawId, TemplateId } from '../chapter.js'
import type { PresetId } from '../fields.js'

/** What is said on the page; what the packages say, they say themselves. */
export interface DeadlineTexts {
  /** The answer: due after a time, by the end of a date, and the last moment to begin. */
  readonly dueTime: string
  readonly dueDays: string
  readonly dueBack: string
  readonly passes: string
  readonly workingDays: { readonly one: string; readonly many: string }
  readonly presetsTitle: string
  readonly presets: { readonly [id in PresetId]: string }
  readonly kind: string
  readonly kinds: { readonly time: string; readonly days: string }
  readonly date: string
  readonly time: string
  readonly timeHint: string
  readonly skipped: string
  readonly twice: string
  readonly hours: string
  readonly minutes: string
  readonly days: string
  readonly template: string
  readonly templates: { readonly [id in TemplateId]: string }
  readonly zone: string
  readonly zones: { readonly [zone: string]: string }
  readonly hoursTitle: string
  readonly weekdays: string
  readonly saturday: string
  readonly sunday: string
  readonly hoursHint: string
  readonly closed: string
  readonly open: string
  readonly datesHint: string
  readonly inBoth: string
  readonly calendar: string
  readonly start: string
  readonly due: string
  readonly begin: string
  readonly why: string
  readonly whyExplained: string
  readonly more: string
  readonly tooLong: string
  readonly rules: string
  readonly rulesExplained: string
  readonly law: string
  readonly laws: { readonly [id in LawId]: string }
  readonly rule: string
  readonly ruleDue: string
  readonly whose: string
  readonly firm: string
  readonly authority: string
  readonly source: string
  readonly sourceAsOf: string
  readonly ownRule: string
  readonly unreachable: string
  readonly endOfDate: string
  readonly paperTime: string
  readonly paperDays: string
  readonly paperDay: string
  readonly paperHours: string
  readonly paperNone: string
  readonly paperCalendar: string
  readonly holidays: { readonly [id in HolidayId]: string }
}
