import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { ageReceivables, type ItemApplication, type ItemInstalment, type OpenItem, planInstalments, splitOpenItem } from '../index.js'
import { ageingTo90Days, threeEqualInstalments } from '../templates.js'

const item: OpenItem = { id: 'INV-1', customer: 'C-1', date: '2024-01-31', due: '2024-04-30', amount: '100', currency: 'EUR' }
const parts = (...amounts: (string | number)[]): ItemInstalment[] =>
  amounts.map((amount, index) => ({ line: index + 1, date: `2024-0${index + 2}-15`, amount }))
const payment = (settles: string, day = '01', others: Partial<ItemApplication> = {}): ItemApplication => ({
  date: `2024-03-${day}`,
  type: 'payment',
  settles,
  ...others,
})
const total = (amounts: readonly unknown[]): number => amounts.reduce<number>((sum, amount) => sum + Math.round(Number(amount) * 100), 0)
const openOf = ({ amount, applications = [] }: OpenItem): number => total([amount]) - total(applications.map(({ settles }) => settles))
const opens = (applications: ItemApplication[], instalments: ItemInstalment[], amount: string | number = '100'): number[] =>
  splitOpenItem({ item: { ...item, amount, applications }, instalments }).items.map((one) => openOf(one) / 100)

describe('splitOpenItem: known answers', () => {
  it('vector 28: 100 split 30/50/20, 40 paid: 0/40/20 are open (ERPNext)', () => {
    expect(opens([payment('40')], parts(30, 50, 20))).toEqual([0, 40, 20])
  })

  it('vector 28: 200 split 60/100/40, 40 paid: 20/100/40; then a credit note of 100: 0/20/40 (ERPNext)', () => {
    expect(opens([payment('40')], parts(60, 100, 40), 200)).toEqual([20, 100, 40])
    expect(opens([payment('40'), payment('100', '02', { type: 'credit-note' })], parts(60, 100, 40), 200)).toEqual([0, 20, 40])
  })

  it('keeps all that is told of the item, and takes what planInstalments gives', () => {
    const { instalments } = planInstalments({ id: 'INV-1', date: item.date, amount: '100', currency: 'EUR' }, threeEqualInstalments)
    const applications = [payment('40', '01', { payment: 'P-1', amount: '40' })]
    expect(splitOpenItem({ item: { ...item, disputed: true, applications }, instalments }).items).toStrictEqual([
      {
        ...{ ...item, id: 'INV-1/1', due: '2024-02-29', amount: '33.33', disputed: true },
        applications: [{ date: '2024-03-01', type: 'payment', payment: 'P-1', settles: '33.33' }],
      },
      {
        ...{ ...item, id: 'INV-1/2', due: '2024-03-31', amount: '33.33', disputed: true },
        applications: [{ date: '2024-03-01', type: 'payment', payment: 'P-1', settles: '6.67' }],
      },
      { ...item, id: 'INV-1/3', due: '2024-04-30', amount: '33.34', disputed: true },
    ])
  })

  it('gives plain JSON where keys are undefined', () => {
    const whole = { ...item, disputed: undefined, blocked: false, applications: undefined }
    expect(splitOpenItem({ item: whole, instalments: parts(100) }).items).toStrictEqual([
      { ...item, id: 'INV-1/1', due: '2024-02-15', amount: '100.00', blocked: false },
    ])
  })

  it('settles the oldest due date first, whatever the order of the lines', () => {
    const instalments = [
      { line: 1, date: '2024-04-01', amount: 30 },
      { line: 3, date: '2024-03-01', amount: 50 },
      { line: 2, date: '2024-03-01', amount: 20 },
    ]
    const { items } = splitOpenItem({ item: { ...item, applications: [payment('25')] }, instalments })
    expect(items.map((one) => [one.id, one.due, openOf(one) / 100])).toEqual([
      ['INV-1/2', '2024-03-01', 0],
      ['INV-1/3', '2024-03-01', 45],
      ['INV-1/1', '2024-04-01', 30],
    ])
  })

  it('takes back what was settled last, and goes beyond the amount at the ends', () => {
    expect(opens([payment('90'), payment('-30', '02')], parts(30, 50, 20))).toEqual([0, 20, 20])
    expect(opens([payment('130')], parts(30, 50, 20))).toEqual([0, 0, -30])
    expect(opens([payment('-10')], parts(30, 50, 20))).toEqual([40, 50, 20])
    expect(opens([payment('130'), payment('-170', '02'), payment('60', '03')], parts(30, 50, 20))).toEqual([10, 50, 20])
    expect(opens([payment('130')], parts(100))).toEqual([-30])
  })

  it('splits a credit note, and an item of nothing', () => {
    expect(opens([payment('-40')], parts(-30, -50, -20), '-100')).toEqual([0, -40, -20])
    expect(opens([], parts(0, 0), 0)).toEqual([0, 0])
  })

  it('lets each instalment be aged by its own due date', () => {
    const { items } = splitOpenItem({ item: { ...item, applications: [payment('40')] }, instalments: parts(30, 50, 20) })
    const [aged] = ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' }).currencies
    expect(aged?.buckets.map(({ id, amount }) => [id, amount]).slice(0, 2)).toEqual([
      ['not-due', '20.00'],
      ['1-30', '40.00'],
    ])
  })
})

