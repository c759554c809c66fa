import fc from 'fast-check'
import type {
  ClockPolicy,
  ComplaintCommand,
  ComplaintEvent,
  ComplaintState,
  ComplaintTaxonomy,
  LoggedEvent,
  WorkflowDefinition,
} from '../src/index.js'
import { chinaClocks, companyClocks, complaintTaxonomy, counterService, eightSteps, ukDispClocks, usCfpbClocks } from '../src/templates.js'
import { after, agent, at, command, director, manager, settled, stateAfter } from './desk.js'

const texts = fc.constantFrom('x', '投诉', { en: 'a', 'zh-CN': '甲' })

/** Definitions with and without what they may leave out. */
export const workflows: fc.Arbitrary<WorkflowDefinition> = fc
  .record({
    base: fc.constantFrom(eightSteps, counterService),
    version: fc.constantFrom(1, '2', 0),
    more: fc.record(
      {
        title: texts,
        migrate: fc.constantFrom({}, { 1: {} }, { '0': { gone: counterService.initial } }),
        limits: fc.constantFrom([], [{ role: 'manager', upTo: { amount: 5, currency: 'JPY' } }]),
        terms: fc.dictionary(fc.constantFrom('escalate', 'reopen'), texts),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ base, version, more: { migrate, ...more } }) => {
    const renamed = base === counterService && migrate !== undefined ? { migrate } : {}
    return { ...structuredClone(base), version, ...more, ...renamed } as WorkflowDefinition
  })

/** Taxonomies with and without what they may leave out. */
export const taxonomies: fc.Arbitrary<ComplaintTaxonomy> = fc
  .record({ version: fc.constantFrom(1, '2'), title: fc.option(texts, { nil: undefined }) })
  .map(({ version, title }) => ({ ...structuredClone(complaintTaxonomy), version, ...(title === undefined ? {} : { title }) }))

const targets = fc.constantFrom<ClockPolicy['clocks'][number]['target']>(
  'PT8H',
  'PT1H30M0.5S',
  { businessDays: 3 },
  { calendarDays: 15, after: 'receipt-day' },
  { weeks: 8 },
  { high: 'PT4H', low: { businessDays: 2, after: 'receipt-day' } },
)

const clock = fc.record(
  {
    id: fc.constant('more'),
    starts: fc.constantFrom('ComplaintRecorded', 'DepartmentAssigned'),
    stops: fc.constantFrom<string | string[]>('CustomerNotified', ['ComplaintClosed'], ['ComplaintClosed', 'RejectionFiled']),
    target: targets,
    calendar: fc.constantFrom('office', 'china'),
    mayWait: fc.boolean(),
    title: texts,
    warnAtPercent: fc.constantFrom('75', 50, '0.5'),
    extendedBy: fc.constant('DeadlineExtended'),
    whose: fc.constantFrom('firm' as const, 'authority' as const),
    source: fc.record(
      { title: texts, asOf: fc.constantFrom('2019-11-30', '2026-06-01'), url: fc.constant('https://example.org/rule') },
      { requiredKeys: ['title', 'asOf'] },
    ),
  },
  { requiredKeys: ['id', 'starts', 'stops', 'target', 'calendar', 'mayWait'] },
)

/** Clock policies with and without what they may leave out. */
export const clockPolicies: fc.Arbitrary<ClockPolicy> = fc
  .record({
    base: fc.constantFrom(companyClocks, ukDispClocks, usCfpbClocks, chinaClocks),
    version: fc.constantFrom(1, '2', 0),
    more: fc.record({ title: texts, note: texts }, { requiredKeys: [] }),
    added: fc.array(clock, { maxLength: 1 }),
  })
  .map(({ base, version, more, added }) => structuredClone({ ...base, version, ...more, clocks: [...base.clocks.slice(-1), ...added] }))

/** Events of a log, also with fields of a host's own. */
export const loggedEvents: fc.Arbitrary<LoggedEvent> = fc
  .record({
    case: fc.constantFrom<string | number>('1', '投诉-2', 1, -7),
    activity: fc.constantFrom('opened', 'resolved'),
    at: fc.constantFrom('2024-03-01T09:00:00Z', '2024-03-01T09:00:00.123+08:00', '2024-03-01T09:00-03:30'),
    resource: fc.constantFrom('li', null, 3),
  })
  .map((event) => ({ ...event }))

/** Who acts. */
export const actors = fc.constantFrom(agent, manager, director, { id: 'wu', role: 'agent', department: 'works' })

/** Commands, also with fields of a host's own. */
export const commands: fc.Arbitrary<ComplaintCommand> = fc
  .record({ told: fc.constantFrom(...settled), by: actors, note: fc.jsonValue({ maxDepth: 2 }), expectedSequence: fc.nat(9) })
  .map(({ told, by, note, expectedSequence }) => ({ ...command(told), by, expectedSequence, note: structuredClone(note) as string }))
  .filter(({ note }) => !JSON.stringify(note).includes('__proto__') && !JSON.stringify(note).includes('-0'))

/** Events of a complaint that goes the whole way. */
export const events: fc.Arbitrary<ComplaintEvent> = fc.constantFrom(...after(settled)).map((event) => structuredClone(event))

const places = [settled.slice(0, 0), [...settled.slice(0, 5), { type: 'awaitCustomer', at }], settled.slice(0, 7), settled].map((commands) =>
  stateAfter(commands),
)

/** Where a complaint stands on the way. */
export const states: fc.Arbitrary<ComplaintState> = fc.constantFrom(...places).map((state) => structuredClone(state))
