import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permutationsOf } from '../../testing/permutationsOf.js'
import { shapley } from './shapley.js'

/** A game of up to five players, worth anything. */
const games = fc
  .integer({ min: 1, max: 5 })
  .chain((players) => fc.array(fc.bigInt({ min: -1000n, max: 1000n }), { minLength: 2 ** players, maxLength: 2 ** players }))
const playersOf = (worths: readonly bigint[]): number => Math.log2(worths.length)
const valuesOf = (worths: readonly bigint[]): readonly bigint[] => shapley(playersOf(worths), (coalition) => worths[coalition] as bigint).dividends

describe('shapley', () => {
  // The glove game, where players 0 and 1 have a left glove each, and player 2 the only right one: 1/6, 1/6, 2/3.
  it('divides the worth of a pair of gloves', () => {
    const pair = (coalition: number): bigint => ((coalition & 4) !== 0 && (coalition & 3) !== 0 ? 1n : 0n)
    expect(shapley(3, pair)).toEqual({ dividends: [1n, 1n, 4n], divisor: 6n })
  })

  it('gives the only player all', () => {
    expect(shapley(1, (coalition) => (coalition === 1 ? 7n : 2n))).toEqual({ dividends: [5n], divisor: 1n })
  })

  it('is the mean over all orders of what each adds', () => {
    fc.assert(
      fc.property(games, (worths) => {
        const players = playersOf(worths)
        const sums = Array.from({ length: players }, () => 0n)
        for (const order of permutationsOf([...sums.keys()])) {
          let coalition = 0
          for (const player of order) {
            const joined = coalition | (1 << player)
            sums[player] = (sums[player] as bigint) + (worths[joined] as bigint) - (worths[coalition] as bigint)
            coalition = joined
          }
        }
        expect(valuesOf(worths)).toEqual(sums)
      }),
    )
  })

  it('divides all there is, and gives nothing to whom adds nothing', () => {
    fc.assert(
      fc.property(games, fc.nat(4), (worths, chosen) => {
        const players = playersOf(worths)
        const { dividends, divisor } = shapley(players, (coalition) => worths[coalition] as bigint)
        expect(dividends.reduce((sum, one) => sum + one, 0n)).toBe(divisor * ((worths.at(-1) as bigint) - (worths[0] as bigint)))
        const idle = chosen % players
        expect(shapley(players, (coalition) => worths[coalition & ~(1 << idle)] as bigint).dividends[idle]).toBe(0n)
      }),
    )
  })
})
