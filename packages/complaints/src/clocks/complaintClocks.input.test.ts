import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { calendarOf, extended, handled, policyOf, ruleOf, waited } from '../../testing/clocks.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type ClockRule, complaintClocks } from '../index.js'
import { eightSteps } from '../templates.js'

const at = '2026-01-05T09:00:00Z'
const office = calendarOf('UTC', [['09:00', '17:00']])
const options = { at: '2026-01-06T09:00:00Z', definition: eightSteps, calendars: { office } }
const events = handled(at, [...waited('2026-01-05T10:00:00Z', '2026-01-05T11:00:00Z'), extended('2026-01-05T12:00:00Z', '2026-01-07')])

const wrong = (more: { readonly events?: unknown; readonly policy?: unknown; readonly options?: unknown }): unknown => {
  const subject = { events, policy: policyOf(ruleOf({ extendedBy: 'DeadlineExtended' })), options, ...more }
  return issuesOf(() => complaintClocks(subject.events as never, subject.policy as never, subject.options as never))
}
const withOptions = (more: object): unknown => wrong({ options: { ...options, ...more } })
const withEvent = (index: number, more: object): unknown =>
  wrong({ events: events.map((event, place) => (place === index ? { ...event, ...more } : event)) })
const withClock = (more: Partial<ClockRule>): unknown => wrong({ policy: policyOf(ruleOf(more)) })

describe('complaintClocks: bad options', () => {
  it.each(badRecords)('%j', (value, code) => {
    expect(wrong({ options: value })).toEqual([[code, ['options']]])
    expect(withOptions({ definition: value === undefined || Array.isArray(value) ? null : value })).toMatchObject([
      [expect.anything(), ['options', 'definition']],
    ])
    if (value !== undefined) expect(withOptions({ calendars: value })).toEqual([[code, ['options', 'calendars']]])
  })

  it.each<[object, readonly [string, readonly (string | number)[]][]]>([
    [{ x: 1 }, [['unknown-key', ['x']]]],
    [{ at: undefined }, [['missing', ['at']]]],
    [{ at: '2026-01-06' }, [['not-a-moment', ['at']]]],
    [{ at: '2026-01-06T09:00:00' }, [['not-a-moment', ['at']]]],
    [{ at: '9999-12-31T00:00:00Z' }, [['out-of-range', ['at']]]],
    [{ at: '2026-01-05T08:59:59Z' }, [['too-small', ['at']]]],
    [{ definition: [] }, [['empty', ['definition']]]],
    [{ definition: [eightSteps, eightSteps] }, [['duplicate', ['definition', 1, 'version']]]],
    [{ definition: { ...eightSteps, initial: 'x' } }, [['not-allowed', ['definition', 'initial']]]],
    [{ calendars: { office: [] } }, [['empty', ['calendars', 'office']]]],
    [{ calendars: { office: [office, office] } }, [['duplicate', ['calendars', 'office', 1, 'version']]]],
    [{ calendars: { office: { ...office, zone: 'Europe/Atlantis' } } }, [['unknown-zone', ['calendars', 'office', 'zone']]]],
    [{ calendars: { office: { ...office, zone: undefined } } }, [['missing', ['calendars', 'office', 'zone']]]],
    [{ calendars: { office: [{ ...office, windows: {} }] } }, [['empty', ['calendars', 'office', 0, 'windows']]]],
    [{ calendars: { office, other: null } }, [['wrong-type', ['calendars', 'other']]]],
    [{ deadlines: {} }, [['wrong-type', ['deadlines']]]],
    [{ deadlines: [null] }, [['wrong-type', ['deadlines', 0]]]],
    [{ deadlines: Array(1) }, [['missing', ['deadlines', 0]]]],
    [
      { deadlines: [{}] },
      [
        ['missing', ['deadlines', 0, 'clock']],
        ['missing', ['deadlines', 0, 'cycle']],
        ['missing', ['deadlines', 0, 'calendar']],
      ],
    ],
    [
      { deadlines: [{ clock: 7, cycle: 0, calendar: 7 }] },
      [
        ['wrong-type', ['deadlines', 0, 'clock']],
        ['too-small', ['deadlines', 0, 'cycle']],
        ['wrong-type', ['deadlines', 0, 'calendar']],
      ],
    ],
    [{ deadlines: [{ clock: 'resolution', cycle: 1, calendar: { id: 'x', version: 1 } }] }, [['unknown-calendar', ['deadlines', 0, 'calendar']]]],
    [{ deadlines: [{ clock: 'resolution', cycle: 1, calendar: { ...office, version: '2' } }] }, [['unknown-calendar', ['deadlines', 0, 'calendar']]]],
    [
      { deadlines: [{ clock: 'resolution', cycle: 1, calendar: Object.create(office) }] },
      [
        ['missing', ['deadlines', 0, 'calendar', 'id']],
        ['missing', ['deadlines', 0, 'calendar', 'version']],
      ],
    ],
    [{ deadlines: [1, 2, 1].map((cycle) => ({ clock: 'resolution', cycle, calendar: office })) }, [['duplicate', ['deadlines', 2, 'clock']]]],
  ])('%#', (more, issues) => {
    expect(withOptions(more)).toEqual(issues.map(([code, path]) => [code, ['options', ...path]]))
  })

  it('are told together with what is wrong with the policy and the events', () => {
    expect(wrong({ events: [], policy: null, options: { at: 'x', definition: null } })).toEqual([
      ['wrong-type', ['policy']],
      ['wrong-type', ['options', 'definition']],
      ['empty', ['events']],
      ['not-a-moment', ['options', 'at']],
    ])
  })

  it('need no calendars where no clock names one', () => {
    expect(complaintClocks(events, policyOf(ruleOf({ calendar: undefined })), { at: options.at, definition: eightSteps }).clocks).toHaveLength(1)
    expect(wrong({ options: { at: options.at, definition: eightSteps } })).toEqual([['unknown-calendar', ['policy', 'clocks', 0, 'calendar']]])
  })
})

