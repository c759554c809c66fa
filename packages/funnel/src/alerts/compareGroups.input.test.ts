import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { type CountedGroup, countedAsOf, countedPipeline, logOfCounts } from '../../testing/countedFunnels.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { compareGroups, measureFunnel } from '../index.js'

const groups: readonly CountedGroup[] = [
  { group: 'East', lost: [2, 3, 1], open: [1, 0, 1], won: 2 },
  { group: 'West', lost: [1, 0, 2], open: [0, 2, 0], won: 5, nowhere: 1 },
]
const measure = measureFunnel(logOfCounts(groups), countedPipeline, { asOf: countedAsOf, by: 'region' })
const options = { transition: { from: 'lead', to: 'negotiating' }, minimumSample: 3 }
const [east, west] = measure.groups as readonly [object, object]

const bad = (document: unknown, asked: unknown = options): unknown => issuesOf(() => compareGroups(document as never, asked as never))
const ofMeasure = (change: object): unknown => bad({ ...measure, ...change })
const ofEast = (change: object): unknown => ofMeasure({ groups: [{ ...east, ...change }, west] })
const inOptions = (change: object): unknown => bad(measure, { ...options, ...change })
const inEast = (code: string, ...path: (string | number)[]): unknown => [[code, ['measure', 'groups', 0, ...path]]]

