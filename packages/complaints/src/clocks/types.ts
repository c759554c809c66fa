import type { CalendarDate, DecimalInput, LocalizedText, PolicyReference } from '@clientele/core'
import type { BusinessCalendar, SpanReason } from '@clientele/core/business-time'
import type { ComplaintEvent } from '../history/types.js'
import type { WorkflowDefinition } from '../workflow/types.js'

/**
 * A deadline in days or weeks after the day of receipt, which itself does not count; it is due at the end of the date that is reached, in the zone of
 * the clock's calendar.
 */
export type DateTarget =
  | { readonly businessDays: number; readonly after?: 'receipt-day' | undefined }
  | { readonly calendarDays: number; readonly after?: 'receipt-day' | undefined }
  | { readonly weeks: number; readonly after?: 'receipt-day' | undefined }

/**
 * How long a clock may run: a duration such as `'PT8H'`, or days; the same for every complaint, or by priority, with `otherwise` for complaints of any other
 * priority or none.
 */
export type ClockTarget = string | DateTarget | { readonly [priority: string]: string | DateTarget }

/** One clock, that is to stop in time. */
export interface ClockRule {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /**
   * The type of the event that starts it, the first one in a cycle. A clock that had started before a reopening is started by the reopening, unless the
   * complaint was over when it started: a clock of the time after the end waits for its event again.
   */
  readonly starts: string
  /**
   * The types of the events that stop it, the first one after the start, be it after a reopening; whatever closes the complaint stops it too, and a reopening
   * what started after the end.
   */
  readonly stops: string | readonly string[]
  readonly target: ClockTarget
  /** The name, among the options' calendars, of the one it runs by; around the clock unless given. Targets in days need one, for its zone. */
  readonly calendar?: string | undefined
  /**
   * Whether it stands still in steps that wait: those whose `clocks` say `'pause'` of it, or that do not name it and say so of another clock.
   */
  readonly mayWait: boolean
  /**
   * From which part of the time on to warn: a percentage, above 0 and below 100. Of an extended clock it is a part of the time until the new deadline; of days,
   * of the time that passes until then.
   */
  readonly warnAtPercent?: DecimalInput | undefined
  /** The type of the event that extends it, to the end of the date in the event's field `until`, where that is later. */
  readonly extendedBy?: string | undefined
  /** Whose clock it is: the firm's that handles the complaint, unless it is the authority's. */
  readonly whose?: 'firm' | 'authority' | undefined
  /** Where it is written. */
  readonly source?: ClockSource | undefined
}

/** Where a rule is written, and as of which date it was read there. */
export interface ClockSource {
  readonly title: LocalizedText
  readonly url?: string | undefined
  readonly asOf: CalendarDate
}

/** By when what must happen to a complaint. */
export interface ClockPolicy {
  readonly kind: 'clock-policy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** What whoever uses it must know, such as that it is an example. */
  readonly note?: LocalizedText | undefined
  /** At least one; each with another id. */
  readonly clocks: readonly ClockRule[]
}

/** A deadline as it was kept by the host: which version of the calendar it was made with. */
export interface KeptDeadline {
  readonly clock: string
  readonly cycle: number
  /** As the clock of the earlier result names it. */
  readonly calendar: PolicyReference | null
}

/** What clocks are read by, besides the policy. */
export interface ClockOptions {
  /** The moment to look at: ISO 8601 with its offset. Later events are not looked at. */
  readonly at: string
  /** The workflow that the complaint is handled by, or all its versions that the events name; it says which steps wait. */
  readonly definition: WorkflowDefinition | readonly WorkflowDefinition[]
  /** The calendars, by the names that clocks use; of a list, several versions of one, the last is in force. */
  readonly calendars?: { readonly [id: string]: BusinessCalendar | readonly BusinessCalendar[] } | undefined
  /**
   * The deadlines kept from an earlier look, such as the clocks of its result: these stay with the version of the calendar they were made with, which
   * must be among the calendars. Those of clocks that the policy does not have any more are passed over.
   */
  readonly deadlines?: readonly KeptDeadline[] | undefined
}

export type ClockStatus = 'running' | 'waiting' | 'met' | 'breached'

/**
 * Why a stretch of time counts towards a deadline or does not: as in a calendar, or because the complaint waits for someone; without a calendar time
 * counts around the clock; in days, the day of receipt does not count, and each day after it does that the target counts; an extension counts up to its
 * date.
 */
export type ClockSpanReason = SpanReason | 'around-the-clock' | 'waiting' | 'receipt-day' | 'counted-day' | 'extension'

