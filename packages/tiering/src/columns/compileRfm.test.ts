import { FIRST_DAY, formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { decimalOf } from '../../testing/tierSchemes.js'
import {
  compileRfm,
  type MonetaryRule,
  type Rfm,
  type RfmColumns,
  type RfmCuts,
  type RfmScheme,
  type RfmSegment,
  scoreRfm,
  type TransactionColumns,
} from '../index.js'

const asOf = '2024-03-31'
const today = parseDay(asOf)
const quintiles: RfmScheme = { kind: 'rfm-scheme', id: 'usual', version: 7, bins: 5, segments: [] }

/** A transaction: of whom, how many days before, and how many units. */
type Row = readonly [id: number | string, age: number, units: number]

const columnsOf = (rows: readonly Row[], digits = 2): TransactionColumns => {
  const ids = rows.map(([id]) => id)
  return {
    customer: ids.every((id) => typeof id === 'number') ? Int32Array.from(ids) : ids.map(String),
    day: Int32Array.from(rows, ([, age]) => today - age),
    amount: { values: Float64Array.from(rows, ([, , units]) => units), digits },
  }
}
const score = (columns: unknown, scheme: object = {}): RfmColumns =>
  compileRfm({ ...quintiles, ...scheme } as RfmScheme).scoreColumns(columns as TransactionColumns, { asOf })
const scoreOf = (rows: readonly Row[], scheme: object = {}): RfmColumns => score(columnsOf(rows), scheme)

/** What the row form says of the same transactions. */
const rowForm = (rows: readonly Row[], scheme: object, digits: number): Rfm =>
  scoreRfm(
    rows.map(([id, age, units]) => ({ customer: String(id), date: formatDay(today - age) as string, amount: decimalOf(BigInt(units), digits) })),
    { ...quintiles, ...scheme } as RfmScheme,
    { asOf },
  )

/** All that columns say, as the row form says it. */
function asRows(scored: RfmColumns, segments: readonly RfmSegment[]): Rfm {
  const { customer, recencyDays, frequency, value, r, f, m, segment, explain, ...book } = scored
  const customers = Array.from(customer as ArrayLike<unknown>, (_, row) => explain(row))
  customers.forEach((one, row) => {
    expect(one).toMatchObject({
      customer: String(customer[row]),
      recencyDays: recencyDays[row] === -1 ? null : recencyDays[row],
      frequency: frequency[row],
      r: r[row],
      f: f[row],
      m: m[row],
      segment: segments[segment[row] as number]?.id ?? null,
    })
  })
  const ascending = typeof customer[0] === 'number' ? customers.sort((a, b) => (a.customer < b.customer ? -1 : 1)) : customers
  expect(value.values.every((sum) => Number.isSafeInteger(sum) && !Object.is(sum, -0))).toBe(true)
  return { ...book, customers: ascending }
}

function expectAsRows(rows: readonly Row[], scheme: object, digits = 2): void {
  const scored = score(columnsOf(rows, digits), scheme)
  const expected = rowForm(rows, scheme, digits)
  expect(asRows(scored, (scheme as Partial<RfmScheme>).segments ?? [])).toEqual(expected)
}

const segments: RfmSegment[] = [
  { id: 'best', r: [2, 2], m: [2, 2] },
  { id: 'recent', r: [2, 2] },
]
const monetaryRules: (MonetaryRule | undefined)[] = [
  undefined,
  { measure: 'net', statistic: 'sum' },
  { measure: 'gross', statistic: 'sum' },
  { measure: 'net', statistic: 'mean' },
  { measure: 'gross', statistic: 'mean' },
]
const fixed: RfmCuts = { recency: [2, '5.5'], frequency: ['1', 3], monetary: ['-0.5', '0.07'] }
const rules = [
  { bins: 2 },
  { bins: 5 },
  { bins: 20 },
  { bins: 5, compatible: 'r-rfm' },
  { bins: 3, compatible: 'r-rfm' },
  { bins: undefined, cuts: fixed },
]
const schemes = fc.record({
  rule: fc.constantFrom(...rules),
  monetary: fc.constantFrom(...monetaryRules),
  currency: fc.constantFrom('CNY', 'JPY', undefined),
  segments: fc.constantFrom([], segments),
})

const idsOfNumbers = fc.oneof(
  fc.integer({ min: -4, max: 12 }),
  fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 1e9),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
)
const idsAlike = fc.integer({ min: 0, max: 12 }).map((id) => `C-${String(id).padStart(5, '0')}`)
const idsOfTexts = fc.oneof(
  idsAlike,
  fc.constantFrom('C-1', 'C-10', 'C-2', 'c', '__proto__', 'constructor', '客户', '😀', '\uffff', 'C-0000x', 'D-00001'),
)
const randomUnits = fc.oneof(fc.integer({ min: -5, max: 12 }), fc.integer({ min: -1e6, max: 1e8 }))
const rowsOf = (ids: fc.Arbitrary<number | string>): fc.Arbitrary<Row[]> =>
  fc.array(fc.tuple(ids, fc.integer({ min: -2, max: 9 }), randomUnits), { maxLength: 40 })