describe('complaintClocks: bad clocks', () => {
  it.each<[Partial<ClockRule>, string, readonly (string | number)[]]>([
    [{ starts: 'ComplaintRecorderd' }, 'not-allowed', ['starts']],
    [{ stops: ['ComplaintClosed', 'constructor'] }, 'not-allowed', ['stops']],
    [{ extendedBy: 'extendDeadline' }, 'not-allowed', ['extendedBy']],
    [{ calendar: 'constructor' }, 'unknown-calendar', ['calendar']],
    [{ target: 'PT99999999H', calendar: undefined }, 'out-of-range', ['target']],
  ])('%j', (more, code, path) => expect(withClock(more)).toEqual([[code, ['policy', 'clocks', 0, ...path]]]))

  it('whose complaint was told no priority', () => {
    expect(withClock({ target: { high: 'PT2H' } })).toEqual([['missing', [0, 'priority']]])
  })

  it('whose priority has no target, each of them', () => {
    const changed = handled(at, [{ type: 'changePriority', at, priority: 'urgent' }])
    const policy = policyOf(ruleOf({ target: { high: 'PT2H' } }), ruleOf({ id: 'b' }), ruleOf({ id: 'c', target: { low: 'PT2H' } }))
    expect(wrong({ events: changed, policy })).toEqual([
      ['missing', ['policy', 'clocks', 0, 'target', 'urgent']],
      ['missing', ['policy', 'clocks', 2, 'target', 'urgent']],
    ])
    expect(
      wrong({
        events: handled(at, [{ type: 'changePriority', at, priority: 'constructor' }]),
        policy: policyOf(ruleOf({ target: { high: 'PT2H' } })),
      }),
    ).toEqual([['missing', ['policy', 'clocks', 0, 'target', 'constructor']]])
  })

  it('in days, for a deadline that was kept without a calendar', () => {
    const policy = policyOf(ruleOf({ target: { weeks: 8 } }))
    const deadlines = [{ clock: 'resolution', cycle: 1, calendar: null }]
    expect(wrong({ policy, options: { ...options, deadlines } })).toEqual([['missing', ['options', 'deadlines', 0, 'calendar']]])
  })

  it('that leave the calendar, or the business days that it has', () => {
    const ended = { ...office, windows: {}, open: [{ date: '2026-01-05', windows: [['09:00', '17:00']] }] }
    const outside = [['out-of-range', ['policy', 'clocks', 0, 'target']]]
    expect(wrong({ policy: policyOf(ruleOf({ target: { businessDays: 1 } })), options: { ...options, calendars: { office: ended } } })).toEqual(
      outside,
    )
    const last = { events: handled('9999-12-20T09:00:00Z'), options: { ...options, at: '9999-12-20T09:00:00Z' } }
    for (const target of ['PT999H', { businessDays: 30 }, { calendarDays: 10 }, { weeks: 2 }]) {
      expect(wrong({ ...last, policy: policyOf(ruleOf({ target })) })).toEqual(outside)
    }
    expect(complaintClocks(last.events, policyOf(ruleOf({ target: { calendarDays: 9 } })), last.options).clocks[0]?.due).toBe('9999-12-30T00:00:00Z')
  })
})

