import { describe, expect, it } from 'vitest'
import { type AlikeRows, groupAlike } from './groupAlike.js'
import { sampleGroups } from './sampleGroups.js'

const customersOf = (groups: readonly AlikeRows[]): number => groups.reduce((sum, { count }) => sum + count, 0)
const sumOf = (groups: readonly AlikeRows[], column: number): number =>
  groups.reduce((sum, { numbers, count }) => sum + count * (numbers[column] as number), 0)

describe('sampleGroups', () => {
  const repeating = groupAlike(Array.from({ length: 999 }, (_, index) => [1 + (index % 5), index % 31, 40 + (index % 97)]))
  const others = groupAlike(Array.from({ length: 3000 }, (_, index) => [0, 0, (index * 7) % 2000]))

  it('takes as many of both kinds, for as many customers as there are, who are as they are on average', () => {
    const sample = sampleGroups([...others, ...repeating], 200)
    const [once, again] = [sample.filter(({ numbers }) => numbers[0] === 0), sample.filter(({ numbers }) => numbers[0] !== 0)]
    expect([once.length, again.length]).toEqual([200, 200])
    expect([customersOf(once), customersOf(again)]).toEqual([3000, 999])
    expect(sumOf(once, 2) / sumOf(others, 2)).toBeCloseTo(1, 2)
    for (const column of [0, 1, 2]) expect(sumOf(again, column) / sumOf(repeating, column)).toBeCloseTo(1, 1)
    expect(groupAlike(sample.map(({ numbers }) => numbers)).map(({ numbers }) => numbers)).toEqual(sample.map(({ numbers }) => numbers))
  })

  it('takes the few there are as they are', () => {
    const sample = sampleGroups([...others, ...repeating.slice(0, 40)], 100)
    expect(sample.slice(100)).toEqual(repeating.slice(0, 40))
    expect(sampleGroups(others, 3000)).toEqual(others)
    expect(sampleGroups([], 5)).toEqual([])
  })
})
