import type { BusinessCalendar, TimeWindow, Weekday } from '@clientele/core/business-time'
import {
  type ClockOptions,
  type ClockPolicy,
  type ClockRule,
  type ComplaintClock,
  type ComplaintEvent,
  complaintClocks,
  type WorkflowDefinition,
} from '../src/index.js'
import { eightSteps } from '../src/templates.js'
import { agent, eventsOf, manager, ready, type Told } from './desk.js'

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']
export const wholeWeek: readonly Weekday[] = [...weekdays, 'sat', 'sun']

/** A calendar with the same hours every day that is open. */
export function calendarOf(
  zone: string,
  hours: readonly TimeWindow[],
  { days = weekdays, ...more }: { readonly days?: readonly Weekday[] } & Partial<BusinessCalendar> = {},
): BusinessCalendar {
  const windows = Object.fromEntries(days.map((day) => [day, hours]))
  return { kind: 'business-calendar', id: 'office', version: '1', zone, windows, ...more }
}

/** A clock from the record of a complaint to its end, by the calendar `office`. */
export function ruleOf(more: Partial<ClockRule> = {}): ClockRule {
  return { id: 'resolution', starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT2H', calendar: 'office', mayWait: true, ...more }
}

export function policyOf(...clocks: readonly ClockRule[]): ClockPolicy {
  return { kind: 'clock-policy', id: 'service', version: '1', clocks }
}

/** The events of a complaint that is recorded at a moment and goes on with commands, each at its own. */
export function handled(
  at: string,
  commands: readonly (Told & { readonly at: string })[] = [],
  definition: WorkflowDefinition = eightSteps,
): readonly ComplaintEvent[] {
  const { openComplaint, decideComplaint, replayComplaint } = ready(definition)
  const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
  let events = eventsOf(openComplaint({ type: 'recordComplaint', at, by: agent, ...told }))
  for (const command of commands) {
    events = [...events, ...eventsOf(decideComplaint({ command: { by: agent, ...command }, state: replayComplaint(events) }))]
  }
  return events
}

/** The commands of a stretch of waiting for the customer. */
export function waited(from: string, to?: string): readonly (Told & { readonly at: string })[] {
  return [{ type: 'awaitCustomer', at: from }, ...(to === undefined ? [] : [{ type: 'customerReplied', at: to }])]
}

export const extended = (at: string, until: string, more: object = {}): Told & { readonly at: string } => ({
  type: 'extendDeadline',
  at,
  until,
  by: manager,
  ...more,
})

/** The first clock of a policy with one rule, by one calendar. */
export function clockOf(
  events: readonly ComplaintEvent[],
  rule: ClockRule,
  at: string,
  office: BusinessCalendar | readonly BusinessCalendar[],
  more: Partial<ClockOptions> = {},
): ComplaintClock {
  const { clocks } = complaintClocks(events, policyOf(rule), { at, definition: eightSteps, calendars: { office }, ...more })
  const [clock] = clocks
  if (clock === undefined) throw new Error('no clock has started')
  return clock
}

/** What a trace says in short. */
export function shortTrace({ trace }: ComplaintClock): readonly string[] {
  return trace.spans.map(
    ({ why, seconds, counted, day }) => `${why}${day === undefined ? '' : ` ${day}`} ${seconds / 3600} h${counted ? '' : ' not'}`,
  )
}
