import { formatDay, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { amountOf, currencies, randomDate, unitsOf } from '../../testing/arbitraries.js'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { naiveAgeing, naiveMoney } from '../../testing/naiveAgeing.js'
import { digitsOf } from '../../testing/naiveSettlement.js'
import { ageingSchemes } from '../../testing/receivables.js'
import { type AgedCurrency, type Ageing, type AgeingScheme, ageReceivables, type OpenItem, parseTerms, settleInvoice } from '../index.js'
import { readOpenItem } from '../receivables/readOpenItem.js'

vi.mock('../receivables/readOpenItem.js', async (original) => {
  const module = await original<typeof import('../receivables/readOpenItem.js')>()
  return { ...module, readOpenItem: vi.fn(module.readOpenItem) }
})

/** The rows that the quick loop left to the careful reader since the test began. */
const withCare = (): unknown[] => vi.mocked(readOpenItem).mock.calls.map(([, path]) => path[1])

beforeEach(() => {
  vi.mocked(readOpenItem).mockClear()
})

const buckets = [
  { id: '1-30', upToDays: 30 },
  { id: '31-60', upToDays: 60 },
  { id: '61-90', upToDays: 90 },
  { id: 'over-90', upToDays: null },
]
const scheme: AgeingScheme = { kind: 'ageing-scheme', id: 'monthly', version: 1, by: 'due-date', buckets }
const asOf = '2024-06-30'
const item: OpenItem = { id: 'I', customer: 'C', date: '2024-01-15', due: '2024-06-30', amount: '100', currency: 'CNY' }
const before = (days: number): string => formatDay(parseDay(asOf) - days) as string
const overdue = (days: number, others: Partial<OpenItem> = {}): OpenItem => ({ ...item, id: `I${days}`, due: before(days), ...others })
const age = (items: readonly OpenItem[], others: Partial<AgeingScheme> = {}): Ageing => ageReceivables(items, { ...scheme, ...others }, { asOf })
const only = ({ currencies: [one] }: Ageing): AgedCurrency => one as AgedCurrency
const counts = (ageing: Ageing): unknown => Object.fromEntries(only(ageing).buckets.map(({ id, count }) => [id, count]))
/** Fails where a row was left to the careful reader that need not be. */
const isQuick = (): void => expect(withCare()).toEqual([])

describe('ageReceivables: known answers', () => {
  it('vector 29: an age of exactly 30 days is in 1-30, unless the boundary is below (Tryton and OCA disagree)', () => {
    const items = [1, 29, 30, 31, 60, 61, 90, 91, 4000].map((days) => overdue(days))
    expect(counts(age(items))).toEqual({ 'not-due': 0, '1-30': 3, '31-60': 2, '61-90': 2, 'over-90': 2 })
    expect(counts(age(items, { boundary: 'at-or-below' }))).toEqual({ 'not-due': 0, '1-30': 3, '31-60': 2, '61-90': 2, 'over-90': 2 })
    expect(counts(age(items, { boundary: 'below' }))).toEqual({ 'not-due': 0, '1-30': 2, '31-60': 2, '61-90': 2, 'over-90': 3 })
    isQuick()
  })

  it('vector 30: what is not yet due has a bucket of its own, so that the buckets add up to the balance (erpnext#51596)', () => {
    const ageing = age([overdue(0, { amount: '70' }), overdue(-1, { amount: 3 }), overdue(-4000, { amount: '0.10' }), overdue(1, { amount: '5.25' })])
    const { total, buckets: aged } = only(ageing)
    expect(total).toBe('78.35')
    expect(aged.map(({ id, count, amount }) => [id, count, amount])).toEqual([
      ['not-due', 3, '73.10'],
      ['1-30', 1, '5.25'],
      ['31-60', 0, '0.00'],
      ['61-90', 0, '0.00'],
      ['over-90', 0, '0.00'],
    ])
    isQuick()
  })

  it('part-paid invoices, credit notes, a dispute, a settled and a later item of two customers and two currencies, by hand', () => {
    const applications = [
      { date: '2024-05-01', type: 'payment' as const, settles: '400' },
      { date: '2024-06-30', type: 'write-off' as const, settles: 0.5 },
      { date: '2024-07-01', type: 'payment' as const, settles: '599.50' },
    ]
    const items: OpenItem[] = [
      overdue(45, { id: 'B-2', customer: 'B', amount: '1000', applications }),
      overdue(10, { id: 'B-1', customer: 'B', amount: '-80.05', blocked: true }),
      overdue(50, { id: 'A-1', customer: 'A', amount: '200', disputed: true, applications: [] }),
      overdue(20, { id: 'A-2', customer: 'A', amount: '7', applications: [{ date: '2024-06-30', type: 'credit-note', settles: '7.00' }] }),
      overdue(20, { id: 'C-1', customer: 'C', amount: '7', applications: [{ date: '2024-06-30', type: 'discount', settles: '7' }] }),
      overdue(0, { id: 'B-3', customer: 'B', amount: 1200, currency: 'JPY', disputed: false }),
      overdue(5, { id: 'D-1', customer: 'D', date: '2024-07-01', amount: 5, currency: 'USD', applications }),
      overdue(5, {
        id: 'E-1',
        customer: 'E',
        amount: '5',
        currency: 'KWD',
        applications: [{ date: '2024-01-01', type: 'payment', settles: '5.000' }],
      }),
    ]
    const empty = { count: 0, amount: '0.00', debits: '0.00', credits: '0.00' }
    const ids = ['not-due', '1-30', '31-60', '61-90', 'over-90']
    const credit = { id: '1-30', count: 1, amount: '-80.05', debits: '0.00', credits: '-80.05' }
    const two = { id: '31-60', count: 2, amount: '799.50', debits: '799.50', credits: '0.00' }
    const ofA = { id: '31-60', count: 1, amount: '200.00', debits: '200.00', credits: '0.00' }
    const ofB = { id: '31-60', count: 1, amount: '599.50', debits: '599.50', credits: '0.00' }
    const with0 = (...some: readonly { readonly id: string }[]): unknown[] => ids.map((id) => some.find((one) => one.id === id) ?? { id, ...empty })
    const yen = { id: 'not-due', count: 1, amount: '1200', debits: '1200', credits: '0' }
    const inYen = {
      ...{ total: '1200', debits: '1200', credits: '0', disputed: '0' },
      buckets: ids.map((id) => (id === 'not-due' ? yen : { id, count: 0, amount: '0', debits: '0', credits: '0' })),
    }
    expect(ageReceivables(items, scheme, { asOf, detail: 'items' })).toStrictEqual({
      asOf,
      currencies: [
        {
          currency: 'CNY',
          ...{ total: '719.45', debits: '799.50', credits: '-80.05', disputed: '200.00', buckets: with0(credit, two) },
          customers: [
            { customer: 'A', total: '200.00', debits: '200.00', credits: '0.00', disputed: '200.00', buckets: with0(ofA) },
            { customer: 'B', total: '519.45', debits: '599.50', credits: '-80.05', disputed: '0.00', buckets: with0(credit, ofB) },
          ],
        },
        { currency: 'JPY', ...inYen, customers: [{ customer: 'B', ...inYen }] },
        {
          currency: 'KWD',
          ...{ total: '0.000', debits: '0.000', credits: '0.000', disputed: '0.000' },
          buckets: ids.map((id) => ({ id, count: 0, amount: '0.000', debits: '0.000', credits: '0.000' })),
          customers: [],
        },
      ],
      items: [
        { id: 'A-1', customer: 'A', currency: 'CNY', bucket: '31-60', days: 50, open: '200.00', disputed: true },
        { id: 'B-1', customer: 'B', currency: 'CNY', bucket: '1-30', days: 10, open: '-80.05', disputed: false },
        { id: 'B-2', customer: 'B', currency: 'CNY', bucket: '31-60', days: 45, open: '599.50', disputed: false },
        { id: 'B-3', customer: 'B', currency: 'JPY', bucket: 'not-due', days: 0, open: '1200', disputed: false },
      ],
      rejected: [],
      diagnoses: [
        { code: 'items-after-as-of', params: { count: 1 } },
        { code: 'applications-after-as-of', params: { count: 1 } },
        { code: 'items-settled', params: { count: 3 } },
      ],
      policies: [{ kind: 'ageing-scheme', id: 'monthly', version: 1 }],
    })
    expect(ageReceivables(items, scheme, { asOf })).not.toHaveProperty('items')
    isQuick()
  })

  it('by invoice date there is no bucket for what is not due, and the due date does not matter', () => {
    const dated = (days: number): OpenItem => ({ ...item, id: `D${days}`, date: before(days), due: days % 2 === 0 ? '2001-01-01' : '2099-01-01' })
    const items = [0, 1, 30, 31, 60, 61, 99].map(dated)
    expect(counts(age(items, { by: 'invoice-date' }))).toEqual({ '1-30': 3, '31-60': 2, '61-90': 1, 'over-90': 1 })
    expect(counts(age(items, { by: 'invoice-date', boundary: 'below' }))).toEqual({ '1-30': 2, '31-60': 2, '61-90': 2, 'over-90': 1 })
    const day0 = [{ id: 'today', upToDays: 0 }, ...buckets]
    expect(counts(age(items, { by: 'invoice-date', buckets: day0 }))).toEqual({ today: 1, '1-30': 2, '31-60': 2, '61-90': 1, 'over-90': 1 })
  })

  it('as of any past date: what came later is left out, and counted', () => {
    const payment = { date: '2024-04-10', type: 'payment' as const, settles: '100' }
    const items = [
      { ...item, due: '2024-02-14', applications: [payment] },
      { ...item, id: 'J', date: '2024-03-01', due: '2024-03-31' },
    ]
    const on = (day: string): unknown => {
      const { diagnoses, ...ageing } = ageReceivables(items, scheme, { asOf: day })
      return [
        only(ageing as Ageing)?.buckets.flatMap(({ id, amount, count }) => (count > 0 ? [`${id} ${amount}`] : [])),
        diagnoses.map(({ code }) => code),
      ]
    }
    expect(on('2024-01-14')).toEqual([undefined, ['items-after-as-of']])
    expect(on('2024-01-15')).toEqual([['not-due 100.00'], ['items-after-as-of', 'applications-after-as-of']])
    expect(on('2024-02-14')).toEqual([['not-due 100.00'], ['items-after-as-of', 'applications-after-as-of']])
    expect(on('2024-02-15')).toEqual([['1-30 100.00'], ['items-after-as-of', 'applications-after-as-of']])
    expect(on('2024-04-09')).toEqual([['1-30 100.00', '31-60 100.00'], ['applications-after-as-of']])
    expect(on('2024-04-10')).toEqual([['1-30 100.00'], ['items-settled']])
  })

  it('an invoice settled with its discount is not overdue by the discount', () => {
    const terms = parseTerms('2/15, 1/20, N/30')
    const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
    const payments = [{ id: 'P-1', date: '2024-03-16', amount: '9800', currency: 'CNY' }]
    const credits = [{ id: 'N-1', date: '2024-03-10', amount: '100', currency: 'CNY', type: 'credit-note' as const }]
    const settled = settleInvoice({ invoice, payments }, terms, { asOf })
    const short = settleInvoice(
      { invoice: { ...invoice, id: 'INV-2' }, payments: [{ ...(payments[0] as (typeof payments)[0]), amount: '5000' }], credits },
      terms,
      { asOf },
    )
    const items = [settled, short].map(({ invoice: id, due, applications }) => ({ ...invoice, id, customer: 'C', due, applications }))
    expect(settled.applications.map(({ type, settles }) => [type, settles])).toEqual([
      ['payment', '9800.00'],
      ['discount', '200.00'],
    ])
    const ageing = age(items)
    expect([only(ageing).total, short.open, counts(ageing), ageing.diagnoses]).toEqual([
      '4900.00',
      '4900.00',
      { 'not-due': 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 1 },
      [{ code: 'items-settled', params: { count: 1 } }],
    ])
    isQuick()
  })

  it('counts what is settled beyond its amount', () => {
    const settled = (amount: string, settles: string): OpenItem =>
      overdue(1, { id: amount + settles, amount, applications: [{ date: asOf, type: 'payment', settles }] })
    const ageing = age([
      settled('10', '10.01'),
      settled('-10', '-11'),
      settled('0', '1'),
      settled('0', '-1'),
      settled('5', '5'),
      settled('0', '0'),
      settled('5', '4'),
    ])
    expect(ageing.diagnoses).toEqual([
      { code: 'items-settled', params: { count: 2 } },
      { code: 'settled-beyond-amount', params: { count: 4 } },
    ])
    expect(only(ageing).total).toBe('1.99')
    expect(only(ageing).buckets[1]).toEqual({ id: '1-30', count: 5, amount: '1.99', debits: '3.00', credits: '-1.01' })
    isQuick()
  })

  it('lists every currency in which anything is counted, and none in which nothing is', () => {
    expect(ageReceivables([], scheme, { asOf })).toEqual({
      asOf,
      currencies: [],
      rejected: [],
      diagnoses: [],
      policies: [{ kind: 'ageing-scheme', id: 'monthly', version: 1 }],
    })
    expect(age([{ ...item, date: '2024-07-01' }]).currencies).toEqual([])
    const none = only(age([{ ...item, amount: 0 }]))
    expect([none.total, none.customers]).toEqual(['0.00', []])
  })
})

describe('ageReceivables: what the quick loop takes, and what it leaves to the careful reader', () => {
  /** Ages one item after a plain one, and says whether it was read with care. */
  const leaves = (other: unknown): boolean => {
    vi.mocked(readOpenItem).mockClear()
    ageReceivables([overdue(1), other as OpenItem], scheme, { asOf, invalid: 'collect' })
    return withCare().includes(1)
  }
  const one = { ...item, id: 'J' }
  const paid = { date: '2024-01-01', type: 'payment', settles: '1' }

  it('takes amounts that are plain texts or numbers', () => {
    for (const amount of [
      '0',
      '-1',
      '12.50',
      '0.05',
      '-0.05',
      '1234567.89',
      '99999999.99',
      '999999999999.99',
      '10.000',
      0.1,
      -5,
      1e12,
      '12.5',
      '-0.00',
      -0,
    ]) {
      expect([amount, leaves({ ...one, amount })]).toEqual([amount, false])
    }
    expect(
      only(
        age([
          { ...one, amount: '-0.00' },
          { ...one, id: 'K', amount: -0 },
        ]),
      ).total,
    ).toBe('0.00')
  })

  it('leaves others, be they good or bad', () => {
    for (const amount of [
      '1e3',
      '-999999999999.99',
      '9999999999999.99',
      '1e15',
      1e15,
      '007',
      '00.50',
      '.50',
      '5.',
      '-',
      '',
      '--1.00',
      '1-0.00',
      '1.2.3',
      ' 1',
      '1:00',
      '+1.00',
    ]) {
      expect([amount, leaves({ ...one, amount })]).toEqual([amount, true])
    }
    expect(leaves({ ...one, disputed: undefined })).toBe(true)
    expect(leaves(Object.assign(Object.create({ inherited: 1 }), one))).toBe(true)
    expect(leaves(Object.assign(Object.create(null), one))).toBe(true)
    expect(leaves({ ...one, [Symbol.toStringTag]: 'Item' })).toBe(true)
    expect(leaves(Object.defineProperty({ ...one, extra: 1 }, 'due', { enumerable: false }))).toBe(true)
    expect(
      leaves({
        ...one,
        applications: [
          { ...paid, settles: '99999999999999' },
          { ...paid, settles: '-1e14' },
        ],
      }),
    ).toBe(true)
    const large = Array.from({ length: 10 }, () => ({ ...paid, settles: '9999999999999.9' }))
    expect(leaves({ ...one, applications: large })).toBe(true)
    const { currencies: aged } = age([{ ...one, amount: '1e1', disputed: undefined }, Object.assign(Object.create(null), { ...one, id: 'K' })])
    expect(aged.map(({ total }) => total)).toEqual(['110.00'])
  })

  it('takes any order of keys, symbols, flags and applications', () => {
    const { id, customer, ...others } = one
    expect(leaves({ ...others, customer, id })).toBe(false)
    expect(leaves({ ...one, disputed: true, blocked: false, applications: [] })).toBe(false)
    expect(leaves({ ...one, [Symbol('note')]: 1 })).toBe(false)
    for (const type of ['payment', 'discount', 'credit-note', 'write-off']) expect(leaves({ ...one, applications: [{ ...paid, type }] })).toBe(false)
    expect(leaves({ ...one, applications: [paid, { ...paid, payment: 'P', amount: '0.99' }] })).toBe(false)
  })

  it('takes items of a class, or without a prototype, where all are alike', () => {
    class Item {
      constructor(readonly id: string) {
        Object.assign(this, { ...item, id })
      }
      get isOverdue(): boolean {
        return true
      }
    }
    const list = ['A', 'B'].map((id) => new Item(id) as unknown as OpenItem)
    expect(only(age(list)).total).toBe('200.00')
    isQuick()
    expect(only(age(['A', 'B'].map((id) => Object.assign(Object.create(null), item, { id })))).total).toBe('200.00')
    isQuick()
    // What all have from their prototype is none of their own, though a key of their own is undefined.
    class Claim {
      readonly disputed = undefined
      constructor(own: object) {
        Object.assign(this, own)
      }
      get customer(): string {
        return 'X'
      }
    }
    const { customer: _, ...own } = item
    const claim = new Claim(own) as unknown as OpenItem
    expect(issuesOf(() => age([claim, { ...item, id: 'B' }]))).toEqual([['missing', ['items', 0, 'customer']]])
    expect(issuesOf(() => age([{ ...item, id: 'B' }, claim]))).toEqual([['missing', ['items', 1, 'customer']]])
    const inherited = Object.create({ ...item })
    expect(issuesOf(() => age([inherited]))).toHaveLength(6)
    const half = Object.assign(Object.create(item), { ...item, id: 'A' })
    expect(only(age([half])).total).toBe('100.00')
  })

  it('ages more items than are read at once, with careful ones among them, and new customers and currencies all the way', () => {
    const items = Array.from({ length: 5000 }, (_, index): OpenItem => {
      const currency = ['CNY', 'JPY', 'KWD'][Math.floor(index / 1700)] as string
      const others = index % 999 === 0 ? { blocked: undefined } : { disputed: index % 5 === 0 }
      return overdue(index % 120, { id: `N${index}`, customer: `C${(index * 7) % 401}`, amount: index, currency, ...others })
    })
    expect(age(items).currencies).toEqual(naiveAgeing(items, scheme, asOf))
    expect(withCare()).toEqual([0, 999, 1998, 2997, 3996, 4995])
    const backwards = [...items].reverse()
    expect(age(backwards).currencies).toEqual(naiveAgeing(items, scheme, asOf))
    const { items: listed = [] } = ageReceivables(backwards, scheme, { asOf, detail: 'items' })
    expect(listed).toHaveLength(4999)
    expect(listed).toEqual(ageReceivables(items, scheme, { asOf, detail: 'items' }).items)
  })

  it('adds up exactly beyond 2⁵³ for thousands of customers, one by one only where a sum is too large', () => {
    const amount = 10 ** 15 - 1
    const items = Array.from({ length: 6000 }, (_, index) =>
      overdue(5, { id: `N${String(index).padStart(4, '0')}`, customer: `C${index % 300}`, amount, currency: 'JPY' }),
    )
    expect(only(age(items)).total).toBe(String(6000n * BigInt(amount)))
    // Of each customer's 20 items nine stay below.
    expect(withCare()).toHaveLength(300 * 11)
  })

  it('adds up exactly beyond 2⁵³', () => {
    const amounts = ['9007199254740992', '9007199254740993.01', '-0.02', `1${'0'.repeat(30)}`, '9999999999999.99', '9999999999999.99']
    const items = amounts.map((amount, index) => overdue(index, { id: `N${index}`, amount, disputed: true }))
    const many = Array.from({ length: 2000 }, (_, index) =>
      overdue(index % 99, { id: `M${index}`, amount: '999999999999.99', customer: `D${index % 2}` }),
    )
    const all = [...many, ...items, ...many.map((one) => ({ ...one, id: `L${one.id}` }))]
    expect(age(all).currencies).toEqual(naiveAgeing(all, scheme, asOf))
  })
})

const ids = fc.oneof(
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.nat(99).map((number) => `INV-${number}`),
  fc.constantFrom('__proto__', 'toString', '客户'),
)
const units = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 8, arbitrary: fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }) },
)
const parts = fc.constantFrom<readonly [bigint, bigint]>([0n, 1n], [1n, 1n], [1n, 2n], [1n, 3n], [-1n, 4n], [3n, 2n])
const types = fc.constantFrom('payment' as const, 'discount' as const, 'credit-note' as const, 'write-off' as const)
const extras = fc.record({ disputed: fc.boolean(), blocked: fc.boolean(), payment: fc.constant('P') }, { requiredKeys: [] })

