import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { permutationsOf } from '../../testing/permutationsOf.js'
import { enteredOf, factorChanges, groupValueChanges, naiveParts, naiveWorth, type PeriodChange, rateChanges } from '../../testing/salesPeriods.js'
import { type ChangeDecomposition, type ChangeFactor, decomposeChange, type GroupConversion } from '../index.js'

const amountsOf = ({ parts }: ChangeDecomposition): object => Object.fromEntries(parts.map(({ factor, amount }) => [factor, amount]))
const factorsOf = ({ parts }: ChangeDecomposition): ChangeFactor[] => parts.map(({ factor }) => factor)
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
const anyChange = fc.oneof(factorChanges, groupValueChanges, rateChanges)

const before = { deals: 100, winRate: '0.20', averageValue: 1000 }
const after = { deals: 120, winRate: '0.15', averageValue: 1100 }

/** Known answer 18: each channel converts better than before. */
const channels = (web: readonly [number, number], ads: readonly [number, number]): GroupConversion[] => [
  { group: 'web', entered: web[0], converted: web[1] },
  { group: 'ads', entered: ads[0], converted: ads[1] },
]
const channelsBefore = channels([100, 50], [10, 1])
const channelsAfter = channels([50, 26], [100, 12])

describe('decomposeChange: known answers', () => {
  // Known answer 17: Shapley.
  it('100 leads × .20 × 1000 to 120 × .15 × 1100', () => {
    const told = decomposeChange({ before, after })
    expect(told).toMatchObject({ of: 'value', before: 20_000, after: 19_800, difference: -200, currency: null })
    expect(told.parts).toEqual([
      { factor: 'volume', amount: expect.closeTo(3666.67, 2), before: 100, after: 120, change: 0.2 },
      { factor: 'rate', amount: expect.closeTo(-5783.33, 2), before: 0.2, after: 0.15, change: -0.25 },
      { factor: 'value', amount: expect.closeTo(1916.67, 2), before: 1000, after: 1100, change: 0.1 },
    ])
    expect(sumOf(told.parts.map(({ amount }) => amount))).toBe(-200)
  })

  // Known answer 18: closed form.
  it('web 50 of 100 to 26 of 50, ads 1 of 10 to 12 of 100', () => {
    const told = decomposeChange({ before: { groups: channelsBefore }, after: { groups: channelsAfter } })
    expect(told).toMatchObject({ of: 'rate', before: 51 / 110, after: 38 / 150, difference: expect.closeTo(-347 / 1650, 15) })
    const none = { before: null, after: null, change: null }
    expect(told.parts).toEqual([
      { factor: 'mix', amount: expect.closeTo(-0.2303, 4), ...none },
      { factor: 'rate', amount: expect.closeTo(0.02, 4), ...none },
    ])
    expect(told.groups?.map(({ group, rateBefore, rateAfter }) => [group, rateBefore, rateAfter])).toEqual([
      ['ads', 0.1, 0.12],
      ['web', 0.5, 0.52],
    ])
  })

  it('the same channels with a value part by volume, mix, rate and value; deals and rate may be stated', () => {
    const stated = { deals: '110', winRate: 51 / 110 }
    const told = decomposeChange({
      before: { groups: channelsBefore, averageValue: 10, ...stated },
      after: { groups: channelsAfter, averageValue: '10.00', winRate: '0.2533' },
    })
    expect(told).toMatchObject({ of: 'value', before: 510, after: 380, difference: -130 })
    // Closed form: the mean number of deals times what the channels did to the rate, and the mean rate times the deals that there are more.
    const told18 = { mix: 130 * (-0.76 / 3.3), rate: 130 * 0.02, volume: 40 * ((51 / 110 + 38 / 150) / 2) }
    expect(amountsOf(told)).toEqual({
      volume: expect.closeTo(told18.volume * 10, 10),
      mix: expect.closeTo(told18.mix * 10, 10),
      rate: 26,
      value: 0,
    })
    expect(told.parts).toMatchObject([{ before: 110, after: 150, change: 40 / 110 }, { before: null }, { before: null }, { change: 0 }])
    expect(told.groups).toEqual(decomposeChange({ before: { groups: channelsBefore }, after: { groups: channelsAfter } }).groups)
  })

  it('40 % slower is a factor of speed, told in days; a side that does not say how many takes one', () => {
    const told = decomposeChange({ before: { ...before, cycleDays: 50 }, after: { ...before, cycleDays: 70 } })
    expect(told).toMatchObject({ before: 400, after: 20_000 / 70, difference: -800 / 7 })
    expect(told.parts.at(-1)).toEqual({ factor: 'speed', amount: told.difference, before: 50, after: 70, change: -20 / 70 })
    expect(amountsOf(told)).toMatchObject({ volume: 0, rate: 0, value: 0 })
    const slowed = decomposeChange({ before, after: { ...before, cycleDays: 2 } })
    expect(slowed.parts.at(-1)).toEqual({ factor: 'speed', amount: -10_000, before: 1, after: 2, change: -0.5 })
  })

  it('from nothing has no share by which it rose', () => {
    const told = decomposeChange({ before: { ...before, deals: 0 }, after: { ...before, averageValue: 3000 } })
    expect(told).toMatchObject({ before: 0, after: 60_000, difference: 60_000 })
    expect(told.parts).toMatchObject([
      { factor: 'volume', amount: 40_000, change: null },
      { amount: 0 },
      { factor: 'value', amount: 20_000, change: 2 },
    ])
  })

  it('where nobody entered the groups have not changed: all is due to there being some', () => {
    const full = { groups: channelsBefore, averageValue: 10 }
    for (const groups of [[], channels([0, 0], [0, 0])]) {
      const empty = { groups, averageValue: 10, deals: 0, winRate: 0 }
      const told = decomposeChange({ before: empty, after: full })
      expect(told).toMatchObject({ before: 0, after: 510, difference: 510 })
      expect(amountsOf(told)).toEqual({ volume: 510, mix: 0, rate: 0, value: 0 })
      expect(told.groups).toMatchObject([
        { group: 'ads', shareBefore: null, shareAfter: 10 / 110, rateBefore: null, rateAfter: 0.1, mix: 0, rate: 0, contribution: 0 },
        { group: 'web', shareBefore: null, contribution: 0 },
      ])
      expect(amountsOf(decomposeChange({ before: full, after: empty }))).toEqual({ volume: -510, mix: 0, rate: 0, value: 0 })
      expect(decomposeChange({ before: empty, after: empty })).toMatchObject({ before: 0, after: 0, difference: 0 })
    }
  })

  it('hands on whose sales they are, in which currency, and what is counted', () => {
    const subject = { en: 'East', 'zh-CN': '华东' }
    const told = decomposeChange({ before, after }, deepFreeze({ subject, currency: 'CNY' }))
    expect(told).toMatchObject({ subject, currency: 'CNY', counted: 'leads' })
    expect(decomposeChange({ before, after }, { counted: 'deals' }).counted).toBe('deals')
    expect(told.subject).not.toBe(subject)
    expect(Object.keys(decomposeChange({ before, after }))).not.toContain('subject')
  })

  it('is exact however great, small or long the numbers are', () => {
    const many = {
      groups: [
        { group: 'a', entered: Number.MAX_SAFE_INTEGER, converted: 1 },
        { group: 'b', entered: Number.MAX_SAFE_INTEGER, converted: 3 },
      ],
    }
    const more = {
      groups: [
        { group: 'a', entered: Number.MAX_SAFE_INTEGER, converted: 2 },
        { group: 'b', entered: Number.MAX_SAFE_INTEGER, converted: 3 },
      ],
    }
    const told = decomposeChange({ before: many, after: more })
    expect(amountsOf(told)).toEqual({ mix: 0, rate: 0.5 / Number.MAX_SAFE_INTEGER })
    const great = { deals: 1e100, winRate: 1, averageValue: 1e100, cycleDays: 1e-100 }
    expect(decomposeChange({ before: { ...great, deals: 0 }, after: great })).toMatchObject({ after: 1e300, difference: 1e300 })
    const small = { deals: '1e-300', winRate: 1, averageValue: '1e-300' }
    expect(decomposeChange({ before: small, after: { ...small, deals: 1 } })).toMatchObject({ before: 0, after: 1e-300, difference: 1e-300 })
    const third = `0.${'3'.repeat(999)}`
    const exact = decomposeChange({
      before: { deals: 3, winRate: third, averageValue: 1 },
      after: { deals: 3, winRate: `${third}3`, averageValue: 1 },
    })
    expect(exact).toMatchObject({ before: 1, after: 1, difference: 0 })
    const nearly = decomposeChange({
      before: { deals: 1, winRate: '0.5', averageValue: 1 },
      after: { deals: 1, winRate: `0.5${'0'.repeat(98)}1`, averageValue: 1 },
    })
    expect(nearly).toMatchObject({ before: 0.5, after: 0.5, difference: 1e-100 })
  })
})

