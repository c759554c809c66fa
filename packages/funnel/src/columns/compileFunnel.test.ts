import { type Issue, isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { type ColumnRow, columnsOf, logOf, TODAY } from '../../testing/stageColumns.js'
import { pipeline } from '../../testing/stageLogs.js'
import { type ColumnFunnelOptions, compileFunnel, type FunnelMeasure, measureFunnel, type Pipeline, type StageLogColumns } from '../index.js'

const asOf = '2024-03-31'
const WON = pipeline.stages.length
const LOST = WON + 1
const SAYS_NOTHING = Number.NaN

const closeIds = fc.integer({ min: -3, max: 5 })
const farIds = fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0, -1, 1e9, 123_456_789)
const units = fc.oneof(
  { weight: 2, arbitrary: fc.constant(SAYS_NOTHING) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 2 ** 53 - 1, 10 ** 15 + 1, 10) },
)
const rowsOf = (ids: fc.Arbitrary<number>): fc.Arbitrary<ColumnRow[]> =>
  fc.array(fc.tuple(ids, fc.integer({ min: -1, max: 12 }), fc.integer({ min: 0, max: LOST }), units), { maxLength: 36 })
const allRows = fc.oneof(rowsOf(closeIds), rowsOf(farIds), rowsOf(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })))
/** So few deals, days and stages that changes repeat and contradict each other. */
const crowdedRows = fc.array(
  fc.tuple(fc.constantFrom(-1, 1, 2 ** 31 - 1), fc.integer({ min: -1, max: 3 }), fc.integer({ min: 1, max: LOST }), units),
  { minLength: 6, maxLength: 30 },
)
const digits = fc.constantFrom(null, 0, 2, 15)
const currencies = fc.constantFrom(undefined, 'CNY', 'JPY', 'KWD')
const options = fc.record<ColumnFunnelOptions>(
  {
    asOf: fc.constantFrom(asOf, '2024-03-25', '2024-02-01'),
    entered: fc.constantFrom({}, { from: '2024-03-25' }, { to: '2024-03-28' }, { from: '2024-03-22', to: '2024-03-27' }),
    cohorts: fc.constantFrom({ by: 'day' }, { by: 'week', matureAfter: 'P3D' }, { by: 'quarter', fiscalYearStart: 3 }),
    currency: fc.constantFrom('EUR', 'JPY'),
  },
  { requiredKeys: ['asOf'] },
)

/** What the row form says of the same changes. */
function asRows(
  columns: StageLogColumns,
  by: Pipeline,
  { currency, ...asked }: ColumnFunnelOptions,
  invalid: 'throw' | 'collect' = 'throw',
): FunnelMeasure {
  const within = currency === undefined ? by : { ...by, currency }
  return measureFunnel(logOf(columns, by), within, { ...asked, invalid })
}

/** The rows that the row form takes. */
function takenRows(rows: readonly ColumnRow[], by: Pipeline): ColumnRow[] {
  const { rejected } = asRows(columnsOf(rows, 2), by, { asOf: '2024-12-31' }, 'collect')
  const refused = new Set(rejected.map(({ index }) => index))
  return rows.filter((_, index) => !refused.has(index))
}

function expectAsRows(rows: readonly ColumnRow[], places: number | null, by: Pipeline, asked: ColumnFunnelOptions): FunnelMeasure {
  const columns = columnsOf(rows, places)
  const measure = compileFunnel(by).measureColumns(columns, asked)
  expect(measure).toStrictEqual(asRows(columns, by, asked))
  expect(measure).toStrictEqual(JSON.parse(JSON.stringify(measure)))
  return measure
}

