import type { Issue } from '@clientele/core'
import { businessCalendarSchema } from '@clientele/core/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { issuesOfVerb } from '../../core/testing/schemaTests.js'
import { describeSchema, isValid, spoil } from '../testing/describeSchema.js'
import { after, agent, at, command, settled, stateAfter } from '../testing/desk.js'
import { actors, clockPolicies, commands, events, loggedEvents, states, taxonomies, workflows } from '../testing/examples.js'
import { analyseEventLog, checkClockPolicy, checkTaxonomy, checkWorkflow, decideComplaint, evolveComplaint } from './index.js'
import * as entry from './schemas.js'
import * as templates from './templates.js'

const { companyClocks, eightSteps } = templates
const recorded = stateAfter([])

/** What a verb says of one of its keys, with paths that begin at it; that something else is wrong is not about it. */
const told = (key: string, run: () => unknown): readonly Issue[] =>
  issuesOfVerb(run).flatMap((issue) => (issue.path[0] === key ? [{ ...issue, path: issue.path.slice(1) }] : []))

/** Of a command that is one by itself; of another complaint, or into its own, is another matter. */
const give = (value: unknown): readonly Issue[] =>
  told('command', () => decideComplaint({ command: value as never, state: recorded }, eightSteps)).filter(
    ({ code, path, params }) => !((path[0] === 'complaint' && code === 'not-allowed') || (path[0] === 'into' && params['actual'] === '"C-1"')),
  )

const act = (value: unknown): readonly Issue[] =>
  told('command', () => decideComplaint({ command: { type: 'x', at, by: value as never }, state: recorded }, eightSteps)).map((issue) => ({
    ...issue,
    path: issue.path.slice(1),
  }))

const log = (value: unknown): readonly Issue[] =>
  told('events', () => analyseEventLog([value as never], { asOf: '2100-01-01' })).map((issue) => ({ ...issue, path: issue.path.slice(1) }))

/** A document's or input's schema, valid examples, and what its check or verb says of it; paths begin at it. */
const schemas: { readonly [name: string]: readonly [z.ZodType, fc.Arbitrary<unknown>, (value: unknown) => readonly Issue[]] } = {
  'complaint-workflow': [entry.complaintWorkflowSchema, workflows, checkWorkflow],
  'complaint-taxonomy': [entry.complaintTaxonomySchema, taxonomies, checkTaxonomy],
  'clock-policy': [entry.clockPolicySchema, clockPolicies, checkClockPolicy],
  actor: [entry.actorSchema, actors, act],
  'complaint-command': [entry.complaintCommandSchema, commands, give],
  'logged-event': [entry.loggedEventSchema, loggedEvents, log],
}

for (const [name, [schema, examples, issuesOf]] of Object.entries(schemas)) describeSchema({ name, schema, examples, issuesOf })

