import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { describeSchema, issuesOfVerb, isValid, spoil } from '../testing/describeSchema.js'
import { changesIn, pipelines, smallPipeline } from '../testing/pipelines.js'
import {
  advanceDeal,
  allocateEffort,
  checkPipeline,
  conversionCurve,
  countSteps,
  decomposeChange,
  detectDecline,
  type FunnelMeasure,
  forecastSales,
  measureFunnel,
  type Pipeline,
  rankBottlenecks,
  salesVelocity,
  type WatchedDeal,
} from './index.js'
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

/** A measure of a pipeline that has the stage that is named, where any could have it. */
const measureOf = (value: unknown): FunnelMeasure => {
  const stage = typeof value === 'object' && value !== null && Object.hasOwn(value, 'stage') ? (value as { stage: unknown }).stage : undefined
  const id = typeof stage === 'string' && stage !== '' ? stage : 'a'
  return measureFunnel([], { ...smallPipeline, stages: [{ id }], won: `${id} won`, lost: `${id} lost` }, { asOf: '2024-01-01' })
}
const sell = (value: unknown): readonly Issue[] => below(['factors'], () => salesVelocity(value as never))
const change = (value: unknown): readonly Issue[] => below(['before'], () => decomposeChange({ before: value as never, after: value as never }))
const decline = (value: unknown): readonly Issue[] => below(['weekly', 0], () => detectDecline([value as never], { weeks: 1 }))
const work = (value: unknown): readonly Issue[] =>
  below(['options', 'costs', 0], () => allocateEffort(measureOf(value), { hours: 1, costs: [value as never], values: 1 }))
const judge = (value: unknown): readonly Issue[] =>
  below(['options', 'benchmarks', 0], () => rankBottlenecks(measureOf(value), { benchmarks: [value as never] }))
const foresee = (value: unknown): readonly Issue[] =>
  below(['options', 'periods', 0], () => forecastSales([], smallPipeline, { asOf: '2024-01-01', periods: [value as never], method: 'age' }))

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

const numbers = fc.constantFrom('0', 120, '1100.50', 1e3, '0.000001')
const shares = fc.constantFrom('0', 1, '0.15', 0.2, '1e-2')
const days = fc.constantFrom(90, '0.5', '1e2')
const factors = fc.record({ deals: numbers, winRate: shares, averageValue: numbers, cycleDays: days })
const oneFourth = fc.constantFrom(
  [{ group: 'web', entered: 40, converted: 10 }],
  [
    { group: null, entered: 1, converted: 1 },
    { group: '门店', entered: 39, converted: 9 },
  ],
)
const salesPeriods = fc.oneof(
  fc.record({ deals: numbers, winRate: shares, averageValue: numbers, cycleDays: days }, { requiredKeys: ['deals', 'winRate', 'averageValue'] }),
  fc.record(
    { deals: fc.constant(40), winRate: fc.constantFrom('0.25', '0.3'), averageValue: numbers, cycleDays: days, groups: oneFourth },
    { requiredKeys: ['averageValue', 'groups'] },
  ),
  fc.record({ groups: oneFourth }),
)
const weeks = fc.record(
  {
    week: fc.constantFrom('2024-W05', '2020-W53', '2024-01-31', 5, -1),
    entered: fc.constantFrom(7, 100),
    converted: fc.constantFrom(0, 7),
    group: fc.constantFrom('web', null),
  },
  { requiredKeys: ['week', 'entered', 'converted'] },
)
const stageNames = fc.constantFrom('a', '谈判', 'won')
const costs = fc.record({ stage: stageNames, hoursPerDeal: days, capacity: numbers }, { requiredKeys: ['stage', 'hoursPerDeal'] })
const benchmarks = fc.record({ stage: stageNames, rate: shares })
const periods = fc.record({ from: fc.constantFrom('2023-12-01', '2024-02-28'), to: fc.constantFrom('2024-02-28', '2024-02-29', '9999-12-31') })

function withoutEnd<Deal extends { readonly left: string }>({ left: _, ...deal }: Deal): Omit<Deal, 'left'> {
  return deal
}

/** A document's or input's schema, valid examples, and what its check or verb says of it; paths begin at it. */
const schemas: { readonly [name: string]: readonly [z.ZodType, fc.Arbitrary<unknown>, (value: unknown) => readonly Issue[]] } = {
  pipeline: [entry.pipelineSchema, pipelines, checkPipeline],
  'stage-change': [entry.stageChangeSchema, changes, advance],
  'watched-deal': [entry.watchedDealSchema, watched, watch],
  'step-event': [entry.stepEventSchema, events, count],
  'sales-factors': [entry.salesFactorsSchema, factors, sell],
  'sales-period': [entry.salesPeriodSchema, salesPeriods, change],
  'weekly-conversion': [entry.weeklyConversionSchema, weeks, decline],
  'effort-cost': [entry.effortCostSchema, costs, work],
  'stage-benchmark': [entry.stageBenchmarkSchema, benchmarks, judge],
  'forecast-period': [entry.forecastPeriodSchema, periods, foresee],
  'currency-rates': [entry.currencyRatesSchema, rates.filter(({ to, rates: given }) => to !== 'CNY' || !('CNY' in given)), convert],
}

