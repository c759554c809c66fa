import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitsOf } from '../../testing/arbitraries.js'
import { badLists } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { digitsOf } from '../../testing/naiveSettlement.js'
import { openItems } from '../../testing/receivables.js'
import { type CurrencyConcentration, concentrationOfReceivables, type OpenItem, type ReceivablesConcentration } from '../index.js'
import { moneyText } from '../money/moneyText.js'

const item: OpenItem = { id: 'I', customer: 'A', date: '2024-03-01', due: '2024-03-31', amount: '100', currency: 'CNY' }

/** One item a balance, of the customers A, B, C, … */
const itemsOf = (...balances: readonly (string | number)[]): OpenItem[] =>
  balances.map((amount, index) => ({ ...item, id: `I${index}`, customer: String.fromCharCode(65 + index), amount }))
const concentrate = (items: readonly OpenItem[]): CurrencyConcentration => concentrationOfReceivables(items).currencies[0] as CurrencyConcentration
const listed = ({ customers }: CurrencyConcentration): string[] => customers.map(({ customer, balance }) => `${customer} ${balance}`)

describe('concentrationOfReceivables: known answers', () => {
  it('600, 250, 100 and 50 of 1,000, and a credit balance, as Python computes it in fractions', () => {
    const concentration: ReceivablesConcentration = {
      currencies: [
        {
          currency: 'CNY',
          total: '925.00',
          exposure: '1000.00',
          herfindahlHirschmanIndex: 0.435,
          effectiveCustomers: 2.2988505747126435,
          greatest: [
            { customers: 1, share: 0.6 },
            { customers: 5, share: 1 },
            { customers: 10, share: 1 },
            { customers: 20, share: 1 },
          ],
          customers: [
            { customer: 'B', balance: '600.00', share: 0.6, cumulativeShare: 0.6 },
            { customer: 'E', balance: '250.00', share: 0.25, cumulativeShare: 0.85 },
            { customer: 'A', balance: '100.00', share: 0.1, cumulativeShare: 0.95 },
            { customer: 'D', balance: '50.00', share: 0.05, cumulativeShare: 1 },
            { customer: 'C', balance: '-75.00', share: 0, cumulativeShare: 1 },
          ],
        },
      ],
      rejected: [],
      diagnoses: [],
    }
    expect(concentrationOfReceivables(itemsOf('100', '600', '-75', '50', '250'))).toStrictEqual(concentration)
  })

  it.each<[(string | number)[], number, number, number[]]>([
    [[1, 1, 1, 1, 1, 1, 1], 1 / 7, 7, [1, 2, 3, 4, 5, 6, 7].map((count) => count / 7)],
    [['333.33', '333.34', '333.33', 0, '-0.05'], 0.3333333334, 2.9999999994, [0.33334, 0.66667, 1, 1]],
    [[`1${'0'.repeat(38)}.01`, `1${'0'.repeat(38)}`, '0.03'], 0.5, 2, [0.5, 1, 1]],
    [[7], 1, 1, [1]],
    [[-7, -3], 0, 0, [0, 0]],
    [[0], 0, 0, []],
  ])('balances %o as Python computes them in fractions', (balances, index, effective, cumulative) => {
    const { herfindahlHirschmanIndex, effectiveCustomers, customers } = concentrate(itemsOf(...balances))
    expect([herfindahlHirschmanIndex, effectiveCustomers]).toEqual([index, effective])
    expect(customers.map(({ cumulativeShare }) => cumulativeShare)).toEqual(cumulative)
  })

  it('the greatest 1, 5, 10 and 20 of 25 customers', () => {
    const { greatest } = concentrate(Array.from({ length: 25 }, (_, index) => ({ ...item, id: `${index}`, customer: `${index}`, amount: index + 1 })))
    expect(greatest.map(({ share }) => share)).toEqual([25 / 325, 115 / 325, 205 / 325, 310 / 325])
  })

  it('nets the items of a customer, in the sign of each, and lists whoever has one that is open', () => {
    const applications = [{ date: '2024-03-10', type: 'payment', settles: '40' }] as const
    const items: OpenItem[] = [
      { ...item, applications },
      { ...item, id: 'C', amount: '-10.5' },
      { ...item, id: 'N1', customer: 'N', amount: '5' },
      { ...item, id: 'N2', customer: 'N', amount: '-5' },
      { ...item, id: 'S', customer: 'settled', amount: '40', applications },
      { ...item, id: 'Y', customer: 'A', currency: 'JPY', amount: '40', applications },
    ]
    const { currencies } = concentrationOfReceivables(items)
    expect(currencies.map(({ currency, total, exposure }) => `${currency} ${total} ${exposure}`)).toEqual(['CNY 49.50 49.50', 'JPY 0 0'])
    expect(currencies.map(listed)).toEqual([['A 49.50', 'N 0.00'], []])
    expect(currencies[1]).toMatchObject({ herfindahlHirschmanIndex: 0, effectiveCustomers: 0 })
  })

  it('counts what is dated up to a day, or everything', () => {
    const items: OpenItem[] = [
      { ...item, applications: ['2024-03-10', '2024-03-11', '9999-12-31'].map((date) => ({ date, type: 'payment', settles: '10' })) },
      { ...item, id: 'later', date: '2024-03-11', amount: '5' },
      { ...item, id: 'last', date: '9999-12-31', currency: 'JPY' },
    ]
    const at = concentrationOfReceivables(items, { asOf: '2024-03-10' })
    expect(at.asOf).toBe('2024-03-10')
    expect(at.currencies.map(({ currency, total }) => `${currency} ${total}`)).toEqual(['CNY 90.00'])
    expect(at.diagnoses).toEqual([
      { code: 'items-after-as-of', params: { count: 2 } },
      { code: 'applications-after-as-of', params: { count: 2 } },
    ])
    const all = concentrationOfReceivables(items, { asOf: undefined, invalid: undefined })
    expect(Object.keys(all)).toEqual(['currencies', 'rejected', 'diagnoses'])
    expect(all.currencies.map(({ currency, total }) => `${currency} ${total}`)).toEqual(['CNY 75.00', 'JPY 100'])
    expect(all.diagnoses).toEqual([])
  })

  it('orders balances that are alike by id, in code units, whatever the ids', () => {
    const named = ['b', '__proto__', 'Z', 'constructor', '客户', 'a'].map((customer) => ({ ...item, id: customer, customer }))
    expect(listed(concentrate(named)).map((line) => line.split(' ')[0])).toEqual(['Z', '__proto__', 'a', 'b', 'constructor', '客户'])
    expect(concentrationOfReceivables([]).currencies).toEqual([])
  })
})

