import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { describeSchema, issuesOfVerb, isValid, spoil } from '../testing/describeSchema.js'
import { changesIn, pipelines, smallPipeline } from '../testing/pipelines.js'
import { advanceDeal, checkPipeline, conversionCurve, countSteps, measureFunnel, type Pipeline, type WatchedDeal } from './index.js'
import * as entry from './schemas.js'
import * as templates from './templates.js'

/** Issues with paths that begin so many places further on; that something else is wrong is not about it. */
const below = (place: readonly (string | number)[], run: () => unknown): readonly Issue[] =>
  issuesOfVerb(run).flatMap((issue) =>
    place.every((step, index) => issue.path[index] === step) ? [{ ...issue, path: issue.path.slice(place.length) }] : [],
  )

/** A pipeline that has what a change leads to, where anything could have it. */
const pipelineTo = (change: unknown): Pipeline => {
  const to = typeof change === 'object' && change !== null && Object.hasOwn(change, 'to') ? (change as { to: unknown }).to : undefined
  const isStage = typeof to === 'string' && to !== '' && !['a', 'b', 'c', 'won', 'lost'].includes(to)
  return isStage ? { ...smallPipeline, stages: [...smallPipeline.stages, { id: to }] } : smallPipeline
}

/** Of a change by itself, as its deal's first. */
const advance = (value: unknown): readonly Issue[] => below(['change'], () => advanceDeal({ change: value as never, history: [] }, pipelineTo(value)))
/** Of the same in a log. */
const log = (value: unknown): readonly Issue[] => below(['log', 0], () => measureFunnel([value as never], pipelineTo(value), { asOf: '2100-01-01' }))
const watch = (value: unknown): readonly Issue[] => below(['deals', 0], () => conversionCurve([value as never], { asOf: '2100-01-01' }))
const count = (value: unknown): readonly Issue[] => below(['events', 0], () => countSteps([value as never], { steps: ['view'] }))
/** Where no rates are given, none are missing. */
const convert = (value: unknown): readonly Issue[] =>
  value === undefined
    ? [createIssue('missing', [], {})]
    : below(['options', 'currencyRates'], () => measureFunnel([], smallPipeline, { asOf: '2024-01-01', currencyRates: value as never }))

const changes = changesIn(smallPipeline)
const dates = fc.constantFrom('2024-03-01', '2024-03-05', '2024-03-05T09:00:00+08:00', '2024-03-05T09:00:00.5Z')
const watched: fc.Arbitrary<WatchedDeal> = fc
  .record(
    { deal: fc.constantFrom('D', 7), entered: dates, left: fc.constantFrom('2024-03-09', '2024-04-01T00:00Z'), from: fc.constant('2024-03-07') },
    { requiredKeys: ['deal', 'entered', 'left'] },
  )
  .chain((deal) => fc.constantFrom<WatchedDeal>({ ...deal, outcome: 'won' }, { ...deal, outcome: 'open' }, { ...withoutEnd(deal), outcome: 'open' }))
const events = fc.record({ actor: fc.constantFrom('u', 7), at: dates, step: fc.constantFrom('view', 'sign-up', 1) })
const rates = fc.record({
  to: fc.constantFrom('CNY', 'BRL'),
  rates: fc.constantFrom({}, { USD: '7.1', EUR: 8 }, { USD: 0.000001 }, { CNY: '7', BRL: 1 }, { JPY: '1e-2' }),
})

function withoutEnd<Deal extends { readonly left: string }>({ left: _, ...deal }: Deal): Omit<Deal, 'left'> {
  return deal
}

/** A document's or input's schema, valid examples, and what its check or verb says of it; paths begin at it. */
const schemas: { readonly [name: string]: readonly [z.ZodType, fc.Arbitrary<unknown>, (value: unknown) => readonly Issue[]] } = {
  pipeline: [entry.pipelineSchema, pipelines, checkPipeline],
  'stage-change': [entry.stageChangeSchema, changes, advance],
  'watched-deal': [entry.watchedDealSchema, watched, watch],
  'step-event': [entry.stepEventSchema, events, count],
  'currency-rates': [entry.currencyRatesSchema, rates.filter(({ to, rates: given }) => to !== 'CNY' || !('CNY' in given)), convert],
}

