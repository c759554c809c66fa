import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { readCdnow } from '../../testing/cdnow.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { CDNOW, CDNOW_SPEND, logUniform, parametersOf, timesOf } from '../../testing/lifetimes.js'
import { type LifetimeBookOptions, type LifetimeModels, lifetimeValue, lifetimeValues, type PurchaseHistory } from '../index.js'

const models: LifetimeModels = { purchases: CDNOW, spend: CDNOW_SPEND }
const good: LifetimeBookOptions = { horizon: 52, discountRate: '0.002', marginRate: '0.3' }
const often = { customer: 'C-1', repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: '22.35' }
const once = { customer: 'C-2', repeatPurchases: 0, lastPurchaseAge: 0, age: 60, meanSpend: 0 }

const books = fc
  .uniqueArray(fc.record({ customer: fc.string({ minLength: 1 }), times: timesOf, meanSpend: fc.constantFrom(0, -3, 10, '22.35', 1e6) }), {
    selector: ({ customer }) => customer,
    maxLength: 8,
  })
  .map((rows) =>
    rows.flatMap(({ customer, times, meanSpend }): PurchaseHistory[] => [
      { customer, ...times, meanSpend },
      { customer: `${customer}+`, ...times, meanSpend },
    ]),
  )
  .filter((rows) => new Set(rows.map(({ customer }) => customer)).size === rows.length)

