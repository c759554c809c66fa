import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { checkInteger, isRecord, readOptions, readRows } from '../checks.js'
import type { Issue } from '../issues/types.js'
import type { InvalidRows } from './types.js'

describe('readOptions', () => {
  const read = (options: unknown): [InvalidRows, unknown] => {
    const issues: Issue[] = []
    return [readOptions(options, ['invalid', 'ties'], issues), codesAndPaths(issues)]
  }

  it.each([
    [{}, 'throw'],
    [{ invalid: undefined }, 'throw'],
    [Object.create({ invalid: 'collect' }), 'throw'],
    [{ invalid: 'throw' }, 'throw'],
    [{ invalid: 'collect', ties: 'dense' }, 'collect'],
  ])('takes %j', (options, invalid) => {
    expect(read(options)).toEqual([invalid, []])
  })

  it.each([
    [null, [['wrong-type', ['options']]]],
    ['collect', [['wrong-type', ['options']]]],
    [{ invalid: 'ignore' }, [['not-allowed', ['options', 'invalid']]]],
    [{ invalid: null }, [['not-allowed', ['options', 'invalid']]]],
    [{ invalid: 'collect', colour: 1 }, [['unknown-key', ['options', 'colour']]]],
  ])('refuses %j', (options, issues) => {
    expect(read(options)[1]).toEqual(issues)
  })
})

describe('readRows', () => {
  const readValue = (row: unknown, index: number, issues: Issue[]): string | undefined => {
    const { id, value } = isRecord(row) ? row : {}
    return checkInteger(value, ['rows', index, 'value'], issues) ? `${id}${value}` : undefined
  }
  const read = (rows: unknown, invalid: InvalidRows) => readRows(rows, 'rows', invalid, readValue)

  it('reads every row, in their order', () => {
    const rows = [
      { id: 'b', value: 1 },
      { id: 'a', value: 2 },
    ]
    for (const invalid of ['throw', 'collect'] as const) expect(read(rows, invalid)).toEqual({ read: ['b1', 'a2'], rejected: [] })
    expect(read([], 'throw')).toEqual({ read: [], rejected: [] })
  })

  const mixed = [{ id: 'a', value: 1 }, { id: 'b', value: 'x' }, null, { id: 'a', value: 'y' }, { id: 5 }, { id: 'c', value: 3 }]

  it('lists bad rows, each with its id and with everything that is wrong with it', () => {
    const { read: good, rejected } = read(mixed, 'collect')
    expect(good).toEqual(['a1', 'c3'])
    expect(rejected.map(({ issues, ...row }) => ({ ...row, issues: codesAndPaths(issues) }))).toEqual([
      { index: 1, id: 'b', issues: [['not-an-integer', ['rows', 1, 'value']]] },
      { index: 2, issues: [['missing', ['rows', 2, 'value']]] },
      {
        index: 3,
        id: 'a',
        issues: [
          ['not-an-integer', ['rows', 3, 'value']],
          ['duplicate', ['rows', 3, 'id']],
        ],
      },
      { index: 4, issues: [['missing', ['rows', 4, 'value']]] },
    ])
    expect(rejected[2]?.issues[1]?.params).toEqual({ value: 'a', first: 0 })
  })

  it('throws all that is wrong with any row at once', () => {
    expect(issuesOf(() => read(mixed, 'throw'))).toEqual(read(mixed, 'collect').rejected.flatMap(({ issues }) => codesAndPaths(issues)))
  })

  it('rejects a row that cannot be read, though nothing is said of it', () => {
    expect(readRows([{ id: 'a' }], 'rows', 'throw', () => undefined)).toEqual({ read: [], rejected: [{ index: 0, id: 'a', issues: [] }] })
  })

  it('takes `__proto__` for an id like any other, and holes for rows', () => {
    const rows = JSON.parse('[{"id":"__proto__","value":1},{"id":"constructor","value":2},{"id":"__proto__","value":3}]')
    expect(codesAndPaths(read(rows, 'collect').rejected.flatMap(({ issues }) => issues))).toEqual([['duplicate', ['rows', 2, 'id']]])
    expect(read(Array(2), 'collect').rejected.map(({ index }) => index)).toEqual([0, 1])
  })

  it('keeps of the rows with one id the first alone, even where that is a bad one', () => {
    const rows = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', ''), value: fc.constantFrom(1, 2, 'x') }))
    fc.assert(
      fc.property(rows, (list) => {
        const { read: good, rejected } = read(list, 'collect')
        const firsts = list.filter(
          ({ id, value }, index) => typeof value === 'number' && (id === '' || list.findIndex((one) => one.id === id) === index),
        )
        expect(good).toEqual(firsts.map(({ id, value }) => `${id}${value}`))
        expect(good.length + rejected.length).toBe(list.length)
      }),
    )
  })

  it.each([
    [undefined, 'missing'],
    [{ length: 0 }, 'wrong-type'],
    ['', 'wrong-type'],
  ])('refuses %j, which is no list, whatever becomes of bad rows', (rows, code) => {
    for (const invalid of ['throw', 'collect'] as const) expect(issuesOf(() => read(rows, invalid))).toEqual([[code, ['rows']]])
  })
})
