import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { type CountedGroup, countedAsOf, countedPipeline, logOfCounts } from '../../testing/countedFunnels.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { measureFunnel } from '../index.js'
import { readMeasuredStages } from './readMeasured.js'
import { readMeasuredWon } from './readMeasuredWon.js'

const group: CountedGroup = { group: 'East', lost: [2, 3, 1], open: [1, 0, 1], won: 3, nowhere: 1 }
const worth = (place: number): object => [{ amount: '10', currency: 'EUR' }, { amount: '0.125' }, {}][place] as object
const measure = deepFreeze(measureFunnel(logOfCounts([group], worth), countedPipeline, { asOf: countedAsOf }))
const [first, second, third] = measure.stages as readonly [object, object, object]

/** What is told of a measure; null where it is read. */
function told(change: unknown, read: (value: unknown, issues: Issue[]) => unknown = readMeasuredWon): unknown {
  const issues: Issue[] = []
  const value =
    typeof change === 'object' && change !== null && Object.getPrototypeOf(change) === Object.prototype ? { ...measure, ...change } : change
  const found = read(value, issues)
  expect(found === undefined).toBe(issues.length > 0)
  return issues.length === 0 ? null : codesAndPaths(issues)
}

const at = (code: string, ...path: (string | number)[]): unknown => [[code, ['measure', ...path]]]
const inStages = (...stages: unknown[]): unknown => told({ stages })
const inWon = (change: object): unknown => told({ won: { ...measure.won, ...change } })

const reference = { kind: 'pipeline', id: 'sales', version: 1 }

describe('readMeasuredStages', () => {
  it('reads what became of the deals of every stage, and nothing else', () => {
    const issues: Issue[] = []
    expect(readMeasuredStages(measure, issues)).toEqual({
      asOf: countedAsOf,
      stages: [
        { stage: 'lead', entered: 11, advanced: 8, lost: 2, open: 1 },
        { stage: 'quoted', entered: 8, advanced: 5, lost: 3, open: 0 },
        { stage: 'negotiating', entered: 5, advanced: 3, lost: 1, open: 1 },
      ],
      policies: [reference],
    })
    const { asOf, stages, policies } = measure
    expect(readMeasuredStages({ asOf, stages, policies }, issues)).toEqual(readMeasuredStages({ ...measure, won: 7, groups: 'x' }, issues))
    expect(issues).toEqual([])
  })

  it('hands on policies however many there are, of numbers and texts, and -0 as 0', () => {
    const policies = [reference, { kind: 'pipeline', id: 'other', version: -0 }, { kind: 'anything', id: '其他', version: 'v2' }]
    const stages = [{ stage: 'a', entered: -0, advanced: 0, lost: -0, open: 0 }]
    const found = readMeasuredStages({ asOf: countedAsOf, stages, policies }, [])
    expect(found?.policies).toStrictEqual([policies[0], { ...policies[1], version: 0 }, policies[2]])
    expect(found?.stages).toStrictEqual([{ stage: 'a', entered: 0, advanced: 0, lost: 0, open: 0 }])
    expect(readMeasuredStages({ ...measure, policies: [] }, [])?.policies).toEqual([])
  })

  it.each(badRecords)('%j is %s', (value, code) => {
    expect(told(value, readMeasuredStages)).toEqual(at(code))
    expect(told({ ...measure, policies: [value] })).toEqual(at(code, 'policies', 0))
    expect(inStages(first, value, third)).toEqual(at(code, 'stages', 1))
  })

  it.each(badDates)('a date of %j is %s', (value, code) => {
    expect(told({ asOf: value })).toEqual(at(code, 'asOf'))
  })

  it.each([[undefined, 'missing'] as const, ...badLists])('lists that are %j are %s', (value, code) => {
    expect(told({ stages: value })).toEqual(at(code, 'stages'))
    expect(told({ policies: value })).toEqual(at(code, 'policies'))
    expect(inWon({ amounts: value })).toEqual(at(code, 'won', 'amounts'))
  })

  it.each(badTexts)('names that are %j are %s', (value, code) => {
    expect(inStages({ ...first, stage: value }, second, third)).toEqual(at(code, 'stages', 0, 'stage'))
    expect(told({ policies: [{ ...reference, kind: value }] })).toEqual(at(code, 'policies', 0, 'kind'))
    expect(told({ policies: [reference, { ...reference, id: value }] })).toEqual(at(code, 'policies', 1, 'id'))
    if (value !== 7) expect(told({ policies: [{ ...reference, version: value }] })).toEqual(at(code, 'policies', 0, 'version'))
  })

  it('stages are there, each once, also where a list has holes', () => {
    expect(inStages()).toEqual(at('empty', 'stages'))
    expect(inStages(first, { ...second, stage: 'lead' }, third)).toEqual(at('duplicate', 'stages', 1, 'stage'))
    expect(told({ stages: new Array(2) })).toEqual([...(at('missing', 'stages', 0) as unknown[]), ...(at('missing', 'stages', 1) as unknown[])])
  })

  it.each(['entered', 'advanced', 'lost', 'open'])('%s is a whole number of deals', (name) => {
    for (const [value, code] of [
      [-1, 'too-small'],
      [0.5, 'not-an-integer'],
      ['1', 'not-an-integer'],
      [null, 'not-an-integer'],
      [undefined, 'missing'],
      [Number.POSITIVE_INFINITY, 'not-an-integer'],
      [2 ** 53, 'too-large'],
    ] as const) {
      expect(inStages(first, { ...second, [name]: value }, third)).toEqual(at(code, 'stages', 1, name))
    }
  })

  it('of every stage entered = advanced + lost + open, and as many advance as enter the next', () => {
    expect(inStages({ ...first, open: 2 }, second, third)).toEqual(at('outdated-input', 'stages', 0, 'entered'))
    expect(inStages({ ...first, advanced: 7, lost: 3 }, second, third)).toEqual(at('outdated-input', 'stages', 1, 'entered'))
    expect(inStages(second, first, third)).toEqual([
      ...(at('outdated-input', 'stages', 1, 'entered') as unknown[]),
      ...(at('outdated-input', 'stages', 2, 'entered') as unknown[]),
    ])
  })
})