describe('lifetimeValues', () => {
  it('gives of each customer what lifetimeValue gives, the greatest value first, and the sums', () => {
    const [first, second] = [often, once].map((customer) => lifetimeValue(customer, models, good))
    const picked = ({ value, expectedPurchases, expectedSpend, probabilityAlive }: typeof first & object): object => ({
      value,
      expectedPurchases,
      expectedSpend,
      probabilityAlive,
    })
    expect(first && second && lifetimeValues([once, often], models, good)).toStrictEqual({
      unit: 'week',
      horizon: 52,
      discountRate: 0.002,
      marginRate: 0.3,
      total: (first?.value as number) + (second?.value as number),
      expectedPurchases: (first?.expectedPurchases as number) + (second?.expectedPurchases as number),
      customers: [
        { customer: 'C-1', ...picked(first as typeof first & object) },
        { customer: 'C-2', ...picked(second as typeof second & object) },
      ],
      models: { purchases: CDNOW, spend: CDNOW_SPEND },
      rejected: [],
      diagnoses: [
        { code: 'no-repeat-purchases', params: { count: 1 } },
        { code: 'beyond-history', params: { count: 1 } },
      ],
    })
  })

  it('CDNOW: its 2,357 customers buy 1,654 times in the next 39 weeks, as SciPy has it by the published form', (context) => {
    const book = lifetimeValues(readCdnow(context), models, { ...good, horizon: 39 })
    expect(book.customers).toHaveLength(2357)
    expect(book.expectedPurchases).toBeCloseTo(1653.948427644, 8)
    expect(book.diagnoses).toEqual([
      { code: 'no-repeat-purchases', params: { count: 1411 } },
      { code: 'beyond-history', params: { count: 2357 } },
    ])
  })

  it('nobody', () => {
    expect(lifetimeValues([], models, good)).toMatchObject({
      total: 0,
      expectedPurchases: 0,
      customers: [],
      diagnoses: [{ code: 'no-customers', params: {} }],
    })
    // Nobody needs a mean.
    expect(lifetimeValues([], { ...models, spend: { ...CDNOW_SPEND, q: 0.5 } }, good).total).toBe(0)
  })

  it('agrees with lifetimeValue to the last digit, whoever else there is', () => {
    const horizons = fc.oneof(fc.constantFrom(0, 1, 52, 365.25), logUniform(1e-3, 1000))
    fc.assert(
      fc.property(books, parametersOf, horizons, fc.constantFrom(0, '0.002', 0.1), (book, purchases, horizon, discountRate) => {
        const [own, options] = [deepFreeze({ purchases, spend: CDNOW_SPEND }), deepFreeze({ ...good, horizon, discountRate })]
        const values = lifetimeValues(deepFreeze(book), own, options)
        expect(JSON.parse(JSON.stringify(values))).toStrictEqual(values)
        for (const { customer, ...value } of values.customers) {
          const row = book.find((one) => one.customer === customer) as PurchaseHistory
          expect(lifetimeValue(row, own, options)).toMatchObject(value)
        }
        expect(values.customers).toHaveLength(book.length)
        const size = values.customers.reduce((sum, { value }) => sum + Math.abs(value), 0)
        expect(Math.abs(values.total - [...values.customers].reverse().reduce((sum, { value }) => sum + value, 0))).toBeLessThanOrEqual(1e-14 * size)
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order of the rows', () => {
    const shuffled = books.chain((book) => fc.tuple(fc.constant(book), fc.shuffledSubarray(book, { minLength: book.length })))
    fc.assert(
      fc.property(shuffled, ([book, other]) => {
        const values = lifetimeValues(book, models, good)
        expect(lifetimeValues(other, models, good)).toStrictEqual(values)
        for (const [index, { customer, value }] of values.customers.entries()) {
          const next = values.customers[index + 1]
          if (next !== undefined) expect(value > next.value || (value === next.value && customer < next.customer)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('lifetimeValues: bad input', () => {
  const found = (rows: unknown, ownModels: unknown = models, options: object = {}): unknown =>
    issuesOf(() => lifetimeValues(rows as PurchaseHistory[], ownModels as LifetimeModels, { ...good, ...options }))

  it.each(badRecords)('%o as models or options', (value, code) => {
    expect(issuesOf(() => lifetimeValues([], value as never, value as never))).toEqual([
      [code, ['models']],
      [code, ['options']],
    ])
  })

  it.each(badLists)('%o as customers', (value, code) => expect(found(value)).toEqual([[code, ['customers']]]))

  it('options and models, all at once', () => {
    expect(found([], { ...models, purchases: { ...CDNOW, r: 0 } }, { horizon: -1, discountRate: 'x', invalid: 'skip', unit: 'week' })).toEqual([
      ['too-small', ['models', 'purchases', 'r']],
      ['unknown-key', ['options', 'unit']],
      ['not-allowed', ['options', 'invalid']],
      ['too-small', ['options', 'horizon']],
      ['not-a-decimal', ['options', 'discountRate']],
    ])
  })

  const rows = [
    often,
    { ...once, customer: undefined },
    { ...often, customer: 'C-3', meanSpend: 'x', age: 3 },
    once,
    { ...once, age: 5 },
    7,
    { ...once, customer: '__proto__' },
  ]

  it('rows, all at once', () => {
    expect(found(rows)).toEqual([
      ['missing', ['customers', 1, 'customer']],
      ['too-large', ['customers', 2, 'lastPurchaseAge']],
      ['not-a-decimal', ['customers', 2, 'meanSpend']],
      ['duplicate', ['customers', 4, 'customer']],
      ['wrong-type', ['customers', 5]],
    ])
    expect(found(Object.assign([often], { 2: once }))).toEqual([['missing', ['customers', 1]]])
  })

  it('rows, collected', () => {
    const values = lifetimeValues(rows as PurchaseHistory[], models, { ...good, invalid: 'collect' })
    expect(values.customers.map(({ customer }) => customer)).toEqual(['C-1', 'C-2', '__proto__'])
    expect(values.rejected.map(({ index, id }) => [index, id])).toEqual([
      [1, undefined],
      [2, 'C-3'],
      [4, 'C-2'],
      [5, undefined],
    ])
    expect(values.diagnoses[0]).toEqual({ code: 'rows-rejected', params: { rejected: 4, read: 3 } })
  })

  it('throws in any case where nothing can be expected of someone: the fewest repeats ask for the greatest q', () => {
    const boundOf = (book: readonly PurchaseHistory[]): unknown => {
      try {
        return lifetimeValues(book, { ...models, spend: { ...CDNOW_SPEND, p: 0.25, q: 0.25 } }, { ...good, invalid: 'collect' })
      } catch (error) {
        return isInputError(error) ? error.issues.map(({ code, path, params }) => [code, path, params]) : error
      }
    }
    const refused = (bound: string): unknown => [['not-above', ['models', 'spend', 'q'], { bound, actual: '0.25' }]]
    expect(boundOf([often, once])).toEqual(refused('1'))
    expect(boundOf([once, often])).toEqual(refused('1'))
    expect(boundOf([often])).toEqual(refused('0.5'))
    expect(boundOf([{ ...often, repeatPurchases: 4 }])).toMatchObject({ customers: [{ customer: 'C-1' }] })
  })
})
