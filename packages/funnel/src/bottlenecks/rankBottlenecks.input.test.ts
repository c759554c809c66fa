import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords, badTexts } from '../../testing/badInput.js'
import { type CountedGroup, countedAsOf, countedPipeline, logOfCounts } from '../../testing/countedFunnels.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { measureFunnel, rankBottlenecks } from '../index.js'

const group: CountedGroup = { group: null, lost: [2, 3, 1], open: [1, 0, 1], won: 3, nowhere: 1 }
const worth = (place: number): object => [{ amount: '10', currency: 'EUR' }, { amount: '0.125' }, {}][place] as object
const measure = measureFunnel(logOfCounts([group], worth), countedPipeline, { asOf: countedAsOf })

const bad = (benchmarks: unknown, document: unknown = measure): unknown => issuesOf(() => rankBottlenecks(document as never, { benchmarks } as never))
const at = (code: string, ...path: (string | number)[]): unknown => [[code, ['options', 'benchmarks', ...path]]]

const badRates = [
  [undefined, 'missing'],
  [null, 'not-a-decimal'],
  ['60 %', 'not-a-decimal'],
  [Number.NaN, 'not-a-decimal'],
  ['-0.1', 'too-small'],
  [1.1, 'too-large'],
  ['1.00000000000000000000001', 'too-large'],
  ['1e-2000', 'too-many-digits'],
] as const

describe('rankBottlenecks: bad input', () => {
  it.each(badRecords)('%j is %s', (value, code) => {
    expect(bad({}, value ?? null)).toEqual([[value === undefined ? 'wrong-type' : code, ['measure']]])
    expect(issuesOf(() => rankBottlenecks(measure, value as never))).toEqual([[code, ['options']]])
    // A list is another way to tell them.
    if (!Array.isArray(value)) expect(bad(value)).toEqual(at(code))
    expect(bad([value])).toEqual(at(code, 0))
  })

  it.each(badRates)('a benchmark of %j is %s', (rate, code) => {
    expect(bad({ lead: rate })).toEqual(at(code, 'lead'))
    expect(
      bad([
        { stage: 'quoted', rate: '0.5' },
        { stage: 'lead', rate },
      ]),
    ).toEqual(at(code, 1, 'rate'))
  })

  it.each(badTexts)('a stage that is %j is none', (stage) => {
    expect(bad([{ stage, rate: 1 }])).toEqual(at(stage === undefined ? 'missing' : 'not-allowed', 0, 'stage'))
  })

  it('of stages that there are not', () => {
    expect(bad({ lead: 1, won: 1 })).toEqual(at('not-allowed', 'won'))
    expect(bad(JSON.parse('{ "__proto__": 1, "lead": 1 }'))).toEqual(at('not-allowed', '__proto__'))
    expect(bad(Object.create({ won: 1 }))).toBe('nothing was thrown')
    expect(bad([{ stage: 'toString', rate: 1 }])).toEqual(at('not-allowed', 0, 'stage'))
  })

  it('a stage has one benchmark, of which nothing else is said', () => {
    const twice = [
      { stage: 'lead', rate: 1 },
      { stage: 'lead', rate: 1 },
    ]
    expect(bad(twice)).toEqual(at('duplicate', 1, 'stage'))
    expect(bad([{ stage: 'lead', rate: 1, weight: 2 }])).toEqual(at('unknown-key', 0, 'weight'))
    expect(bad(new Array(1))).toEqual(at('missing', 0))
  })

  it('is told all together, with what is wrong with the measure', () => {
    const wrong = { ...measure, asOf: undefined, stages: 7, won: { count: -1, amounts: [], withoutAmount: 0 } }
    expect(issuesOf(() => rankBottlenecks(wrong as never, { benchmarks: [{ stage: 'x', rate: 2 }, { stage: '' }], by: 'x' } as never))).toEqual([
      ['missing', ['measure', 'asOf']],
      ['wrong-type', ['measure', 'stages']],
      ['too-small', ['measure', 'won', 'count']],
      ['unknown-key', ['options', 'by']],
      ['too-large', ['options', 'benchmarks', 0, 'rate']],
      ['empty', ['options', 'benchmarks', 1, 'stage']],
      ['missing', ['options', 'benchmarks', 1, 'rate']],
    ])
  })

  it('of any kind is judged or refused, and nothing else happens', () => {
    const outcomes = { judged: 0, refused: 0 }
    const lists = [{ benchmarks: { lead: '0.9', quoted: 1 } }, { benchmarks: [{ stage: 'negotiating', rate: '0.99' }] }]
    const documents = fc.constantFrom(...lists).chain((options) => spoil({ measure, options }).chain(spoil))
    fc.assert(
      fc.property(documents, (spoiled) => {
        const input = (typeof spoiled === 'object' && spoiled !== null ? spoiled : {}) as { readonly measure: never; readonly options: never }
        try {
          const found = rankBottlenecks(input.measure, input.options)
          expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
          outcomes.judged += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          outcomes.refused += 1
        }
      }),
      { numRuns: 600, seed: 19 },
    )
    expect(outcomes.judged).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(50)
  })
})