/** What in an input names a stage of a pipeline. */
const namesStage = new Map<z.ZodType, string>([
  [entry.stageChangeSchema, 'to'],
  [entry.effortCostSchema, 'stage'],
  [entry.stageBenchmarkSchema, 'stage'],
])

for (const [name, [schema, examples, issuesOf]] of Object.entries(schemas)) describeSchema({ name, schema, examples, issuesOf })

describe.each(Object.entries(schemas))('the schema of %s', (_, [schema, examples, issuesOf]) => {
  it('speaks with the codes, paths and messages of the check', () => {
    fc.assert(
      fc.property(examples.chain(spoil), (value) => {
        const found = schema.safeParse(value).error?.issues ?? []
        const issues = issuesOf(value)
        // That there is no stage by any name is not for a schema to say in the words of a pipeline.
        const isElsewhere = ({ path }: { readonly path: readonly PropertyKey[] }): boolean => path[0] !== namesStage.get(schema)
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
    ['sales-factors', { deals: 40, winRate: '25%', averageValue: 1, cycleDays: 90 }],
    ['sales-factors', { deals: 40, winRate: '0.25', averageValue: 1 }],
    ...([
      { deals: -5 },
      { deals: '-5' },
      { winRate: 7 },
      { winRate: '-0.1' },
      { averageValue: -1 },
      { averageValue: 1e101 },
      { cycleDays: 0 },
      { cycleDays: '0.00' },
      { cycleDays: '-30' },
    ].map((wrong) => ['sales-factors', { deals: 40, winRate: '0.25', averageValue: 1, cycleDays: 90, ...wrong }]) as [string, object][]),
    ['sales-period', { deals: -40, winRate: '0.25', averageValue: 1 }],
    ['sales-period', { deals: 40, winRate: '0.25', averageValue: null }],
    ['sales-period', { groups: [{ group: 'web', entered: -1, converted: 0 }] }],
    ['sales-period', { groups: [{ entered: 1, converted: 0 }] }],
    ['weekly-conversion', { week: '2024-W5', entered: 1, converted: 0 }],
    ['weekly-conversion', { week: '2024-W05', entered: 1.5, converted: 0 }],
    ['weekly-conversion', { week: 5, entered: 1, converted: 0, group: '' }],
    ['weekly-conversion', { week: 5, entered: 2e9, converted: 0 }],
    ['effort-cost', { stage: '', hoursPerDeal: 1 }],
    ['effort-cost', { stage: 'a', hoursPerDeal: -1 }],
    ['effort-cost', { stage: 'a', hoursPerDeal: '0e3' }],
    ['effort-cost', { stage: 'a', hoursPerDeal: 1, capacity: -1 }],
    ['effort-cost', { stage: 'a', hoursPerDeal: 1, capacity: 'none' }],
    ['stage-benchmark', { stage: 'a' }],
    ['stage-benchmark', { stage: 'a', rate: '60%' }],
    ['stage-benchmark', { stage: 'a', rate: 60 }],
    ['forecast-period', { from: '2024-01-01' }],
    ['forecast-period', { from: '2024-01-01T00:00:00Z', to: '2024-01-31' }],
    ['currency-rates', { to: 'CNY' }],
  ])('refuses what has not the shape of a %s: %j', (name, value) => {
    expect(isValid(name, value)).toBe(false)
  })

  it('takes what is near to the bounds', () => {
    const factors = [
      { deals: '-0.00', winRate: 1, averageValue: 1e100, cycleDays: '0.5' },
      { deals: 0, winRate: '1.0', averageValue: '1e-3', cycleDays: 1e-100 },
      { deals: -0, winRate: '0', averageValue: '12.50E+2', cycleDays: '10e-1' },
    ]
    for (const one of factors) expect([isValid('sales-factors', one), entry.salesFactorsSchema.safeParse(one).success]).toEqual([true, true])
  })

  it('takes dates and moments', () => {
    for (const at of ['2024-03-01', '2024-03-01T09:00Z', '2024-03-01T09:00:00.5+08:00']) {
      expect([isValid('stage-change', { ...change, at }), isValid('step-event', { actor: 1, at, step: 1 })]).toEqual([true, true])
    }
  })
})