/** A stretch of time up to a deadline. */
export interface ClockSpan {
  /** Moments in UTC; the second is the next span's first. */
  readonly from: string
  readonly to: string
  /** The same in the zone of the calendar (UTC without one), with its offset. */
  readonly fromLocal: string
  readonly toLocal: string
  /** The local date of `from`. */
  readonly date: CalendarDate
  /** How long it lasts, in elapsed seconds. */
  readonly seconds: number
  readonly counted: boolean
  readonly why: ClockSpanReason
  /** Of a counted day: which it is, from 1. */
  readonly day?: number | undefined
}

/** How a deadline came about. */
export interface ClockTrace {
  /** From the start of the clock to its deadline, in order and without gaps. */
  readonly spans: readonly ClockSpan[]
}

/** A deadline that was missed before it was moved. */
export interface PassedDeadline {
  /** In UTC. */
  readonly due: string
  /** Where it was the end of a date: the date. */
  readonly dueDate: CalendarDate | null
  /** When it was moved, in UTC, and by which type of event. */
  readonly movedAt: string
  readonly movedBy: string
}

/** How a clock stands. */
export interface ComplaintClock {
  readonly clock: string
  /** The cycle of the complaint, from 1. */
  readonly cycle: number
  readonly whose: 'firm' | 'authority'
  /** When it started, in UTC, and by which type of event. */
  readonly startedAt: string
  readonly startedBy: string
  /** The deadline, in UTC; while the complaint waits, as if it went on now. */
  readonly due: string
  /** Where the deadline is the end of a date: the date. */
  readonly dueDate: CalendarDate | null
  /** The deadline is met by an event up to and including `due`; where it is the end of a date, before `due`, when the next date begins. */
  readonly status: ClockStatus
  /** The step that the complaint waits in, where the clock stands still for it, be it before its deadline or after; null otherwise. */
  readonly waitingIn: string | null
  /** How long it ran, until it stopped or until now: seconds of business time, of elapsed time where the target is in days. */
  readonly usedSeconds: number
  /**
   * What is left until the deadline, counted alike; negative where more was used. Of a target in time that was not extended it is the target less what
   * was used.
   */
  readonly leftSeconds: number
  /** How long it stood still for waits, counted alike; those after the deadline too, which do not move it any more. */
  readonly waitedSeconds: number
  /** By how much the deadline was missed until the clock stopped, or until now: elapsed seconds; 0 where it was not. */
  readonly overdueSeconds: number
  /** The target's duration; null where it is in days. */
  readonly targetSeconds: number | null
  /** The complaint's priority when the clock stopped, or now; null where none was told. */
  readonly priority: string | null
  /** When it stopped, and by which type of event: one of the rule's, or what closed the complaint otherwise; left out where it did not. */
  readonly metAt?: string | undefined
  readonly stoppedBy?: string | undefined
  /** From when on to warn; null where the policy says nothing about it. */
  readonly warnAt: string | null
  /** Whether it is still open and the moment to warn has come, or the deadline has passed. */
  readonly warning: boolean
  /** The date that the deadline was extended to; null where it was not. */
  readonly extendedTo: CalendarDate | null
  /** Earlier deadlines that had passed when another priority or an extension put this one in their place. */
  readonly passed: readonly PassedDeadline[]
  /** The calendar it runs by, with its version, to be kept with the deadline; null around the clock. */
  readonly calendar: PolicyReference | null
  readonly trace: ClockTrace
}

/** How the clocks of a complaint stand. */
export interface ComplaintClocks {
  readonly complaint: string
  /** The moment looked at, in UTC. */
  readonly at: string
  /** Every clock that has started, cycle by cycle, in the policy's order. */
  readonly clocks: readonly ComplaintClock[]
  /** Ids of the clocks that have not started in any cycle. */
  readonly notStarted: readonly string[]
  /** The clock policy, and every calendar that was asked. */
  readonly policies: readonly PolicyReference[]
}

/** What a compiled clock policy is made of, besides the policy: see {@link ClockOptions}. */
export type ClockSetting = Pick<ClockOptions, 'definition' | 'calendars'>

/** What is looked at, and what is kept from an earlier look: see {@link ClockOptions}. */
export type ClockMoment = Pick<ClockOptions, 'at' | 'deadlines'>

/** A clock policy, checked once for many complaints. */
export interface CompiledClocks {
  readonly policies: readonly PolicyReference[]
  /** As `complaintClocks`. */
  readonly clocksOf: (events: readonly ComplaintEvent[], options: ClockMoment) => ComplaintClocks
}
