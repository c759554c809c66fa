import { roundDecimal } from '../decimals/roundDecimal.js'
import type { CoreLocale } from '../locales/types.js'
import { SECONDS_A_DAY } from '../moments/instant.js'
import { formatMessage } from '../texts/formatMessage.js'
import { shownSmall } from './shownSmall.js'

const DIGITS = 3

type Unit = keyof CoreLocale['times']

/**
 * Shows business time in hours, minutes and seconds: how many hours a day has is the calendar's affair.
 *
 * @param seconds - 0 or more; they are shown to three decimal places.
 * @param locale - The language.
 * @returns The units that are not 0.
 * @example
 * import { shownBusinessTime } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 * import { zhCN } from '@clientele/core/locales/zh-CN'
 *
 * shownBusinessTime(97_200, en) //=> '27 h'
 * shownBusinessTime(9000, zhCN) //=> '2 小时 30 分钟'
 */
export function shownBusinessTime(seconds: number, locale: CoreLocale): string {
  return inUnits(seconds, false, locale)
}

/**
 * Shows elapsed time in days of 24 hours, hours, minutes and seconds.
 *
 * @param seconds - 0 or more; they are shown to three decimal places.
 * @param locale - The language.
 * @returns The units that are not 0.
 * @example
 * import { shownElapsedTime } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * shownElapsedTime(97_200, en) //=> '1 d 3 h'
 * shownElapsedTime(0.5, en) //=> '0.5 s'
 */
export function shownElapsedTime(seconds: number, locale: CoreLocale): string {
  return inUnits(seconds, true, locale)
}

function inUnits(seconds: number, withDays: boolean, { times, timeSeparator }: CoreLocale): string {
  // What rounds to nothing is not to look as if it were.
  const whole = Math.floor(Number(roundDecimal(seconds, DIGITS)))
  const rest = whole === 0 ? shownSmall(seconds) : roundDecimal(seconds - whole, DIGITS)
  const days = withDays ? Math.floor(whole / SECONDS_A_DAY) : 0
  const left = whole - days * SECONDS_A_DAY
  const parts: readonly (readonly [Unit, string])[] = [
    ['days', String(days)],
    ['hours', String(Math.floor(left / 3600))],
    ['minutes', String(Math.floor(left / 60) % 60)],
    ['seconds', whole === 0 ? rest : roundDecimal((left % 60) + Number(rest), DIGITS)],
  ]
  const shown = parts.filter(([, number]) => number !== '0')
  const units = shown.length === 0 ? ([['minutes', '0']] as const) : shown
  return units.map(([unit, number]) => formatMessage(times[unit], { number })).join(timeSeparator)
}