describe('readMeasuredWon', () => {
  it('reads how many deals were won, how many of them state an amount, and what they state by currency', () => {
    const found = readMeasuredWon(measure, [])
    expect([found?.won, found?.withAmount, found?.stages.length]).toEqual([3, 2, 3])
    expect(found?.amounts.map(({ currency, amount }) => [currency, amount.toString()])).toEqual([
      ['EUR', '10'],
      [null, '0.125'],
    ])
  })

  it.each(badRecords)('won deals that are %j are %s', (value, code) => {
    expect(told({ won: value })).toEqual(at(code, 'won'))
    expect(inWon({ amounts: [value] })).toEqual(at(code, 'won', 'amounts', 0))
  })

  it('their number is that of the deals that got on from the last stage', () => {
    expect(inWon({ count: 4 })).toEqual(at('outdated-input', 'won', 'count'))
    expect(inWon({ count: -1 })).toEqual(at('too-small', 'won', 'count'))
    expect(inWon({ count: undefined })).toEqual(at('missing', 'won', 'count'))
  })

  it.each([
    [undefined, 'missing'],
    ['', 'unknown-currency'],
    ['eur', 'unknown-currency'],
    ['XXX', 'unknown-currency'],
    [978, 'unknown-currency'],
  ])('a currency of %j is %s', (currency, code) => {
    expect(inWon({ amounts: [{ currency, amount: '1' }] })).toEqual(at(code, 'won', 'amounts', 0, 'currency'))
  })

  it('amounts are decimals of 0 or more, of each currency once, and of none', () => {
    for (const [amount, code] of [
      ['-1', 'too-small'],
      ['x', 'not-a-decimal'],
      [undefined, 'missing'],
    ]) {
      expect(inWon({ amounts: [{ currency: 'EUR', amount }] })).toEqual(at(code as string, 'won', 'amounts', 0, 'amount'))
    }
    for (const currency of ['EUR', null]) {
      const twice = [
        { currency, amount: '1' },
        { currency, amount: '2' },
      ]
      expect(inWon({ amounts: twice })).toEqual(at('duplicate', 'won', 'amounts', 1, 'currency'))
    }
  })

  it('where there are amounts some deals state one, and where there are none no deal does', () => {
    expect(inWon({ withoutAmount: 2 })).toEqual(at('too-large', 'won', 'withoutAmount'))
    expect(inWon({ withoutAmount: 3 })).toEqual(at('too-large', 'won', 'withoutAmount'))
    expect(inWon({ amounts: [] })).toEqual(at('too-small', 'won', 'withoutAmount'))
    expect(inWon({ amounts: [], withoutAmount: 3 })).toBeNull()
    expect(inWon({ withoutAmount: 0 })).toBeNull()
  })
})
