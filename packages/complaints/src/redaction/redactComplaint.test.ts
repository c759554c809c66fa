import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { policyOf, ruleOf } from '../../testing/clocks.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, manager, settled } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { logOf, randomLogs } from '../../testing/logs.js'
import { spoil } from '../../testing/spoil.js'
import {
  analyseComplaints,
  type ComplaintEvent,
  complaintClocks,
  migrateComplaint,
  type RedactedComplaint,
  type RedactionOptions,
  redactComplaint,
  replayComplaint,
} from '../index.js'
import { eightSteps } from '../templates.js'

const history = deepFreeze([...after(settled)])
const redact = (events: unknown, options: unknown): RedactedComplaint => redactComplaint(events as ComplaintEvent[], options as RedactionOptions)
const clocksOf = (events: readonly ComplaintEvent[]) => {
  const { calendar, ...rule } = ruleOf({ target: 'PT72H', extendedBy: 'DeadlineExtended' })
  return complaintClocks(events, policyOf(rule), { at: '2024-06-01T00:00:00Z', definition: eightSteps })
}

describe('redactComplaint', () => {
  it('takes fields out as a whole, event by event, and says so', () => {
    const { events, removed, notFound } = redact(history, deepFreeze({ fields: ['description', 'customer', 'remedy', 'phone', 'toString'] }))
    expect(notFound).toEqual(['phone', 'toString'])
    expect(removed).toEqual([
      { sequence: 1, field: 'description' },
      { sequence: 1, field: 'customer' },
      { sequence: 7, field: 'remedy' },
    ])
    expect(events).toEqual(history.map(({ description, customer, remedy, ...event }) => event))
    expect(JSON.stringify(events)).not.toMatch(/Wang|kettle/)
  })

  it('puts pseudonyms for people, in the order in which they first act, and leaves role and department', () => {
    const [first, ...rest] = history
    const works = { id: 'wu', role: 'agent', department: 'works' }
    const { events, removed, notFound } = redact([{ ...first, by: works }, ...rest], { fields: ['by'] })
    expect(notFound).toEqual([])
    expect(new Set(events.map(({ by }) => JSON.stringify(by)))).toEqual(
      new Set(
        [
          { id: 'person-1', role: 'agent', department: 'works' },
          { ...agent, id: 'person-2' },
          { ...manager, id: 'person-3' },
        ].map((by) => JSON.stringify(by)),
      ),
    )
    expect(events[0]?.by).toEqual({ ...works, id: 'person-1' })
    expect(events[7]?.by).toEqual({ ...manager, id: 'person-3' })
    expect(removed).toEqual(history.map(({ sequence }) => ({ sequence, field: 'by' })))
  })

  it('leaves amounts in canonical form, zeros without a sign and what is undefined out', () => {
    const [first] = history
    const { events } = redact([{ ...first, amount: 5, currency: 'EUR', paid: -0, note: undefined }], { fields: ['customer'] })
    expect(events[0]).toMatchObject({ amount: '5.00', currency: 'EUR', paid: 0 })
    expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events)
  })

  it('leaves where a migration says it comes from, and takes the field out of everything else', () => {
    const version = { ...eightSteps, version: '2' }
    const told = after([{ type: 'expressSympathy', from: 'wang@example.org' }])
    const decision = migrateComplaint({ state: replayComplaint(told, eightSteps), at, by: agent }, { from: eightSteps, to: version })
    const events = [...told, ...(decision.ok ? decision.events : [])]
    const redacted = redact(events, { fields: ['from'] })
    expect(redacted.removed).toEqual([{ sequence: 3, field: 'from' }])
    expect(redacted.notFound).toEqual([])
    expect(replayComplaint(redacted.events, [eightSteps, version]).definition.version).toBe('2')
  })
})