/** Items around a day, of any sign and size. */
const someItems: fc.Arbitrary<OpenItem[]> = fc.uniqueArray(
  fc
    .record({
      ...{ id: ids, customer: fc.constantFrom('A', 'B', '__proto__', 'constructor', '客户'), currency: fc.constantFrom(...currencies) },
      ...{ day: fc.nat(250), term: fc.integer({ min: -10, max: 90 }), units, others: extras },
      applications: fc.array(fc.record({ day: fc.nat(300), part: parts, type: types }), { maxLength: 3 }),
    })
    .map(({ id, customer, currency: [currency, digits], day, term, units: amount, others: { payment, ...flags }, applications }) => ({
      ...{ id, customer, currency, date: randomDate(day), due: randomDate(day + term), amount: amountOf(amount, digits), ...flags },
      ...(applications.length === 0 ? {} : { applications: applications.map((one) => applicationOf(one, amount, digits, payment)) }),
    })),
  { selector: ({ id }) => id, maxLength: 12 },
)

function applicationOf(
  {
    day,
    part: [times, divisor],
    type,
  }: { readonly day: number; readonly part: readonly [bigint, bigint]; readonly type: 'payment' | 'discount' | 'credit-note' | 'write-off' },
  amount: bigint,
  digits: number,
  payment: string | undefined,
): NonNullable<OpenItem['applications']>[number] {
  const settles = amountOf((amount * times) / divisor, digits)
  return { date: randomDate(day), type, settles, ...(payment === undefined ? {} : { payment, amount: settles }) }
}