describe('splitOpenItem: laws', () => {
  const cases = fc.record({
    amounts: fc.array(fc.nat(5000), { minLength: 1, maxLength: 5 }),
    settles: fc.array(fc.tuple(fc.integer({ min: -3000, max: 6000 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('P', 'Q', undefined)), {
      maxLength: 6,
    }),
    sign: fc.constantFrom(1, -1),
  })

  it('adds up at the end of each day, whatever the order, and fills the oldest first', () => {
    fc.assert(
      fc.property(
        cases.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one.settles, { minLength: one.settles.length }))),
        ([one, shuffled]) => {
          const { amounts, settles, sign } = one
          const cents = (amount: number): string => ((amount * sign) / 100).toFixed(2)
          const run = (rows: typeof settles) => {
            const applications = rows.map(([amount, day, id]) => payment(cents(amount), `0${day}`, id === undefined ? {} : { payment: id }))
            const whole = { ...item, amount: cents(amounts.reduce((sum, amount) => sum + amount, 0)), applications }
            return splitOpenItem(deepFreeze({ item: whole, instalments: parts(...amounts.map(cents)) })).items
          }
          const items = run(settles)
          expect(run(shuffled)).toEqual(items)
          expect(JSON.parse(JSON.stringify(items))).toEqual(items)
          for (let day = 0; day < 10; day++) {
            let left = settles.filter(([, on]) => on <= day).reduce((sum, [amount]) => sum + amount, 0)
            const naive = amounts.map((amount, part) => {
              const own = part === amounts.length - 1 ? left : Math.min(left, amount)
              left -= own
              return amount - own
            })
            const asOf = items.map(({ applications = [], ...rest }) =>
              openOf({ ...rest, applications: applications.filter(({ date }) => date <= `2024-03-0${day}`) }),
            )
            expect(asOf).toEqual(naive.map((open) => open * sign + 0))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('splitOpenItem: bad input', () => {
  const issues = (split: unknown): unknown => issuesOf(() => splitOpenItem(split as never))

  it('is refused field by field', () => {
    const instalments = parts(30, 50, 20)
    const withFirst = (first: object): unknown => issues({ item, instalments: [{ ...instalments[0], ...first }, ...instalments.slice(1)] })
    expect(issues(null)).toEqual([['wrong-type', ['split']]])
    expect(issues({})).toEqual([
      ['missing', ['item']],
      ['missing', ['instalments']],
    ])
    expect(issues({ item, instalments, plan: 1 })).toEqual([['unknown-key', ['plan']]])
    expect(issues({ item: { ...item, due: '2024-02-30' }, instalments })).toEqual([['not-a-calendar-date', ['item', 'due']]])
    expect(issues({ item, instalments: [] })).toEqual([['empty', ['instalments']]])
    expect(issues({ item, instalments: [null, ...instalments] })).toEqual([['wrong-type', ['instalments', 0]]])
    expect(withFirst({ line: 0 })).toEqual([['too-small', ['instalments', 0, 'line']]])
    expect(withFirst({ line: 2 })).toEqual([['duplicate', ['instalments', 1, 'line']]])
    expect(withFirst({ date: '2024-02-30' })).toEqual([['not-a-calendar-date', ['instalments', 0, 'date']]])
    expect(withFirst({ amount: '30.001' })).toEqual([['too-many-decimal-places', ['instalments', 0, 'amount']]])
    expect(withFirst({ amount: -30 })).toEqual([['too-small', ['instalments', 0, 'amount']]])
    expect(withFirst({ dates: ['2024-02-30', undefined] })).toEqual([
      ['not-a-calendar-date', ['instalments', 0, 'dates', 0]],
      ['missing', ['instalments', 0, 'dates', 1]],
    ])
    expect(withFirst({ dates: 'all' })).toEqual([['wrong-type', ['instalments', 0, 'dates']]])
    expect(withFirst({ other: 1 })).toEqual([['unknown-key', ['instalments', 0, 'other']]])
    expect(withFirst({ amount: 31 })).toEqual([['sum-differs', ['instalments']]])
    expect(issues({ item: { ...item, amount: -100 }, instalments })).toEqual(
      [0, 1, 2].map((index) => ['too-large', ['instalments', index, 'amount']]),
    )
  })
})
