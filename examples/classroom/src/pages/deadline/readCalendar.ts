import type { Issue, Path } from '@clientele/core'
import type { BusinessCalendar, DateWindows, TimeWindow } from '@clientele/core/business-time'
import { checkCalendar } from '@clientele/core/business-time'
import { checkChoice, throwIssues } from '@clientele/core/checks'
import type { Attempt } from '../types.js'
import { type TemplateId, templateIds, templates } from './chapter.js'
import { clockTime } from './clockTime.js'
import type { DeadlineFields } from './fields.js'

/** What is longer is no list of hours or dates that anyone typed: it is told as a whole to be none. */
const LONGEST = 2000

/** The calendar that the fields describe: a template as it is, or one of its own. */
export function readCalendar(fields: DeadlineFields, attempt: Attempt): BusinessCalendar | undefined {
  const template = attempt(
    () => chosen(fields.template),
    () => 'template',
  )
  const calendar = calendarOf(fields, template ?? 'china')
  const { closed, open } = { closed: datesOf(fields.closed).length, open: datesOf(fields.open).length }
  const checked = attempt(
    () => {
      const issues = checkCalendar(calendar)
      throwIssues(issues)
      return true
    },
    (path) => fieldOf(path, closed, open),
  )
  return template === undefined || checked === undefined ? undefined : calendar
}

function chosen(template: string): TemplateId {
  const issues: Issue[] = []
  checkChoice(template, templateIds, ['template'], issues)
  throwIssues(issues)
  return template as TemplateId
}

function fieldOf([part, place, member]: Path, closed: number, open: number): string {
  if (part === 'zone') return 'zone'
  if (part === 'closed' && (place as number) < closed) return 'closed'
  if (part === 'open' && member === 'date' && (place as number) < open) return 'open'
  return place === 'sat' ? 'saturday' : place === 'sun' ? 'sunday' : 'weekdays'
}

/** The typed dates stand first. A date that is typed as closed is closed, though the template works on it; days that are worked have the hours of weekdays. */
function calendarOf(fields: DeadlineFields, id: TemplateId): BusinessCalendar {
  const template: BusinessCalendar = templates[id]
  const [weekday, sat, sun] = [fields.weekdays, fields.saturday, fields.sunday].map(windowsOf) as [TimeWindow[], TimeWindow[], TimeWindow[]]
  const [closed, open] = [datesOf(fields.closed), datesOf(fields.open)]
  const kept = (template.open ?? []).map(({ date }) => date).filter((date) => !closed.includes(date) && !open.includes(date))
  const worked = [...open, ...kept].map((date): DateWindows => ({ date, windows: weekday }))
  const windows = {
    ...{ mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
    ...(sat.length === 0 ? {} : { sat }),
    ...(sun.length === 0 ? {} : { sun }),
  }
  const own: BusinessCalendar = {
    kind: 'business-calendar',
    id: 'own',
    version: '1',
    format: 1,
    title: { en: 'Hours as set on this page', 'zh-CN': '本页设定的工作时间' },
    zone: fields.zone,
    windows,
    closed: [...closed, ...(template.closed ?? [])],
    open: worked,
  }
  return isSame(own, template) ? template : own
}

function isSame(own: BusinessCalendar, template: BusinessCalendar): boolean {
  const told = ({ zone, windows, closed = [], open = [] }: BusinessCalendar) => JSON.stringify([zone, windows, closed, open])
  return told(own) === told(template)
}

/** Such as `9:00-12:00, 13:00–18:00`; what is no pair of times is told by the calendar's check. */
export function windowsOf(text: string): TimeWindow[] {
  return listOf(text).map((window): TimeWindow => {
    const [from = '', to = '', ...more] = window.split(/\s*[-–—~～至]\s*/)
    return more.length > 0 ? [window, window] : [clockTime(from), clockTime(to)]
  })
}

export function datesOf(text: string): string[] {
  return listOf(text)
}

/** The dates that are typed both as closed and as worked: calendars take them as worked. */
export function datesInBoth({ closed, open }: Pick<DeadlineFields, 'closed' | 'open'>): string[] {
  const known = new Set(datesOf(closed))
  return [...new Set(datesOf(open))].filter((date) => known.has(date))
}

function listOf(text: string): string[] {
  if (text.length > LONGEST) return [text]
  return text
    .split(/[,，、;；]/)
    .map((member) => member.trim())
    .filter((member) => member !== '')
}
