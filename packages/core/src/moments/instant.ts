import { FIRST_DAY, LAST_DAY } from '../days/civilDay.js'

/** A moment in nanoseconds since 1970-01-01T00:00Z. */
export type Instant = bigint

export const SECONDS_A_DAY = 86_400
export const NANOSECONDS_A_SECOND = 1_000_000_000n

/** The first and the last moment that have a date of the years 1 to 9999 in every zone. */
export const FIRST_INSTANT: Instant = /* @__PURE__ */ instantOf((FIRST_DAY + 1) * SECONDS_A_DAY, 0)
export const LAST_INSTANT: Instant = /* @__PURE__ */ instantOf(LAST_DAY * SECONDS_A_DAY - 1, 999_999_999)

/** A moment of whole seconds and nanoseconds. */
export function instantOf(seconds: number, nanoseconds: number): Instant {
  return BigInt(seconds) * NANOSECONDS_A_SECOND + BigInt(nanoseconds)
}

/** The whole seconds before a moment, and how many nanoseconds, from 0, it comes after them. */
export function splitInstant(instant: Instant): { readonly seconds: number; readonly nanoseconds: number } {
  const nanoseconds = instant % NANOSECONDS_A_SECOND
  const before = nanoseconds < 0n ? nanoseconds + NANOSECONDS_A_SECOND : nanoseconds
  return { seconds: Number((instant - before) / NANOSECONDS_A_SECOND), nanoseconds: Number(before) }
}

/** Nanoseconds as a number of seconds, as near as a number comes. */
export function secondsOf(nanoseconds: bigint): number {
  const { seconds, nanoseconds: rest } = splitInstant(nanoseconds < 0n ? -nanoseconds : nanoseconds)
  // One quotient, correctly rounded where the digits fit 53 bits: 0.1 s is 0.1.
  const size = rest === 0 ? seconds : Number(`${seconds}.${String(rest).padStart(9, '0')}`)
  return nanoseconds < 0n ? -size : size
}