describe('concentrationOfReceivables: laws', () => {
  const lists = fc.uniqueArray(openItems, { maxLength: 12, selector: ({ id }) => id })

  /** The balances by currency and customer, of customers with an item that is not settled. */
  const naiveBalances = (items: readonly OpenItem[]): Record<string, [customer: string, balance: bigint][]> => {
    const codes = [...new Set(items.map(({ currency }) => currency))].sort()
    return Object.fromEntries(
      codes.map((currency) => {
        const own = items
          .filter((one) => one.currency === currency)
          .map(({ customer, amount, applications = [] }) => {
            const settled = applications.reduce((sum, { settles }) => sum + unitsOf(settles, digitsOf(currency)), 0n)
            return { customer, open: unitsOf(amount, digitsOf(currency)) - settled }
          })
          .filter(({ open }) => open !== 0n)
        const customers = [...new Set(own.map(({ customer }) => customer))].sort()
        const balanceOf = (customer: string): bigint => own.filter((one) => one.customer === customer).reduce((sum, { open }) => sum + open, 0n)
        const balances = customers.map((customer) => [customer, balanceOf(customer)] as [string, bigint])
        return [currency, balances.sort(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1))]
      }),
    )
  }

  it('is what a plain sum of fractions gives, for any items', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const found = concentrationOfReceivables(deepFreeze(items))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        const naive = naiveBalances(items)
        expect(found.currencies.map(({ currency }) => currency)).toEqual(Object.keys(naive))
        for (const { currency, total, exposure, herfindahlHirschmanIndex, effectiveCustomers, customers, greatest } of found.currencies) {
          const balances = naive[currency] as [string, bigint][]
          const money = (units: bigint): string => moneyText(units, digitsOf(currency))
          const owed = balances.map(([, balance]) => (balance > 0n ? balance : 0n))
          const whole = owed.reduce((sum, one) => sum + one, 0n)
          expect(customers.map(({ customer, balance }) => [customer, balance])).toEqual(balances.map(([customer, units]) => [customer, money(units)]))
          expect([total, exposure]).toEqual([money(balances.reduce((sum, [, one]) => sum + one, 0n)), money(whole)])
          expect(customers.map(({ share }) => share)).toEqual(owed.map((one) => (one === 0n ? 0 : Number(one) / Number(whole))))
          const least = owed.filter((one) => one > 0n).length
          expect(customers.at(-1)?.cumulativeShare ?? 0).toBe(least > 0 ? 1 : 0)
          expect(customers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(least > 0 ? 1 : 0, 12)
          expect(herfindahlHirschmanIndex).toBeCloseTo(
            customers.reduce((sum, { share }) => sum + share ** 2, 0),
            12,
          )
          if (least === 0) continue
          expect(herfindahlHirschmanIndex).toBeGreaterThanOrEqual(1 / least)
          expect(herfindahlHirschmanIndex).toBeLessThanOrEqual(1)
          expect(effectiveCustomers * herfindahlHirschmanIndex).toBeCloseTo(1, 12)
          expect(greatest.map(({ share }) => share)).toEqual(
            [1, 5, 10, 20].map((count) => customers[Math.min(count, customers.length) - 1]?.cumulativeShare),
          )
        }
      }),
    )
  })

  it('does not depend on the order of the items, nor on the unit of money', () => {
    const scaled = fc.tuple(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { maxLength: 8 }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat()), (items, keys) => {
        const shuffled = items.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
        expect(concentrationOfReceivables(shuffled.map(({ one }) => one))).toEqual(concentrationOfReceivables(items))
      }),
    )
    fc.assert(
      fc.property(scaled, ([balances, factor]) => {
        const sharesOf = (unit: bigint) =>
          concentrationOfReceivables(itemsOf(...balances.map((one) => String(one * unit)))).currencies.map(({ customers, ...others }) => [
            customers.map(({ customer, share, cumulativeShare }) => [customer, share, cumulativeShare]),
            others.herfindahlHirschmanIndex,
            others.effectiveCustomers,
            others.greatest,
          ])
        expect(sharesOf(factor)).toEqual(sharesOf(1n))
      }),
    )
  })

  it('credit balances, and what is settled, change no share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (owed, credit) => {
          const items = itemsOf(...owed)
          const before = concentrate(items)
          const after = concentrate([
            ...items,
            { ...item, id: 'credit', customer: 'x', amount: -credit },
            { ...item, id: 'nil', customer: 'y', amount: 0 },
          ])
          expect({ ...after, total: before.total, customers: after.customers.slice(0, -1) }).toEqual(before)
          expect(after.customers.at(-1)).toMatchObject({ customer: 'x', share: 0, cumulativeShare: 1 })
        },
      ),
    )
  })

  it('splitting a customer in two never raises the index', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 10 ** 6 }), { minLength: 1, maxLength: 6 }), (owed) => {
        const items = itemsOf(...owed)
        const [first = 0, ...others] = owed
        const split = itemsOf(Math.floor(first / 2), ...others, Math.ceil(first / 2))
        expect(concentrate(split).herfindahlHirschmanIndex).toBeLessThan(concentrate(items).herfindahlHirschmanIndex)
      }),
    )
  })
})