describe('compareGroups: bad options', () => {
  it.each(badRecords)('%j is %s', (value, code) => {
    if (value !== undefined) {
      expect(bad(measure, value)).toEqual([[code, ['options']]])
      expect(inOptions({ transition: value })).toEqual([[code, ['options', 'transition']]])
    }
    expect(bad(value)).toEqual([[code, ['measure']]])
  })

  it('are required', () => {
    expect(issuesOf(() => compareGroups(measure, undefined as never))).toEqual([['missing', ['options']]])
    expect(bad(measure, {})).toEqual([['missing', ['options', 'minimumSample']]])
  })

  it.each([
    [0, 'too-small'],
    [-1, 'too-small'],
    [1.5, 'not-an-integer'],
    ['30', 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
    [2 ** 53, 'too-large'],
    [null, 'not-an-integer'],
  ])('a minimum sample of %j is %s', (minimumSample, code) => {
    expect(inOptions({ minimumSample })).toEqual([[code, ['options', 'minimumSample']]])
  })

  it.each<[unknown, unknown, [string, string][]]>([
    [undefined, 'won', [['missing', 'from']]],
    ['lead', undefined, [['missing', 'to']]],
    ['won', 'won', [['not-allowed', 'from']]],
    ['Lead', 'quoted', [['not-allowed', 'from']]],
    ['__proto__', 'won', [['not-allowed', 'from']]],
    ['lead', 'lost', [['not-allowed', 'to']]],
    [
      null,
      7,
      [
        ['not-allowed', 'from'],
        ['not-allowed', 'to'],
      ],
    ],
    // It ends after it begins.
    ['quoted', 'quoted', [['not-allowed', 'to']]],
    ['negotiating', 'lead', [['not-allowed', 'to']]],
  ])('a transition from %j to %j', (from, to, expected) => {
    expect(inOptions({ transition: { from, to } })).toEqual(expected.map(([code, key]) => [code, ['options', 'transition', key]]))
  })

  it('say which stages come later', () => {
    try {
      compareGroups(measure, { ...options, transition: { from: 'quoted', to: 'lead' } })
      expect.unreachable()
    } catch (error) {
      expect(isInputError(error) && error.issues[0]?.params).toEqual({ allowed: ['"negotiating"', '"won"'], actual: '"lead"' })
    }
  })

  it('are told all together, and with what is wrong with the measure', () => {
    expect(bad({ ...measure, asOf: 'today' }, { transition: { from: '', to: 7, over: 1 }, least: 1 })).toEqual([
      ['not-a-calendar-date', ['measure', 'asOf']],
      ['unknown-key', ['options', 'least']],
      ['unknown-key', ['options', 'transition', 'over']],
      ['empty', ['options', 'transition', 'from']],
      ['wrong-type', ['options', 'transition', 'to']],
      ['missing', ['options', 'minimumSample']],
    ])
  })
})

describe('compareGroups: bad groups', () => {
  it('a measure that was made without by has none', () => {
    expect(bad(measureFunnel(logOfCounts(groups), countedPipeline, { asOf: countedAsOf }))).toEqual([
      ['missing', ['measure', 'by']],
      ['missing', ['measure', 'groups']],
    ])
  })

  it.each(badLists)('groups %j are %s', (value, code) => {
    expect(ofMeasure({ groups: value })).toEqual([[code, ['measure', 'groups']]])
    expect(ofEast({ stages: value })).toEqual(inEast(code, 'stages'))
  })

  it.each(badRecords)('a group that is %j is %s', (value, code) => {
    expect(ofMeasure({ groups: [value, west] })).toEqual(inEast(code))
    expect(ofEast({ won: value })).toEqual(inEast(code, 'won'))
    expect(ofEast({ lost: value })).toEqual(inEast(code, 'lost'))
  })

  it.each(badTexts)('a name that is %j is %s', (value, code) => {
    if (value !== null) expect(ofEast({ group: value })).toEqual(inEast(code, 'group'))
    expect(ofMeasure({ by: value })).toEqual([[code, ['measure', 'by']]])
  })

  it('a group stands in the measure once, and so do the deals of none', () => {
    expect(ofMeasure({ groups: [east, west, east] })).toEqual([['duplicate', ['measure', 'groups', 2, 'group']]])
    const unknown = { ...east, group: null }
    expect(ofMeasure({ groups: [unknown, west, unknown] })).toEqual([['duplicate', ['measure', 'groups', 2, 'group']]])
  })

  it('counts are whole numbers that agree', () => {
    expect(ofEast({ entered: -1 })).toEqual(inEast('too-small', 'entered'))
    // 10 deals came to the first stage, of which 8 are decided.
    expect(ofEast({ entered: 9 })).toEqual(inEast('too-small', 'entered'))
    expect(ofEast({ won: { count: 1.5 } })).toEqual(inEast('not-an-integer', 'won', 'count'))
    expect(ofEast({ won: {} })).toEqual(inEast('missing', 'won', 'count'))
    expect(ofEast({ won: { count: 1 } })).toEqual(inEast('outdated-input', 'won', 'count'))
    expect(ofEast({ lost: { count: '6' } })).toEqual(inEast('not-an-integer', 'lost', 'count'))
    // 10 deals: 2 won, 6 lost, 2 open.
    expect(ofEast({ lost: { count: 9 } })).toEqual(inEast('too-small', 'entered'))
  })

  it('their stages are those of the measure, and add up', () => {
    const stages = measure.groups?.[0]?.stages ?? []
    expect(ofEast({ stages: [] })).toEqual(inEast('empty', 'stages'))
    expect(ofEast({ stages: stages.slice(1) })).toEqual(inEast('outdated-input', 'stages'))
    expect(ofEast({ stages: stages.map((one) => ({ ...one, stage: `${one.stage}!` })) })).toEqual(inEast('outdated-input', 'stages'))
    expect(ofEast({ stages: stages.map((one, index) => ({ ...one, lost: one.lost + (index === 1 ? 1 : 0) })) })).toEqual(
      inEast('outdated-input', 'stages', 1, 'entered'),
    )
  })

  it('more deals than a number can count are refused', () => {
    const many = 2 ** 52
    const huge = (group: string): object => ({
      group,
      entered: many,
      won: { count: many },
      lost: { count: 0 },
      stages: measure.stages.map(({ stage }) => ({ stage, entered: many, advanced: many, lost: 0, open: 0 })),
    })
    expect(ofMeasure({ groups: [huge('A'), huge('B')] })).toEqual([['too-large', ['measure', 'groups']]])
    expect(compareGroups({ ...measure, groups: [huge('A')] } as never, options).insufficient).toMatchObject([{ sample: many, reason: 'others' }])
  })

  it('what is not used is not looked at', () => {
    const found = compareGroups(measure, options)
    const part = { ...measure, zone: 7, won: null, cohorts: 'x', conversion: undefined, diagnoses: {}, extra: 1 }
    expect(compareGroups(part as never, options)).toEqual(found)
    expect(compareGroups({ ...measure, groups: [{ ...east, conversion: null, losses: 7, deals: 1 }, west] } as never, options)).toEqual(found)
  })
})

describe('compareGroups: spoiled input', () => {
  it('is compared or refused, and nothing else happens', () => {
    const outcomes = { compared: 0, refused: 0 }
    fc.assert(
      fc.property(spoil({ measure, options }).chain(spoil), (spoiled) => {
        const input = (typeof spoiled === 'object' && spoiled !== null ? spoiled : {}) as { readonly measure: never; readonly options: never }
        try {
          const found = compareGroups(input.measure, input.options)
          expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
          outcomes.compared += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          outcomes.refused += 1
        }
      }),
      { numRuns: 600, seed: 12 },
    )
    expect(outcomes.compared).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(50)
  })
})
