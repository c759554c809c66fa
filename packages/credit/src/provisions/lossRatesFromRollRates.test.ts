import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { checkProvisionMatrix, lossRatesFromRollRates, type RollRateCase } from '../index.js'

const good: RollRateCase = { sales: '100000', openAfter: ['50000', '23000', '8000', '2000'], lost: '2000' }
const rates = (rollRates: RollRateCase): number[] => lossRatesFromRollRates(rollRates).rates.map(({ rate }) => rate)
const found = (others: object): unknown => issuesOf(() => lossRatesFromRollRates({ ...good, ...others } as RollRateCase))

describe('lossRatesFromRollRates', () => {
  it('IFRScommunity (credit vectors): 2, 4, 8.7, 25 and 100 %', () => {
    const found = lossRatesFromRollRates(deepFreeze({ ...good }))
    expect(found).toStrictEqual({
      rates: [
        { bucket: 'not-due', lost: '2000', of: '100000', rate: 0.02 },
        { bucket: '1-30', lost: '2000', of: '50000', rate: 0.04 },
        { bucket: '31-60', lost: '2000', of: '23000', rate: 2 / 23 },
        { bucket: '61-90', lost: '2000', of: '8000', rate: 0.25 },
        { bucket: 'over-90', lost: '2000', of: '2000', rate: 1 },
      ],
    })
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
  })

  it.each<[RollRateCase, number[]]>([
    [{ sales: '983.71', openAfter: ['411.03', 87.5], lost: '12.345' }, [0.01254943021825538, 0.030034304065396686, 0.1410857142857143]],
    [{ sales: 3, openAfter: [1], lost: 0 }, [0, 0]],
    [{ sales: 3, openAfter: [3, 3], lost: '3.0' }, [1, 1, 1]],
    [{ sales: '9'.repeat(40), openAfter: ['6'.repeat(40)], lost: '3'.repeat(40) }, [1 / 3, 1 / 2]],
  ])('%o as Python computes it in fractions', (rollRates, expected) => expect(rates(rollRates)).toEqual(expected))

  it('names buckets of 30 days, or as it is told', () => {
    const names = (others: object): string[] => lossRatesFromRollRates({ ...good, ...others }).rates.map(({ bucket }) => bucket)
    expect(names({ openAfter: [2000] })).toEqual(['not-due', 'over-0'])
    expect(names({ openAfter: [2000, 2000] })).toEqual(['not-due', '1-30', 'over-30'])
    expect(names({ openAfter: [6, 6, 6, 6, 6, 6].map((one) => one * 1000) })).toEqual([
      'not-due',
      '1-30',
      '31-60',
      '61-90',
      '91-120',
      '121-150',
      'over-150',
    ])
    expect(names({ openAfter: [2000], buckets: ['__proto__', 'late'] })).toEqual(['__proto__', 'late'])
    expect(names({ buckets: undefined })).toHaveLength(5)
  })

  it('gives rates that never fall with age, and that a matrix takes as they are', () => {
    const amounts = fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 30n }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(amounts, fc.nat(100), fc.nat(5), (some, percent, digits) => {
        const [sales = 0n, ...open] = [...some].sort((a, b) => (a > b ? -1 : 1))
        const units = (amount: bigint): string => `${amount}e-${digits}`
        const lost = units(((open.at(-1) as bigint) * BigInt(percent)) / 100n)
        const { rates: list } = lossRatesFromRollRates({ sales: units(sales), openAfter: open.map(units), lost })
        for (const [index, { rate }] of list.entries()) expect(rate).toBeGreaterThanOrEqual(list[index - 1]?.rate ?? 0)
        expect(list.at(-1)?.rate).toBeLessThanOrEqual(1)
        expect(checkProvisionMatrix({ kind: 'provision-matrix', id: 'rolled', version: 1, rates: list })).toEqual([])
      }),
    )
  })

  it.each(badRecords)('no case, %o', (value, code) => expect(issuesOf(() => lossRatesFromRollRates(value as never))).toEqual([[code, ['rollRates']]]))

  it.each(badLists)('lists %o', (list, code) => {
    expect(found({ openAfter: list })).toEqual([[code, ['openAfter']]])
    expect(found({ buckets: list })).toEqual([[code, ['buckets']]])
  })

  it.each<[object, unknown]>([
    [{ openAfter: undefined }, [['missing', ['openAfter']]]],
    [{ openAfter: [] }, [['empty', ['openAfter']]]],
    [{ sales: undefined }, [['missing', ['sales']]]],
    [{ sales: 0 }, [['not-above', ['sales']]]],
    [{ sales: 'abc' }, [['not-a-decimal', ['sales']]]],
    [{ sales: 40_000 }, [['too-large', ['openAfter', 0]]]],
    [{ openAfter: [50_000, 8_000, 23_000, 2_000] }, [['too-large', ['openAfter', 2]]]],
    [
      { openAfter: [50_000, 5_000, 23_000, 8_000] },
      [
        ['too-large', ['openAfter', 2]],
        ['too-large', ['openAfter', 3]],
      ],
    ],
    [{ openAfter: [50_000, 0] }, [['not-above', ['openAfter', 1]]]],
    [{ openAfter: [50_000, -1, 2_000] }, [['not-above', ['openAfter', 1]]]],
    [{ openAfter: Object.assign([50_000], { 2: 2_000 }) }, [['missing', ['openAfter', 1]]]],
    [{ openAfter: [' 1 ', null] }, ['not-a-decimal', 'not-a-decimal'].map((code, index) => [code, ['openAfter', index]])],
    [{ lost: undefined }, [['missing', ['lost']]]],
    [{ lost: '-0.01' }, [['too-small', ['lost']]]],
    [{ lost: '2000.01' }, [['too-large', ['lost']]]],
    [{ lost: Number.POSITIVE_INFINITY }, [['not-a-decimal', ['lost']]]],
    [{ rate: 1 }, [['unknown-key', ['rate']]]],
    [{ buckets: ['a', 'b', 'c', 'd'] }, [['wrong-length', ['buckets']]]],
    [{ openAfter: null, buckets: ['a', 'b', 'c'] }, [['wrong-type', ['openAfter']]]],
    [{ buckets: ['a', 'b', 'a', 'c', 'a'] }, [2, 4].map((index) => ['duplicate', ['buckets', index]])],
    [
      { buckets: ['a', '', 7, null, 'e'] },
      [
        ['empty', ['buckets', 1]],
        ['wrong-type', ['buckets', 2]],
        ['wrong-type', ['buckets', 3]],
      ],
    ],
    [
      { sales: 'x', openAfter: ['x'], lost: 'x', buckets: [], more: 1 },
      [
        ['unknown-key', ['more']],
        ['not-a-decimal', ['sales']],
        ['not-a-decimal', ['openAfter', 0]],
        ['not-a-decimal', ['lost']],
        ['wrong-length', ['buckets']],
      ],
    ],
  ])('case with %o', (others, issues) => expect(found(others)).toEqual(issues))

  it('reads own properties only', () => {
    expect(issuesOf(() => lossRatesFromRollRates(Object.create(good)))).toEqual(['sales', 'openAfter', 'lost'].map((field) => ['missing', [field]]))
  })
})