describe.each(Object.entries(schemas))('the schema of %s', (_, [schema, examples, issuesOf]) => {
  it('speaks with the codes, paths and messages of the check', () => {
    fc.assert(
      fc.property(examples.chain(spoil), (value) => {
        const issues = issuesOf(value)
        const found = schema.safeParse(value).error?.issues ?? []
        expect(found.map(({ path, message }) => ({ path, message }))).toEqual(issues.map(({ path, message }) => ({ path, message })))
        expect(found).toMatchObject(issues.map(({ code }) => ({ code: 'custom', params: { code } })))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the schemas of a history', () => {
  it('take every event, and where the complaint stands after it', () => {
    fc.assert(
      fc.property(events, states, (event, state) => {
        expect(entry.complaintEventSchema.parse(event)).toEqual(event)
        expect(isValid('complaint-event', event)).toBe(true)
        expect(entry.complaintStateSchema.parse(state)).toEqual(state)
        expect(isValid('complaint-state', state)).toBe(true)
      }),
    )
  })

  it('refuse of an event and a state nothing that evolveComplaint takes', () => {
    const [first] = after([]) as [never]
    fc.assert(
      fc.property(fc.constant(first).chain(spoil), (event) => {
        const isTaken = issuesOfVerb(() => evolveComplaint({ state: null, event: event as never }, eightSteps)).length === 0
        if (isTaken) expect(entry.complaintEventSchema.safeParse(event).success && isValid('complaint-event', event)).toBe(true)
      }),
      { numRuns: 250 },
    )
    fc.assert(
      fc.property(states.chain(spoil), (state) => {
        const run = () => decideComplaint({ command: command({ type: 'escalate' }), state: state as never }, eightSteps)
        if (issuesOfVerb(run).length === 0) {
          expect(entry.complaintStateSchema.safeParse(state).success && isValid('complaint-state', state)).toBe(true)
        }
      }),
      { numRuns: 250 },
    )
  })

  it('tell what is wrong with an event or a state where it is', () => {
    const [event] = after([])
    const issuesOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))
    expect(issuesOf(entry.complaintEventSchema, { ...event, at: 'noon', sequence: 0, by: { id: '' } })).toEqual([
      'at',
      'by.id',
      'by.role',
      'sequence',
    ])
    expect(issuesOf(entry.complaintStateSchema, { ...recorded, closed: 'no', returnTo: ['a', 'a'], facts: { X: {} } })).toEqual([
      'closed',
      'returnTo.1',
      'facts.X.sequence',
      'facts.X.at',
      'facts.X.by',
    ])
  })
})

describe('schemas', () => {
  const { jsonSchemas, ...every } = entry
  const documentName = (schema: string): string => schema.replace(/Schema$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

  it('are published under their names', () => {
    const named = Object.fromEntries(Object.entries(every).map(([name, schema]) => [documentName(name), schema]))
    expect(Object.keys(jsonSchemas()).sort()).toEqual(Object.keys(named).sort())
    for (const [name, schema] of Object.entries(named)) expect(jsonSchemas()[name]).toEqual(z.toJSONSchema(schema))
  })

  // Calendars are core's.
  it.each(Object.entries(templates))('take the template %s, just one of them', (_, template) => {
    const taken: readonly unknown[] = [businessCalendarSchema, ...Object.values<z.ZodType>(every)].map((schema) => schema.safeParse(template).data)
    expect(taken.filter((data) => data !== undefined)).toEqual([template])
    if (template.kind === 'business-calendar') return
    expect(isValid(template.kind, template)).toBe(true)
    expect(isValid(template.kind, { ...template, colour: 'red' })).toBe(false)
  })
})

describe('JSON Schema', () => {
  const [step] = Object.keys(eightSteps.steps)
  const withClock = (changed: object): object => ({ ...companyClocks, clocks: [{ ...companyClocks.clocks[0], ...changed }] })
  it.each<[name: string, value: object]>([
    ['complaint-workflow', { ...eightSteps, initial: '' }],
    ['complaint-workflow', { ...eightSteps, steps: { [String(step)]: { title: 'x' } } }],
    ['complaint-workflow', { ...eightSteps, opening: { needs: [], emits: [] } }],
    ['complaint-workflow', { ...eightSteps, limits: [{ role: 'manager', upTo: { amount: '5' } }] }],
    ['complaint-taxonomy', { ...templates.complaintTaxonomy, causes: [{ id: 'x' }] }],
    ['complaint-taxonomy', { ...templates.complaintTaxonomy, matrix: { high: 'P1' } }],
    ['clock-policy', { ...companyClocks, clocks: [] }],
    ['clock-policy', withClock({ stops: [] })],
    ['clock-policy', withClock({ target: 'P1D' })],
    ['clock-policy', withClock({ target: { weeks: 1.5 } })],
    ['clock-policy', withClock({ target: { weeks: 1, businessDays: 2 } })],
    ['clock-policy', withClock({ target: { high: { high: 'PT1H' } } })],
    ['clock-policy', withClock({ mayWait: 'no' })],
    ['clock-policy', withClock({ whose: 'nobody' })],
    ['clock-policy', withClock({ source: { title: 'A law' } })],
    ['actor', { ...agent, role: '' }],
    ['complaint-command', { ...command({ type: 'escalate' }), at: 'now' }],
    ['complaint-command', { ...command({ type: 'escalate' }), content: 'price' }],
    ['complaint-event', { ...after(settled)[0], sequence: 0 }],
    ['complaint-event', { ...after(settled)[0], definition: 'eight-steps' }],
    ['complaint-state', { ...recorded, facts: { ComplaintRecorded: 1 } }],
    ['complaint-state', { ...recorded, colour: 'red' }],
    ['logged-event', { case: '1', activity: '', at }],
    ['logged-event', { case: '1', activity: 'opened', at: 'noon' }],
  ])('refuses what has not the shape of a %s: %j', (name, value) => {
    expect(isValid(name, value)).toBe(false)
  })
})
