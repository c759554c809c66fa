import { describe, expect, it } from 'vitest'
import { createRandom, type FillRandom, splitmix32, xoshiro128 } from './random.js'

const draw = (fill: FillRandom, count: number): number[] => {
  const numbers = new Uint32Array(count)
  fill(numbers)
  return [...numbers]
}

describe('xoshiro128', () => {
  it('gives what the authors’ program gives', () => {
    // Their C program (https://prng.di.unimi.it/xoshiro128starstar.c, version 1.1) from the state 1, 2, 3, 4: also the known answers of the Rust crate rand_xoshiro.
    const reference = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]
    expect(draw(xoshiro128(Uint32Array.of(1, 2, 3, 4)), 10)).toEqual(reference)
  })
})

describe('splitmix32', () => {
  // Its first number is the MurmurHash3 (x86, 32 bits) of nothing, seeded with the sum of seed and increment: published test vectors of that hash.
  it.each([
    [1, 0x514e28b7],
    [0xffffffff, 0x81f16f39],
    [0, 0],
  ])('mixes %i as MurmurHash3 does', (mixed, hash) => {
    expect(draw(splitmix32(mixed - 0x9e3779b9), 1)).toEqual([hash])
  })

  it('goes on by the increment', () => {
    const next = (seed: number): number => draw(splitmix32(seed), 1)[0] as number
    expect(draw(splitmix32(7), 3)).toEqual([next(7), next(7 + 0x9e3779b9), next(7 + 2 * 0x9e3779b9)])
  })
})

describe('createRandom', () => {
  it('gives the same numbers for the same seed, for good', () => {
    expect(draw(createRandom(1), 5)).toMatchInlineSnapshot(`
      [
        2442144158,
        3238099751,
        3819917871,
        2104621829,
        2021136066,
      ]
    `)
    expect(draw(createRandom(0), 5)).toMatchInlineSnapshot(`
      [
        3809008728,
        1133695204,
        53579671,
        2891528803,
        139681546,
      ]
    `)
    expect(draw(createRandom(4294967295), 5)).toMatchInlineSnapshot(`
      [
        835879718,
        1921286648,
        2356205009,
        1885780724,
        980451116,
      ]
    `)
  })

  it('gives the same numbers in parts and at once', () => {
    const fill = createRandom(42)
    expect([1, 0, 3, 6].flatMap((count) => draw(fill, count))).toEqual(draw(createRandom(42), 10))
  })

  it.each([1, 2, 3])('gives each bit half of the time, whatever the one before: seed %i', (seed) => {
    const numbers = draw(createRandom(seed), 100_000)
    for (let bit = 0; bit < 32; bit += 1) {
      const bits = numbers.map((number) => (number >>> bit) & 1)
      const ones = bits.filter((one) => one === 1).length
      const changes = bits.filter((one, index) => index > 0 && one !== bits[index - 1]).length
      // Five standard errors of √(100,000 / 4).
      expect(Math.abs(ones - 50_000)).toBeLessThan(790)
      expect(Math.abs(changes - 50_000)).toBeLessThan(790)
    }
  })
})
