import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type BenefitOptions,
  type BenefitProgramme,
  benefitsFor,
  type DiscountLadder,
  type OrderDiscount,
  type TierBenefits,
  type TierMember,
} from '../index.js'

type Pair = readonly [from: string | number, percent: string | number]
type Order = BenefitOptions['order']

const ladderOf = (type: DiscountLadder['type'], pairs: readonly Pair[]): DiscountLadder => ({
  type,
  steps: pairs.map(([from, percent]) => ({ from, percent })),
})
const programmeOf = (ladder: DiscountLadder, others: Partial<BenefitProgramme> = {}, more: Partial<TierBenefits> = {}): BenefitProgramme => ({
  kind: 'benefit-programme',
  id: 'usual',
  version: '1',
  tiers: [{ tier: 'A', terms: '2/15, 1/20, N/30', ladder, services: ['tailored solutions'], owner: 'senior manager', ...more }],
  ...others,
})
const discountOf = (ladder: DiscountLadder, order: Order, others: Partial<BenefitProgramme> = {}): OrderDiscount =>
  benefitsFor({ tier: 'A' }, programmeOf(ladder, others), { order }).discount as OrderDiscount

/** 5 % to 100k, 6 % to 125k, 7 % above. */
const stepped: readonly Pair[] = [
  ['0', '5'],
  ['100000', '6'],
  ['125000', '7'],
]
const incremental = ladderOf('incremental', stepped)
const allUnits = ladderOf('all-units', stepped)
const CNY = { currency: 'CNY' }

