import fc from 'fast-check'
import type { ComplaintCommand, ComplaintEvent, ComplaintState, ComplaintTaxonomy, WorkflowDefinition } from '../src/index.js'
import { complaintTaxonomy, counterService, eightSteps } from '../src/templates.js'
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