describe('redactComplaint: laws', () => {
  const fields = ['by', 'description', 'customer', 'remedy', 'grounds', 'appealRoute', 'verdict', 'into', 'response', 'paidToCustomer']
  const some = fc.shuffledSubarray(fields, { minLength: 1 }) as fc.Arbitrary<[string, ...string[]]>

  it('replay, clocks and analysis of what is left give the same but for what was taken out', () => {
    fc.assert(
      fc.property(randomLogs(), some, (logs, names) => {
        const redacted = logs.map((log) => redact(log, { fields: names }).events)
        logs.forEach((log, index) => {
          const events = redacted[index] as readonly ComplaintEvent[]
          const { record, facts, proposal, ...state } = replayComplaint(log, eightSteps)
          const other = replayComplaint(events, eightSteps)
          expect(other).toMatchObject(state)
          expect(other.record).toEqual(Object.fromEntries(Object.entries(record).filter(([field]) => !names.includes(field as 'by'))))
          expect(Object.keys(other.facts)).toEqual(Object.keys(facts))
          expect(other.proposal?.amount).toBe(proposal?.amount)
          expect(clocksOf(events)).toEqual(clocksOf(log))
        })
        const { satisfaction, ...figures } = analyseComplaints(redacted, { asOf: '2024-03-31', definition: eightSteps })
        expect(analyseComplaints(logs, { asOf: '2024-03-31', definition: eightSteps })).toMatchObject(figures)
      }),
    )
  })

  it('nothing is left to be taken out again, but people', () => {
    fc.assert(
      fc.property(randomLogs(), some, (logs, names) => {
        for (const log of logs) {
          const { events } = redact(log, { fields: names })
          const again = redact(events, { fields: names })
          expect(again.events).toEqual(events)
          expect(again.removed.filter(({ field }) => field !== 'by')).toEqual([])
          expect(again.notFound).toEqual(names.filter((name) => name !== 'by'))
        }
      }),
    )
  })
})

describe('redactComplaint: bad input', () => {
  const needed = ['type', 'at', 'complaint', 'sequence', 'definition', 'step', 'cycle', 'command', 'following']
  const read = ['cause', 'content', 'department', 'priority', 'amount', 'currency', 'until', 'clock']

  it.each([...needed, ...read, '__proto__'])('keeps %s', (field) => {
    expect(issuesOf(() => redact(history, { fields: ['customer', field] }))).toEqual([['reserved-name', ['options', 'fields', 1]]])
  })

  it('tells what is wrong with options', () => {
    for (const [value, code] of badRecords) expect(issuesOf(() => redact(history, value))).toEqual([[code, ['options']]])
    for (const [value, code] of badLists) expect(issuesOf(() => redact(history, { fields: value }))).toEqual([[code, ['options', 'fields']]])
    expect(issuesOf(() => redact(history, {}))).toEqual([['missing', ['options', 'fields']]])
    expect(issuesOf(() => redact(history, { fields: [] }))).toEqual([['empty', ['options', 'fields']]])
    expect(issuesOf(() => redact(history, { fields: ['a', 7, '', 'a'], field: 'b' }))).toEqual([
      ['unknown-key', ['options', 'field']],
      ['wrong-type', ['options', 'fields', 1]],
      ['empty', ['options', 'fields', 2]],
      ['duplicate', ['options', 'fields', 3]],
    ])
  })

  it('tells what is wrong with events, together with the options', () => {
    for (const [value, code] of badLists) expect(issuesOf(() => redact(value, { fields: ['by'] }))).toEqual([[code, ['events']]])
    expect(issuesOf(() => redact([], { fields: [] }))).toEqual([
      ['empty', ['events']],
      ['empty', ['options', 'fields']],
    ])
    const [first, second, third] = logOf('C-1', '2024-03-01T09:00:00Z', [[1, { type: 'escalate' }]])
    expect(issuesOf(() => redact([first, { ...third, complaint: 'C-2' }, { ...second, by: null }], { fields: ['by'] }))).toEqual([
      ['out-of-sequence', [1, 'sequence']],
      ['not-allowed', [1, 'complaint']],
      ['wrong-type', [2, 'by']],
    ])
  })

  it('throws nothing but input errors, whatever is put wrong', () => {
    const subject = { events: history.slice(0, 4), options: { fields: ['by', 'customer'] } }
    fc.assert(
      fc.property(spoil(subject), (spoiled) => {
        const { events, options } = { ...(spoiled as typeof subject | null) }
        issuesOf(() => expect(JSON.parse(JSON.stringify(redact(events, options)))).toBeDefined())
      }),
    )
  })
})
