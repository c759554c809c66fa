import type { InputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { projectTiers, type TierProjection } from '../index.js'

const rates = [
  [0.8, 0.15, 0.03, 0.02],
  [0.1, 0.7, 0.15, 0.05],
  [0.02, 0.1, 0.73, 0.15],
  [0, 0, 0, 1],
]
const counts = [100, 300, 600, 0]
const found = (change: object, ...options: readonly unknown[]): unknown =>
  issuesOf(() => projectTiers({ counts, rates, ...change } as TierProjection, (options.length === 0 ? { periods: 1 } : options[0]) as never))

describe('projectTiers: known answers', () => {
  it('vector 13: 122, 285, 486 and 107 after one period, 135.82, 266.40, 401.19 and 196.59 after two', () => {
    expect(projectTiers({ counts, rates }, { periods: 2 })).toStrictEqual([
      [100, 300, 600, 0],
      [122, 285, 486, 107],
      [135.82, 266.4, 401.19, 196.59],
    ])
  })

  it('no period, no rate, one tier', () => {
    expect(
      projectTiers(
        {
          counts: ['1.50', 0],
          rates: [
            [1, 0],
            [0, 0],
          ],
        },
        { periods: 0 },
      ),
    ).toEqual([[1.5, 0]])
    expect(projectTiers({ counts: [7], rates: [['1.000']] }, { periods: 3 })).toEqual([[7], [7], [7], [7]])
    expect(
      projectTiers(
        {
          counts: [0, 0],
          rates: [
            [0, 0],
            [0, 0],
          ],
        },
        { periods: 1 },
      ),
    ).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('rows are taken as they are where they are 1e-9 off, and no more', () => {
    const off = (rate: string): unknown =>
      issuesOf(() =>
        projectTiers(
          {
            counts: [1, 0],
            rates: [
              [rate, '0.5'],
              [0, 1],
            ],
          },
          { periods: 1 },
        ),
      )
    expect(['0.499999999', '0.500000001'].map(off)).toEqual(Array(2).fill('nothing was thrown'))
    expect(['0.4999999989999', '0.5000000010001'].map(off)).toEqual(Array(2).fill([['sum-differs', ['projection', 'rates', 0]]]))
    expect(projectTiers({ counts: [1], rates: [['0.999999999']] }, { periods: 2 }).flat()).toEqual([1, 0.999999999, 0.999999998])
  })

  it('a row of nothing is one where nobody is or ever comes', () => {
    const gap = (now: number[], first: number[]): unknown => found({ counts: now, rates: [first, [0, 0, 1], [0, 0, 0]] })
    expect(gap([1, 0, 0], [1, 0, 0])).toBe('nothing was thrown')
    expect(gap([1, 0, 0], [0.5, 0.5, 0])).toEqual([['sum-differs', ['projection', 'rates', 2]]])
    expect(gap([1, 0, 1], [1, 0, 0])).toEqual([['sum-differs', ['projection', 'rates', 2]]])
  })

  it('1,000 periods are as exact as one: the powers of 0.5, down to the least number there is', () => {
    const rows = projectTiers(
      {
        counts: [1, 0],
        rates: [
          ['0.5', '0.5'],
          [0, 1],
        ],
      },
      { periods: 1000 },
    )
    expect(rows.map(([first]) => first)).toEqual(Array.from({ length: 1001 }, (_, period) => 2 ** -period))
    expect(
      projectTiers(
        {
          counts: [`5e-324`, '1e-401'],
          rates: [
            [1, 0],
            [0, 1],
          ],
        },
        { periods: 1 },
      )[1],
    ).toEqual([5e-324, 0])
    const thirds = projectTiers(
      {
        counts: ['1e300', 0],
        rates: [
          ['0.3333333333333333', '0.6666666666666667'],
          [0, 1],
        ],
      },
      { periods: 1000 },
    )
    // Python: float(Fraction('0.3333333333333333') ** 1000 * 10 ** 300)
    expect(thirds.at(-1)?.[0]).toBe(7.563891323103343e-178)
  })
})

describe('projectTiers: laws', () => {
  const sizes = fc.integer({ min: 1, max: 5 })
  const cases = sizes.chain((size) =>
    fc.record({
      counts: fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: size, maxLength: size }),
      parts: fc.array(fc.array(fc.nat(100), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
    }),
  )
  /** Hundredths of which the last takes the rest. */
  const rowOf = (parts: readonly number[]): bigint[] => {
    let left = 100n
    return parts.map((part, index) => {
      const taken = index === parts.length - 1 || BigInt(part) > left ? left : BigInt(part)
      left -= taken
      return taken
    })
  }

  it('gives what fractions give, and neither loses nor makes customers', () => {
    fc.assert(
      fc.property(cases, fc.nat(8), ({ counts: start, parts }, periods) => {
        const hundredths = parts.map(rowOf)
        const input = deepFreeze({ counts: start, rates: hundredths.map((row) => row.map((one) => `${one}e-2`)) })
        const rows = projectTiers(input, { periods })
        expect(JSON.parse(JSON.stringify(rows))).toStrictEqual(rows)
        let exact = start.map(BigInt)
        for (let period = 0; period <= periods; period++) {
          const divisor = 100n ** BigInt(period)
          const text = (units: bigint): string => `${units / divisor}.${String(units % divisor).padStart(2 * period, '0')}`
          expect(rows[period]).toEqual(exact.map((units) => Number(text(units))))
          exact = exact.map((_, to) => exact.reduce((sum, units, from) => sum + units * ((hundredths[from] as bigint[])[to] as bigint), 0n))
        }
        const sum = (row: readonly number[]): number => row.reduce((total, one) => total + one, 0)
        expect(Math.abs(sum(rows.at(-1) as number[]) - sum(start))).toBeLessThan(1e-5)
      }),
    )
  })

  it('goes on from where it was', () => {
    const three = projectTiers({ counts, rates }, { periods: 3 })
    const later = projectTiers({ counts: three[1] as number[], rates }, { periods: 2 })
    later.flat().forEach((count, index) => expect(count).toBeCloseTo(three.slice(1).flat()[index] as number, 10))
  })
})

describe('projectTiers: bad input', () => {
  it.each(badRecords)('no projection, %o', (value, code) => {
    expect(issuesOf(() => projectTiers(value as never, { periods: 1 }))).toEqual([[code, ['projection']]])
    expect(found({}, value)).toEqual([[code, ['options']]])
  })

  it.each(badLists)('lists %o', (list, code) => {
    expect(found({ counts: list })).toEqual([[code, ['projection', 'counts']]])
    expect(found({ rates: list })).toEqual([[code, ['projection', 'rates']]])
    expect(found({ rates: [list, ...rates.slice(1)] })).toEqual([[code, ['projection', 'rates', 0]]])
  })

  it.each<[object, string, (string | number)[]]>([
    [{ counts: undefined }, 'missing', ['counts']],
    [{ counts: [], rates: [] }, 'empty', ['counts']],
    [{ counts: Array(101).fill(1), rates: Array(101).fill([]) }, 'too-many-parts', ['counts']],
    [{ counts: [100, -1, 600, 0] }, 'too-small', ['counts', 1]],
    [{ counts: [100, Number.NaN, 600, 0] }, 'not-a-decimal', ['counts', 1]],
    [{ counts: [100, ' 1 ', 600, 0] }, 'not-a-decimal', ['counts', 1]],
    [{ counts: [100, null, 600, 0] }, 'not-a-decimal', ['counts', 1]],
    [{ counts: Object.assign([100], { 2: 600, 3: 0 }) }, 'missing', ['counts', 1]],
    [{ rates: undefined }, 'missing', ['rates']],
    [{ rates: rates.slice(1) }, 'wrong-length', ['rates']],
    [{ rates: [[1, 0, 0], ...rates.slice(1)] }, 'wrong-length', ['rates', 0]],
    [{ rates: [undefined, ...rates.slice(1)] }, 'missing', ['rates', 0]],
    [{ rates: [[1.1, 0, 0, -0.1], ...rates.slice(1)] }, 'too-large', ['rates', 0, 0]],
    [{ rates: [[1, 0, 0, '-0.1'], ...rates.slice(1)] }, 'too-small', ['rates', 0, 3]],
    [{ rates: [[1, 0, 0, '0x3'], ...rates.slice(1)] }, 'not-a-decimal', ['rates', 0, 3]],
    [{ rates: [['1e-101', 0, 0, 1], ...rates.slice(1)] }, 'too-many-decimal-places', ['rates', 0, 0]],
    [{ rates: [['x', 5e-324, 0, 1], ...rates.slice(1)] }, 'too-many-decimal-places', ['rates', 0, 1]],
    [{ rates: [[0.8, 0, 0, 0], ...rates.slice(1)] }, 'sum-differs', ['rates', 0]],
    [{ margins: [] }, 'unknown-key', ['margins']],
  ])('projection with %o', (change, code, path) => {
    const all = found(change) as [string, unknown][]
    expect(all).toContainEqual([code, ['projection', ...path]])
    if (code !== 'too-large' && !all.some(([other]) => other === 'not-a-decimal' && other !== code)) expect(all).toHaveLength(1)
  })

  it.each<[unknown, unknown]>([
    [{}, [['missing', ['options', 'periods']]]],
    [{ periods: -1 }, [['too-small', ['options', 'periods']]]],
    [{ periods: 1001 }, [['too-large', ['options', 'periods']]]],
    [{ periods: 1.5 }, [['not-an-integer', ['options', 'periods']]]],
    [{ periods: '1' }, [['not-an-integer', ['options', 'periods']]]],
    [{ periods: 1, years: 1 }, [['unknown-key', ['options', 'years']]]],
  ])('options %o', (options, issues) => expect(found({}, options)).toEqual(issues))

  it('names everything at once', () => {
    expect(found({ counts: ['x', -1, 0, 0], rates: [rates[0], rates[1], rates[2], ['x', 0, 0, 1]] }, { periods: null })).toEqual([
      ['not-a-decimal', ['projection', 'counts', 0]],
      ['too-small', ['projection', 'counts', 1]],
      ['not-a-decimal', ['projection', 'rates', 3, 0]],
      ['not-an-integer', ['options', 'periods']],
    ])
  })

  it('counts beyond all numbers', () => {
    const issues = (start: unknown[]): unknown => {
      try {
        return projectTiers({ counts: start as number[], rates }, { periods: 1 })
      } catch (error) {
        return (error as InputError).issues.map(({ path, params }) => [path, params])
      }
    }
    const beyond = (actual: string): unknown => ({ maximum: '1.7976931348623157e+308', actual })
    expect(found({ counts: [0, '1e400', 0, '2e308'] })).toEqual([1, 3].map((index) => ['too-large', ['projection', 'counts', index]]))
    expect(issues([0, '1.5e400', 0, 0])).toEqual([[['projection', 'counts', 1], beyond('1.5e+400')]])
    // One by one there are numbers near, but not together.
    expect(issues(['0', 0, '1e308', '1.7e308'])).toEqual([[['projection', 'counts'], beyond('1.85e+308')]])
  })

  it('reads own properties only', () => {
    expect(issuesOf(() => projectTiers(Object.create({ counts, rates }), Object.create({ periods: 1 })))).toEqual([
      ['missing', ['projection', 'counts']],
      ['missing', ['projection', 'rates']],
      ['missing', ['options', 'periods']],
    ])
  })
})
