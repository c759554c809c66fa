import type { DecimalInput, InputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { concentration, shareOfTop, type ValueConcentration } from '../index.js'

const vectorSeven = [500, 300, 120, 40, 20, 10, 5, 3, 1, 1]

describe('concentration: known answers', () => {
  it.each<[string, DecimalInput[], number]>([
    ['1 to 10', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.3],
    ['one of five has all', [100, 0, 0, 0, 0], 0.8],
    ['all are equal', [7, '7.0', 7, '7'], 0],
    ['ten customers', vectorSeven, 0.7284],
  ])('vector 6, Gini: %s', (_, values, gini) => {
    const found = concentration(values)
    expect(found.gini).toBe(gini)
    expect(found.giniUnbiased).toBeCloseTo((gini * values.length) / (values.length - 1), 15)
  })

  it('the example of R (ineq and DescTools): 0.4620911, without oneself 0.5134346', () => {
    const { gini, giniUnbiased } = concentration([541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261])
    expect([gini?.toFixed(7), giniUnbiased?.toFixed(7)]).toEqual(['0.4620911', '0.5134346'])
  })

  it('the merger guidelines of the US Department of Justice: shares of 30, 30, 20 and 20 % make 2,600 points', () => {
    expect(concentration([30, 30, 20, 20]).herfindahlHirschmanIndex).toBe(0.26)
  })

  it('vector 7 in full: the curve from the smallest, the top from the greatest', () => {
    const expected: ValueConcentration = {
      count: 10,
      total: '1000',
      gini: 0.7284,
      giniUnbiased: 0.8093333333333333,
      herfindahlHirschmanIndex: 0.356536,
      lorenz: [
        [0, 0],
        [0.1, 0.001],
        [0.2, 0.002],
        [0.3, 0.005],
        [0.4, 0.01],
        [0.5, 0.02],
        [0.6, 0.04],
        [0.7, 0.08],
        [0.8, 0.2],
        [0.9, 0.5],
        [1, 1],
      ],
      top: [
        { share: 0.01, customers: 1, ofValue: 0.5 },
        { share: 0.05, customers: 1, ofValue: 0.5 },
        { share: 0.1, customers: 1, ofValue: 0.5 },
        { share: 0.2, customers: 2, ofValue: 0.8 },
        { share: 0.5, customers: 5, ofValue: 0.98 },
      ],
      diagnoses: [],
    }
    expect(concentration(vectorSeven)).toStrictEqual(expected)
  })

  it('is exact where numbers are not', () => {
    const third = { gini: 2 / 9, giniUnbiased: 1 / 3, herfindahlHirschmanIndex: 7 / 18, total: '0.6' }
    expect(concentration([0.1, 0.2, 0.3])).toMatchObject(third)
    expect(concentration(['0.1', '0.2', '0.3000000000000000000000001'])).toMatchObject({ ...third, total: '0.6000000000000000000000001' })
    expect(concentration([1e300, '2e300', 3e300])).toMatchObject({ ...third, total: `6${'0'.repeat(300)}` })
    expect(concentration(['9007199254740993', 2 ** 53]).total).toBe('18014398509481985')
    expect(concentration([0.1, 1e15]).total).toBe('1000000000000000.1')
    expect(concentration([0.25, 9e14]).total).toBe('900000000000000.25')
  })

  it('of values below 0: Python, by the differences of all pairs in fractions', () => {
    const { diagnoses, lorenz, ...found } = concentration([-50, 10, '100', 60, '-0'])
    expect(found).toMatchObject({ gini: 1.2, giniUnbiased: 1.5, herfindahlHirschmanIndex: 1.125 })
    expect(lorenz).toEqual([
      [0, 0],
      [0.2, -50 / 120],
      [0.4, -50 / 120],
      [0.6, -40 / 120],
      [0.8, 20 / 120],
      [1, 1],
    ])
    expect(diagnoses).toEqual([{ code: 'values-below-zero', params: { count: 1, value: '-50' } }])
  })
})

describe('concentration: degenerate books', () => {
  const nothing = { gini: null, giniUnbiased: null, herfindahlHirschmanIndex: null, lorenz: [] }

  it('no values', () => {
    const found = concentration([])
    expect(found).toMatchObject({ ...nothing, count: 0, total: '0', diagnoses: [{ code: 'no-values', params: {} }] })
    expect(found.top[4]).toEqual({ share: 0.5, customers: 0, ofValue: null })
  })

  it('one value', () => {
    const found = concentration(['5.50'])
    expect(found).toMatchObject({ count: 1, total: '5.5', gini: 0, giniUnbiased: null, herfindahlHirschmanIndex: 1 })
    expect(found.lorenz).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(found.top.every(({ customers, ofValue }) => customers === 1 && ofValue === 1)).toBe(true)
    expect(found.diagnoses).toEqual([{ code: 'one-value', params: {} }])
  })

  it.each<[DecimalInput[], string]>([
    [[0, 0], '0'],
    [[5, -5], '0'],
    [['0.5', -1, '-0.25'], '-0.75'],
  ])('a total that is not above 0: %o', (values, total) => {
    const found = concentration(values)
    expect(found).toMatchObject({ ...nothing, total, diagnoses: [{ code: 'total-not-positive', params: { total } }] })
    expect(found.top.map(({ ofValue }) => ofValue)).toEqual(Array(5).fill(null))
  })

  it('one value that is not above 0', () => {
    expect(concentration([-1]).diagnoses.map(({ code }) => code)).toEqual(['one-value', 'total-not-positive'])
  })
})

describe('concentration: figures beyond all numbers', () => {
  const issues = (values: DecimalInput[], tell: (values: DecimalInput[]) => unknown = concentration): unknown => {
    try {
      return tell(values)
    } catch (error) {
      return (error as InputError).issues.map(({ code, path, params }) => [code, path, params['actual']])
    }
  }

  it('values of both signs that nearly cancel out', () => {
    // Of 1e400, −1e400 and 1 the differences are 2e400, 1e400 and 1e400, each twice, of 2 × 3² × 1/3.
    expect(issues(['1e400', '-1e400', 1])).toEqual([['too-large', ['values'], '1.3333333333333333e+400']])
    // Shares of 1e200 are numbers, their squares are not.
    expect(issues(['1e200', '-1e200', 1])).toEqual([['too-large', ['values'], '2e+400']])
    expect(issues(['1e150', '-1e150', 1])).toMatchObject({ herfindahlHirschmanIndex: 2e300 })
  })

  it('shareOfTop', () => {
    expect(issues(['1e400', '-1e400', 1], (values) => shareOfTop(values, { share: 0.5 }))).toEqual([['too-large', ['values'], '1e+400']])
    expect(shareOfTop(['1e200', '-1e200', 1], { share: 0.1 })).toBe(1e200)
  })
})

describe('concentration: many values', () => {
  it('the curve has all points up to 1,000 values, and 1,001 of more', () => {
    const curve = (count: number): ValueConcentration['lorenz'] => concentration(Array.from({ length: count }, (_, index) => index)).lorenz
    expect(curve(1000)).toHaveLength(1001)
    const many = curve(2500)
    expect(many).toHaveLength(1001)
    // The least 2 of 0, 1, …, 2499 make 1, the least 5 make 10, and the least 1,250 make 780,625 of 3,123,750.
    expect([many[0], many[1], many[2], many[500], many[1000]]).toEqual([
      [0, 0],
      [2 / 2500, 1 / 3_123_750],
      [5 / 2500, 10 / 3_123_750],
      [0.5, 780_625 / 3_123_750],
      [1, 1],
    ])
  })

  it('200,000 values: closed forms of 1, 2, …, n', () => {
    const count = 200_000
    const { gini, herfindahlHirschmanIndex, top } = concentration(Array.from({ length: count }, (_, index) => ((index * 7919) % count) + 1))
    expect(gini).toBe((count - 1) / (3 * count))
    expect(herfindahlHirschmanIndex).toBe((2 * (2 * count + 1)) / (3 * count * (count + 1)))
    expect(top[3]?.ofValue).toBeCloseTo(1 - 0.8 ** 2, 5)
  })
})

describe('shareOfTop', () => {
  it.each<[number[], DecimalInput, number | null]>([
    [vectorSeven, 0.2, 0.8],
    [vectorSeven, '0.200', 0.8],
    [vectorSeven, '0.2000000000000000000001', 0.92],
    [vectorSeven, '0.0001', 0.5],
    [vectorSeven, 1, 1],
    [[3, -1], 0.5, 1.5],
    [[1, -1], 0.5, null],
    [[], 0.5, null],
  ])('of %o the greatest %s', (values, share, expected) => expect(shareOfTop(values, { share })).toBe(expected))

  it('is what the top of a concentration says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 1000 }), { maxLength: 60 }), (values) => {
        for (const { share, ofValue } of concentration(values).top) expect(shareOfTop(deepFreeze([...values]), { share })).toBe(ofValue)
      }),
    )
  })

  it.each<[unknown, unknown]>([
    [undefined, [['missing', ['options']]]],
    [null, [['wrong-type', ['options']]]],
    [{}, [['missing', ['options', 'share']]]],
    [{ share: 0 }, [['not-above', ['options', 'share']]]],
    [{ share: '-0.1' }, [['not-above', ['options', 'share']]]],
    [{ share: '1.0001' }, [['too-large', ['options', 'share']]]],
    [{ share: Number.NaN }, [['not-a-decimal', ['options', 'share']]]],
    [{ share: null }, [['not-a-decimal', ['options', 'share']]]],
    [{ share: 1, count: 1 }, [['unknown-key', ['options', 'count']]]],
    [Object.create({ share: 1 }), [['missing', ['options', 'share']]]],
  ])('options %o', (options, issues) => expect(issuesOf(() => shareOfTop([1], options as never))).toEqual(issues))

  it('names everything at once', () => {
    expect(issuesOf(() => shareOfTop([1, 'x'], { share: 0 }))).toEqual([
      ['not-a-decimal', ['values', 1]],
      ['not-above', ['options', 'share']],
    ])
  })
})