const days = fc.nat(350).map(randomDate)
const bucketIds = ({ buckets: list }: Ageing['currencies'][number]): string[] => list.map(({ id }) => id)

describe('ageReceivables: laws', () => {
  it('gives what a naive program gives, and leaves its input as it was', () => {
    fc.assert(
      fc.property(someItems, ageingSchemes, days, (items, any, day) => {
        const ageing = ageReceivables(deepFreeze(items), deepFreeze(any), deepFreeze({ asOf: day, detail: 'items' }))
        expect(ageing.currencies).toEqual(naiveAgeing(items, any, day))
        expect(JSON.parse(JSON.stringify(ageing))).toStrictEqual(ageing)
      }),
    )
  })

  it('adds up: parts to wholes, in each currency and bucket, and items to both', () => {
    fc.assert(
      fc.property(someItems, ageingSchemes, days, (items, any, day) => {
        const ageing = ageReceivables(items, any, { asOf: day, detail: 'items' })
        for (const { currency, customers, ...balance } of ageing.currencies) {
          const sum = (texts: readonly string[]): string =>
            naiveMoney(
              texts.reduce((total, text) => total + unitsOf(text, digitsOf(currency)), 0n),
              currency,
            )
          const open = (ageing.items ?? []).filter((one) => one.currency === currency)
          expect(sum([balance.debits, balance.credits])).toBe(balance.total)
          expect(sum(balance.buckets.map(({ amount }) => amount))).toBe(balance.total)
          expect(sum(customers.map(({ total }) => total))).toBe(balance.total)
          expect(sum(open.map((one) => one.open))).toBe(balance.total)
          expect(sum(open.filter(({ disputed }) => disputed).map((one) => one.open))).toBe(balance.disputed)
          for (const { id, amount, debits, credits, count } of balance.buckets) {
            expect(sum([debits, credits])).toBe(amount)
            expect(sum(open.filter(({ bucket }) => bucket === id).map((one) => one.open))).toBe(amount)
            expect(open.filter(({ bucket }) => bucket === id)).toHaveLength(count)
          }
        }
      }),
    )
  })

  it('does not depend on the order of items and applications', () => {
    fc.assert(
      fc.property(someItems, ageingSchemes, days, fc.infiniteStream(fc.nat()), (items, any, day, keys) => {
        const shuffled = items
          .map((one) => ({ one: { ...one, applications: [...(one.applications ?? [])].reverse() }, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const options = { asOf: day, detail: 'items' } as const
        expect(ageReceivables(shuffled, any, options)).toEqual(ageReceivables(items, any, options))
      }),
    )
  })

  it('of a union is the sum of the ageings', () => {
    fc.assert(
      fc.property(someItems, someItems, ageingSchemes, days, (some, others, any, day) => {
        const one = ageReceivables(some, any, { asOf: day })
        const two = ageReceivables(others, any, { asOf: day })
        const all = ageReceivables(
          [...some.map((row) => ({ ...row, id: `1${row.id}` })), ...others.map((row) => ({ ...row, id: `2${row.id}` }))],
          any,
          { asOf: day },
        )
        for (const { currency, ...balance } of all.currencies) {
          const halves = [one, two].flatMap((half) => half.currencies.filter((part) => part.currency === currency))
          balance.buckets.forEach((bucket, index) => {
            for (const field of ['amount', 'debits', 'credits'] as const) {
              const total = halves.reduce((sum, half) => sum + unitsOf(half.buckets[index]?.[field] as string, digitsOf(currency)), 0n)
              expect(bucket[field]).toBe(naiveMoney(total, currency))
            }
            expect(bucket.count).toBe(halves.reduce((sum, half) => sum + (half.buckets[index]?.count as number), 0))
          })
        }
        expect(all.currencies.map(({ currency }) => currency)).toEqual(
          [...new Set([one, two].flatMap((half) => half.currencies.map(({ currency }) => currency)))].sort(),
        )
      }),
    )
  })

  it('never moves an open item to a younger bucket as days pass', () => {
    fc.assert(
      fc.property(someItems, ageingSchemes, fc.nat(350), fc.nat(60), (items, any, day, more) => {
        const [earlier, later] = [day, day + more].map((one) => ageReceivables(items, any, { asOf: randomDate(one), detail: 'items' })) as [
          Ageing,
          Ageing,
        ]
        const order = later.currencies[0] === undefined ? [] : bucketIds(later.currencies[0])
        for (const { id, bucket, days: old } of earlier.items ?? []) {
          const now = later.items?.find((one) => one.id === id)
          if (now === undefined) continue
          expect(order.indexOf(now.bucket)).toBeGreaterThanOrEqual(order.indexOf(bucket))
          expect(now.days).toBe(old + more)
        }
      }),
    )
  })
})

describe('ageReceivables: bad input', () => {
  const good = { ...item, applications: [{ date: '2024-01-01', type: 'payment', settles: '1', payment: 'P', amount: '1' }] }
  const junk = fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' 1 ',
    'x',
    '-1',
    -1,
    1.005,
    '5',
    '1e3',
    Number.NaN,
    Infinity,
    '2024-02-30',
    '2024-02-28',
    'JPY',
    [],
    {},
    [1],
    [null],
    true,
    1n,
  )
  const paths = [
    ['id'],
    ['customer'],
    ['date'],
    ['due'],
    ['amount'],
    ['currency'],
    ['disputed'],
    ['blocked'],
    ['applications'],
    ['extra'],
    ['__proto__'],
  ]
  const deep = ['date', 'type', 'settles', 'payment', 'amount', 'extra'].map((field) => ['applications', 0, field])

  it('tells the same of rows as the careful reader, however they are spoilt', () => {
    const spoilt = fc.tuple(fc.constantFrom(...paths, ...deep), junk).map(([path, value]) => {
      const copy = structuredClone(good) as unknown as Record<string, unknown>
      const target = path.length === 1 ? copy : ((copy['applications'] as Record<string, unknown>[])[0] as Record<string, unknown>)
      Object.defineProperty(target, path.at(-1) as string, { value, enumerable: true, configurable: true, writable: true })
      return copy
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(spoilt, junk), { maxLength: 6 }), fc.boolean(), (rows, inOrder) => {
        const list = rows.map((row, index) =>
          inOrder && typeof row === 'object' && row !== null && 'id' in row && row.id === 'I' ? { ...row, id: `I${index}` } : row,
        )
        const careful = list.map((row) => Object.create({ apart: 1 }, Object.getOwnPropertyDescriptors(Object(row))))
        const options = { asOf, invalid: 'collect', detail: 'items' } as const
        const plain = ageReceivables(list as OpenItem[], scheme, options)
        const isObject = list.map((row) => Object.prototype.toString.call(row) === '[object Object]')
        if (isObject.every(Boolean)) expect(ageReceivables(careful, scheme, options)).toEqual(plain)
        const issues = plain.rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))
        expect(issuesOf(() => ageReceivables(list as OpenItem[], scheme, { asOf }))).toEqual(issues.length === 0 ? 'nothing was thrown' : issues)
        expect(plain.rejected.length + (plain.items?.length ?? 0) + settledOf(plain)).toBe(list.length)
      }),
      { numRuns: 300 },
    )
  })

  const settledOf = ({ diagnoses }: Ageing): number =>
    diagnoses.reduce((sum, one) => (one.code === 'items-settled' || one.code === 'items-after-as-of' ? sum + one.params.count : sum), 0)

  it('names the field of each bad row, in the order of rows', () => {
    const bad = [
      { ...item, due: undefined },
      { ...item, amount: '1.001', extra: 1 },
      { ...item, id: 7, currency: 'XXX' },
      { ...good, disputed: 'yes', applications: [{ ...good.applications[0], settles: '0.001', type: 'refund', date: null }] },
      null,
    ]
    const rows = Object.assign(new Array(6), bad) as OpenItem[]
    const issues = [
      ['missing', ['items', 0, 'due']],
      ['unknown-key', ['items', 1, 'extra']],
      ['too-many-decimal-places', ['items', 1, 'amount']],
      ['duplicate', ['items', 1, 'id']],
      ['wrong-type', ['items', 2, 'id']],
      ['unknown-currency', ['items', 2, 'currency']],
      ['wrong-type', ['items', 3, 'disputed']],
      ['not-a-calendar-date', ['items', 3, 'applications', 0, 'date']],
      ['not-allowed', ['items', 3, 'applications', 0, 'type']],
      ['too-many-decimal-places', ['items', 3, 'applications', 0, 'settles']],
      ['duplicate', ['items', 3, 'id']],
      ['wrong-type', ['items', 4]],
      ['missing', ['items', 5]],
    ]
    expect(issuesOf(() => age(rows))).toEqual(issues)
    const { rejected, diagnoses, currencies: aged } = ageReceivables([...rows, item], scheme, { asOf, invalid: 'collect' })
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [0, 'I'],
      [1, 'I'],
      [2, undefined],
      [3, 'I'],
      [4, undefined],
      [5, undefined],
      [6, 'I'],
    ])
    expect([diagnoses, aged]).toEqual([[{ code: 'rows-rejected', params: { rejected: 7, items: 0 } }], []])
  })

  it('keeps the first of the items of one id, and leaves out all that settles the others', () => {
    const applications = [
      { date: '2024-01-01', type: 'payment' as const, settles: '1' },
      { date: '2024-07-01', type: 'payment' as const, settles: '1' },
    ]
    const named = ['A', 'B', 'C', 'A', '__proto__', 'C', '__proto__', 'D'].map(
      (id, index): OpenItem => ({ ...item, id, amount: 10 ** (index + 1), applications }),
    )
    const { rejected, currencies: aged, diagnoses } = ageReceivables(named, scheme, { asOf, invalid: 'collect' })
    expect(rejected.map(({ index, issues: [issue] }) => [index, issue?.params])).toEqual([
      [3, { value: 'A', first: 0 }],
      [5, { value: 'C', first: 2 }],
      [6, { value: '__proto__', first: 4 }],
    ])
    expect(aged[0]?.total).toBe('100101105.00')
    expect(diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 3, items: 5 } },
      { code: 'applications-after-as-of', params: { count: 5 } },
    ])
    const far = Array.from(
      { length: 6000 },
      (_, index): OpenItem => ({ ...item, id: index === 5000 ? 'N00007' : `N${String(index).padStart(5, '0')}` }),
    )
    expect(issuesOf(() => age(far))).toEqual([['duplicate', ['items', 5000, 'id']]])
  })

  it.each(badLists)('refuses %o, which is no list of items', (value, code) => {
    expect(issuesOf(() => age(value as OpenItem[]))).toEqual([[code, ['items']]])
  })

  it('tells all that is wrong with the scheme and the options before any item', () => {
    const tell = (value: unknown, options: unknown): unknown => issuesOf(() => ageReceivables(null as never, value as AgeingScheme, options as never))
    expect(
      tell({ ...scheme, by: 'date', buckets: [{ id: 'x', upToDays: 3 }] }, { asOf: '2024-13-01', invalid: 'skip', detail: 'all', more: 1 }),
    ).toEqual([
      ['not-allowed', ['scheme', 'by']],
      ['not-allowed', ['scheme', 'buckets', 0, 'upToDays']],
      ['unknown-key', ['options', 'more']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['not-allowed', ['options', 'detail']],
    ])
    expect(tell(scheme, {})).toEqual([['missing', ['options', 'asOf']]])
    expect(tell(scheme, Object.create({ asOf }))).toEqual([['missing', ['options', 'asOf']]])
    for (const [value, code] of badRecords) {
      expect(tell(scheme, value)).toEqual([[code, ['options']]])
      expect(tell(value, { asOf, detail: undefined, invalid: undefined })).toEqual([[code, ['scheme']]])
    }
  })
})
