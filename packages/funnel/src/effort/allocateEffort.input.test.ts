import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { spoil } from '../../testing/describeSchema.js'
import { measuredOf } from '../../testing/efforts.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { allocateEffort } from '../index.js'

const measure = measuredOf(
  [
    [3, 1],
    [2, 0],
  ],
  4,
)
const costs = [
  { stage: 's0', hoursPerDeal: 2 },
  { stage: 's1', hoursPerDeal: '2.5', capacity: 3 },
]
const options = { hours: 40, costs, values: 100, currency: 'EUR' }

const bad = (asked: unknown, measured: unknown = measure): unknown => issuesOf(() => allocateEffort(measured as never, asked as never))
const inOptions = (more: object): unknown => bad({ ...options, ...more })
const inMeasure = (more: object): unknown => bad(options, { ...measure, ...more })
const inStage = (more: object): unknown => inMeasure({ stages: [measure.stages[0], { ...measure.stages[1], ...more }] })
const inCost = (more: object): unknown => inOptions({ costs: [costs[0], { ...costs[1], ...more }] })

/** What is no quantity of 0 or more, and the issue of it. */
const badQuantities: readonly (readonly [value: unknown, code: string])[] = [
  [null, 'not-a-decimal'],
  [true, 'not-a-decimal'],
  [Number.NaN, 'not-a-decimal'],
  [Number.POSITIVE_INFINITY, 'not-a-decimal'],
  ['abc', 'not-a-decimal'],
  [' 1 ', 'not-a-decimal'],
  ['0x3', 'not-a-decimal'],
  ['１２', 'not-a-decimal'],
  ['1,000', 'not-a-decimal'],
  ['1e1000', 'too-many-digits'],
  [1e101, 'too-large'],
  [`1${'0'.repeat(100)}.1`, 'too-large'],
]
const belowNothing: readonly (readonly [value: unknown, code: string])[] = [
  [-1, 'too-small'],
  ['-0.01', 'too-small'],
]

describe('allocateEffort: bad options', () => {
  it.each(badRecords)('%j', (value, code) => {
    expect(bad(value)).toEqual([[code, ['options']]])
    expect(inOptions({ costs: [costs[0], value] })).toEqual([[code, ['options', 'costs', 1]]])
    expect(inOptions({ values: [{ stage: 's0', value: 1 }, value] })).toEqual([[code, ['options', 'values', 1]]])
  })

  it.each([...badQuantities, ...belowNothing, [undefined, 'missing'] as const])('no hours, values: %j', (value, code) => {
    expect(inOptions({ hours: value })).toEqual([[code, ['options', 'hours']]])
    expect(inOptions({ values: value })).toEqual([[code, ['options', 'values']]])
    expect(inOptions({ values: { s0: 1, s1: value } })).toEqual([[code, ['options', 'values', 's1']]])
    const list = [
      { stage: 's1', value: 1 },
      { stage: 's0', value },
    ]
    expect(inOptions({ values: list })).toEqual([[code, ['options', 'values', 1, 'value']]])
    if (value !== undefined) expect(inCost({ capacity: value })).toEqual([[code, ['options', 'costs', 1, 'capacity']]])
  })

  it.each([...badQuantities, [undefined, 'missing'], [0, 'not-above'], ['-0.0', 'not-above'], [-1, 'not-above'], ['1e-101', 'too-small']] as const)(
    'no hours of a deal: %j',
    (value, code) => {
      expect(inCost({ hoursPerDeal: value })).toEqual([[code, ['options', 'costs', 1, 'hoursPerDeal']]])
    },
  )

  it.each([[undefined, 'missing'] as const, ...badLists])('no costs: %j', (value, code) => {
    expect(inOptions({ costs: value })).toEqual([[code, ['options', 'costs']]])
  })

  it.each<[object, string, readonly (string | number)[]]>([
    [{ week: 1 }, 'unknown-key', ['week']],
    [JSON.parse('{"__proto__":1}'), 'unknown-key', ['__proto__']],
    [{ currency: null }, 'unknown-currency', ['currency']],
    [{ currency: 'eur' }, 'unknown-currency', ['currency']],
    [{ currency: 'toString' }, 'unknown-currency', ['currency']],
    [{ costs: [{ ...costs[0], cost: 1 }] }, 'unknown-key', ['costs', 0, 'cost']],
    [{ costs: [{ hoursPerDeal: 1 }] }, 'missing', ['costs', 0, 'stage']],
    [{ costs: [{ stage: 'S0', hoursPerDeal: 1 }] }, 'not-allowed', ['costs', 0, 'stage']],
    [{ costs: [{ stage: 'won', hoursPerDeal: 1 }] }, 'not-allowed', ['costs', 0, 'stage']],
    [{ costs: [{ stage: '__proto__', hoursPerDeal: 1 }] }, 'not-allowed', ['costs', 0, 'stage']],
    [{ costs: [{ stage: null, hoursPerDeal: 1 }] }, 'not-allowed', ['costs', 0, 'stage']],
    [{ costs: [...costs, costs[0]] }, 'duplicate', ['costs', 2, 'stage']],
    [{ costs: Array(1) }, 'missing', ['costs', 0]],
    [{ values: { s0: 1 } }, 'missing', ['values', 's1']],
    [{ values: Object.create({ s1: 1 }, { s0: { value: 1, enumerable: true } }) }, 'missing', ['values', 's1']],
    [{ values: { s0: 1, s1: 2, s2: 3 } }, 'not-allowed', ['values', 's2']],
    [{ values: JSON.parse('{"s0":1,"s1":2,"__proto__":3}') }, 'not-allowed', ['values', '__proto__']],
    [{ values: [{ stage: 's0', value: 1 }] }, 'incomplete', ['values']],
    [{ values: [] }, 'incomplete', ['values']],
    [{ values: Array(1) }, 'missing', ['values', 0]],
    [{ values: [...costs.map(({ stage }) => ({ stage, value: 1 })), { stage: 's1', value: 1 }] }, 'duplicate', ['values', 2, 'stage']],
    [{ values: [...costs.map(({ stage }) => ({ stage, value: 1 })), { stage: 's2', value: 1 }] }, 'not-allowed', ['values', 2, 'stage']],
    [{ values: [...costs.map(({ stage }) => ({ stage, value: 1 })), { value: 1 }] }, 'missing', ['values', 2, 'stage']],
    [{ values: costs.map(({ stage }) => ({ stage, value: 1, hours: 1 })).slice(1), costs: costs.slice(1) }, 'unknown-key', ['values', 0, 'hours']],
    [{ values: new Map([['s0', 1]]) }, 'not-a-decimal', ['values']],
  ])('%j', (more, code, path) => {
    const asked = { ...options, ...more }
    if (Object.hasOwn(more, '__proto__')) Object.defineProperty(asked, '__proto__', { value: 1, enumerable: true })
    expect(bad(asked)).toEqual([[code, ['options', ...path]]])
  })

  it('tells everything at once, of the measure too', () => {
    expect(
      bad(
        { hours: -1, costs: [{ stage: '' }, null, { stage: 'anything', hoursPerDeal: 0, capacity: 'x' }], values: { s0: 'y' }, currency: 1, at: 2 },
        { asOf: 'today', stages: [], policies: null },
      ),
    ).toEqual([
      ['not-a-calendar-date', ['measure', 'asOf']],
      ['empty', ['measure', 'stages']],
      ['wrong-type', ['measure', 'policies']],
      ['unknown-key', ['options', 'at']],
      ['too-small', ['options', 'hours']],
      ['empty', ['options', 'costs', 0, 'stage']],
      ['missing', ['options', 'costs', 0, 'hoursPerDeal']],
      ['wrong-type', ['options', 'costs', 1]],
      ['not-above', ['options', 'costs', 2, 'hoursPerDeal']],
      ['not-a-decimal', ['options', 'costs', 2, 'capacity']],
      ['not-a-decimal', ['options', 'values', 's0']],
      // The stages of the measure are not known, those of the costs are.
      ['missing', ['options', 'values', 'anything']],
      ['unknown-currency', ['options', 'currency']],
    ])
  })
})