describe('concentration: laws', () => {
  const money = fc.integer({ min: -300, max: 10_000 })
  const books = fc.array(money, { maxLength: 30 }).map((cents) => cents.map((one) => one / 100))
  /** Beyond what the quick way takes. */
  const longBooks = fc.array(fc.bigInt({ min: 0n, max: 10n ** 40n }), { minLength: 1, maxLength: 12 })

  /** Numbers of n digits and more, as a quotient. */
  const quotient = (dividend: bigint, divisor: bigint): number => Number((dividend * 10n ** 40n) / divisor) / 1e40

  it('is what the differences of all pairs give, of long values too', () => {
    const hundredths = books.map((values) => values.map((value) => BigInt(Math.round(value * 100))))
    fc.assert(
      fc.property(fc.oneof(hundredths, longBooks), (units) => {
        const found = concentration(units.map((unit) => `${unit}e-2`))
        const total = units.reduce((sum, unit) => sum + unit, 0n)
        if (total <= 0n) {
          expect(found.gini).toBeNull()
          return
        }
        const count = BigInt(units.length)
        let differences = 0n
        for (const a of units) for (const b of units) differences += a > b ? a - b : b - a
        expect(found.gini).toBeCloseTo(quotient(differences, 2n * count * total), 14)
        if (count > 1n) expect(found.giniUnbiased).toBeCloseTo(quotient(differences, 2n * (count - 1n) * total), 14)
        const squares = units.reduce((sum, unit) => sum + unit * unit, 0n)
        expect(found.herfindahlHirschmanIndex).toBeCloseTo(quotient(squares, total * total), 12)
        // Twice the area between the curve and the diagonal.
        const area = found.lorenz.slice(1).reduce((sum, [x, y], index) => {
          const [before, below] = found.lorenz[index] as [number, number]
          return sum + (x - before) * (y + below)
        }, 0)
        expect(1 - area).toBeCloseTo(found.gini as number, 10)
      }),
    )
  })

  it('does not depend on the order, the unit, or how a value is written', () => {
    fc.assert(
      fc.property(books, fc.infiniteStream(fc.nat()), fc.constantFrom(7, 0.01, 1000), (values, keys, factor) => {
        const found = concentration(deepFreeze([...values]))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        const shuffled = values.map((value) => ({ value, key: keys.next().value as number })).sort((a, b) => a.key - b.key)
        expect(concentration(shuffled.map(({ value }) => value))).toStrictEqual(found)
        // Of so many digits that it is read with care.
        expect(concentration(values.map((value) => `${value}${String(value).includes('.') ? '' : '.'}${'0'.repeat(20)}`))).toStrictEqual(found)
        const { total: _, diagnoses: __, ...figures } = found
        expect(concentration(values.map((value) => Math.round(value * factor * 10_000) / 10_000))).toMatchObject(figures)
      }),
    )
  })

  it('lies between equality and one who has all, and on a curve that never bends down', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (values) => {
        fc.pre(values.some((value) => value > 0))
        const { gini, giniUnbiased, herfindahlHirschmanIndex, lorenz, top } = concentration(values)
        expect(gini).toBeGreaterThanOrEqual(0)
        expect(gini).toBeLessThanOrEqual((values.length - 1) / values.length + 1e-15)
        expect(giniUnbiased ?? 0).toBeLessThanOrEqual(1)
        expect(herfindahlHirschmanIndex).toBeGreaterThanOrEqual(1 / values.length - 1e-15)
        const steps = lorenz.slice(1).map(([, y], index) => y - (lorenz[index] as readonly [number, number])[1])
        steps.forEach((step, index) => expect(step).toBeGreaterThanOrEqual((steps[index - 1] ?? 0) - 1e-12))
        top.forEach(({ share, ofValue }) => expect(ofValue).toBeGreaterThanOrEqual(share - 1e-12))
      }),
    )
  })
})

describe('concentration: bad input', () => {
  it.each([[undefined, 'missing'], ...badLists] as const)('values %o', (values, code) => {
    expect(issuesOf(() => concentration(values as never))).toEqual([[code, ['values']]])
    expect(issuesOf(() => shareOfTop(values as never, { share: 1 }))).toEqual([[code, ['values']]])
  })

  it('every value that is none', () => {
    const bad = [Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '１', '', null, true, [1], { value: 1 }, 5n]
    expect(issuesOf(() => concentration([1, ...bad, '2'] as never))).toEqual(bad.map((_, index) => ['not-a-decimal', ['values', index + 1]]))
    expect(issuesOf(() => concentration(Array(2)))).toEqual([0, 1].map((index) => ['missing', ['values', index]]))
    expect(issuesOf(() => concentration(['1e1000']))).toEqual([['too-many-digits', ['values', 0]]])
  })
})