describe('compileRfm: columns as rows', () => {
  it.each<[string, fc.Arbitrary<number | string>]>([
    ['numbers', idsOfNumbers],
    ['texts that end in as many digits', idsAlike],
    ['texts', idsOfTexts],
  ])('scores customers whose ids are %s as scoreRfm does', (_, ids) => {
    fc.assert(
      fc.property(rowsOf(ids), schemes, fc.constantFrom(0, 2, 15), (rows, { rule, ...scheme }, digits) => {
        expectAsRows(rows, { ...scheme, ...rule }, digits)
      }),
      { numRuns: 150 },
    )
  })

  it.each<[string, Row[]]>([
    ['nothing', []],
    ['one customer', [[7, 3, 500]]],
    ['refunds alone', [[7, 3, -500]]],
    [
      'an amount of 0',
      [
        [7, 3, 0],
        [8, 2, 5],
      ],
    ],
    ['later transactions alone', [[7, -1, 500]]],
    [
      'all alike',
      [
        [1, 3, 500],
        [2, 3, 500],
        [3, 3, 500],
      ],
    ],
    [
      'a total below 0',
      [
        [1, 3, 500],
        [2, 3, -700],
      ],
    ],
  ])('scores %s as scoreRfm does', (_, rows) => {
    for (const monetary of monetaryRules) expectAsRows(rows, { monetary })
  })

  it('scores many customers as scoreRfm does, close and scattered, in any order', () => {
    const pick = (row: number, salt: number, bound: number): number => ((Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 3) % bound
    for (const step of [1, 50_021]) {
      const rows = Array.from({ length: 6000 }, (_, row): Row => [pick(row, 1, 900) * step - 1000, pick(row, 2, 700), pick(row, 3, 90_000) - 1000])
      expectAsRows(rows, { segments, monetary: { measure: 'net', statistic: 'mean' } })
      expect(scoreOf([...rows].reverse()).m).toEqual(scoreOf(rows).m)
    }
  })

  it('tells means apart that are nearest to the same number', () => {
    // 2⁵¹ + 1/2 and 2⁵¹ + 1/3.
    const rows: Row[] = [
      ['half', 1, 2 ** 52],
      ['half', 1, 1],
      ['third', 1, 3 * 2 ** 51 - 1],
      ['third', 1, 1],
      ['third', 1, 1],
      ['without', 1, -1],
    ]
    expect((2 ** 52 + 1) / 2).toBe((3 * 2 ** 51 + 1) / 3)
    const scheme = { bins: 2, monetary: { measure: 'net', statistic: 'mean' } }
    expectAsRows(rows, scheme, 0)
    expect([...scoreOf(rows, scheme).m]).toEqual([2, 1, 1])
  })

  it('scores few customers whose days are far apart', () => {
    const ages = [5000, 4096, 700_000, 0, 5000]
    const rows = ages.flatMap((age, customer): Row[] => [
      [customer, age, 100],
      [7, 1, -5],
    ])
    expectAsRows(rows, { segments })
    expectAsRows(rows, { segments, monetary: { measure: 'net', statistic: 'mean' } })
  })

  it('adds up exactly beyond 2⁵³ on the way', () => {
    const most = 2 ** 53 - 1
    const rows: Row[] = [
      [1, 1, most],
      [1, 1, most],
      [1, 1, -most],
      [2, 1, -most],
      [2, 1, -most],
      [2, 1, most],
      [2, 1, 5],
    ]
    expectAsRows(rows, {}, 0)
    expect([...scoreOf(rows).value.values]).toEqual([most, 5 - most])
  })

  it('is deterministic and reads frozen input; score is scoreRfm', () => {
    const subjects = deepFreeze([
      { customer: 'a', date: '2024-03-01', amount: 5 },
      { customer: 'b', date: '2024-02-01', amount: 7 },
    ])
    const { score: scoreRows, scoreColumns } = compileRfm(deepFreeze({ ...quintiles }))
    expect(scoreRows(subjects, { asOf })).toEqual(scoreRfm(subjects, quintiles, { asOf }))
    const columns = Object.freeze(
      columnsOf([
        [5, 1, 100],
        [4, 2, 300],
      ]),
    )
    const { explain: _, ...first } = scoreColumns(columns, Object.freeze({ asOf }))
    const { explain: __, ...second } = scoreColumns(columns, { asOf })
    expect(second).toEqual(first)
    expect(columns.day).toEqual(
      columnsOf([
        [5, 1, 100],
        [4, 2, 300],
      ]).day,
    )
  })

  it('keeps its answers when it is called again', () => {
    const { scoreColumns } = compileRfm(quintiles)
    const first = scoreColumns(
      columnsOf([
        [5, 1, 100],
        [4, 2, 300],
      ]),
      { asOf },
    )
    const before = [...first.value.values]
    scoreColumns(
      columnsOf([
        [9, 1, 7],
        [8, 2, 8],
      ]),
      { asOf },
    )
    expect([...first.value.values]).toEqual(before)
    expect(first.explain(0).customer).toBe('4')
  })

  it('explains as before, whatever has become of the columns', () => {
    const columns = columnsOf([
      ['a', 1, 100],
      ['b', 2, 300],
      ['b', 3, -50],
    ])
    const scored = score(columns, { segments })
    const before = [scored.explain(0), scored.explain(1)]
    const { customer, recencyDays, frequency, value, r, f, m, segment } = scored
    for (const column of [recencyDays, frequency, value.values, r, f, m, segment, columns.day, columns.amount.values as Float64Array]) {
      structuredClone(column, { transfer: [column.buffer as ArrayBuffer] })
    }
    ;(customer as string[]).length = 0
    ;(columns.customer as string[]).length = 0
    expect([scored.explain(0), scored.explain(1)]).toEqual(before)
  })

  it('reads lists of numbers as typed arrays', () => {
    const typed = columnsOf([
      [5, 1, 100],
      [4, 2, 300],
    ])
    const lists = JSON.parse(JSON.stringify({ day: [...typed.day], amount: { values: [...typed.amount.values], digits: 2 } }))
    const { explain: _, ...expected } = score(typed)
    const { explain: __, ...found } = score({ ...lists, customer: typed.customer })
    expect(found).toEqual(expected)
  })
})

describe('compileRfm: bad input', () => {
  const good = columnsOf([
    [1, 1, 100],
    [2, 2, 200],
  ])
  const wrong = (columns: unknown, ...options: unknown[]): unknown =>
    issuesOf(() => compileRfm(quintiles).scoreColumns(columns as TransactionColumns, (options.length === 0 ? { asOf } : options[0]) as never))

  it('refuses a scheme that is none', () => {
    expect(issuesOf(() => compileRfm({ ...quintiles, bins: 1, x: 1 } as never))).toEqual([
      ['unknown-key', ['scheme', 'x']],
      ['too-small', ['scheme', 'bins']],
    ])
    for (const [value, code] of badRecords) expect(issuesOf(() => compileRfm(value as never))).toEqual([[code, ['scheme']]])
  })

  it('refuses options that are none', () => {
    for (const [value, code] of badDates) expect(wrong(good, { asOf: value })).toEqual([[code, ['options', 'asOf']]])
    for (const [value, code] of badRecords) expect(wrong(good, value)).toEqual([[code, ['options']]])
    expect(wrong(good, { asOf, invalid: 'collect' })).toEqual([['unknown-key', ['options', 'invalid']]])
    const { score: scoreRows } = compileRfm(quintiles)
    expect(issuesOf(() => scoreRows([], {} as never))).toEqual([['missing', ['options', 'asOf']]])
  })

  it('refuses columns that are none, all at once', () => {
    for (const [value, code] of badRecords) expect(wrong(value)).toEqual([[code, ['columns']]])
    expect(wrong({ rows: 1 }, {})).toEqual([
      ['missing', ['options', 'asOf']],
      ['unknown-key', ['columns', 'rows']],
      ['missing', ['columns', 'customer']],
      ['missing', ['columns', 'day']],
      ['missing', ['columns', 'amount']],
    ])
  })

  it.each<[string, object, [string, (string | number)[]][]]>([
    ['customers that are floats', { customer: Float64Array.of(1, 2) }, [['wrong-type', ['columns', 'customer']]]],
    ['days that are no list', { day: 'ab' }, [['wrong-type', ['columns', 'day']]]],
    ['an impossible length', { day: { length: -1 } }, [['wrong-type', ['columns', 'day']]]],
    ['amounts without digits', { amount: { values: good.amount.values } }, [['missing', ['columns', 'amount', 'digits']]]],
    ['too many digits', { amount: { values: good.amount.values, digits: 16 } }, [['too-large', ['columns', 'amount', 'digits']]]],
    ['digits below 0', { amount: { values: good.amount.values, digits: -1 } }, [['too-small', ['columns', 'amount', 'digits']]]],
    ['amounts without values', { amount: { digits: 2 } }, [['missing', ['columns', 'amount', 'values']]]],
    ['amounts with an unknown key', { amount: { ...good.amount, currency: 'CNY' } }, [['unknown-key', ['columns', 'amount', 'currency']]]],
    ['days of another length', { day: Int32Array.of(1) }, [['length-differs', ['columns', 'day']]]],
    ['a list of numbers as customers', { customer: [1, 2] }, [['wrong-type', ['columns', 'customer']]]],
    ['other lengths before it makes room', { day: { length: 2 ** 31 - 1 } }, [['length-differs', ['columns', 'day']]]],
    ['amounts of another length', { amount: { values: Float64Array.of(1), digits: 0 } }, [['length-differs', ['columns', 'amount', 'values']]]],
  ])('refuses %s', (_, part, issues) => {
    expect(wrong({ ...good, ...part })).toEqual(issues)
  })

  it('names every bad cell, row by row', () => {
    const day = Int32Array.of(FIRST_DAY, FIRST_DAY - 1, LAST_DAY, LAST_DAY + 1)
    const values = Float64Array.of(Number.NaN, 1.5, 2 ** 53, Number.NEGATIVE_INFINITY)
    expect(wrong({ customer: Int32Array.of(1, 2, 3, 4), day, amount: { values, digits: 2 } })).toEqual([
      ['not-an-integer', ['columns', 'amount', 'values', 0]],
      ['out-of-range', ['columns', 'day', 1]],
      ['not-an-integer', ['columns', 'amount', 'values', 1]],
      ['beyond-column', ['columns', 'amount', 'values', 2]],
      ['out-of-range', ['columns', 'day', 3]],
      ['not-an-integer', ['columns', 'amount', 'values', 3]],
    ])
  })

  it('names every bad cell of lists', () => {
    const customer = [Array(1)[0], '', 7, null, 'a']
    const day = [1, '2', 2.5, 1e300, undefined]
    const values = [1, '2', null, 1e300, undefined]
    expect(wrong({ customer, day, amount: { values, digits: 2 } })).toEqual([
      ['missing', ['columns', 'customer', 0]],
      ['empty', ['columns', 'customer', 1]],
      ['not-an-integer', ['columns', 'day', 1]],
      ['not-an-integer', ['columns', 'amount', 'values', 1]],
      ['wrong-type', ['columns', 'customer', 2]],
      ['not-an-integer', ['columns', 'day', 2]],
      ['not-an-integer', ['columns', 'amount', 'values', 2]],
      ['wrong-type', ['columns', 'customer', 3]],
      ['too-large', ['columns', 'day', 3]],
      ['beyond-column', ['columns', 'amount', 'values', 3]],
      ['missing', ['columns', 'day', 4]],
      ['missing', ['columns', 'amount', 'values', 4]],
    ])
  })

  it('names ten thousand bad cells of a column', () => {
    const length = 10_005
    const values = new Float64Array(length).fill(0.5)
    const day = new Int32Array(length)
    day[length - 1] = LAST_DAY + 1
    const issues = wrong({ customer: Array(length).fill(''), day, amount: { values, digits: 0 } }) as [string, (string | number)[]][]
    expect(issues).toHaveLength(20_001)
    expect(issues.slice(-3)).toEqual([
      ['empty', ['columns', 'customer', 9999]],
      ['not-an-integer', ['columns', 'amount', 'values', 9999]],
      ['out-of-range', ['columns', 'day', length - 1]],
    ])
  })

  it('refuses bad cells of transactions that do not count, too', () => {
    expect(wrong({ customer: ['a', ''], day: [LAST_DAY, LAST_DAY], amount: { values: [0.5, 1], digits: 0 } })).toEqual([
      ['not-an-integer', ['columns', 'amount', 'values', 0]],
      ['empty', ['columns', 'customer', 1]],
    ])
  })

  it('refuses sums that no column can hold, each at the greatest amount', () => {
    const half = 2 ** 52
    const rows: Row[] = [
      [1, 1, half - 1],
      [2, 1, 5],
      [1, 1, half + 1],
      [3, 1, -half],
      [3, 1, -half],
      [1, -1, 2 ** 53 - 1],
    ]
    expect(wrong(columnsOf(rows))).toEqual([
      ['beyond-column', ['columns', 'amount', 'values', 2]],
      ['beyond-column', ['columns', 'amount', 'values', 3]],
    ])
    const gross = { monetary: { measure: 'gross', statistic: 'sum' } }
    const refund: Row = [1, 1, 1 - 2 ** 53]
    expect(issuesOf(() => scoreOf([...rows, refund], gross))).toEqual([['beyond-column', ['columns', 'amount', 'values', 2]]])
  })

  it('says in units of the amounts what is beyond', () => {
    try {
      scoreOf([
        [1, 1, 2 ** 52],
        [1, 1, 2 ** 52],
      ])
    } catch (error) {
      const [issue] = (error as { issues: { params: unknown }[] }).issues
      expect(issue?.params).toEqual({ bound: '90071992547409.92', actual: '90071992547409.92' })
    }
    expect.assertions(1)
  })

  it('writes no number of hundreds of digits', () => {
    const values = Float64Array.of(-1e300, 0)
    try {
      score({ ...good, amount: { values, digits: 2 } })
    } catch (error) {
      const [issue] = (error as { issues: { params: unknown }[] }).issues
      expect(issue?.params).toEqual({ bound: '90071992547409.92', actual: '-1.0000000000000001e+298' })
    }
    expect.assertions(1)
  })

  it.each([0, -1])('explains no row %s of an empty result', (row) => {
    expect(issuesOf(() => scoreOf([]).explain(row))).toEqual([['empty', ['rows']]])
  })

  it.each([-1, 2, 0.5, Number.NaN, '0', undefined])('explains no row %s', (row) => {
    expect(issuesOf(() => score(good).explain(row as number))).toEqual([['out-of-range', ['row']]])
  })
})
