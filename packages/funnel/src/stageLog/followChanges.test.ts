import { describe, expect, it } from 'vitest'
import { pipeline } from '../../testing/stageLogs.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { type FollowedDeals, followChanges, IN_PASSING, LOST, NEVER, ON_RETURN, OPEN, type OrderedChanges, WON } from './followChanges.js'

const LAST_DAY = 100
const [LEAD, QUOTED, NEGOTIATING, TO_WON, TO_LOST] = [0, 1, 2, 3, 4]
const read = readPipeline(pipeline, [], []) as ReadPipeline

/** Deals, each its changes as days and codes. */
function columns(deals: readonly (readonly (readonly [day: number, code: number])[])[]): OrderedChanges {
  const rows = deals.flat()
  let end = 0
  const starts = [
    0,
    ...deals.map((changes) => {
      end += changes.length
      return end
    }),
  ]
  return { starts: Int32Array.from(starts), day: Int32Array.from(rows, ([day]) => day), code: Uint8Array.from(rows, ([, code]) => code) }
}
const follow = (...deals: readonly (readonly (readonly [day: number, code: number])[])[]): FollowedDeals =>
  followChanges(columns(deals), read, LAST_DAY)
const standingOf = ({ entered, outcome, closed, furthest, standing, regressed, reopened }: FollowedDeals, deal = 0): unknown[] =>
  [entered, outcome, closed, furthest, standing, regressed, reopened].map((column) => column[deal])

const reachedOf = ({ count, stages, reached }: FollowedDeals, deal = 0): unknown[] =>
  Array.from({ length: stages }, (_, stage) => reached[stage * count + deal])
const stoodOf = ({ count, stages, stood }: FollowedDeals, deal = 0): unknown[] =>
  Array.from({ length: stages }, (_, stage) => stood[stage * count + deal])

describe('followChanges', () => {
  it('no deals', () => {
    expect(follow()).toMatchObject({ count: 0, stages: 3, entered: new Int32Array(0), reached: new Int32Array(0) })
  })

  it('goes through stages to an outcome', () => {
    const followed = follow([
      [5, LEAD],
      [7, QUOTED],
      [9, NEGOTIATING],
      [12, TO_WON],
    ])
    expect(standingOf(followed)).toEqual([5, WON, 12, 2, 2, 0, 0])
    expect([reachedOf(followed), stoodOf(followed)]).toEqual([
      [5, 7, 9],
      [IN_PASSING, IN_PASSING, IN_PASSING],
    ])
  })

  it('reaches what it skips on the day on which it comes beyond', () => {
    const followed = follow([
      [5, NEGOTIATING],
      [8, TO_LOST],
    ])
    expect(standingOf(followed)).toEqual([5, LOST, 8, 2, 2, 0, 0])
    expect([reachedOf(followed), stoodOf(followed)]).toEqual([
      [5, 5, 5],
      [NEVER, NEVER, IN_PASSING],
    ])
  })

  it('goes back, and stays as far as it ever came', () => {
    const followed = follow([
      [5, LEAD],
      [6, NEGOTIATING],
      [9, LEAD],
      [11, QUOTED],
    ])
    expect(standingOf(followed)).toEqual([5, OPEN, LAST_DAY, 2, 1, 1, 0])
    expect([reachedOf(followed), stoodOf(followed)]).toEqual([
      [5, 6, 6],
      [IN_PASSING, ON_RETURN, IN_PASSING],
    ])
  })

  it('opens again, which is no way back', () => {
    const followed = follow([
      [5, QUOTED],
      [6, TO_LOST],
      [9, LEAD],
    ])
    expect(standingOf(followed)).toEqual([5, OPEN, LAST_DAY, 1, 0, 0, 1])
    expect(
      standingOf(
        follow([
          [5, TO_LOST],
          [9, LEAD],
          [10, TO_WON],
        ]),
      ),
    ).toEqual([5, WON, 10, 0, 0, 0, 1])
  })

  it('is closed on the first day of its last outcome', () => {
    expect(
      standingOf(
        follow([
          [5, LEAD],
          [6, TO_LOST],
          [9, TO_LOST],
        ]),
      ),
    ).toEqual([5, LOST, 6, 0, 0, 0, 0])
    expect(
      standingOf(
        follow([
          [5, TO_WON],
          [6, LEAD],
          [9, TO_WON],
          [10, TO_WON],
        ]),
      ),
    ).toEqual([5, WON, 9, 0, 0, 0, 1])
  })

  it('keeps deals apart', () => {
    const followed = follow(
      [[5, LEAD]],
      [[6, TO_LOST]],
      [
        [7, QUOTED],
        [8, LEAD],
      ],
    )
    expect([0, 1, 2].map((deal) => standingOf(followed, deal))).toEqual([
      [5, OPEN, LAST_DAY, 0, 0, 0, 0],
      [6, LOST, 6, -1, -1, 0, 0],
      [7, OPEN, LAST_DAY, 1, 0, 1, 0],
    ])
    expect([reachedOf(followed, 2).slice(0, 2), stoodOf(followed, 2), stoodOf(followed, 1)]).toEqual([
      [7, 7],
      [ON_RETURN, IN_PASSING, NEVER],
      [NEVER, NEVER, NEVER],
    ])
  })
})
