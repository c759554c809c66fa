import type { CalendarDate, DecimalString, PolicyReference } from '@clientele/core'

/** A yearly rate from a day on, its percentage as a fraction of integers. */
export interface PreparedStep {
  /** Days since 1970-01-01; -Infinity for what holds before the first step, 0 percent. */
  readonly from: number
  readonly percent: DecimalString
  /** The interest of a year is `charged / whole` of the balance, `whole` being the rate's. */
  readonly charged: bigint
}

/** An interest rate, checked and read. */
export interface PreparedRate {
  /** From -Infinity on, each of another percentage than the one before. */
  readonly steps: readonly PreparedStep[]
  /** What `charged` is a part of, in all steps. */
  readonly whole: bigint
  readonly stepsApply: 'each-day' | 'first-day'
  readonly daysInYear: 365 | 360 | 'actual'
  readonly rounding: 'total' | 'span' | 'day'
  /** The first day that the document has a rate for, as a date and in days since 1970-01-01. */
  readonly first: CalendarDate
  readonly firstDay: number
  readonly policy: PolicyReference
}