describe('concentrationOfReceivables: what is wrong', () => {
  const found = (options: unknown): unknown => issuesOf(() => concentrationOfReceivables([{ ...item, id: '' }], options as never))

  it('options are told before the items', () => {
    expect(found(null)).toEqual([['wrong-type', ['options']]])
    expect(found([])).toEqual([['wrong-type', ['options']]])
    expect(found({ asOf: '2024-02-30', invalid: 'skip', detail: 'items' })).toEqual([
      ['unknown-key', ['options', 'detail']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(found({ asOf: null })).toEqual([['not-a-calendar-date', ['options', 'asOf']]])
    expect(found(Object.create({ asOf: 'x', invalid: 'collect' }))).toEqual([['empty', ['items', 0, 'id']]])
  })

  it.each(badLists)('items %o', (items, code) => {
    expect(issuesOf(() => concentrationOfReceivables(items as never))).toEqual([[code, ['items']]])
    expect(issuesOf(() => concentrationOfReceivables(items as never, { invalid: 'collect' }))).toEqual([[code, ['items']]])
  })

  it('bad items are thrown together, or collected', () => {
    const items = [item, { ...item, due: undefined }, item, null, { ...item, id: 'B', customer: 'B', amount: 300 }] as unknown as OpenItem[]
    const issues = [
      ['missing', ['items', 1, 'due']],
      ['duplicate', ['items', 1, 'id']],
      ['duplicate', ['items', 2, 'id']],
      ['wrong-type', ['items', 3]],
    ]
    expect(issuesOf(() => concentrationOfReceivables(items))).toEqual(issues)
    const { rejected, diagnoses, currencies } = concentrationOfReceivables(items, { invalid: 'collect' })
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [1, 'I'],
      [2, 'I'],
      [3, undefined],
    ])
    expect(rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))).toEqual(issues)
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 3, items: 2 } }])
    expect(currencies.map(listed)).toEqual([['B 300.00', 'A 100.00']])
  })
})
