import { businessTimeBetween } from '@clientele/core/business-time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, durations, MINUTE, moment, START } from '../../testing/clockCases.js'
import { policyOf, ruleOf } from '../../testing/clocks.js'
import { type ClockRule, type ComplaintClock, type ComplaintEvent, compileClocks, replayComplaint, type WorkflowDefinition } from '../index.js'

const [PAUSED, OTHER_PAUSED, RUNNING, FINAL] = ['paused', 'other-paused', 'running', 'final']
const steps = [PAUSED, OTHER_PAUSED, RUNNING, FINAL] as const

/** A definition by which every event leads from every step to the step it is named after; complaints begin in any of them. */
function definitionFrom(initial: string): WorkflowDefinition {
  const moves = steps.map((step) => ({ on: `to-${step}`, to: step, emits: [`Moved-${step}`] as const }))
  const paused = { resolution: 'pause' } as const
  return {
    kind: 'complaint-workflow',
    id: 'own',
    version: '1',
    initial,
    steps: {
      [PAUSED]: { title: 'Paused', clocks: paused, moves },
      [OTHER_PAUSED]: { title: 'Paused too', clocks: paused, moves },
      [RUNNING]: { title: 'Running', clocks: { resolution: 'stop' }, moves },
      [FINAL]: { title: 'Final', final: true, moves },
    },
    opening: { needs: [], emits: ['ComplaintRecorded'] },
  }
}

/** Histories that say no more than they must, with moments that step back now and then. */
const histories = fc
  .record({
    initial: fc.constantFrom(...steps),
    moves: fc.array(fc.record({ to: fc.constantFrom(...steps), minutes: fc.integer({ min: -30, max: 900 }) }), { maxLength: 8 }),
  })
  .map(({ initial, moves }) => {
    const by = { id: 'li', role: 'agent' }
    const first = { type: 'ComplaintRecorded', at: moment(START), by, complaint: 'C-1', sequence: 1, definition: { id: 'own', version: '1' } }
    let at = START
    const later = moves.map(({ to, minutes }, index) => {
      at += minutes * MINUTE
      return { ...first, type: `Moved-${to}`, at: moment(at), sequence: index + 2, step: to }
    })
    return { definition: definitionFrom(initial), events: [{ ...first, step: initial }, ...later] as readonly ComplaintEvent[] }
  })

const rules: fc.Arbitrary<ClockRule> = fc
  .record({
    target: durations,
    starts: fc.constantFrom('ComplaintRecorded', 'Moved-running', 'Moved-paused'),
    mayWait: fc.constantFrom(true, true, false),
  })
  .map((rule) => ruleOf({ ...rule, stops: 'Moved-final', warnAtPercent: 75 }))

/** Where a complaint stands at a moment, by the clamped moments of its events. */
function stepAt(events: readonly ComplaintEvent[], at: number): string {
  let [now, step] = [0, '']
  for (const event of events) {
    now = Math.max(now, Date.parse(event.at))
    if (now <= at) step = event.step
  }
  return step
}

describe('complaintClocks: laws of own definitions, at one moment after another', () => {
  it('has as many cycles as a replay, time adds up, and nothing runs back', () => {
    const seen = { waiting: 0, linked: 0, atOnce: 0, breached: 0 }
    fc.assert(
      fc.property(histories, rules, calendars, ({ definition, events }, rule, office) => {
        const { clocksOf } = compileClocks(policyOf(rule), { definition, calendars: { office } })
        const { cycle } = replayComplaint(events, definition)
        const before = new Map<number, ComplaintClock>()
        for (let at = START; at < START + 2 * 24 * 60 * MINUTE; at += 97 * MINUTE) {
          for (const clock of clocksOf(events, { at: moment(at) }).clocks) {
            const { usedSeconds, leftSeconds, waitedSeconds, targetSeconds, status, waitingIn, metAt, startedAt, due, warnAt, warning } = clock
            const last = before.get(clock.cycle)
            expect(clock.cycle).toBeLessThanOrEqual(cycle)
            expect(usedSeconds + leftSeconds).toBe(targetSeconds)
            expect(usedSeconds + waitedSeconds).toBe(businessTimeBetween(startedAt, metAt ?? moment(at), office))
            if (status === 'waiting' || waitingIn !== null) expect(waitingIn).toBe(stepAt(events, at))
            if (status === 'met' || status === 'running') expect(waitingIn).toBeNull()
            expect(warning).toBe(metAt === undefined && (status === 'breached' || at >= Date.parse(warnAt as string)))
            if (last !== undefined) {
              expect(
                [usedSeconds - last.usedSeconds, waitedSeconds - last.waitedSeconds, Date.parse(due) - Date.parse(last.due)].every((one) => one >= 0),
              ).toBe(true)
              if (last.metAt !== undefined) expect(clock).toEqual(last)
              if (last.status === 'breached') expect(status).toBe('breached')
            }
            before.set(clock.cycle, clock)
            if (status === 'waiting') seen.waiting += 1
            if (status === 'breached') seen.breached += 1
            if (clock.cycle > 1) seen.linked += 1
            if (metAt === startedAt) seen.atOnce += 1
          }
        }
      }),
      { numRuns: 150, seed: 10 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  })
})