/** A reproducible number from 0 up to a bound. */
const pick = (row: number, salt: number, bound: number): number => ((Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 3) % bound

/** The issues of what is thrown. */
function thrownIssues(run: () => unknown): readonly Issue[] {
  try {
    run()
  } catch (error) {
    if (isInputError(error)) return error.issues
    throw error
  }
  return []
}

/** What the columns of deals and stages say of a copy, and of an outcome that cannot be, where rows say it of their dates and stages. */
const inColumns = (issues: readonly Issue[]): object[] =>
  issues.map(({ path: [, row, field], ...issue }) => ({ ...issue, path: ['columns', field === 'at' ? 'day' : 'stage', row] }))

describe('compileFunnel: columns as rows', () => {
  it('says what measureFunnel says, however deals went and rows are ordered', () => {
    const seen: Record<string, number> = {}
    fc.assert(
      fc.property(allRows, digits, currencies, options, (all, places, currency, asked) => {
        const by = { ...pipeline, currency }
        const rows = takenRows(all, by)
        const measure = expectAsRows(rows, places, by, asked)
        for (const { code } of measure.diagnoses) seen[code] = (seen[code] ?? 0) + 1
        const ordered = [...rows].sort((one, other) => one[0] - other[0] || other[1] - one[1] || one[2] - other[2])
        expect(compileFunnel(by).measureColumns(columnsOf(ordered, places), asked)).toStrictEqual(measure)
      }),
      { numRuns: 300, seed: 11 },
    )
    const codes = ['later-changes', 'entered-otherwise', 'still-open', 'skipped', 'regressed', 'reopened', 'lost-without-stage', 'without-reason']
    for (const code of [...codes, 'without-amount', 'without-currency']) expect([code, seen[code]]).toEqual([code, expect.any(Number)])
  })

  it('refuses the changes that measureFunnel refuses, each at its row', () => {
    let both = 0
    fc.assert(
      fc.property(crowdedRows, fc.constantFrom(0, 2), (rows, places) => {
        const columns = columnsOf(rows, places)
        const { rejected } = asRows(columns, pipeline, { asOf }, 'collect')
        const expected = inColumns(rejected.flatMap(({ issues }) => issues))
        expect(thrownIssues(() => compileFunnel(pipeline).measureColumns(columns, { asOf }))).toEqual(expected)
        if (new Set(rejected.flatMap(({ issues }) => issues.map(({ code }) => code))).size === 2) both += 1
      }),
      { numRuns: 200, seed: 12 },
    )
    expect(both).toBeGreaterThan(10)
  })

  it.each<[string, number, number, number]>([
    ['close together', 1500, 1, 40],
    ['far apart', 1500, 2_862_933, 40],
    ['two, with so many changes each that they are sorted by digits', 2, 1, 30_000],
    ['two, far apart', 2, 2 ** 31 - 8, 30_000],
  ])('says the same of many changes of deals whose ids are %s', (_, deals, step, days) => {
    const random = Array.from({ length: 5000 }, (_, row): ColumnRow => {
      return [
        pick(row, 1, deals) * step - 7,
        pick(row, 2, days) - 2,
        pick(row, 3, LOST + 1),
        pick(row, 4, 3) === 0 ? SAYS_NOTHING : pick(row, 5, 900_000),
      ]
    })
    const rows = takenRows(random, pipeline)
    expect(rows.length).toBeGreaterThan(4000)
    const measure = expectAsRows(rows, 2, pipeline, { asOf, cohorts: { by: 'month' } })
    expectAsRows(rows, null, pipeline, { asOf })
    const { measureColumns } = compileFunnel(pipeline)
    const cohorts = { by: 'month' } as const
    expect(measureColumns(columnsOf([...rows].reverse(), 2), { asOf, cohorts })).toStrictEqual(measure)
    const byDate = [...rows].sort((one, other) => other[1] - one[1])
    expect(measureColumns(columnsOf(byDate, 2), { asOf, cohorts })).toStrictEqual(measure)
  })

  it('says the same of so many deals that they are put in parts, their ids close together or far apart', () => {
    const count = 5000
    for (const idOf of [(deal: number): number => deal - count, (deal: number): number => Math.imul(deal + 1, 2_654_435_769) | 0]) {
      const entries = Array.from({ length: count }, (_, deal): ColumnRow => [idOf(deal), 20 + pick(deal, 1, 9), pick(deal, 2, WON), deal])
      const ends = entries.map(([id], deal): ColumnRow => [id, pick(deal, 3, 20), WON - 1 + pick(deal, 4, 3), SAYS_NOTHING])
      expectAsRows([...entries, ...ends], 2, pipeline, { asOf })
    }
  })

  it('measures nothing, and one change', () => {
    expect(expectAsRows([], 2, pipeline, { asOf }).entered).toBe(0)
    expect(expectAsRows([[7, -1, 0, 5]], 2, pipeline, { asOf }).diagnoses).toEqual([{ code: 'later-changes', params: { count: 1 } }])
    expect(expectAsRows([[-7, 3, 1, 500]], 2, { ...pipeline, currency: 'EUR' }, { asOf }).open.amounts).toEqual([{ currency: 'EUR', amount: '5.00' }])
  })

  it('adds amounts up exactly, beyond what a number can hold', () => {
    const most = 2 ** 53 - 1
    const rows = Array.from({ length: 5 }, (_, deal): ColumnRow => [deal, 3, WON, most])
    expect(expectAsRows(rows, 15, pipeline, { asOf }).won.amounts).toEqual([{ currency: null, amount: '45.035996273704955' }])
  })

  it('takes the amount that is stated last, whatever is said after that', () => {
    const rows: ColumnRow[] = [
      [1, 1, WON, SAYS_NOTHING],
      [1, 9, 0, 700],
      [1, 5, 1, 0],
      [2, 9, WON, 700],
      [2, 9, 0, 800],
    ]
    expect(expectAsRows(rows, 2, pipeline, { asOf }).won.amounts).toEqual([{ currency: null, amount: '7' }])
  })

  it('takes days at the ends of the calendar', () => {
    const first: ColumnRow = [1, TODAY + 719_162, 0, SAYS_NOTHING]
    const last: ColumnRow = [1, TODAY - 2_932_896, WON, SAYS_NOTHING]
    expect(expectAsRows([last, first], null, pipeline, { asOf: '9999-12-31' }).won.meanDays).toBe(3_652_058)
  })

  it('takes 250 stages', () => {
    const many = { ...pipeline, stages: Array.from({ length: 250 }, (_, stage) => ({ id: `s${stage}` })) }
    const rows: ColumnRow[] = [
      [1, 3, 249, 1],
      [1, 2, 250, 1],
      [2, 3, 120, 1],
      [2, 2, 251, 1],
    ]
    const { stages } = expectAsRows(rows, 0, many, { asOf })
    expect(stages.map(({ entered }) => entered)).toEqual([...Array(121).fill(2), ...Array(129).fill(1)])
  })

  it('measures rows as measureFunnel does', () => {
    const log = logOf(columnsOf([[1, 3, 0, 100]], 2), pipeline)
    expect(compileFunnel(pipeline).measure(log, { asOf, detail: 'deals' })).toEqual(measureFunnel(log, pipeline, { asOf, detail: 'deals' }))
  })

  it('gives the same answers again after others, and leaves its input as it was', () => {
    const { measureColumns } = compileFunnel(deepFreeze({ ...pipeline }))
    const rows: ColumnRow[] = [
      [5, 3, 1, 100],
      [4, 8, 0, 50],
      [5, 9, 0, 70],
    ]
    const columns = columnsOf(rows, 2)
    const before = structuredClone(columns)
    const measure = measureColumns(columns, { asOf })
    measureColumns(columnsOf(Array.from({ length: 300 }, (_, row): ColumnRow => [row % 97, row % 31, row % 3, row]).reverse(), 2), {
      asOf: '2024-03-20',
    })
    expect(measureColumns(columns, { asOf })).toEqual(measure)
    expect(columns).toEqual(before)
  })
})
