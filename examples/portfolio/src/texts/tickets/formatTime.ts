import { formatMessage } from '@clientele/core/explain'
import { formatRounded } from '../formatNumber.js'
import type { Texts } from '../types.js'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Writes a time in seconds for people: with one decimal place in the greatest unit that it holds, a dash where there is none. */
export function formatTime(seconds: number | null, { page }: Texts): string {
  if (seconds === null) return '–'
  const { units } = page.tickets
  const shown = (template: string, size: number): string => formatMessage(template, { number: formatRounded(seconds / size, 1) })
  if (seconds < MINUTE) return shown(units.seconds, 1)
  if (seconds < HOUR) return shown(units.minutes, MINUTE)
  return seconds < DAY ? shown(units.hours, HOUR) : shown(units.days, DAY)
}

/** Writes the activities of a path one after the other. */
export function formatPath(path: readonly string[]): string {
  return path.join(' → ')
}