describe('benefitsFor', () => {
  it('vector 15: 150k are discounted by 8,250 part by part, and by 10,500 all at the highest rate', () => {
    expect(discountOf(incremental, '150000', CNY)).toEqual({
      type: 'incremental',
      percent: '7',
      amount: '8250.00',
      payable: '141750.00',
      effectiveRate: 0.055,
      parts: [
        { from: '0.00', percent: '5', base: '100000.00', discount: '5000.00' },
        { from: '100000.00', percent: '6', base: '25000.00', discount: '1500.00' },
        { from: '125000.00', percent: '7', base: '25000.00', discount: '1750.00' },
      ],
    })
    expect(discountOf(allUnits, 150_000, CNY)).toEqual({
      type: 'all-units',
      percent: '7',
      amount: '10500.00',
      payable: '139500.00',
      effectiveRate: 0.07,
      parts: [{ from: '125000.00', percent: '7', base: '150000.00', discount: '10500.00' }],
    })
  })

  it.each([
    ['0', '0', '0', '5', ['100000', '100000']],
    ['99999.99', '4999.9995', '4999.9995', '5', ['100000', '0.01']],
    ['100000', '5000', '6000', '6', ['125000', '25000']],
    ['124999.99', '6499.9994', '7499.9994', '6', ['125000', '0.01']],
    ['125000', '6500', '8750', '7', undefined],
  ])('holds a step from its amount on: %s is discounted by %s or %s', (order, byParts, byAll, percent, next) => {
    for (const [ladder, amount] of [
      [incremental, byParts],
      [allUnits, byAll],
    ] as const) {
      const found = discountOf(ladder, order)
      expect([found.amount, found.percent]).toEqual([amount, percent])
      expect(found.toNext && [found.toNext.from, found.toNext.lacking]).toEqual(next)
    }
  })

  it('tells all that a tier gets', () => {
    const tiers: TierBenefits[] = [
      {
        tier: 'A',
        title: 'Key customers',
        terms: '2/15, 1/20, N/30',
        ladder: ladderOf('all-units', [['0.50', 1.5]]),
        services: [{ en: 'tailored solutions', 'zh-CN': '定制方案' }, 'VIP service'],
        owner: { en: 'senior manager', 'zh-CN': '资深经理' },
        visits: 'P1M',
        roster: true,
      },
      { tier: '__proto__', terms: 'N/10', ladder: incremental, services: [], owner: 'intermediaries' },
    ]
    const programme = deepFreeze(programmeOf(incremental, { tiers, currency: 'CNY', title: 'Usual' }))
    expect(benefitsFor(deepFreeze({ tier: 'A' }), programme)).toEqual({
      tier: 'A',
      terms: '2/15, 1/20, N/30',
      discount: null,
      currency: 'CNY',
      ladder: { type: 'all-units', steps: [{ from: '0.50', percent: '1.5' }] },
      services: [{ en: 'tailored solutions', 'zh-CN': '定制方案' }, 'VIP service'],
      owner: { en: 'senior manager', 'zh-CN': '资深经理' },
      visits: 'P1M',
      roster: true,
      policies: [{ kind: 'benefit-programme', id: 'usual', version: '1' }],
    })
    const other = benefitsFor({ tier: '__proto__' }, programme, { order: undefined })
    expect(other).toMatchObject({ tier: '__proto__', terms: 'N/10', services: [], owner: 'intermediaries', roster: false, discount: null })
    expect('visits' in other).toBe(false)
  })

  it("takes the order's currency where the programme has none", () => {
    const found = (order: Order, others = {}): unknown => {
      const { currency, discount } = benefitsFor({ tier: 'A' }, programmeOf(ladderOf('all-units', [[10, 3]]), others), { order })
      return [currency, discount?.amount, discount?.payable, discount?.parts[0]?.discount]
    }
    expect(found({ amount: '10.5' })).toEqual([undefined, '0.315', '10.185', '0.315'])
    expect(found({ amount: '10.5', currency: undefined })).toEqual([undefined, '0.315', '10.185', '0.315'])
    expect(found({ amount: '10.5', currency: 'USD' })).toEqual(['USD', '0.32', '10.18', '0.315'])
    expect(found({ amount: 105, currency: 'JPY' })).toEqual(['JPY', '3', '102', '3.15'])
    expect(found({ amount: '10.5', currency: 'KWD' }, { currency: 'KWD' })).toEqual(['KWD', '0.315', '10.185', '0.315'])
    expect(found('10.5', { currency: 'KWD' })).toEqual(['KWD', '0.315', '10.185', '0.315'])
  })

  it('gives no discount below the first step', () => {
    for (const type of ['all-units', 'incremental'] as const) {
      expect(discountOf(ladderOf(type, [[100, 5]]), '99.99', CNY)).toEqual({
        type,
        percent: '0',
        amount: '0.00',
        payable: '99.99',
        effectiveRate: 0,
        parts: [],
        toNext: { from: '100.00', percent: '5', lacking: '0.01' },
      })
    }
    expect(discountOf(ladderOf('incremental', [[100, 5]]), '101', CNY)).toMatchObject({ amount: '0.05', percent: '5', parts: [{ base: '1.00' }] })
    expect(discountOf(ladderOf('all-units', [[100, 5]]), '101', CNY)).toMatchObject({ amount: '5.05', percent: '5' })
  })

  it('has no rate of an order of nothing', () => {
    expect(discountOf(incremental, 0, CNY)).toEqual({
      type: 'incremental',
      percent: '5',
      amount: '0.00',
      payable: '0.00',
      effectiveRate: null,
      parts: [{ from: '0.00', percent: '5', base: '0.00', discount: '0.00' }],
      toNext: { from: '100000.00', percent: '6', lacking: '100000.00' },
    })
    expect(discountOf(incremental, '-0', CNY)).toEqual(discountOf(incremental, 0, CNY))
  })

  it('vector 15: of 150k of which 60k are given back, the discount is that of 90k, and the rest of that of 150k is taken back', () => {
    for (const [ladder, takenBack] of [
      [incremental, '3750.00'],
      [allUnits, '6000.00'],
    ] as const) {
      expect(discountOf(ladder, { amount: '150000', returned: '60000.0' }, CNY)).toEqual({
        type: ladder.type,
        percent: '5',
        amount: '4500.00',
        payable: '85500.00',
        effectiveRate: 0.05,
        parts: [{ from: '0.00', percent: '5', base: '90000.00', discount: '4500.00' }],
        toNext: { from: '100000.00', percent: '6', lacking: '10000.00' },
        returned: '60000.00',
        takenBack,
      })
    }
  })

  it('takes back nothing where nothing is given back, and the whole discount where all is', () => {
    for (const ladder of [incremental, allUnits]) {
      const whole = discountOf(ladder, 150_000, CNY)
      for (const returned of [0, '0.00', '-0', undefined]) expect(discountOf(ladder, { amount: 150_000, returned }, CNY)).toEqual(whole)
      const { returned, takenBack, ...none } = discountOf(ladder, { amount: 150_000, returned: 150_000 }, CNY)
      expect([returned, takenBack]).toEqual(['150000.00', whole.amount])
      expect(none).toEqual(discountOf(ladder, 0, CNY))
    }
    expect(discountOf(incremental, { amount: 0, returned: 0 })).toEqual(discountOf(incremental, 0))
    expect(discountOf(incremental, { amount: -5, returned: 0 })).toEqual(discountOf(incremental, -5))
  })

  it('takes back more than what is given back at a cliff, and less than nothing where percentages fall', () => {
    expect(discountOf(allUnits, { amount: 100_000, returned: 1 }, CNY)).toMatchObject({ amount: '4999.95', returned: '1.00', takenBack: '1000.05' })
    const falling = ladderOf('all-units', [
      [0, 50],
      [100, 0],
    ])
    expect(discountOf(falling, { amount: 100, returned: 1 })).toMatchObject({ amount: '49.5', returned: '1', takenBack: '-49.5' })
  })

  it('takes off no more than the order, also where that is finer than its currency', () => {
    const all = ladderOf('all-units', [[0, 100]])
    expect(discountOf(all, '0.005', CNY)).toMatchObject({ amount: '0.005', payable: '0.00', effectiveRate: 1 })
    expect(discountOf(all, '-0.005', CNY)).toMatchObject({ amount: '-0.005', payable: '0.00', effectiveRate: 1 })
    expect(discountOf(ladderOf('incremental', [[0, 80]]), '0.007', CNY)).toMatchObject({ amount: '0.007', payable: '0.00', effectiveRate: 0.8 })
    expect(discountOf(all, { amount: '0.01', returned: '0.005' }, CNY)).toMatchObject({ amount: '0.005', payable: '0.00', takenBack: '0.005' })
  })

  it('turns all signs of what is given back, which has no next step', () => {
    expect(discountOf(incremental, '-110000', CNY)).toEqual({
      type: 'incremental',
      percent: '6',
      amount: '-5600.00',
      payable: '-104400.00',
      effectiveRate: 5600 / 110000,
      parts: [
        { from: '0.00', percent: '5', base: '-100000.00', discount: '-5000.00' },
        { from: '100000.00', percent: '6', base: '-10000.00', discount: '-600.00' },
      ],
    })
    expect(discountOf(allUnits, '-0.1', CNY)).toMatchObject({ amount: '-0.01', payable: '-0.09', parts: [{ discount: '-0.005' }] })
    expect(discountOf(ladderOf('all-units', [[100, 5]]), -99, CNY)).toMatchObject({ percent: '0', amount: '0.00', payable: '-99.00', parts: [] })
  })

  // Recomputed with Python's fractions.
  it.each([
    ['0.5', '0', '0.00625'],
    ['99.98', '1.2435', '1.24975'],
    ['99.99', '1.243625', '2.49975'],
    ['1000.004', '23.743975', '25.0001'],
    ['1000.005', '23.744', '33.33016665'],
    ['123456.789', '4105.22861072', '4114.81477737'],
    ['-123456.789', '-4105.22861072', '-4114.81477737'],
  ])('is exact: %s is discounted by %s or %s', (order, byParts, byAll) => {
    const pairs: readonly Pair[] = [
      ['0.5', '1.25'],
      ['99.99', '2.5'],
      ['1000.005', '3.333'],
    ]
    expect(discountOf(ladderOf('incremental', pairs), order).amount).toBe(byParts)
    expect(discountOf(ladderOf('all-units', pairs), order).amount).toBe(byAll)
  })

  it('is exact for long decimals', () => {
    const nines = '9'.repeat(1000)
    expect(discountOf(ladderOf('all-units', [[nines, 100]]), nines, CNY)).toMatchObject({ amount: `${nines}.00`, payable: '0.00', effectiveRate: 1 })
    expect(discountOf(ladderOf('all-units', [[`0.${nines}`, 10]]), `0.${nines.slice(1)}8`)).toMatchObject({ percent: '0' })
  })
})