for (const [name, [schema, examples, issuesOf]] of Object.entries(schemas)) describeSchema({ name, schema, examples, issuesOf })

describe.each(Object.entries(schemas))('the schema of %s', (_, [schema, examples, issuesOf]) => {
  it('speaks with the codes, paths and messages of the check', () => {
    fc.assert(
      fc.property(examples.chain(spoil), (value) => {
        const found = schema.safeParse(value).error?.issues ?? []
        const issues = issuesOf(value)
        // That a change leads to nothing by any name is not for a schema to say in the words of a pipeline.
        const isElsewhere = ({ path }: { readonly path: readonly PropertyKey[] }): boolean => schema !== entry.stageChangeSchema || path[0] !== 'to'
        const told = issues.filter(isElsewhere)
        expect(found.filter(isElsewhere).map(({ path, message }) => ({ path, message }))).toEqual(
          told.map(({ path, message }) => ({ path, message })),
        )
        expect(found.filter(isElsewhere)).toMatchObject(told.map(({ code }) => ({ code: 'custom', params: { code } })))
        expect(found.length).toBe(issues.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the schema of stage changes', () => {
  it('takes exactly what a log takes', () => {
    const counts = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(changes.chain(spoil), (value) => {
        const isTaken = log(value).length === 0
        expect(entry.stageChangeSchema.safeParse(value).success).toBe(isTaken)
        counts[isTaken ? 'taken' : 'refused'] += 1
      }),
      { numRuns: 250, seed: 11 },
    )
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(50)
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

  it.each(Object.entries(templates))('take the template %s, just one of them', (_, template) => {
    const taken: readonly unknown[] = Object.values<z.ZodType>(every).map((schema) => schema.safeParse(template).data)
    expect(taken.filter((data) => data !== undefined)).toEqual([template])
    expect(isValid('pipeline', template)).toBe(true)
    expect(isValid('pipeline', { ...template, colour: 'red' })).toBe(false)
  })
})

describe('JSON Schema', () => {
  const change = { deal: 'D', at: '2024-03-01', to: 'a' }
  const deal = { deal: 'D', entered: '2024-03-01', outcome: 'open' }
  const withStage = (stage: object): object => ({ ...smallPipeline, stages: [{ id: 'a', ...stage }] })
  it.each<[name: string, value: object]>([
    ['pipeline', { ...smallPipeline, stages: [] }],
    ['pipeline', { ...smallPipeline, won: '' }],
    ['pipeline', { ...smallPipeline, skips: 'maybe' }],
    ['pipeline', { ...smallPipeline, reopenings: null }],
    ['pipeline', { ...smallPipeline, lossReasons: [{ title: 'Price' }] }],
    ['pipeline', withStage({ band: 'upper' })],
    ['pipeline', withStage({ winPercent: '25%' })],
    ['pipeline', withStage({ evidence: [''] })],
    ['pipeline', withStage({ onEnter: [{ to: 'legal' }] })],
    ['stage-change', { ...change, at: 'noon' }],
    ['stage-change', { ...change, to: '' }],
    ['stage-change', { ...change, amount: '1,000' }],
    ['stage-change', { ...change, evidence: [{}] }],
    ['stage-change', { ...change, attributes: { region: 7 } }],
    ['stage-change', { ...change, colour: 'red' }],
    ['watched-deal', { ...deal, outcome: 'gone' }],
    ['watched-deal', { ...deal, left: null }],
    ['step-event', { actor: '', at: '2024-03-01', step: 'view' }],
    ['step-event', { actor: 'u', at: '2024-03-01', step: 1.5 }],
    ['currency-rates', { to: 'CNY', rates: { USD: '7,1' } }],
    ['currency-rates', { to: 'CNY' }],
  ])('refuses what has not the shape of a %s: %j', (name, value) => {
    expect(isValid(name, value)).toBe(false)
  })

  it('takes dates and moments', () => {
    for (const at of ['2024-03-01', '2024-03-01T09:00Z', '2024-03-01T09:00:00.5+08:00']) {
      expect([isValid('stage-change', { ...change, at }), isValid('step-event', { actor: 1, at, step: 1 })]).toEqual([true, true])
    }
  })
})
