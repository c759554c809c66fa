import { weekdayOf } from '../days/civilDay.js'
import { parseDay } from '../days/parseDay.js'
import type { CoreLocale } from '../locales/types.js'
import { formatMessage } from '../texts/formatMessage.js'
import type { CalendarDate } from '../types.js'

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d(?:[.,]\d+)?))?(?:Z|([+-]\d\d:\d\d(?::\d\d)?))$/

/** A local moment in parts. */
export interface LocalParts {
  readonly date: CalendarDate
  /** Without seconds where these are 0. */
  readonly time: string
  /** Such as `'+08:00'`. */
  readonly offset: string
}

/** Takes a moment with its offset apart; undefined where it is none. */
export function localParts(moment: string): LocalParts | undefined {
  const [, date, time, seconds = '00', offset = '+00:00'] = MOMENT.exec(moment) ?? []
  if (date === undefined || time === undefined) return undefined
  return { date, time: /^00([.,]0+)?$/.test(seconds) ? time : `${time}:${seconds}`, offset }
}

/**
 * Shows a date with its weekday.
 *
 * @param date - A calendar date.
 * @param locale - The language.
 * @returns Both; other text as it is.
 * @example
 * import { shownDate } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 * import { zhCN } from '@clientele/core/locales/zh-CN'
 *
 * shownDate('2026-01-09', en) //=> 'Fri 2026-01-09'
 * shownDate('2026-01-09', zhCN) //=> '2026-01-09（周五）'
 */
export function shownDate(date: CalendarDate, { moments, weekdays }: CoreLocale): string {
  const weekday = weekdays[weekdayOf(parseDay(date)) - 1]
  return weekday === undefined ? date : formatMessage(moments.date, { date, weekday })
}

/**
 * Shows a moment by the local time that it is written in, without its offset.
 *
 * @param moment - ISO 8601 with its offset.
 * @param locale - The language.
 * @returns The date with its weekday, and the time; other text as it is.
 * @example
 * import { shownMoment } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * shownMoment('2026-01-09T16:00:00+08:00', en) //=> 'Fri 2026-01-09 16:00'
 */
export function shownMoment(moment: string, locale: CoreLocale): string {
  const parts = localParts(moment)
  return parts === undefined ? moment : formatMessage(locale.moments.moment, { date: shownDate(parts.date, locale), time: parts.time })
}

/**
 * Shows a moment by the local time that it is written in, and how far this is from UTC.
 *
 * @param moment - ISO 8601 with its offset.
 * @param locale - The language.
 * @returns The date with its weekday, the time and the offset; other text as it is.
 * @example
 * import { shownZonedMoment } from '@clientele/core/explain'
 * import { zhCN } from '@clientele/core/locales/zh-CN'
 *
 * shownZonedMoment('2026-01-09T16:00:00+08:00', zhCN) //=> '2026-01-09（周五）16:00（UTC+08:00）'
 */
export function shownZonedMoment(moment: string, locale: CoreLocale): string {
  const parts = localParts(moment)
  return parts === undefined ? moment : formatMessage(locale.moments.zoned, { moment: shownMoment(moment, locale), offset: parts.offset })
}
