import { shownBusinessTime, shownElapsedTime } from '@clientele/core/explain'
import type { ComplaintsLocale } from '../locales/types.js'

const MINUTE = 60

/** A time that was measured of many: from a minute on in whole seconds; without days where these are business time. */
export function shownMeasured(seconds: number, { core }: ComplaintsLocale, isBusinessTime = false): string {
  const rounded = seconds < MINUTE ? seconds : Math.round(seconds)
  return isBusinessTime ? shownBusinessTime(rounded, core) : shownElapsedTime(rounded, core)
}