/** What is taken off, in hundredths, added up unit by unit. */
function unitByUnit(order: number, { type, steps }: DiscountLadder): number {
  const percentAt = (amount: number): number => Number(steps.filter(({ from }) => Number(from) <= amount).at(-1)?.percent ?? 0)
  let hundredths = 0
  for (let unit = 0; unit < Math.abs(order); unit++) hundredths += percentAt(type === 'all-units' ? Math.abs(order) : unit)
  return (order < 0 ? -hundredths : hundredths) + 0
}

const ladders = fc
  .record({
    type: fc.constantFrom('all-units' as const, 'incremental' as const),
    froms: fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 5 }),
    percents: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
  })
  .map(({ type, froms, percents }) =>
    ladderOf(
      type,
      froms.sort((a, b) => a - b).map((from, index): Pair => [from, percents[index] as number]),
    ),
  )
const hundredthsOf = (text: string): number => Math.round(Number(text) * 100)

describe('benefitsFor: laws', () => {
  it('is what adding up unit by unit gives', () => {
    fc.assert(
      fc.property(ladders, fc.integer({ min: -200, max: 200 }), (ladder, order) => {
        const { discount, ...others } = benefitsFor({ tier: 'A' }, deepFreeze(programmeOf(ladder, CNY)), deepFreeze({ order }))
        const { amount, payable, effectiveRate, parts, percent, toNext } = discount as OrderDiscount
        const expected = unitByUnit(order, ladder)
        expect(hundredthsOf(amount)).toBe(expected)
        expect(hundredthsOf(payable)).toBe(order * 100 - expected)
        expect(effectiveRate).toBe(order === 0 ? null : expected / (order * 100) + 0)
        expect(parts.reduce((sum, part) => sum + hundredthsOf(part.discount), 0)).toBe(expected)
        const reached = ladder.steps.filter(({ from }) => Number(from) <= Math.abs(order))
        expect(percent).toBe(String(reached.at(-1)?.percent ?? 0))
        expect(parts).toHaveLength(ladder.type === 'incremental' ? reached.length : Math.min(reached.length, 1))
        const next = order < 0 ? undefined : ladder.steps[reached.length]
        expect(toNext && [Number(toNext.from), Number(toNext.percent), Number(toNext.lacking)]).toEqual(
          next && [next.from, next.percent, Number(next.from) - order],
        )
        expect(JSON.parse(JSON.stringify({ discount, ...others }))).toStrictEqual({ discount, ...others })
      }),
      { numRuns: 500 },
    )
  })

  it('an incremental ladder never makes a larger order cheaper', () => {
    fc.assert(
      fc.property(ladders, fc.nat(200), fc.nat(50), ({ steps }, order, more) => {
        const payable = (amount: number): number => Number(discountOf({ type: 'incremental', steps }, amount).payable)
        expect(payable(order + more)).toBeGreaterThanOrEqual(payable(order))
      }),
    )
  })

  it('what is kept is discounted as an order of its size, and with what is taken back has the discount of the whole order', () => {
    const currencies = fc.constantFrom({}, CNY, { currency: 'JPY' })
    fc.assert(
      fc.property(ladders, fc.nat(20_000), fc.nat(20_000), currencies, (ladder, kept, returned, others) => {
        const order = deepFreeze({ amount: `${kept + returned}e-2`, returned: `${returned}e-2` })
        const { takenBack, returned: back, ...discount } = discountOf(ladder, order, others)
        expect(discount).toEqual(discountOf(ladder, `${kept}e-2`, others))
        expect([back, takenBack].map((text) => text === undefined)).toEqual([returned === 0, returned === 0])
        // In units of 0.0001, which are exact: percentages are integers.
        const units = (text = '0'): number => Math.round(Number(text) * 10_000)
        expect(units(back)).toBe(returned * 100)
        expect(units(discount.amount) + units(takenBack)).toBe(units(discountOf(ladder, `${kept + returned}e-2`, others).amount))
      }),
      { numRuns: 200 },
    )
  })

  it('what is given back turns all signs', () => {
    fc.assert(
      fc.property(ladders, fc.integer({ min: 1, max: 20_000 }), (ladder, cents) => {
        const [order, back] = [discountOf(ladder, `${cents}e-2`, CNY), discountOf(ladder, `-${cents}e-2`, CNY)]
        const turned = (text: string): string => (/[1-9]/.test(text) ? `-${text}` : text)
        expect([back.amount, back.payable]).toEqual([turned(order.amount), turned(order.payable)])
        expect([back.percent, back.effectiveRate]).toEqual([order.percent, order.effectiveRate])
      }),
    )
  })
})

