import { civilDate, weekdayOf } from '@clientele/core/days'
import { type CoreLocale, formatMessage, shownBusinessTime } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { kindOf } from './kindOf.js'
import type { CalendarDay, CalendarTexts, DayPart } from './types.js'

/** What stands upon a day, as days since 1970-01-01. */
export interface Mark {
  readonly day: number
  readonly text: string
}

interface DayCellProperties {
  readonly number: number
  /** The first that is shown: where the weeks have no room for their heads, it says which month it is of. */
  readonly isFirst: boolean
  /** Nothing before the start and after the end. */
  readonly day: CalendarDay | undefined
  readonly name: string | undefined
  readonly marks: readonly Mark[]
  readonly said: CalendarTexts
  readonly locale: CoreLocale
}

/** What is said by how much counts. */
const ORDINARY: readonly DayPart['why'][] = ['open-hours', 'around-the-clock', 'counted-day']
/** What is said by the name of a date, where it has one. */
const BY_DATE: readonly DayPart['why'][] = ['closed-date', 'opened-date']

/** A day of a calendar. */
export function dayCell({ number, isFirst, day, name, marks, said, locale }: DayCellProperties): TemplateResult {
  const head = html`<span class="unseen">${wholeDate(number, said)}: </span>
    <span class="day-head"><span class="day-number" aria-hidden="true">${numberOf(number, isFirst, said)}</span> ${marks.map(markOf)}</span>`
  if (day === undefined) return html`<td class="beyond">${head}<span class="unseen">${said.beyond}</span></td>`
  const kind = kindOf(day)
  const isOrdinary = ORDINARY.includes(kind)
  const isNamed = name !== undefined && BY_DATE.includes(kind)
  return html`<td class="day ${kind}">
    ${head} ${name === undefined ? nothing : html`<span class="day-name">${name}</span>`}
    ${isOrdinary ? nothing : html`<span class=${isNamed ? 'unseen' : ''}>${said.kinds[kind]}</span>`}
    ${day.parts.some(({ counted }) => counted) ? counted(day, said, locale) : html`<span class="unseen">, ${said.notCounted}</span>`}
  </td>`
}

/** The first of a month says which. */
function numberOf(number: number, isFirst: boolean, said: CalendarTexts): string {
  const { month, day } = civilDate(number)
  return day === 1 || isFirst ? formatMessage(said.dayOfMonth, { day, month: said.shortMonths[month - 1] ?? '' }) : String(day)
}

function markOf({ text }: Mark): TemplateResult {
  return html`<span class="day-mark">${text}</span>`
}

/** Of a deadline in days, which day it is; otherwise how much counts, when, and how much until then. */
function counted({ parts, seconds, total }: CalendarDay, said: CalendarTexts, locale: CoreLocale): TemplateResult {
  const counting = parts.filter((part) => part.counted)
  const numbered = counting.find(({ day }) => day !== undefined)
  if (numbered !== undefined) return html`<strong>${formatMessage(said.countedDay, { number: numbered.day ?? 0 })}</strong>`
  return html`<strong>${shownBusinessTime(seconds, locale)}</strong>
    <span class="strip" aria-hidden="true">${counting.map(bar)}</span>
    <span class="windows">${counting.map((part) => html`<span>${windowOf(part, said)}</span> `)}</span>
    <span class="total">${formatMessage(said.total, { time: shownBusinessTime(total, locale) })}</span>`
}

function windowOf({ from, to }: DayPart, said: CalendarTexts): string {
  return from === '00:00' && to === '24:00' ? said.allDay : formatMessage(said.window, { from, to })
}

/** Where a part lies between 0:00 and 24:00, as clocks show it; in an hour that comes twice its end may stand before its start. */
function bar({ from, to }: DayPart): TemplateResult {
  const [start, end] = [partOfDay(from), partOfDay(to)]
  return html`<span style="left: ${start}%; width: ${Math.max(end - start, 1)}%"></span>`
}

function partOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return ((hours * 60 + minutes) / 1440) * 100
}

function wholeDate(number: number, said: CalendarTexts): string {
  const { year, month, day } = civilDate(number)
  return formatMessage(said.wholeDate, {
    weekday: said.wholeWeekdays[weekdayOf(number) - 1] ?? '',
    day,
    month: said.months[month - 1] ?? '',
    year,
  })
}
