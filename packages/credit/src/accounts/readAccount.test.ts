import type { Issue } from '@clientele/core'
import { dayOf } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditAccounts } from '../../testing/accounts.js'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { readAccount } from './readAccount.js'
import { readRelease } from './readReleases.js'

const account = {
  customer: 'C-1',
  company: 'DE',
  currency: 'CNY',
  limit: { amount: '1000', validUntil: '2024-12-31' },
  items: [{ id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '10.50', currency: 'JPY' }],
  deliveries: [{ id: 'D-1', amount: '-0.5', date: '2024-03-02' }],
  orders: [{ id: 'SO-1', customer: 'C-1', amount: 7, currency: 'KWD' }],
  deposits: [{ id: 'S-1', amount: '100', validFrom: '2024-01-01' }],
  guarantees: [{ amount: '200', currency: 'JPY', validUntil: '2024-06-30', joint: true }],
  report: { depth: 'standard', date: '2024-02-01', customer: 'C-1', sections: [] },
  grade: { grade: 'AA', meetsStandard: true, score: 88 },
  dunningLevel: 2,
  blocked: true,
  releases: [{ order: 'SO-1', by: 'Chen', role: 'credit-manager', until: '2024-03-20', date: '2024-03-10', amount: '7.125' }],
  netWorth: '-12.345',
  monthlyPurchases: 100,
  creditDays: 30,
  requestedLimit: '2000',
}
const yen = { ...account, items: [{ ...account.items[0], amount: '10' }] }

const read = (value: unknown, needed?: readonly string[]) => {
  const issues: Issue[] = []
  return { account: readAccount(value, ['account'], issues, needed), issues }
}
/** What is told of an account; nothing is read where anything is wrong. */
const found = (value: unknown, needed?: readonly string[]): [string, Issue['path']][] => {
  const { account: one, issues } = read(value, needed)
  expect(one === undefined).toBe(issues.length > 0)
  return codesAndPaths(issues)
}
const told = (change: object, path: readonly (string | number)[], code: string): void =>
  expect(found({ ...yen, ...change })).toEqual([[code, ['account', ...path]]])

