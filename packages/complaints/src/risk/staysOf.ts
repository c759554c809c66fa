import { type Instant, secondsOf } from '@clientele/core/clocks'
import type { LogEvent } from '../analysis/readLog.js'
import { isBlank } from '../fields/readFields.js'
import type { ReadComplaintClock } from './readRecord.js'

/** Where a complaint stands: in a step, with a department where one is assigned. */
export interface Place {
  readonly step: string
  readonly department: string | null
}

/** A stay in a place; the last one goes on. */
export interface Stay extends Place {
  readonly from: Instant
  readonly to: Instant | null
  /** The places in the history of the event that led there, and of the one that led away. */
  readonly first: number
  readonly next: number | null
}

/** The stays of a complaint up to a moment, in order. */
export function staysOf(events: readonly LogEvent[], at: Instant): Stay[] {
  const stays: Stay[] = []
  let department: string | null = null
  for (const [index, { step, instant, fields }] of events.entries()) {
    if (instant > at) break
    const told = fields['department']
    if (told !== undefined) department = isBlank(told) ? null : (told as string)
    const last = stays.at(-1)
    if (last !== undefined && last.step === step && last.department === department) continue
    if (last !== undefined) stays[stays.length - 1] = { ...last, to: instant, next: index }
    stays.push({ step, department, from: instant, to: null, first: index, next: null })
  }
  return stays
}

/** How much time a clock has used by a moment. */
export interface Usage {
  readonly seconds: number
  /** Whether it stood still right before. */
  readonly isStill: boolean
}

/**
 * How much time a clock has used, to be asked for moments that do not go back: what its trace counts up to then, and from the deadline on no more. Of a target
 * in days, whose days are counted and waited as a whole, it is the time that has passed.
 */
export function usageOf({ spans, isInDays }: Pick<ReadComplaintClock, 'spans' | 'isInDays'>): (moment: Instant) => Usage {
  let index = 0
  let used = 0n
  let wasStill = true
  return (moment) => {
    for (let span = spans[index]; span !== undefined && span.to <= moment; span = spans[index]) {
      wasStill = !(isInDays || span.counted)
      if (!wasStill) used += span.to - span.from
      index += 1
    }
    const span = spans[index]
    if (span === undefined) return { seconds: secondsOf(used), isStill: wasStill || moment > (spans[index - 1]?.to ?? moment) }
    if (span.from >= moment) return { seconds: secondsOf(used), isStill: wasStill }
    const isStill = !(isInDays || span.counted)
    return { seconds: secondsOf(isStill ? used : used + moment - span.from), isStill }
  }
}
