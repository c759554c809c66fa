/** A time as calendars write it, if it is one: nine o'clock may be typed as `9`, `9:00` or with the wide colon of Chinese keyboards. */
export function clockTime(typed: string): string {
  const [, hour = '', minutes = '00'] = /^(\d|[01]\d|2[0-4])(?:[:：](\d\d))?$/.exec(typed) ?? []
  return hour === '' ? typed : `${hour.padStart(2, '0')}:${minutes}`
}

/** The same for a time that may have its offset behind it. */
export function clockTimeAndOffset(typed: string): string {
  const [offset = ''] = /(?:[+-]\d\d[:：]?\d\d|Z)$/i.exec(typed) ?? []
  return `${clockTime(typed.slice(0, typed.length - offset.length))}${offset.replace('：', ':')}`
}
