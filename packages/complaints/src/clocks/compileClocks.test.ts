import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, dayTargets, durations, histories, MINUTE, moment, rules, START } from '../../testing/clockCases.js'
import { calendarOf, handled, policyOf, ruleOf } from '../../testing/clocks.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type ClockRule, compileClocks, complaintClocks } from '../index.js'
import { eightSteps } from '../templates.js'

const office = calendarOf('UTC', [['09:00', '17:00']])
const at = '2026-01-05T09:00:00Z'

describe('compileClocks', () => {
  it('gives the answers of complaintClocks, one complaint after another', () => {
    const clocks = fc.tuple(rules, fc.oneof(durations, dayTargets)).map(([rule, target]): ClockRule => ({ ...rule, target }))
    fc.assert(
      fc.property(
        clocks,
        clocks,
        calendars,
        fc.array(fc.tuple(histories, fc.nat(20_000)), { minLength: 1, maxLength: 4 }),
        (one, other, hours, complaints) => {
          const policy = policyOf(one, { ...other, id: 'other' })
          const setting = { definition: eightSteps, calendars: { office: [{ ...hours, version: '0', closed: [] }, hours] } }
          const compiled = compileClocks(policy, setting)
          expect(compiled.policies).toEqual([{ kind: 'clock-policy', id: 'service', version: '1' }])
          for (const [events, later] of complaints) {
            const call = { at: moment(Math.max(START + later * MINUTE, Date.parse(events[0]?.at as string))) }
            const expected = complaintClocks(events, policy, { ...setting, ...call })
            expect(compiled.clocksOf(events, call)).toEqual(expected)
            const deadlines = expected.clocks.map((clock) => ({ ...clock, calendar: { kind: 'business-calendar', id: 'office', version: '0' } }))
            expect(compiled.clocksOf(events, { ...call, deadlines })).toEqual(complaintClocks(events, policy, { ...setting, ...call, deadlines }))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is not changed by changing what it was made of', () => {
    const parts = structuredClone({ policy: policyOf(ruleOf()), setting: { definition: eightSteps, calendars: { office } } })
    const compiled = compileClocks(parts.policy, parts.setting)
    const before = compiled.clocksOf(handled(at), { at })
    Object.assign(parts.policy.clocks[0] as object, { target: 'PT1M', starts: 'x' })
    Object.assign(parts.setting.calendars.office, { windows: {}, zone: 'x', version: 'x' })
    Object.assign(parts.setting.definition.steps, { recorded: null })
    expect(compiled.clocksOf(handled(at), { at })).toEqual(before)
  })

  it('finds the same wrong', () => {
    const { clocksOf } = compileClocks(policyOf(ruleOf()), { definition: eightSteps, calendars: { office } })
    expect(issuesOf(() => clocksOf(null as never, { at: 'x', deadlines: 7 } as never))).toEqual([
      ['wrong-type', ['events']],
      ['not-a-moment', ['options', 'at']],
      ['wrong-type', ['options', 'deadlines']],
    ])
    expect(issuesOf(() => clocksOf(handled(at), null as never))).toEqual([['wrong-type', ['options']]])
    expect(issuesOf(() => clocksOf(handled(at), { at, definition: eightSteps } as never))).toEqual([['unknown-key', ['options', 'definition']]])
    expect(clocksOf(handled(at), { at }).clocks).toHaveLength(1)
    expect(issuesOf(() => compileClocks(policyOf(ruleOf()), null as never))).toEqual([['wrong-type', ['options']]])
    expect(issuesOf(() => compileClocks(policyOf(ruleOf()), { definition: eightSteps, at } as never))).toEqual([
      ['unknown-key', ['options', 'at']],
      ['unknown-calendar', ['policy', 'clocks', 0, 'calendar']],
    ])
  })
})