describe('allocateEffort: bad measures', () => {
  it.each(badRecords)('%j', (value, code) => {
    expect(issuesOf(() => allocateEffort(value as never, options))).toEqual([[code, ['measure']]])
    expect(inMeasure({ stages: [measure.stages[0], value] })).toEqual([[code, ['measure', 'stages', 1]]])
  })

  it.each(badDates)('no date: %j', (value, code) => {
    expect(inMeasure({ asOf: value })).toEqual([[code, ['measure', 'asOf']]])
  })

  it.each([[undefined, 'missing'] as const, ...badLists])('no list: %j', (value, code) => {
    expect(inMeasure({ stages: value })).toEqual([[code, ['measure', 'stages']]])
    expect(inMeasure({ policies: value })).toEqual([[code, ['measure', 'policies']]])
  })

  it.each(badTexts)('no text: %j', (value, code) => {
    expect(inStage({ stage: value })).toContainEqual([code, ['measure', 'stages', 1, 'stage']])
  })

  it.each<[object, string, string]>([
    [{ entered: undefined }, 'missing', 'entered'],
    [{ lost: -1 }, 'too-small', 'lost'],
    [{ lost: 1.5 }, 'not-an-integer', 'lost'],
    [{ open: '0' }, 'not-an-integer', 'open'],
    [{ advanced: 3 }, 'outdated-input', 'entered'],
    [{ entered: 7, lost: 3 }, 'outdated-input', 'entered'],
    [{ stage: 's0' }, 'duplicate', 'stage'],
  ])('a stage with %j', (more, code, field) => {
    expect(inStage(more)).toContainEqual([code, ['measure', 'stages', 1, field]])
  })

  it('looks at nothing else of it', () => {
    expect(allocateEffort({ ...measure, won: null, groups: 7, zone: 'x' } as never, options)).toEqual(allocateEffort(measure, options))
  })
})

describe('allocateEffort: spoiled input', () => {
  it('is divided or refused, and nothing else happens', () => {
    const outcomes = { divided: 0, refused: 0 }
    const byStage = { ...options, values: { s0: 1, s1: 2 } }
    const asList = {
      ...options,
      values: [
        { stage: 's0', value: 1 },
        { stage: 's1', value: '2' },
      ],
    }
    const documents = fc.constantFrom(options, byStage, asList).chain((asked) => spoil({ measure, options: asked }).chain(spoil))
    fc.assert(
      fc.property(documents, (spoiled) => {
        const input = (typeof spoiled === 'object' && spoiled !== null ? spoiled : {}) as { measure?: unknown; options?: unknown }
        try {
          const result = allocateEffort(input.measure as never, input.options as never)
          expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
          outcomes.divided += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          outcomes.refused += 1
        }
      }),
      { numRuns: 1000, seed: 7 },
    )
    expect(outcomes.divided).toBeGreaterThan(20)
    expect(outcomes.refused).toBeGreaterThan(100)
  })
})
