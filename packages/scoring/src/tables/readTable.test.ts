import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { columnOf, readTable } from './readTable.js'

describe('readTable', () => {
  it('reads numbers', () => {
    const table = {
      alternatives: ['A', 'B'],
      criteria: [
        { id: 'x', weight: '0.50', direction: 'cost' as const },
        { id: 'y', preference: { type: 'usual' as const } },
      ],
      values: [
        ['1e1', -0],
        [2.5, '-0'],
      ],
    }
    const read = readTable(table, { weighted: false })
    expect(read).toEqual({
      alternatives: ['A', 'B'],
      criteria: [
        { id: 'x', weight: 0.5, cost: true, preference: undefined },
        { id: 'y', weight: 0, cost: false, preference: { type: 'usual' } },
      ],
      rows: [
        [10, 0],
        [2.5, 0],
      ],
    })
    expect(columnOf(read, 1)).toEqual([0, 0])
    expect(issuesOf(() => readTable(table, { weighted: true }))).toEqual([['missing', ['table', 'criteria', 1, 'weight']]])
  })
})
