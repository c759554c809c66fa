import { type ClockPolicy, type ComplaintEvent, openComplaint } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { numberOf } from '../../fields/numberOf.js'
import type { DeadlineFields } from './fields.js'

/** Business time as the packages read it, from whole hours and minutes; back in time where either is negative. */
export function durationOf({ hours, minutes }: Pick<DeadlineFields, 'hours' | 'minutes'>): string {
  const isBack = [hours, minutes].some((text) => text.startsWith('-'))
  const [h, m] = [hours, minutes].map((text) => Math.abs(numberOf(text)))
  return `${isBack ? '-' : ''}PT${h}H${m}M`
}

/** An answer within so many working days, as a rule for complaints. */
export function answerWithin(days: number): ClockPolicy {
  const title = { en: 'Answer', 'zh-CN': '答复' }
  const rule = { starts: 'ComplaintRecorded', stops: 'CustomerNotified', calendar: 'own', mayWait: false } as const
  return {
    kind: 'clock-policy',
    id: 'promise',
    version: '1',
    format: 1,
    clocks: [{ id: 'answer', title, ...rule, target: { businessDays: days, after: 'receipt-day' } }],
  }
}

/** A complaint that is recorded when the promise is made. */
export function complaintAt(at: string): readonly ComplaintEvent[] {
  const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
  const decision = openComplaint({ type: 'recordComplaint', at, by: { id: 'li', role: 'agent' }, ...told }, eightSteps)
  return decision.ok ? decision.events : []
}
