/**
 * Moments as nanoseconds and business time as positions, for the packages' own use.
 *
 * @module
 */
export { type BusinessClock, createBusinessClock } from './businessTime/businessClock.js'
export type { Timeline } from './businessTime/timeline.js'
export { isCounted, type Stretch, spanOf, stretchesBetween } from './businessTime/traceSpans.js'
export { type DayHours, type Hours, type ReadCalendar, readCalendar } from './calendars/readCalendar.js'
export type { DayKind } from './calendars/types.js'
export { formatLocalMoment, formatMoment } from './moments/formatMoment.js'
export { FIRST_INSTANT, type Instant, instantOf, LAST_INSTANT, NANOSECONDS_A_SECOND, secondsOf, splitInstant } from './moments/instant.js'
export { type MomentColumns, writeQuickMoment } from './moments/quickMoment.js'
export { momentRange, parseMoment, readMoment } from './moments/readMoment.js'
export { readTimeDuration } from './moments/readTimeDuration.js'
export { localDay, momentOfLocal, startOfLocalDay } from './zones/localTime.js'
export { readZone, type Zone } from './zones/readZone.js'
