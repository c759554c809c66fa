import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { tableOf } from '../../testing/tables.js'
import { checkTable } from './checkTable.js'

const found = (table: unknown, weighted = true): unknown => {
  const issues: Issue[] = []
  checkTable(table, ['table'], issues, { weighted })
  return codesAndPaths(issues)
}

const table = tableOf(
  [
    [1, '2.5'],
    [0, -3],
  ],
  [1, '0.5'],
  [1],
)
const withCriterion = (criterion: unknown): unknown => ({ alternatives: [], criteria: [criterion], values: [] })
const withCell = (cell: unknown): unknown => ({ alternatives: ['A'], criteria: [{ id: 'x', weight: 1 }], values: [[cell]] })

describe('checkTable', () => {
  it('finds nothing wrong with a table, or with none of alternatives', () => {
    expect(found(table)).toEqual([])
    expect(found(tableOf([], [0]))).toEqual([])
    const full = { id: 'x', title: { en: 'X' }, direction: 'benefit', weight: 0, preference: { type: 'usual' } }
    expect(found(withCriterion(full))).toEqual([])
    expect(found(withCriterion({ id: 'x', title: undefined, direction: undefined, weight: 0, preference: undefined }))).toEqual([])
  })

  it.each([
    [undefined, [['missing', ['table']]]],
    [null, [['wrong-type', ['table']]]],
    [[], [['wrong-type', ['table']]]],
    [
      {},
      [
        ['missing', ['table', 'alternatives']],
        ['missing', ['table', 'criteria']],
        ['missing', ['table', 'values']],
      ],
    ],
    [
      Object.create(table),
      [
        ['missing', ['table', 'alternatives']],
        ['missing', ['table', 'criteria']],
        ['missing', ['table', 'values']],
      ],
    ],
    [{ ...table, rows: 1 }, [['unknown-key', ['table', 'rows']]]],
    [JSON.parse('{"alternatives":[],"criteria":[{"id":"x","weight":1}],"values":[],"__proto__":1}'), [['unknown-key', ['table', '__proto__']]]],
    [
      { ...table, criteria: [] },
      [
        ['empty', ['table', 'criteria']],
        ['wrong-length', ['table', 'values', 0]],
        ['wrong-length', ['table', 'values', 1]],
      ],
    ],
    [{ ...table, alternatives: ['A', 'A'] }, [['duplicate', ['table', 'alternatives', 1]]]],
    [
      { ...table, alternatives: ['', ''] },
      [
        ['empty', ['table', 'alternatives', 0]],
        ['empty', ['table', 'alternatives', 1]],
      ],
    ],
    [{ ...table, alternatives: ['A', 2] }, [['wrong-type', ['table', 'alternatives', 1]]]],
    [
      { ...table, alternatives: Array(2) },
      [
        ['missing', ['table', 'alternatives', 0]],
        ['missing', ['table', 'alternatives', 1]],
      ],
    ],
    [{ ...table, alternatives: ['A'] }, [['wrong-length', ['table', 'values']]]],
    [{ ...table, values: 'x' }, [['wrong-type', ['table', 'values']]]],
    [{ ...table, values: [[1, 2], [3]] }, [['wrong-length', ['table', 'values', 1]]]],
    [{ ...table, values: [[1, 2], null] }, [['wrong-type', ['table', 'values', 1]]]],
    [
      { ...table, values: [[1, 2], Array(2)] },
      [
        ['missing', ['table', 'values', 1, 0]],
        ['missing', ['table', 'values', 1, 1]],
      ],
    ],
    [
      { ...table, values: Array(2) },
      [
        ['missing', ['table', 'values', 0]],
        ['missing', ['table', 'values', 1]],
      ],
    ],
    [{ ...table, values: [Float64Array.of(1, 2), [1, 2]] }, [['wrong-type', ['table', 'values', 0]]]],
  ])('refuses %j', (value, issues) => {
    expect(found(value)).toEqual(issues)
  })

  it.each([
    [null, [['wrong-type', ['table', 'criteria', 0]]]],
    [{ weight: 1 }, [['missing', ['table', 'criteria', 0, 'id']]]],
    [{ id: '', weight: 1 }, [['empty', ['table', 'criteria', 0, 'id']]]],
    [{ id: 'x' }, [['missing', ['table', 'criteria', 0, 'weight']]]],
    [{ id: 'x', weight: -1 }, [['too-small', ['table', 'criteria', 0, 'weight']]]],
    [{ id: 'x', weight: 1e101 }, [['extreme-size', ['table', 'criteria', 0, 'weight']]]],
    [{ id: 'x', weight: 1, title: '' }, [['empty', ['table', 'criteria', 0, 'title']]]],
    [{ id: 'x', weight: 1, direction: 'up' }, [['not-allowed', ['table', 'criteria', 0, 'direction']]]],
    [{ id: 'x', weight: 1, preference: 'usual' }, [['wrong-type', ['table', 'criteria', 0, 'preference']]]],
    [{ id: 'x', weight: 1, scale: {} }, [['unknown-key', ['table', 'criteria', 0, 'scale']]]],
  ])('refuses criterion %j', (criterion, issues) => {
    expect(found(withCriterion(criterion))).toEqual(issues)
  })

  it('refuses criteria of the same id, but not twice for having none', () => {
    const criteria = (...ids: unknown[]): unknown => ({ alternatives: [], criteria: ids.map((id) => ({ id, weight: 1 })), values: [] })
    expect(found(criteria('x', 'y', 'x'))).toEqual([['duplicate', ['table', 'criteria', 2, 'id']]])
    expect(found(criteria('', ''))).toEqual([
      ['empty', ['table', 'criteria', 0, 'id']],
      ['empty', ['table', 'criteria', 1, 'id']],
    ])
    expect(found(criteria('__proto__', 'constructor'))).toEqual([])
  })

  it('needs no weight where weights are yet to be found, but checks one that is there', () => {
    expect(found(withCriterion({ id: 'x' }), false)).toEqual([])
    expect(found(withCriterion({ id: 'x', weight: 'x' }), false)).toEqual([['not-a-decimal', ['table', 'criteria', 0, 'weight']]])
  })

  it.each([Number.NaN, Infinity, 'abc', ' 1 ', '0x3', '１', null, true, {}, []])('refuses a value of %o', (cell) => {
    expect(found(withCell(cell))).toEqual([['not-a-decimal', ['table', 'values', 0, 0]]])
  })

  it.each([1e101, -1e101, 1e-101, '1e-400', '-1e400', 5e-324])('refuses a value of the size of %s', (cell) => {
    expect(found(withCell(cell))).toEqual([['extreme-size', ['table', 'values', 0, 0]]])
  })

  it.each([0, -0, '-0', '0.0', 1e100, -1e100, '1e-100', '-1e100'])('takes a value of %s', (cell) => {
    expect(found(withCell(cell))).toEqual([])
  })
})