describe('complaintClocks: bad events', () => {
  it.each(badLists)('%j for a history', (value, code) => expect(wrong({ events: value })).toEqual([[code, ['events']]]))

  it.each<[number, object, readonly [string, readonly (string | number)[]][]]>([
    [0, { type: '' }, [['empty', ['type']]]],
    [0, { cycle: 2 }, [['not-allowed', ['cycle']]]],
    [1, { at: 'x' }, [['not-a-moment', ['at']]]],
    [1, { at: '2026-01-05T09:00:00.0123456789Z' }, [['too-many-decimal-places', ['at']]]],
    [1, { at: '0001-01-01T00:00:00Z' }, [['out-of-range', ['at']]]],
    [1, { complaint: 'C-2' }, [['not-allowed', ['complaint']]]],
    [1, { sequence: 3 }, [['out-of-sequence', ['sequence']]]],
    [1, { cycle: 3 }, [['not-allowed', ['cycle']]]],
    [2, { definition: { id: 'eight-steps', version: 1 } }, [['other-policy', ['definition']]]],
    [2, { step: 'x' }, [['not-allowed', ['step']]]],
    [2, { step: 'constructor' }, [['not-allowed', ['step']]]],
    [3, { priority: 7 }, [['wrong-type', ['priority']]]],
    [4, { until: undefined }, [['missing', ['until']]]],
    [4, { until: '2026-02-30' }, [['not-a-calendar-date', ['until']]]],
    [4, { until: '2026-02-01T00:00Z' }, [['not-a-calendar-date', ['until']]]],
    [4, { until: '9999-12-31' }, [['out-of-range', ['until']]]],
    [4, { clock: 7 }, [['wrong-type', ['clock']]]],
  ])('%i: %j', (index, more, issues) => {
    expect(withEvent(index, more)).toEqual(issues.map(([code, path]) => [code, [index, ...path]]))
  })

  it('one that is missing, doubled or no event', () => {
    expect(wrong({ events: events.slice(1) })).toEqual([['out-of-sequence', [0, 'sequence']]])
    expect(wrong({ events: [...events.slice(0, 2), ...events.slice(1)] })).toEqual([['out-of-sequence', [2, 'sequence']]])
    expect(wrong({ events: [events[0], null] })).toEqual([['wrong-type', [1]]])
    expect(wrong({ events: Array(2) })).toEqual([['missing', [0]]])
  })

  it('what extends no clock may say until as it likes', () => {
    const odd = events.map((event) => ({ ...event, until: 'soon' }))
    expect(complaintClocks(odd, policyOf(ruleOf()), options).clocks[0]?.extendedTo).toBeNull()
  })

  it('without cycles belong to that of the event before', () => {
    const plain = events.map(({ cycle, ...event }) => event)
    expect(complaintClocks(plain as never, policyOf(ruleOf()), options)).toEqual(complaintClocks(events, policyOf(ruleOf()), options))
  })

  it('whatever they are, nothing but an InputError is thrown', () => {
    const anything = fc.anything({ withNullPrototype: true, withMap: true, withDate: true, withBigInt: true })
    const places = fc.constantFrom('events', 'policy', 'options')
    const subject = { events, policy: policyOf(ruleOf({ extendedBy: 'DeadlineExtended' })), options }
    // What a message quotes may look like a fault of the message, so that messages are not looked at here.
    const isRefused = (more: object): boolean => {
      const given = { ...subject, ...more }
      try {
        complaintClocks(given.events as never, given.policy as never, given.options as never)
        return false
      } catch (error) {
        if (isInputError(error)) return true
        throw error
      }
    }
    fc.assert(fc.property(places, anything, (place, value) => isRefused({ [place]: value })))
    const keys = fc.constantFrom(...Object.keys(events[4] as object), 'priority', 'clock')
    fc.assert(
      fc.property(fc.nat(4), keys, anything, (index, key, value) => {
        isRefused({ events: events.map((event, place) => (place === index ? { ...event, [key]: value } : event)) })
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom('at', 'definition', 'calendars', 'deadlines'), anything, (key, value) => {
        isRefused({ options: { ...options, [key]: value } })
      }),
    )
  })
})