describe('readAccount', () => {
  it('reads all that an account may have', () => {
    expect(read(yen).account).toEqual({
      customer: 'C-1',
      company: 'DE',
      currency: 'CNY',
      digits: 2,
      limit: { units: 100_000n, validUntil: dayOf(2024, 12, 31) },
      items: [expect.objectContaining({ id: 'INV-1', amount: 10n, currency: 'JPY' })],
      deliveries: [{ id: 'D-1', currency: 'CNY', digits: 2, amount: -50n, day: dayOf(2024, 3, 2) }],
      orders: [{ id: 'SO-1', currency: 'KWD', digits: 3, amount: 7000n, day: undefined }],
      deposits: [{ currency: 'CNY', digits: 2, amount: 10_000n, validFrom: dayOf(2024, 1, 1), validUntil: undefined, isJoint: false }],
      guarantees: [{ currency: 'JPY', digits: 0, amount: 200n, validFrom: undefined, validUntil: dayOf(2024, 6, 30), isJoint: true }],
      report: { depth: 'standard', day: dayOf(2024, 2, 1) },
      grade: { grade: 'AA', meetsStandard: true },
      dunningLevel: 2,
      isBlocked: true,
      releases: [expect.objectContaining({ order: 'SO-1', by: 'Chen', role: 'credit-manager', until: dayOf(2024, 3, 20), day: dayOf(2024, 3, 10) })],
      netWorth: expect.objectContaining({}),
      monthlyPurchases: expect.objectContaining({}),
      creditDays: 30,
      requestedLimit: 200_000n,
    })
    expect(String(read(yen).account?.netWorth)).toBe('-12.345')
    expect(String(read(yen).account?.releases[0]?.amount)).toBe('7.125')
  })

  it('needs a customer and a currency alone; undefined is as good as left out', () => {
    const least = { customer: '__proto__', currency: 'CNY' }
    const nothing = Object.fromEntries(Object.keys(account).map((key) => [key, undefined]))
    expect(found(least)).toEqual([])
    expect(read({ ...nothing, ...least }).account).toEqual(read(least).account)
    expect(read(least).account).toMatchObject({ customer: '__proto__', dunningLevel: 0, isBlocked: false, releases: [], limit: undefined })
    expect(read({ ...least, limit: { amount: null } }).account?.limit).toEqual({ units: null, validUntil: undefined })
    expect(read({ ...least, limit: { amount: 0, validUntil: undefined } }).account?.limit).toEqual({ units: 0n, validUntil: undefined })
    expect(read({ ...least, grade: 'B' }).account?.grade).toEqual({ grade: 'B', meetsStandard: undefined })
  })

  it('says which of the needed keys are missing', () => {
    expect(found({ customer: 'C-1', currency: 'CNY', orders: [] }, ['limit', 'items', 'orders'])).toEqual([
      ['missing', ['account', 'limit']],
      ['missing', ['account', 'items']],
    ])
  })

  it('takes any account, frozen or not', () => {
    fc.assert(
      fc.property(creditAccounts, (one) => {
        expect(found(deepFreeze(one))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('reads own properties only', () => {
    expect(found(Object.create(account))).toEqual([
      ['missing', ['account', 'customer']],
      ['missing', ['account', 'currency']],
    ])
    const items = [Object.create(account.items[0] as object)]
    expect(found({ customer: 'C-1', currency: 'CNY', items })).toHaveLength(6)
    const heir = Object.create({ id: 'SO-1' }) as object
    const orders = [Object.assign(heir, { amount: 1 }), { id: 'SO-1', amount: 2 }]
    expect(read({ customer: 'C-1', currency: 'CNY', orders }).account?.orders?.map(({ id }) => id)).toEqual([undefined, 'SO-1'])
  })
})

describe('readAccount: what is wrong', () => {
  it.each(badRecords)('an object that is %o', (value, code) => {
    expect(found(value)).toEqual([[code, ['account']]])
    const lists = ['items', 'deliveries', 'orders', 'deposits', 'guarantees', 'releases']
    for (const key of lists) told({ [key]: [value] }, [key, 0], code)
    if (value === undefined) return
    told({ limit: value }, ['limit'], code)
    told({ report: value }, ['report'], code)
    if (value !== 'x') told({ grade: value }, ['grade'], code)
  })

  it.each(badLists)('a list that is %o', (value, code) => {
    for (const key of ['items', 'deliveries', 'orders', 'deposits', 'guarantees', 'releases']) told({ [key]: value }, [key], code)
  })

  it.each<[object, readonly (string | number)[], string]>([
    [{ customer: undefined, items: [], orders: [] }, ['customer'], 'missing'],
    [{ customer: '', items: [], orders: [] }, ['customer'], 'empty'],
    [{ customer: 7, items: [], orders: [] }, ['customer'], 'wrong-type'],
    [{ company: '' }, ['company'], 'empty'],
    [{ company: null }, ['company'], 'wrong-type'],
    [{ currency: undefined }, ['currency'], 'missing'],
    [{ currency: 'cny' }, ['currency'], 'unknown-currency'],
    [{ currency: '__proto__' }, ['currency'], 'unknown-currency'],
    [{ dunningLevel: -1 }, ['dunningLevel'], 'too-small'],
    [{ dunningLevel: 1.5 }, ['dunningLevel'], 'not-an-integer'],
    [{ dunningLevel: null }, ['dunningLevel'], 'not-an-integer'],
    [{ blocked: 1 }, ['blocked'], 'wrong-type'],
    [{ netWorth: Number.NaN }, ['netWorth'], 'not-a-decimal'],
    [{ netWorth: ' 1 ' }, ['netWorth'], 'not-a-decimal'],
    [{ monthlyPurchases: '-0.01' }, ['monthlyPurchases'], 'too-small'],
    [{ creditDays: -1 }, ['creditDays'], 'too-small'],
    [{ creditDays: '30' }, ['creditDays'], 'not-an-integer'],
    [{ requestedLimit: '-1' }, ['requestedLimit'], 'too-small'],
    [{ requestedLimit: '0.001' }, ['requestedLimit'], 'too-many-decimal-places'],
    [{ credit: 1 }, ['credit'], 'unknown-key'],
    [JSON.parse('{"__proto__":1}') as object, ['__proto__'], 'unknown-key'],
  ])('%o', (change, path, code) => {
    const changed = Object.defineProperties({ ...yen }, Object.getOwnPropertyDescriptors(change))
    expect(found(changed)).toEqual([[code, ['account', ...path]]])
  })

  it.each<[unknown, string, string]>([
    [{}, 'amount', 'missing'],
    [{ amount: undefined }, 'amount', 'missing'],
    [{ amount: 'abc' }, 'amount', 'not-a-decimal'],
    [{ amount: Number.POSITIVE_INFINITY }, 'amount', 'not-a-decimal'],
    [{ amount: -1 }, 'amount', 'too-small'],
    [{ amount: '0x3' }, 'amount', 'not-a-decimal'],
    [{ amount: '1.234' }, 'amount', 'too-many-decimal-places'],
    [{ amount: 1, validUntil: '2024-02-30' }, 'validUntil', 'not-a-calendar-date'],
    [{ amount: null, validUntil: null }, 'validUntil', 'not-a-calendar-date'],
    [{ amount: 1, currency: 'CNY' }, 'currency', 'unknown-key'],
  ])('a limit %o', (limit, key, code) => told({ limit }, ['limit', key], code))

  it.each<[object, string, string]>([
    [{ id: undefined }, 'id', 'missing'],
    [{ id: '' }, 'id', 'empty'],
    [{ id: 7 }, 'id', 'wrong-type'],
    [{ customer: undefined }, 'customer', 'missing'],
    [{ customer: '' }, 'customer', 'empty'],
    [{ customer: 'C-2' }, 'customer', 'not-allowed'],
    [{ amount: '0.5' }, 'amount', 'too-many-decimal-places'],
    [{ due: null }, 'due', 'not-a-calendar-date'],
    [{ currency: 'XXX' }, 'currency', 'unknown-currency'],
    [{ status: 'open' }, 'status', 'unknown-key'],
  ])('an item %o', (change, key, code) => told({ items: [{ ...yen.items[0], ...change }] }, ['items', 0, key], code))

  it.each<[object, string, string]>([
    [{ id: '' }, 'id', 'empty'],
    [{ id: null }, 'id', 'wrong-type'],
    [{ customer: 'C-2' }, 'customer', 'not-allowed'],
    [{ customer: '' }, 'customer', 'empty'],
    [{ customer: 7 }, 'customer', 'wrong-type'],
    [{ amount: undefined }, 'amount', 'missing'],
    [{ amount: 'abc' }, 'amount', 'not-a-decimal'],
    [{ amount: '1.234' }, 'amount', 'too-many-decimal-places'],
    [{ currency: null }, 'currency', 'unknown-currency'],
    [{ currency: 'JPY', amount: '0.5' }, 'amount', 'too-many-decimal-places'],
    [{ date: '2024-3-1' }, 'date', 'not-a-calendar-date'],
    [{ due: '2024-03-01' }, 'due', 'unknown-key'],
  ])('an order or a delivery %o', (change, key, code) => {
    for (const list of ['orders', 'deliveries']) told({ [list]: [{ amount: 1, ...change }] }, [list, 0, key], code)
  })

  it('an order of less than nothing; a delivery may be', () => {
    told({ orders: [{ amount: '-0.01' }] }, ['orders', 0, 'amount'], 'too-small')
    expect(found({ ...yen, deliveries: [{ amount: '-0.01' }] })).toEqual([])
  })

  it.each<[object, string, string]>([
    [{ id: 7 }, 'id', 'wrong-type'],
    [{ amount: undefined }, 'amount', 'missing'],
    [{ amount: '-1' }, 'amount', 'too-small'],
    [{ amount: '1.234' }, 'amount', 'too-many-decimal-places'],
    [{ currency: '' }, 'currency', 'unknown-currency'],
    [{ validFrom: 1 }, 'validFrom', 'not-a-calendar-date'],
    [{ validUntil: '2023-02-29' }, 'validUntil', 'not-a-calendar-date'],
    [{ validFrom: '2024-01-02', validUntil: '2024-01-01' }, 'validUntil', 'too-small'],
    [{ customer: 'C-1' }, 'customer', 'unknown-key'],
  ])('a deposit or a guarantee %o', (change, key, code) => {
    for (const list of ['deposits', 'guarantees']) told({ [list]: [{ amount: 1, ...change }] }, [list, 0, key], code)
  })

  it('a joint deposit, or a guarantee that is neither joint nor not', () => {
    told({ deposits: [{ amount: 1, joint: true }] }, ['deposits', 0, 'joint'], 'unknown-key')
    told({ guarantees: [{ amount: 1, joint: 'yes' }] }, ['guarantees', 0, 'joint'], 'wrong-type')
    expect(found({ ...yen, guarantees: [{ amount: 1, validFrom: '2024-01-01', validUntil: '2024-01-01' }] })).toEqual([])
  })

  it('the same id twice in a list, but not in two lists or where there is none', () => {
    const twice = [{ amount: 1, id: 'A' }, { amount: 1 }, { amount: 1 }, { amount: 1, id: 'A' }]
    for (const key of ['orders', 'deliveries', 'deposits', 'guarantees']) told({ [key]: twice }, [key, 3, 'id'], 'duplicate')
    told({ items: [yen.items[0], yen.items[0]] }, ['items', 1, 'id'], 'duplicate')
    expect(found({ ...yen, orders: [{ id: '__proto__', amount: 1 }], deliveries: [{ id: '__proto__', amount: 1 }] })).toEqual([])
  })

  it('holes of lists', () => {
    const sparse = [{ amount: 1 }]
    sparse[2] = { amount: 2 }
    told({ orders: sparse }, ['orders', 1], 'missing')
  })

  it.each<[unknown, readonly string[], string]>([
    [{ depth: 'deep', date: '2024-01-01' }, ['depth'], 'not-allowed'],
    [{ date: '2024-01-01' }, ['depth'], 'missing'],
    [{ depth: 'brief' }, ['date'], 'missing'],
    [{ depth: 'brief', date: 'x' }, ['date'], 'not-a-calendar-date'],
    [{ depth: 'brief', date: '2024-01-01', author: 'x' }, ['author'], 'unknown-key'],
  ])('a report %o', (report, path, code) => told({ report }, ['report', ...path], code))

  it.each<[unknown, readonly string[], string]>([
    ['', [], 'empty'],
    [{ grade: '', meetsStandard: true }, ['grade'], 'empty'],
    [{ meetsStandard: true }, ['grade'], 'missing'],
    [{ grade: 'A' }, ['meetsStandard'], 'missing'],
    [{ grade: 'A', meetsStandard: 'yes' }, ['meetsStandard'], 'wrong-type'],
  ])('a grade %o', (grade, path, code) => told({ grade }, ['grade', ...path], code))

  it.each<[object, string, string]>([
    [{ order: undefined }, 'order', 'missing'],
    [{ by: '' }, 'by', 'empty'],
    [{ role: 7 }, 'role', 'wrong-type'],
    [{ until: undefined }, 'until', 'missing'],
    [{ until: '2024-02-30' }, 'until', 'not-a-calendar-date'],
    [{ date: null }, 'date', 'not-a-calendar-date'],
    [{ amount: '-1' }, 'amount', 'too-small'],
    [{ amount: 'x' }, 'amount', 'not-a-decimal'],
    [{ amount: undefined, currency: 'EUR' }, 'amount', 'missing'],
    [{ amount: 1, currency: 'eur' }, 'currency', 'unknown-currency'],
    [{ amount: '1.5', currency: 'JPY' }, 'amount', 'too-many-decimal-places'],
    [{ date: '2024-05-02', until: '2024-05-01' }, 'until', 'too-small'],
    [{ breaches: [] }, 'breaches', 'empty'],
    [{ breaches: 'overdue' }, 'breaches', 'wrong-type'],
    [{ level: 1 }, 'level', 'unknown-key'],
  ])('a release %o', (change, key, code) => {
    const release = { ...account.releases[0], ...change }
    told({ releases: [release] }, ['releases', 0, key], code)
    const issues: Issue[] = []
    expect(readRelease(release, [], issues)).toBeUndefined()
    expect(codesAndPaths(issues)).toEqual([[code, [key]]])
  })

  it('the breaches of a release', () => {
    const [release] = account.releases
    const listed = (breaches: unknown) => codesAndPaths(read({ ...yen, releases: [{ ...release, breaches }] }).issues)
    expect(listed(['overdue', 'over-limit'])).toEqual([])
    expect(listed(undefined)).toEqual([])
    expect(listed(['overdue', 'too-late', 'overdue', 7])).toEqual([
      ['not-allowed', ['account', 'releases', 0, 'breaches', 1]],
      ['not-allowed', ['account', 'releases', 0, 'breaches', 3]],
      ['duplicate', ['account', 'releases', 0, 'breaches', 2]],
    ])
  })

  it('the currency of a release, of an amount in it', () => {
    const [release] = account.releases
    const said = (change: object) => read({ ...yen, releases: [{ ...release, ...change }] }).account?.releases[0]
    expect(said({ currency: 'KWD' })).toMatchObject({ currency: 'KWD' })
    expect(said({})?.currency).toBeUndefined()
    expect(said({ date: '2024-03-20' })).toBeDefined()
  })

  it('finds everything at once, once', () => {
    const bad = { currency: 'XXX', limit: {}, items: [{}], orders: [{ id: '' }, { id: '' }], dunningLevel: -1, grade: 1, releases: [{}] }
    expect(found(bad)).toEqual([
      ['missing', ['account', 'customer']],
      ['unknown-currency', ['account', 'currency']],
      ['missing', ['account', 'limit', 'amount']],
      ...['id', 'customer', 'currency', 'date', 'due', 'amount'].map((key) => ['missing', ['account', 'items', 0, key]]),
      ['empty', ['account', 'orders', 0, 'id']],
      ['missing', ['account', 'orders', 0, 'amount']],
      ['empty', ['account', 'orders', 1, 'id']],
      ['missing', ['account', 'orders', 1, 'amount']],
      ['too-small', ['account', 'dunningLevel']],
      ['wrong-type', ['account', 'grade']],
      ...['order', 'by', 'role', 'until'].map((key) => ['missing', ['account', 'releases', 0, key]]),
    ])
  })

  it('reads or tells, whatever is spoilt, and never tells a thing twice', () => {
    fc.assert(
      fc.property(spoil(yen), (spoilt) => {
        const issues = found(spoilt).map((issue) => JSON.stringify(issue))
        expect(new Set(issues).size).toBe(issues.length)
      }),
      { numRuns: 400 },
    )
  })
})