describe('decomposeChange: laws', () => {
  it('the parts add up to the difference to the last bit, in every order', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const { parts, difference } = decomposeChange(deepFreeze(change))
        for (const order of permutationsOf(parts)) expect(sumOf(order.map(({ amount }) => amount))).toBe(difference)
      }),
    )
  })

  it('each part is the mean over all orders of what its factor adds', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const told = decomposeChange(change)
        const naive = naiveParts(change, factorsOf(told))
        const scale = Math.max(...naive.map(Math.abs), told.before, told.after)
        told.parts.forEach(({ amount }, index) => {
          expect(Math.abs(amount - (naive[index] as number))).toBeLessThanOrEqual(scale * 1e-12)
        })
        const all = new Set(factorsOf(told))
        expect(Math.abs(told.before - naiveWorth(change, new Set()))).toBeLessThanOrEqual(scale * 1e-12)
        expect(Math.abs(told.after - naiveWorth(change, all))).toBeLessThanOrEqual(scale * 1e-12)
        expect(Math.abs(told.difference - (told.after - told.before))).toBeLessThanOrEqual(scale * 1e-12)
      }),
      { numRuns: 60 },
    )
  })

  it('the other way round everything is turned', () => {
    fc.assert(
      fc.property(anyChange, ({ before: one, after: other }) => {
        const told = decomposeChange({ before: one, after: other })
        const turned = decomposeChange({ before: other, after: one })
        expect(turned.difference).toBe(0 - told.difference)
        expect(turned.parts).toMatchObject(
          told.parts.map((part) => ({ factor: part.factor, amount: 0 - part.amount, before: part.after, after: part.before })),
        )
        for (const { group, mix, rate, contribution } of told.groups ?? []) {
          expect(turned.groups).toContainEqual(expect.objectContaining({ group, mix: 0 - mix, rate: 0 - rate, contribution: 0 - contribution }))
        }
      }),
    )
  })

  it('what has not changed gets nothing', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const { parts, groups } = decomposeChange({ before: change.before, after: change.before })
        expect(parts.map(({ amount }) => amount)).toEqual(parts.map(() => 0))
        for (const { mix, rate, contribution } of groups ?? []) expect([mix, rate, contribution]).toEqual([0, 0, 0])
        for (const { factor, amount, change: rose } of decomposeChange(change).parts) if (rose === 0) expect([factor, amount]).toEqual([factor, 0])
      }),
    )
  })

  it('is plain data, whose parts stand in the order of factors', () => {
    const order: ChangeFactor[] = ['volume', 'mix', 'rate', 'value', 'speed']
    const hasNegativeZero = (value: unknown): boolean =>
      typeof value === 'object' && value !== null ? Object.values(value).some(hasNegativeZero) : Object.is(value, -0)
    fc.assert(
      fc.property(anyChange, (change) => {
        const told = decomposeChange(change, { subject: 'East', currency: 'EUR' })
        expect(JSON.parse(JSON.stringify(told))).toEqual(told)
        expect(hasNegativeZero(told)).toBe(false)
        const places = factorsOf(told).map((factor) => order.indexOf(factor))
        expect(places).toEqual([...places].sort())
        expect(factorsOf(told).includes('speed')).toBe([change.before, change.after].some(({ cycleDays }) => cycleDays !== undefined))
        expect(factorsOf(told).includes('mix')).toBe(change.before.groups !== undefined)
        expect(factorsOf(told).includes('value')).toBe(told.of === 'value')
      }),
    )
  })

  it('as numbers or as texts, and in whichever order groups stand, it is the same', () => {
    const asTexts = (period: object): object =>
      Object.fromEntries(Object.entries(period).map(([key, value]) => [key, typeof value === 'number' ? `${value}e0` : value]))
    fc.assert(
      fc.property(anyChange, ({ before: one, after: other }) => {
        const told = decomposeChange({ before: one, after: other })
        expect(decomposeChange({ before: asTexts(one), after: asTexts(other) })).toEqual(told)
        if (one.groups === undefined || other.groups === undefined) return
        const reversed = { before: { ...one, groups: [...one.groups].reverse() }, after: { ...other, groups: [...other.groups].reverse() } }
        expect(decomposeChange(reversed)).toEqual(told)
      }),
    )
  })

  it('groups of one are as factors', () => {
    const counts = fc.integer({ min: 1, max: 64 }).chain((entered) => fc.tuple(fc.constant(entered), fc.nat(entered)))
    fc.assert(
      fc.property(counts, counts, fc.nat(9999), fc.nat(9999), (one, other, averageValue, laterValue) => {
        const asGroup = ([entered, converted]: readonly [number, number], value: number): object => ({
          groups: [{ group: null, entered, converted }],
          averageValue: value,
        })
        const told = decomposeChange({ before: asGroup(one, averageValue), after: asGroup(other, laterValue) } as PeriodChange)
        const naive = naiveParts({ before: asGroup(one, averageValue), after: asGroup(other, laterValue) }, ['volume', 'rate', 'value'])
        const { volume, mix, rate, value } = amountsOf(told) as Record<ChangeFactor, number>
        expect(mix).toBe(0)
        for (const [index, amount] of [volume, rate, value].entries()) expect(amount).toBeCloseTo(naive[index] as number, 6)
      }),
    )
  })

  it('the rates of groups are told of as many as entered', () => {
    fc.assert(
      fc.property(rateChanges, ({ before: one, after: other }) => {
        const told = decomposeChange({ before: one, after: other })
        const [shares, laterShares] = [
          told.groups?.map(({ shareBefore }) => shareBefore as number),
          told.groups?.map(({ shareAfter }) => shareAfter as number),
        ]
        expect(sumOf(shares ?? [])).toBeCloseTo(1, 12)
        expect(sumOf(laterShares ?? [])).toBeCloseTo(1, 12)
        expect(enteredOf(one.groups) * told.before).toBeCloseTo(sumOf((one.groups ?? []).map(({ converted }) => converted)), 9)
      }),
    )
  })
})
