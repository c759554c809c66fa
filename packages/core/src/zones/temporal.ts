import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant'
import { offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime'

const NANOSECONDS_A_SECOND = 1e9

/** The offset of a zone at a moment, both in seconds. */
export function askOffset(id: string, seconds: number): number {
  return offsetNanoseconds(toZonedDateTimeISO(fromEpochMilliseconds(seconds * 1000), id)) / NANOSECONDS_A_SECOND
}

/** A name as the host's time zone database spells it; throws where it has none. */
export function askName(name: string): string {
  return toZonedDateTimeISO(fromEpochMilliseconds(0), name).timeZoneId
}