describe('benefitsFor: what is wrong', () => {
  const programme = programmeOf(incremental, CNY)
  const refusals = (member: unknown, some: unknown, options: unknown): unknown =>
    issuesOf(() => benefitsFor(member as TierMember, some as BenefitProgramme, options as BenefitOptions))
  const inOrder = (order: unknown, some = programme): unknown => refusals({ tier: 'A' }, some, { order })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(refusals(value, value, {})).toEqual([
      [code, ['programme']],
      [code, ['member']],
    ])
    if (value !== undefined) expect(refusals({ tier: 'A' }, programme, value)).toEqual([[code, ['options']]])
  })
  it.each(badTexts)('refuses the tier %o', (value, code) => {
    expect(refusals({ tier: value }, { ...programme, tiers: [] }, {})).toEqual([
      ['empty', ['programme', 'tiers']],
      [code, ['member', 'tier']],
    ])
    expect(refusals({ tier: value }, programme, {})).toEqual([[value === undefined ? 'missing' : 'not-allowed', ['member', 'tier']]])
  })
  it.each(['B', 'a', 'toString', '__proto__'])('refuses the tier %s, which the programme has not', (tier) => {
    expect(refusals({ tier }, programme, {})).toEqual([['not-allowed', ['member', 'tier']]])
  })
  it.each([null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '', [], true])('refuses %o for an order', (order) => {
    expect(inOrder(order)).toEqual([['not-a-decimal', ['options', 'order']]])
    expect(inOrder({ amount: order })).toEqual([['not-a-decimal', ['options', 'order', 'amount']]])
  })
  it.each([
    [{}, [['missing', ['options', 'order', 'amount']]]],
    [{ amount: 1, currency: 'USD' }, [['not-allowed', ['options', 'order', 'currency']]]],
    [{ amount: 1, currency: null }, [['not-allowed', ['options', 'order', 'currency']]]],
    [{ amount: 1, unit: 'kg' }, [['unknown-key', ['options', 'order', 'unit']]]],
    [{ amount: 1, returned: '1.01' }, [['too-large', ['options', 'order', 'returned']]]],
    [{ amount: 1, returned: '-0.01' }, [['too-small', ['options', 'order', 'returned']]]],
    [{ amount: 1, returned: null }, [['not-a-decimal', ['options', 'order', 'returned']]]],
    [{ amount: -1, returned: 1 }, [['not-allowed', ['options', 'order', 'returned']]]],
    [{ amount: -1, returned: '-1' }, [['too-small', ['options', 'order', 'returned']]]],
    [
      { amount: 'x', returned: 'y' },
      [
        ['not-a-decimal', ['options', 'order', 'amount']],
        ['not-a-decimal', ['options', 'order', 'returned']],
      ],
    ],
    ['1e1000', [['too-many-digits', ['options', 'order']]]],
  ])('refuses the order %o', (order, issues) => expect(inOrder(order)).toEqual(issues))

  it('refuses a currency that is none, also where the programme has none', () => {
    expect(inOrder({ amount: 1, currency: 'XXX' }, programmeOf(incremental))).toEqual([['unknown-currency', ['options', 'order', 'currency']]])
  })

  it('names all that is wrong together', () => {
    expect(refusals({ tier: 'B', customer: 'C-1' }, programme, { order: 'x', asOf: '2024-01-01' })).toEqual([
      ['unknown-key', ['options', 'asOf']],
      ['not-a-decimal', ['options', 'order']],
      ['unknown-key', ['member', 'customer']],
      ['not-allowed', ['member', 'tier']],
    ])
  })
})
