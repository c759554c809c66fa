import { dayOf, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { amountOf, currencies, randomDate, unitsOf } from '../../testing/arbitraries.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { digitsOf } from '../../testing/naiveSettlement.js'
import { ageingSchemes } from '../../testing/receivables.js'
import { type AgedColumns, type AgeingScheme, ageReceivables, compileAgeing, type OpenItem, type OpenItemColumns } from '../index.js'
import { readTableRow } from './readTableRow.js'

vi.mock('./readTableRow.js', async (original) => {
  const module = await original<typeof import('./readTableRow.js')>()
  return { ...module, readTableRow: vi.fn(module.readTableRow) }
})

/** The rows that the quick loop left to the row form since the test began. */
const withCare = (): number[] => vi.mocked(readTableRow).mock.calls.map(([, row]) => row)

beforeEach(() => {
  vi.mocked(readTableRow).mockClear()
})

const buckets = [
  { id: '1-30', upToDays: 30 },
  { id: 'over-30', upToDays: null },
]
const scheme: AgeingScheme = { kind: 'ageing-scheme', id: 'monthly', version: 1, by: 'due-date', buckets }
const options = { asOf: '2024-06-30' } as const
const collect = { ...options, invalid: 'collect' } as const
const { ageColumns } = compileAgeing(scheme)
const age = (columns: unknown): AgedColumns => ageColumns(columns as OpenItemColumns, collect)
const june = dayOf(2024, 6, 1)
const one = { date: ['2024-01-01'], due: ['2024-06-29'], amount: ['10'], currency: 'CNY' }
/** Columns in CNY of these amounts, all a day overdue. */
const ofAmounts = (amount: unknown, length: number): unknown => ({
  date: new Int32Array(length),
  due: new Int32Array(length).fill(june + 28),
  amount,
  currency: 'CNY',
})
const rejectedCells = ({ rejected }: AgedColumns): unknown[] =>
  rejected.flatMap(({ index, issues }) => issues.map(({ code, path }) => [index, code, path.join('.')]))

const columns: OpenItemColumns = {
  customer: ['B', 'A', 'B', 'A', 'A', 'C'],
  date: Int32Array.of(june, june, june, june, june + 30, june),
  due: ['2024-06-30', '2024-06-01', '2024-05-31', '2024-05-30', '2024-07-01', '2024-06-02'],
  amount: { values: Float64Array.of(1000, 2000, 3000, -500, 7000, 800), digits: 2 },
  currency: 'CNY',
  disputed: [false, 1, 0, true, 0, 0],
  applications: {
    item: [2, 1, 5, 1, 4],
    date: ['2024-06-30', '2024-06-02', '2024-06-03', '2024-07-01', '2024-06-01'],
    settles: [10, '5.00', '8', 15, 1],
  },
}

describe('compileAgeing', () => {
  it('ages columns of one currency, by customer, by hand', () => {
    const aged = ageColumns(
      deepFreeze({
        ...columns,
        date: Array.from(columns.date as Int32Array, (day) => `2024-0${day > june ? 7 : 6}-01`),
        amount: [10, 20, '30', -5, 70, 8],
      }),
      options,
    )
    const empty = { count: 0, amount: '0.00', debits: '0.00', credits: '0.00' }
    const notDue = { id: 'not-due', count: 1, amount: '10.00', debits: '10.00', credits: '0.00' }
    const ofA = [
      { id: 'not-due', ...empty },
      { id: '1-30', count: 1, amount: '15.00', debits: '15.00', credits: '0.00' },
      { id: 'over-30', count: 1, amount: '-5.00', debits: '0.00', credits: '-5.00' },
    ]
    const ofB = [notDue, { id: '1-30', count: 1, amount: '20.00', debits: '20.00', credits: '0.00' }, { id: 'over-30', ...empty }]
    const all = [notDue, { id: '1-30', count: 2, amount: '35.00', debits: '35.00', credits: '0.00' }, ofA[2]]
    const { bucket, open, ...others } = aged
    expect(others).toStrictEqual({
      asOf: '2024-06-30',
      currencies: [
        {
          currency: 'CNY',
          ...{ total: '40.00', debits: '45.00', credits: '-5.00', disputed: '10.00', buckets: all },
          customers: [
            { customer: 'A', total: '10.00', debits: '15.00', credits: '-5.00', disputed: '10.00', buckets: ofA },
            { customer: 'B', total: '30.00', debits: '30.00', credits: '0.00', disputed: '0.00', buckets: ofB },
          ],
        },
      ],
      buckets: ['not-due', '1-30', 'over-30'],
      rejected: [],
      rejectedApplications: [],
      diagnoses: [
        { code: 'items-after-as-of', params: { count: 1 } },
        { code: 'applications-after-as-of', params: { count: 1 } },
        { code: 'items-settled', params: { count: 1 } },
      ],
      policies: [{ kind: 'ageing-scheme', id: 'monthly', version: 1 }],
    })
    expect([Array.from(bucket), Array.from(open.values), open.digits]).toEqual([[0, 1, 1, 2, -1, -1], [1000, 1500, 2000, -500, Number.NaN, 0], 2])
    expect(ageColumns(columns, options)).toEqual(aged)
    expect(withCare()).toEqual([])
  })

  it('gives the row form too', () => {
    const items: OpenItem[] = [{ id: 'I', customer: 'C', date: '2024-01-01', due: '2024-06-29', amount: 1, currency: 'CNY' }]
    expect(compileAgeing(scheme).age(items, { ...options, detail: 'items' })).toEqual(ageReceivables(items, scheme, { ...options, detail: 'items' }))
    expect(issuesOf(() => compileAgeing({ ...scheme, by: 'date' } as never))).toEqual([['not-allowed', ['scheme', 'by']]])
    expect(issuesOf(() => compileAgeing(scheme).age(items, {} as never))).toEqual([['missing', ['options', 'asOf']]])
  })

  it('lists no customers where they are left out, and sums up by due date and by invoice date', () => {
    const { customer, ...others } = columns
    const sums = (others2: Partial<AgeingScheme>): unknown => {
      const [aged] = compileAgeing({ ...scheme, ...others2 }).ageColumns(others, options).currencies
      return [aged?.customers, aged?.total, ...(aged?.buckets ?? []).map(({ count, amount }) => `${count} ${amount}`)]
    }
    expect(sums({})).toEqual([[], '40.00', '1 10.00', '2 35.00', '1 -5.00'])
    expect(sums({ by: 'invoice-date' })).toEqual([[], '40.00', '4 40.00', '0 0.00'])
    expect(
      sums({
        by: 'invoice-date',
        boundary: 'below',
        buckets: [
          { id: 'a', upToDays: 29 },
          { id: 'b', upToDays: null },
        ],
      }),
    ).toEqual([[], '40.00', '0 0.00', '4 40.00'])
  })

  it('takes customers and currencies as texts or as codes, and merges what is the same', () => {
    const currency = ['CNY', 'JPY', 'CNY', 'CNY', 'USD', 'JPY']
    const whole = { ...columns, currency, amount: [10, 20, '30', -5, 70, 8], applications: undefined }
    const expected = ageColumns(whole, options)
    const values = ['JPY', 'USD', 'CNY', 'JPY']
    const forms = [
      { codes: [2, 0, 2, 2, 1, 3], values },
      { codes: Int32Array.of(2, 0, 2, 2, 1, 3), values },
      { codes: Uint8Array.of(1, 0, 1, 1, 2, 0), values: ['JPY', 'CNY', 'USD', 'EUR', 'x', ''] },
      { codes: Int32Array.of(1, 0, 1, 1, 2, 0), values: ['JPY', 'CNY', 'USD'] },
    ]
    const customers = [
      columns.customer,
      { codes: Int32Array.of(1, 0, 1, 0, 0, 2), values: ['A', 'B', 'C', 'D'] },
      { codes: [3, 0, 1, 2, 0, 4], values: ['A', 'B', 'A', 'B', 'C'] },
    ]
    for (const form of forms) for (const customer of customers) expect(ageColumns({ ...whole, currency: form, customer }, options)).toEqual(expected)
    const single = ageColumns({ ...whole, currency: 'CNY' }, options)
    for (const customer of customers) expect(ageColumns({ ...whole, currency: 'CNY', customer }, options)).toEqual(single)
    for (const form of ['CNY', ['CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'CNY'], { codes: new Int32Array(6), values: ['CNY'] }])
      expect(ageColumns({ ...whole, currency: form, customer: undefined }, options)).toEqual({
        ...single,
        currencies: [{ ...single.currencies[0], customers: [] }],
      })
    expect(withCare()).toEqual([])
    expect(expected.currencies.map(({ currency: code, total, customers: list }) => [code, total, list.map(({ customer }) => customer)])).toEqual([
      ['CNY', '35.00', ['A', 'B']],
      ['JPY', '28', ['A', 'C']],
    ])
    const none = ageColumns(
      { ...columns, date: [], due: [], amount: [], disputed: [], customer: { codes: [], values: [] }, applications: undefined },
      options,
    )
    expect([none.currencies, none.open.values.length]).toEqual([[], 0])
  })

  it('holds what is open with as many digits as the currency with the most has', () => {
    const dates = { date: new Int32Array(4), due: new Int32Array(4).fill(june + 28) }
    const mixed = {
      ...dates,
      currency: ['KWD', 'JPY', 'CNY', 'CLF'],
      amount: ['1.234', 5, '6.78', '0.0001'],
      applications: { item: [1, 2, 0], date: new Int32Array(3), settles: [2, '0.78', '0.001'] },
    }
    const aged = ageColumns(mixed, options)
    expect([Array.from(aged.open.values), aged.open.digits]).toEqual([[12_330, 30_000, 60_000, 1], 4])
    expect(aged.currencies.map(({ currency, total, debits }) => `${currency} ${total} ${debits}`)).toEqual([
      'CLF 0.0001 0.0001',
      'CNY 6.00 6.00',
      'JPY 3 3',
      'KWD 1.233 1.233',
    ])
    expect(withCare()).toEqual([])
    const scaled = ageColumns(
      {
        ...mixed,
        amount: { values: Float64Array.of(12_340, 50_000, 67_800, 1), digits: 4 },
        applications: { ...mixed.applications, settles: { values: Float64Array.of(20_000, 7800, 10), digits: 4 } },
      },
      options,
    )
    expect(scaled).toEqual(aged)
    const fine = age({ ...mixed, amount: ['1.2345', '5.5', 6.789, '0.0001'] })
    expect(rejectedCells(fine)).toEqual([
      [0, 'too-many-decimal-places', 'columns.amount.0'],
      [1, 'too-many-decimal-places', 'columns.amount.1'],
      [2, 'too-many-decimal-places', 'columns.amount.2'],
    ])
    const settled = age({ ...mixed, applications: { ...mixed.applications, settles: ['0.5', '0.001', '0.001'] } })
    expect(rejectedCells(settled)).toEqual([
      [1, 'too-many-decimal-places', 'columns.applications.settles.0'],
      [2, 'too-many-decimal-places', 'columns.applications.settles.1'],
    ])
    expect([settled.open.values[0], ageColumns({ ...one, currency: { codes: [0], values: ['JPY', 'KWD'] } }, options).open]).toEqual([
      12_330,
      { values: Float64Array.of(10_000), digits: 3 },
    ])
  })

  it('leaves just what it cannot prove to the row form, with the same answers', () => {
    const amounts = ['100', '99999999999.99', '9999999999999.99', '1e2', '-90071992547409.91', 9999999999999.99, '100.001', '-0.00']
    const aged = age(ofAmounts(amounts, 8))
    expect(Array.from(aged.open.values)).toEqual([1e4, 1e13 - 1, 1e15 - 1, 1e4, 1 - 2 ** 53, 1e15 - 1, Number.NaN, 0])
    expect(withCare()).toEqual([2, 3, 4, 6])
    expect([aged.currencies[0]?.total, aged.currencies[0]?.debits]).toEqual(['-69971992547209.94', '20100000000199.97'])
    const values = Float64Array.of(2 ** 53 - 1, 1 - 2 ** 53, 2 ** 53 - 1, 1.5, Number.NaN, Infinity, 2 ** 53, -0)
    const held = age(ofAmounts({ values, digits: 2 }, 8))
    expect(Array.from(held.open.values)).toEqual([2 ** 53 - 1, 1 - 2 ** 53, 2 ** 53 - 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 0])
    expect(held.currencies[0]?.total).toBe('90071992547409.91')
    expect(held.currencies[0]?.debits).toBe('180143985094819.82')
    expect(rejectedCells(held)).toEqual([
      [3, 'too-many-decimal-places', 'columns.amount.values.3'],
      [4, 'not-a-decimal', 'columns.amount.values.4'],
      [5, 'not-a-decimal', 'columns.amount.values.5'],
      [6, 'beyond-column', 'columns.amount.values.6'],
    ])
  })

  it('refuses what no column can hold, at the greatest amount', () => {
    const settling = (...settles: string[]): unknown => ({
      ...one,
      amount: ['-90071992547409'],
      applications: { item: settles.map(() => 0), date: settles.map(() => '2024-01-01'), settles },
    })
    expect(Array.from(age(settling('0.91')).open.values)).toEqual([1 - 2 ** 53])
    expect(rejectedCells(age(settling('0.91', '0.01')))).toEqual([[0, 'beyond-column', 'columns.amount.0']])
    expect(rejectedCells(age(settling('1', '99999999999999.99')))).toEqual([[0, 'beyond-column', 'columns.applications.settles.1']])
    const later = { ...(settling('9'.repeat(20)) as OpenItemColumns), amount: ['9'.repeat(18)] }
    const planned = { ...later, applications: { ...later.applications, date: ['2025-01-01'] } }
    expect(rejectedCells(age(planned))).toEqual([[0, 'beyond-column', 'columns.amount.0']])
    expect(Array.from(age(settling('1e30', '-1e30')).open.values)).toEqual([-9_007_199_254_740_900])
    // 0.5 more than 2⁵¹ less 2⁵² would round to an integer.
    const half = {
      ...one,
      amount: { values: Float64Array.of(2 ** 51 + 0.5), digits: 2 },
      applications: { item: [0], date: ['2024-01-01'], settles: { values: [-(2 ** 52)], digits: 2 } },
    }
    expect(rejectedCells(age(half))).toEqual([[0, 'too-many-decimal-places', 'columns.amount.values.0']])
    const mixed = {
      date: [0, 0].map(() => '2024-01-01'),
      due: [0, 0].map(() => '2024-01-01'),
      currency: ['JPY', 'CLF'],
      amount: ['900719925474', '900719925474.0991'],
    }
    expect(Array.from(age(mixed).open.values)).toEqual([9_007_199_254_740_000, 2 ** 53 - 1])
    const [{ issues: [issue] = [] } = {}] = age({ ...mixed, amount: ['-900719925475', '0'] }).rejected
    expect([issue?.path, issue?.params]).toEqual([['columns', 'amount', 0], { bound: '900719925474.0992', actual: '-900719925475' }])
  })

  it('names the cells of bad rows, and leaves out all that settles them', () => {
    const bad = {
      customer: { codes: [0, 9, 1.5, undefined, 1, 0, 2], values: ['A', '', 7] },
      date: ['2024-01-01', '2024-01-01', '2024-02-30', '2024-01-01', null, '2024-01-01', '2024-01-01'],
      due: ['2024-06-29', '2024-06-29', undefined, '2024-06-29', '2024-06-29', '2024-06-29', '2024-06-29'],
      amount: [1, 2, 3, 'x', 4, 5, 6],
      currency: { codes: [0, 0, 0, 0, -1, 0, 1], values: ['CNY', 'XXX'] },
      disputed: [0, 1, 2, null, undefined, true, 'yes'],
      applications: {
        item: [0, 5, 5, 7, -1, 0.5, undefined, 0, 5],
        date: ['2024-07-01', '2024-07-02', 'x', '2024-07-01', '2024-07-01', 'y', '2024-01-01', '2024-01-02', '2024-01-02'],
        settles: [1, 1, 1, 1, 1, 'z', 1, '0.25', '0.001'],
      },
    }
    const aged = age(bad)
    expect(rejectedCells(aged)).toEqual([
      [1, 'out-of-range', 'columns.customer.codes.1'],
      [2, 'not-an-integer', 'columns.customer.codes.2'],
      [2, 'not-a-calendar-date', 'columns.date.2'],
      [2, 'missing', 'columns.due.2'],
      [2, 'wrong-type', 'columns.disputed.2'],
      [3, 'missing', 'columns.customer.codes.3'],
      [3, 'not-a-decimal', 'columns.amount.3'],
      [3, 'wrong-type', 'columns.disputed.3'],
      [4, 'empty', 'columns.customer.values.1'],
      [4, 'out-of-range', 'columns.currency.codes.4'],
      [4, 'not-a-calendar-date', 'columns.date.4'],
      [5, 'not-a-calendar-date', 'columns.applications.date.2'],
      [5, 'too-many-decimal-places', 'columns.applications.settles.8'],
      [6, 'wrong-type', 'columns.customer.values.2'],
      [6, 'unknown-currency', 'columns.currency.values.1'],
      [6, 'wrong-type', 'columns.disputed.6'],
    ])
    expect(aged.rejectedApplications.map(({ index, issues }) => [index, ...issues.map(({ code, path }) => [code, path.slice(2).join('.')])])).toEqual(
      [
        [3, ['out-of-range', 'item.3']],
        [4, ['out-of-range', 'item.4']],
        [5, ['not-an-integer', 'item.5'], ['not-a-calendar-date', 'date.5'], ['not-a-decimal', 'settles.5']],
        [6, ['missing', 'item.6']],
      ],
    )
    expect([Array.from(aged.bucket), aged.currencies[0]?.total, aged.diagnoses]).toEqual([
      [1, -1, -1, -1, -1, -1, -1],
      '0.75',
      [
        { code: 'rows-rejected', params: { rejected: 6, items: 1 } },
        { code: 'applications-after-as-of', params: { count: 1 } },
        { code: 'applications-rejected', params: { count: 4 } },
      ],
    ])
    expect(issuesOf(() => ageColumns(bad as never, options))).toEqual(
      [...aged.rejected, ...aged.rejectedApplications].flatMap(({ issues }) => issues.map(({ code, path }) => [code, path])),
    )
  })

  it('takes holes, flags of any kind and days of any typed array, and refuses what is no day', () => {
    const sparse = Object.assign(new Array(4), { 0: '2024-06-29', 3: '2024-06-29' })
    expect(rejectedCells(age({ ...(ofAmounts([1, 2, 3, 4], 4) as object), due: sparse }))).toEqual([
      [1, 'missing', 'columns.due.1'],
      [2, 'missing', 'columns.due.2'],
    ])
    const flags = [
      Uint8Array.of(0, 1, 2, 1),
      [0, 1, 2, 1],
      [false, true, 'x', true],
      [undefined, true, 7, 1],
      Object.assign(new Array(4), { 1: true, 2: null, 3: 1 }),
    ]
    for (const disputed of flags) {
      const aged = age({ ...(ofAmounts([1, 2, 4, 8], 4) as object), disputed })
      expect([rejectedCells(aged), aged.currencies[0]?.disputed]).toEqual([[[2, 'wrong-type', 'columns.disputed.2']], '10.00'])
    }
    for (const due of [Int32Array.of(june, -719_163, 2_932_897, -719_162), Float64Array.of(june, 0.5, Number.NaN, 2_932_896)]) {
      const aged = age({ ...(ofAmounts([1, 2, 3, 4], 4) as object), due })
      expect(rejectedCells(aged)).toEqual([
        [1, 'not-a-calendar-date', 'columns.due.1'],
        [2, 'not-a-calendar-date', 'columns.due.2'],
      ])
    }
    const days = Int32Array.of(2_932_897, -719_163)
    const aged = age({ ...(ofAmounts([1, 2], 2) as object), applications: { item: [0, 1], date: days, settles: [1, 1] } })
    expect(rejectedCells(aged).map((cell) => (cell as unknown[])[2])).toEqual(['columns.applications.date.0', 'columns.applications.date.1'])
  })

  it('tells what is wrong with the table itself, and with the options', () => {
    const tell = (value: unknown, others: unknown = options): unknown => issuesOf(() => ageColumns(value as never, others as never))
    for (const [value, code] of badRecords) expect(tell(value)).toEqual([[code, ['columns']]])
    expect(tell({})).toEqual([
      ['missing', ['columns', 'currency']],
      ['missing', ['columns', 'date']],
      ['missing', ['columns', 'due']],
      ['missing', ['columns', 'amount']],
    ])
    expect(
      tell({
        ...columns,
        id: [],
        currency: 'XXX',
        customer: 7,
        due: [1],
        disputed: 'no',
        applications: { item: [1], date: [], settles: {}, type: [] },
      }),
    ).toEqual([
      ['unknown-key', ['columns', 'id']],
      ['unknown-currency', ['columns', 'currency']],
      ['wrong-type', ['columns', 'customer']],
      ['wrong-type', ['columns', 'disputed']],
      ['length-differs', ['columns', 'due']],
      ['unknown-key', ['columns', 'applications', 'type']],
      ['missing', ['columns', 'applications', 'settles', 'values']],
      ['missing', ['columns', 'applications', 'settles', 'digits']],
      ['length-differs', ['columns', 'applications', 'date']],
    ])
    expect(tell({ ...columns, customer: { codes: 'x', values: {}, more: 1 }, currency: { values: ['CNY'] }, applications: null })).toEqual([
      ['missing', ['columns', 'currency', 'codes']],
      ['unknown-key', ['columns', 'customer', 'more']],
      ['wrong-type', ['columns', 'customer', 'codes']],
      ['wrong-type', ['columns', 'customer', 'values']],
      ['wrong-type', ['columns', 'applications']],
    ])
    expect(tell(columns, { asOf: 'x', invalid: 'skip', detail: 'items' })).toEqual([
      ['unknown-key', ['options', 'detail']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(tell(null, null)).toEqual([
      ['wrong-type', ['options']],
      ['wrong-type', ['columns']],
    ])
  })
})

const units = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }) },
)
const parts = fc.constantFrom<readonly [bigint, bigint]>([0n, 1n], [1n, 1n], [1n, 2n], [1n, 3n], [-1n, 4n], [3n, 2n])

/** Items of up to three currencies and their applications, as rows of different ids. */
const tables: fc.Arbitrary<OpenItem[]> = fc.subarray([...currencies], { minLength: 1 }).chain((some) =>
  fc
    .array(
      fc.record({
        ...{
          customer: fc.constantFrom('A', 'B', '__proto__', '客户'),
          currency: fc.constantFrom(...some),
          day: fc.nat(250),
          term: fc.integer({ min: -10, max: 90 }),
        },
        ...{ units, disputed: fc.boolean(), applications: fc.array(fc.tuple(fc.nat(300), parts), { maxLength: 2 }) },
      }),
      { maxLength: 10 },
    )
    .map((rows) =>
      rows.map(({ customer, currency: [currency, digits], day, term, units: amount, disputed, applications }, index) => ({
        ...{ id: String(index), customer, currency, date: randomDate(day), due: randomDate(day + term), amount: amountOf(amount, digits), disputed },
        applications: applications.map(([paid, [times, divisor]]) => ({
          ...{ date: randomDate(paid), type: 'payment' as const, settles: amountOf((amount * times) / divisor, digits) },
        })),
      })),
    ),
)

/** How the columns of a table are stored. */
const forms = fc.record({ areDays: fc.boolean(), areCodes: fc.boolean(), areUnits: fc.boolean(), isTyped: fc.boolean(), reversed: fc.boolean() })
type Form = typeof forms extends fc.Arbitrary<infer One> ? One : never

function columnsOf(items: readonly OpenItem[], { areDays, areCodes, areUnits, isTyped, reversed }: Form): OpenItemColumns {
  const digits = Math.max(0, ...items.map(({ currency }) => digitsOf(currency)))
  const dates = (list: readonly string[]): OpenItemColumns['date'] =>
    areDays ? (isTyped ? Int32Array.from(list, parseDay) : Float64Array.from(list, parseDay)) : list
  const amounts = (list: readonly (string | number)[]): OpenItemColumns['amount'] =>
    areUnits ? { values: Float64Array.from(list, (amount) => Number(unitsOf(amount, digits))), digits } : list
  const texts = (list: readonly string[]): OpenItemColumns['currency'] => {
    const values = [...new Set(list)].reverse()
    const codes = list.map((text) => values.indexOf(text))
    return areCodes ? { codes: isTyped ? Int32Array.from(codes) : codes, values } : list
  }
  const applications = items.flatMap((item, row) => (item.applications ?? []).map((application) => ({ ...application, row })))
  if (reversed) applications.reverse()
  const disputed = items.map((item) => item.disputed === true)
  return {
    customer: texts(items.map(({ customer }) => customer)) as NonNullable<OpenItemColumns['customer']>,
    ...{ date: dates(items.map(({ date }) => date)), due: dates(items.map(({ due }) => due)), amount: amounts(items.map(({ amount }) => amount)) },
    ...{ currency: texts(items.map(({ currency }) => currency)), disputed: isTyped ? Uint8Array.from(disputed, Number) : disputed },
    applications: {
      item: isTyped ? Int32Array.from(applications, ({ row }) => row) : applications.map(({ row }) => row),
      date: dates(applications.map(({ date }) => date)),
      settles: amounts(applications.map(({ settles }) => settles)),
    },
  }
}

describe('compileAgeing: columns equal rows', () => {
  it('to the cent, with the same bucket of each item', () => {
    fc.assert(
      fc.property(tables, forms, ageingSchemes, fc.nat(350).map(randomDate), (items, form, any, asOf) => {
        const compiled = compileAgeing(any)
        const { items: listed = [], ...rows } = compiled.age(items, { asOf, detail: 'items' })
        const {
          bucket,
          open,
          buckets: ids,
          rejected,
          rejectedApplications,
          diagnoses,
          ...aged
        } = compiled.ageColumns(columnsOf(items, form), { asOf, invalid: 'collect' })
        if (rejected.some(({ issues }) => issues.some(({ code }) => code === 'beyond-column'))) return
        expect({ ...aged, rejected, diagnoses }).toEqual(rows)
        expect(rejectedApplications).toEqual([])
        const placed = items.flatMap(({ id, currency }, row) =>
          (bucket[row] as number) < 0 ? [] : [[id, currency, ids[bucket[row] as number], open.values[row]]],
        )
        expect(placed.sort()).toEqual(
          listed.map(({ id, currency, bucket: name, open: text }) => [id, currency, name, Number(unitsOf(text, open.digits))]).sort(),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('also where rows are bad and left out', () => {
    const junk = fc.constantFrom<unknown>(null, undefined, '', 'x', 1.5, '2024-02-30', '1e2', Number.NaN, true, [])
    const fields = ['customer', 'date', 'due', 'amount', 'currency', 'disputed'] as const
    const plain = { areDays: false, areCodes: false, areUnits: false, isTyped: false, reversed: false }
    fc.assert(
      fc.property(tables, fc.array(fc.tuple(fc.constantFrom(...fields), fc.nat(9), junk), { maxLength: 4 }), (items, wrong) => {
        const spoilt = columnsOf(items, plain) as unknown as Record<string, unknown[]>
        const rows = structuredClone(items) as unknown as Record<string, unknown>[]
        for (const [field, row, value] of wrong) {
          if (row >= items.length) continue
          ;(spoilt[field] as unknown[])[row] = value
          ;(rows[row] as Record<string, unknown>)[field] = value
        }
        const byRow = ageReceivables(rows as unknown as OpenItem[], scheme, collect)
        const aged = age(spoilt)
        if (aged.rejected.some(({ issues }) => issues.some(({ code }) => code === 'beyond-column'))) return
        expect(aged.currencies).toEqual(byRow.currencies)
        expect(aged.diagnoses).toEqual(byRow.diagnoses)
        const told = (rejected: AgedColumns['rejected']): unknown =>
          rejected.map(({ index, issues }) => [index, issues.map(({ code, params }) => [code, params])])
        expect(told(aged.rejected)).toEqual(told(byRow.rejected))
      }),
      { numRuns: 200 },
    )
  })
})
