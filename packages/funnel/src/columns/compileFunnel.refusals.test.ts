import { isInputError } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { pipeline } from '../../testing/stageLogs.js'
import { type ColumnFunnelOptions, compileFunnel, type StageLogColumns } from '../index.js'

const asOf = '2024-03-31'
const DAY = 19_790
const columns = {
  deal: Int32Array.of(1, 1, 2),
  day: Int32Array.of(DAY - 9, DAY, DAY - 3),
  stage: Uint8Array.of(0, 3, 1),
  amount: { values: Float64Array.of(100, Number.NaN, 0), digits: 2 },
}
const { measureColumns } = compileFunnel(pipeline)
const refused = (changed: object): unknown => issuesOf(() => measureColumns({ ...columns, ...changed } as StageLogColumns, { asOf }))
const refusedOptions = (options: unknown): unknown => issuesOf(() => measureColumns(columns, options as ColumnFunnelOptions))

describe('compileFunnel: bad input', () => {
  it('refuses what is no pipeline', () => {
    expect(issuesOf(() => compileFunnel({ ...pipeline, lost: 'won' }))).toEqual([['given-elsewhere', ['pipeline', 'lost']]])
    expect(issuesOf(() => compileFunnel(undefined as never))).toEqual([['missing', ['pipeline']]])
  })

  it.each(badRecords)('refuses %j as columns, as an amount and as options', (value, code) => {
    expect(issuesOf(() => measureColumns(value as StageLogColumns, { asOf }))).toEqual([[code, ['columns']]])
    expect(refusedOptions(value)).toEqual([[code, ['options']]])
    if (value !== undefined) expect(refused({ amount: value })).toEqual([[code, ['columns', 'amount']]])
  })

  it('names every column that is none, is of another length or of another name, and every option', () => {
    const wrong = {
      deal: undefined,
      day: new Int32Array(2),
      stage: 'quoted',
      amount: { values: new Float64Array(4), digits: -1, unit: 'EUR' },
      ['__proto__']: 1,
    }
    expect(issuesOf(() => measureColumns(wrong as unknown as StageLogColumns, { asOf: '2024-02-30', zone: 'UTC' } as ColumnFunnelOptions))).toEqual([
      ['unknown-key', ['columns', '__proto__']],
      ['missing', ['columns', 'deal']],
      ['wrong-type', ['columns', 'stage']],
      ['unknown-key', ['columns', 'amount', 'unit']],
      ['too-small', ['columns', 'amount', 'digits']],
      ['unknown-key', ['options', 'zone']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(refused({ day: new Int32Array(2), stage: new Uint8Array(0), amount: { values: new Float64Array(4), digits: 2 } })).toEqual([
      ['length-differs', ['columns', 'day']],
      ['length-differs', ['columns', 'stage']],
      ['length-differs', ['columns', 'amount', 'values']],
    ])
    expect(refused({ deal: { length: 2 ** 31 }, day: { length: -1 }, stage: { length: 1.5 }, amount: { values: null, digits: 16 } })).toEqual([
      ['wrong-type', ['columns', 'deal']],
      ['wrong-type', ['columns', 'day']],
      ['wrong-type', ['columns', 'stage']],
      ['wrong-type', ['columns', 'amount', 'values']],
      ['too-large', ['columns', 'amount', 'digits']],
    ])
  })

  it('refuses options that are none', () => {
    expect(refusedOptions({ asOf, entered: { from: '2024-03-02', to: '2024-03-01' } })).toEqual([['too-small', ['options', 'entered', 'to']]])
    expect(refusedOptions({ asOf, cohorts: { by: 'decade' }, currency: 'XXX' })).toEqual([
      ['not-allowed', ['options', 'cohorts', 'by']],
      ['unknown-currency', ['options', 'currency']],
    ])
    expect(refusedOptions({ asOf, by: 'region', detail: 'deals' })).toEqual([
      ['unknown-key', ['options', 'by']],
      ['unknown-key', ['options', 'detail']],
    ])
  })

  it('names every bad cell, also of a row that would be left out', () => {
    const day = Int32Array.of(DAY, 2_932_897, -719_163)
    const amount = { values: Float64Array.of(-1, 0.5, 2 ** 53), digits: 2 }
    expect(refused({ day, stage: Uint8Array.of(5, 4, 255), amount })).toEqual([
      ['out-of-range', ['columns', 'stage', 0]],
      ['too-small', ['columns', 'amount', 'values', 0]],
      ['out-of-range', ['columns', 'day', 1]],
      ['not-an-integer', ['columns', 'amount', 'values', 1]],
      ['out-of-range', ['columns', 'day', 2]],
      ['out-of-range', ['columns', 'stage', 2]],
      ['beyond-column', ['columns', 'amount', 'values', 2]],
    ])
    const later = Int32Array.of(DAY, DAY + 100_000, DAY)
    expect(refused({ day: later, stage: Uint8Array.of(0, 9, 0) })).toEqual([['out-of-range', ['columns', 'stage', 1]]])
    for (const units of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(refused({ amount: { values: Float64Array.of(1, units, 1), digits: 0 } })).toEqual([
        ['not-an-integer', ['columns', 'amount', 'values', 1]],
      ])
    }
  })

  it('takes other columns of numbers, and names their cells that are none', () => {
    const lists = { deal: [1, 1, 2], day: [...columns.day], stage: [0, 3, 1], amount: { values: [100, Number.NaN, -0], digits: 2 } }
    expect(measureColumns(lists as unknown as StageLogColumns, { asOf })).toEqual(measureColumns(columns, { asOf }))
    const holes = {
      deal: [1.5, '1', 2 ** 31],
      day: [null, DAY + 0.5, DAY],
      stage: [-1, 'a', 2.5],
      amount: { values: ['1', null, Number.NaN], digits: 0 },
    }
    expect(refused(holes)).toEqual([
      ['not-an-integer', ['columns', 'deal', 0]],
      ['not-an-integer', ['columns', 'day', 0]],
      ['out-of-range', ['columns', 'stage', 0]],
      ['not-an-integer', ['columns', 'amount', 'values', 0]],
      ['not-an-integer', ['columns', 'deal', 1]],
      ['not-an-integer', ['columns', 'day', 1]],
      ['not-an-integer', ['columns', 'stage', 1]],
      ['not-an-integer', ['columns', 'amount', 'values', 1]],
      ['out-of-range', ['columns', 'deal', 2]],
      ['not-an-integer', ['columns', 'stage', 2]],
    ])
    expect(refused({ deal: [1, 2, Number.NaN] })).toEqual([['not-an-integer', ['columns', 'deal', 2]]])
    expect(refused({ stage: new Array(3) })).toEqual([0, 1, 2].map((row) => ['missing', ['columns', 'stage', row]]))
    expect(refused({ stage: [0, 256, 1] })).toEqual([['out-of-range', ['columns', 'stage', 1]]])
  })

  it('tells of 10,000 bad cells a column, of 10,000 copies and of 10,000 outcomes', () => {
    const length = 12_000
    const told = (changed: object): Record<string, number> => {
      try {
        measureColumns({ deal: new Int32Array(length), day: new Int32Array(length), stage: new Uint8Array(length), ...changed }, { asOf })
      } catch (error) {
        if (!isInputError(error)) throw error
        const counts: Record<string, number> = {}
        for (const { code, path } of error.issues) counts[`${code} ${path[1]}`] = (counts[`${code} ${path[1]}`] ?? 0) + 1
        return counts
      }
      return {}
    }
    expect(told({ stage: new Uint8Array(length).fill(77), day: new Int32Array(length).fill(3e6) })).toEqual({
      'out-of-range day': 10_000,
      'out-of-range stage': 10_000,
    })
    expect(told({})).toEqual({ 'duplicate day': 10_000 })
    const pairs = { deal: Int32Array.from({ length }, (_, row) => row >> 1), stage: Uint8Array.from({ length }, (_, row) => 3 + (row & 1)) }
    expect(told(pairs)).toEqual({ 'already-closed stage': 6000 })
    const triples = { deal: Int32Array.from({ length: 3 * length }, (_, row) => row % length), day: new Int32Array(3 * length) }
    expect(told({ ...triples, stage: Uint8Array.from({ length: 3 * length }, (_, row) => (row < 2 * length ? 3 : 4)) })).toEqual({
      'duplicate day': 10_000,
      'already-closed stage': 10_000,
    })
  })

  it('says which change a copy repeats, and what an outcome follows', () => {
    const log = {
      deal: Int32Array.of(-4, 7, -4, -4),
      day: new Int32Array(4),
      stage: Uint8Array.of(3, 0, 3, 4),
      amount: { values: Float64Array.of(Number.NaN, 1, 90, 8), digits: 1 },
    }
    try {
      measureColumns(log, { asOf })
      expect.unreachable()
    } catch (error) {
      if (!isInputError(error)) throw error
      expect(error.issues.map(({ code, path, params }) => [code, path, params])).toEqual([
        ['duplicate', ['columns', 'day', 0], { value: '1970-01-01', first: 2 }],
        ['already-closed', ['columns', 'stage', 3], { value: 'won' }],
      ])
    }
  })
})
