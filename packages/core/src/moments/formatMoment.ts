import { formatDay } from '../days/formatDay.js'
import { type Instant, SECONDS_A_DAY, splitInstant } from './instant.js'

/** A moment in UTC, without a fraction where it has none: `2013-03-21T10:30:00Z`. */
export function formatMoment(instant: Instant): string {
  return `${localText(instant, 0)}Z`
}

/** A moment with the local time of an offset in seconds: `2013-03-21T11:30:00+01:00`; an offset of odd seconds is written with them. */
export function formatLocalMoment(instant: Instant, offset: number): string {
  const size = Math.abs(offset)
  const [hours, minutes, seconds] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  const text = seconds === 0 ? `${pad(hours)}:${pad(minutes)}` : `${pad(hours)}:${pad(minutes)}:${pad(seconds)}`
  return `${localText(instant, offset)}${offset < 0 ? '-' : '+'}${text}`
}

function localText(instant: Instant, offset: number): string {
  const { seconds, nanoseconds } = splitInstant(instant)
  const day = Math.floor((seconds + offset) / SECONDS_A_DAY)
  const time = seconds + offset - day * SECONDS_A_DAY
  const fraction = nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`
  return `${formatDay(day)}T${pad(Math.floor(time / 3600))}:${pad(Math.floor(time / 60) % 60)}:${pad(time % 60)}${fraction}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
