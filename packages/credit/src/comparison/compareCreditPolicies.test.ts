import type { DecimalInput } from '@clientele/core'
import { addDecimals, subtractDecimals, sumDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type CollectionShare,
  type CreditPolicyFigures,
  compareCreditPolicies,
  type PolicyComparison,
  type PolicyComparisonOptions,
  type PolicyOutcome,
} from '../index.js'

const at360: PolicyComparisonOptions = { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' }
const atPrice: PolicyComparisonOptions = { costOfCapitalPercent: 10, daysInYear: 365, existingReceivablesAt: 'price' }

const profits = ({ policies }: PolicyComparison): string[] => policies.map(({ profit }) => profit)
const rounded = (text: string | undefined): string => Number(text).toFixed(0)

describe('compareCreditPolicies: known answers', () => {
  const cash = { id: 'cash', sales: 100_000, variableCostPercent: 60, collectionDays: 0 }
  const credit = { id: 'n/30', sales: 150_000, variableCostPercent: 60, collectionDays: 30, badDebtPercent: 2 }

  it.each([
    [30, 10_685, 15_931, '15931.50684931506849315068'],
    [40, 14_247, 15_575, '15575.34246575342465753425'],
  ])(
    'credit vectors, Brigham and Daves, Stylish Fashions: cash sales to %i days, investment + %i, profit + %i',
    (collectionDays, investment, profit, exact) => {
      const { differences, ...comparison } = compareCreditPolicies([cash, { ...credit, collectionDays }], atPrice)
      expect(Math.abs(Number(differences[0]?.investment) - investment)).toBeLessThan(0.5)
      // The book adds figures that it has rounded.
      expect(Math.abs(Number(differences[0]?.profit) - profit)).toBeLessThan(1)
      expect(differences[0]?.profit).toBe(exact)
      expect(differences[0]).toMatchObject({ id: 'n/30', against: 'cash', sales: '50000', contribution: '20000', badDebt: '3000', discount: '0' })
      expect(comparison).toMatchObject({ current: 'cash', best: 'n/30', runnerUp: 'cash', decidedBy: 'contribution' })
    },
  )

  it('Brigham and Daves, ΔI where sales fall: (DSO₁ − DSO₀)(S₁/365) + V × DSO₀ (S₁ − S₀)/365, with the figures of East Lansing Appliances', () => {
    const sixty = { id: 'n/30', sales: 15_000_000, variableCostPercent: 60, collectionDays: 60, badDebtPercent: 5 }
    const thirty = { id: 'n/15', sales: 14_500_000, variableCostPercent: 60, collectionDays: 30, badDebtPercent: 3 }
    const [difference] = compareCreditPolicies([sixty, thirty], { ...atPrice, costOfCapitalPercent: 15 }).differences
    expect(rounded(difference?.investment)).toBe(((-30 * 14_500_000) / 365 + (0.6 * 60 * -500_000) / 365).toFixed(0))
    expect([difference?.investment, difference?.opportunity, difference?.profit].map(rounded)).toEqual(['-1241096', '-186164', '301164'])
  })

  it('and what is tied up beyond the receivables is the margin in those of the sales given up, (1 − V) × DSO₀ (S₀ − S₁)/365', () => {
    const sixty = { id: 'n/30', sales: 15_000_000, variableCostPercent: 60, collectionDays: 60 }
    const thirty = { id: 'n/15', sales: 14_500_000, variableCostPercent: 80, collectionDays: 30 }
    const [, given] = compareCreditPolicies([sixty, thirty], atPrice).policies
    // By hand: 60 × 500,000 / 365 × 0.4, and 30 × 14,500,000 / 365 = 1,191,780.82….
    expect(given).toMatchObject({ receivables: '1191780.82191780821917808219', retained: '32876.71232876712328767123' })
    expect(rounded(given?.investment)).toBe('1224658')
    const retained = (policies: readonly CreditPolicyFigures[], options: PolicyComparisonOptions): unknown =>
      compareCreditPolicies(policies, options).policies.map((one) => one.retained)
    expect(retained([sixty, thirty], { ...atPrice, existingReceivablesAt: 'variable-cost' })).toEqual(['0', '0'])
    expect(retained([sixty, thirty], { ...atPrice, current: 'n/15' })).toEqual(['0', '0'])
    expect(retained([sixty, { ...thirty, sales: 15_000_000 }], atPrice)).toEqual(['0', '0'])
    expect(retained([{ ...sixty, variableCostPercent: 100 }, thirty], atPrice)).toEqual(['0', '0'])
    expect(
      retained(
        [
          { ...sixty, variableCostPercent: 110, sales: 15_000_365 },
          { ...thirty, sales: 15_000_000 },
        ],
        atPrice,
      ),
    ).toEqual(['0', '-6'])
    expect(retained([sixty, { ...thirty, sales: 0 }], { ...atPrice, daysInYear: 360 })).toEqual(['0', '1000000'])
  })

  it('Van Horne, Fundamentals of Financial Management: 60 to 69 million, turnover 8 to 4.8, at the price 6.5 million more cost 1.3 of the 1.8 earned', () => {
    const eight = { id: 'n/30', sales: 60, variableCostPercent: 80, collectionDays: 45 }
    const slower = { id: 'n/60', sales: 69, variableCostPercent: 80, collectionDays: 75 }
    const options = { ...at360, costOfCapitalPercent: 20, existingReceivablesAt: 'price' } as const
    const [difference] = compareCreditPolicies([eight, slower], options).differences
    expect(difference).toMatchObject({ investment: '6.5', opportunity: '1.3', contribution: '1.8', profit: '0.5' })
  })

  it('credit vectors, 1,000 to 1,100 (万), n/60 to n/90: contribution 40, interest 6.5, bad debts 5, collection 3, net 25.5', () => {
    const sixty = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 15, collectionCost: 7 }
    const ninety = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 90, badDebt: 20, collectionCost: 10 }
    const { policies, differences, best, decidedBy } = compareCreditPolicies([sixty, ninety], at360)
    expect(differences).toEqual([
      {
        id: 'n/90',
        against: 'n/60',
        sales: '100',
        contribution: '40',
        investment: '65',
        opportunity: '6.5',
        badDebt: '5',
        discount: '0',
        collection: '3',
        profit: '25.5',
      },
    ])
    expect([best, decidedBy]).toEqual(['n/90', 'contribution'])
    expect(policies[0]).toEqual({
      id: 'n/60',
      sales: '1000',
      contribution: '400',
      averageCollectionPeriod: 60,
      receivables: '166.66666666666666666667',
      retained: '0',
      investment: '100',
      opportunity: '10',
      badDebt: '15',
      discount: '0',
      collection: '7',
      profit: '368',
    })
  })

  it('credit vectors, collection policies: 360, 383, 377; the second is best, for its opportunity cost', () => {
    const present = { id: 'present', sales: 2400, variableCostPercent: 80, receivables: 400, badDebtPercent: 2, collectionCost: 40 }
    const first = { id: 'first', sales: 2600, variableCostPercent: 80, receivables: 650, badDebtPercent: '2.5', collectionCost: 20 }
    const second = { id: 'second', sales: 2700, variableCostPercent: 80, receivables: 900, badDebtPercent: 3, collectionCost: 10 }
    const comparison = compareCreditPolicies([present, first, second], at360)
    expect(profits(comparison)).toEqual(['360', '383', '377'])
    expect(comparison.policies.map(({ contribution, opportunity, badDebt }) => [contribution, opportunity, badDebt])).toEqual([
      ['480', '32', '48'],
      ['520', '52', '65'],
      ['540', '72', '81'],
    ])
    expect(comparison.policies.map(({ averageCollectionPeriod }) => averageCollectionPeriod)).toEqual([60, 90, 120])
    expect(comparison).toMatchObject({ best: 'first', runnerUp: 'second', decidedBy: 'opportunity' })
    expect(comparison.advantages).toEqual([
      { component: 'contribution', amount: '-20' },
      { component: 'opportunity', amount: '20' },
      { component: 'badDebt', amount: '16' },
      { component: 'discount', amount: '0' },
      { component: 'collection', amount: '-10' },
    ])
  })

  it('credit vectors, 2/10,1/20,n/60 taken by 60/15/25 %: an average collection period of 24 days, whether shares add up to 100 or to 1', () => {
    const shares = (scale: number) => [
      { days: 10, share: 60 / scale, discountPercent: 2 },
      { days: 20, share: 15 / scale, discountPercent: 1 },
      { days: 60, share: 25 / scale },
    ]
    const policy = { id: '2/10,1/20,n/60', sales: 3960, variableCostPercent: 60 }
    const [percent, part] = [100, 1].map((scale) => compareCreditPolicies([{ ...policy, mix: shares(100 / scale) }], at360))
    expect(percent?.policies[0]).toMatchObject({ averageCollectionPeriod: 24, receivables: '264', discount: '53.46' })
    expect(part).toEqual(percent)
  })

  it('Jing Xin, 財務管理學: n/30, n/60, n/90 leave 1,314, 1,365.6 and 1,221; n/60 with 2/10, 1/20 leaves 1,405.5', () => {
    const thirty = { id: 'A', sales: 3600, variableCostPercent: 60, collectionDays: 30, badDebtPercent: 2, collectionCost: 36 }
    const sixty = { id: 'B', sales: 3960, variableCostPercent: 60, collectionDays: 60, badDebtPercent: 3, collectionCost: 60 }
    const ninety = { id: 'C', sales: 4200, variableCostPercent: 60, collectionDays: 90, badDebtPercent: 6, collectionCost: 144 }
    const mix = [
      { days: 10, share: 60, discountPercent: 2 },
      { days: 20, share: 15, discountPercent: 1 },
      { days: 60, share: 25 },
    ]
    const discounted = { id: 'D', sales: 3960, variableCostPercent: 60, mix, badDebtPercent: 2, collectionCost: 30 }
    expect(compareCreditPolicies([thirty, sixty, ninety], at360)).toMatchObject({ best: 'B', runnerUp: 'A', decidedBy: 'contribution' })
    const comparison = compareCreditPolicies([thirty, sixty, ninety, discounted], at360)
    expect(profits(comparison)).toEqual(['1314', '1365.6', '1221', '1405.5'])
    expect(comparison.policies[3]).toMatchObject({ opportunity: '15.84', badDebt: '79.2', discount: '53.46', collection: '30' })
    expect(comparison).toMatchObject({ best: 'D', runnerUp: 'B', decidedBy: 'badDebt' })
  })

  it('Chinese CPA textbook 財務成本管理: 30 to 60 days earns 8,000 more, and 0.8/30, n/60 taken by half earns 8,600 more', () => {
    const thirty = { id: '30', sales: 500_000, variableCostPercent: 80, collectionDays: 30, badDebt: 5000, collectionCost: 3000 }
    const sixty = { id: '60', sales: 600_000, variableCostPercent: 80, collectionDays: 60, badDebt: 9000, collectionCost: 4000 }
    const mix = [
      { days: 30, share: '0.5', discountPercent: '0.8' },
      { days: 60, share: '0.5' },
    ]
    const discounted = { id: '0.8/30', sales: 600_000, variableCostPercent: 80, mix, badDebt: 9000, collectionCost: 4000 }
    const { differences, best } = compareCreditPolicies([thirty, sixty, discounted], { ...at360, costOfCapitalPercent: 15 })
    expect(differences.map(({ contribution, opportunity, discount, profit }) => [contribution, opportunity, discount, profit])).toEqual([
      ['20000', '7000', '0', '8000'],
      ['20000', '4000', '2400', '8600'],
    ])
    expect(best).toBe('0.8/30')
  })

  it('takes cash discounts as an amount, where customers do not pay by parts of them', () => {
    const policy = { id: 'one', sales: 1000, variableCostPercent: 60, discount: '12.345' }
    for (const payment of [{ collectionDays: 36 }, { receivables: 100 }]) {
      const [outcome] = compareCreditPolicies([{ ...policy, ...payment }], at360).policies
      expect(outcome).toMatchObject({ discount: '12.345', opportunity: '6', profit: '381.655' })
      expect(compareCreditPolicies([{ ...policy, ...payment, discount: undefined }], at360).policies[0]).toMatchObject({
        discount: '0',
        profit: '394',
      })
    }
    const mix = [{ days: 36, share: 100, discountPercent: '1.2345' }]
    const { discount: _, ...others } = policy
    const byMix = compareCreditPolicies([{ ...others, mix }], at360).policies[0]
    expect(byMix).toEqual(compareCreditPolicies([{ ...policy, collectionDays: 36 }], at360).policies[0])
  })

  it('CMA examination: 4.6 to 4.96 million, 30 to 35 days, at half the price and 11 %: 5,439 more interest', () => {
    const before = { id: 'before', sales: 4_600_000, variableCostPercent: 50, collectionDays: 30 }
    const after = { id: 'after', sales: 4_960_000, variableCostPercent: 50, collectionDays: 35 }
    expect(rounded(compareCreditPolicies([before, after], { ...at360, costOfCapitalPercent: 11 }).differences[0]?.opportunity)).toBe('5439')
  })

  it('of one policy, nothing differs and nothing decides', () => {
    const comparison = compareCreditPolicies([cash], { ...atPrice, current: undefined })
    expect(comparison).toMatchObject({ current: 'cash', differences: [], best: 'cash', runnerUp: null, advantages: [], decidedBy: null })
    expect(comparison.policies[0]).toMatchObject({ averageCollectionPeriod: 0, receivables: '0', investment: '0', profit: '40000' })
  })

  it('of policies alike, the one in force is best, then the first by id, and nothing decides', () => {
    const same = ['b', 'B', 'a'].map((id) => ({ ...cash, id }))
    expect(compareCreditPolicies(same, { ...at360, current: 'a' })).toMatchObject({ best: 'a', runnerUp: 'B', decidedBy: null })
    expect(compareCreditPolicies(same, at360)).toMatchObject({ current: 'b', best: 'b', runnerUp: 'B', decidedBy: null })
    const worst = { ...cash, id: '0', sales: 0 }
    expect(compareCreditPolicies([worst, ...same], at360)).toMatchObject({ best: 'B', runnerUp: 'a' })
    expect(compareCreditPolicies([worst, ...same], at360).advantages.map(({ amount }) => amount)).toEqual(['0', '0', '0', '0', '0'])
  })

  it('of components that speak as much for the best, the first decides', () => {
    const one = { id: 'one', sales: 100, variableCostPercent: 50, collectionDays: 0, badDebt: 5, collectionCost: 5 }
    expect(compareCreditPolicies([one, { ...one, id: 'two', badDebt: 3, collectionCost: 3 }], at360).decidedBy).toBe('badDebt')
  })

  it('without sales, the period is 0 whatever is outstanding, which counts as it is given', () => {
    const none = { id: 'none', sales: 0, variableCostPercent: 50, receivables: 80 }
    const [variable, price] = (['variable-cost', 'price'] as const).map(
      (existingReceivablesAt) =>
        compareCreditPolicies([none, { ...cash, receivables: 50, collectionDays: undefined } as never], { ...at360, existingReceivablesAt }).policies,
    )
    expect(variable?.[0]).toMatchObject({ averageCollectionPeriod: 0, receivables: '80', investment: '40', opportunity: '4', profit: '-4' })
    expect(variable?.[1]).toMatchObject({ averageCollectionPeriod: 0.18, investment: '30' })
    expect(price?.[0]).toMatchObject({ investment: '80' })
    expect(price?.[1]).toMatchObject({ investment: '30' })
  })

  it('rounds half-even at 20 decimal places, and only what is longer', () => {
    const receivables = (text: string): string | undefined =>
      compareCreditPolicies([{ id: 'one', sales: 1, variableCostPercent: 100, receivables: text }], at360).policies[0]?.receivables
    const zeros = '0'.repeat(18)
    expect(receivables(`0.${zeros}125`)).toBe(`0.${zeros}12`)
    expect(receivables(`0.${zeros}135`)).toBe(`0.${zeros}14`)
    expect(receivables(`0.${zeros}1250001`)).toBe(`0.${zeros}13`)
    expect(receivables(`7.${zeros}12`)).toBe(`7.${zeros}12`)
    expect(receivables('1e30')).toBe(`1${'0'.repeat(30)}`)
  })

  it('an average collection period beyond every number is the greatest there is', () => {
    const tiny = { id: 'tiny', sales: '1e-900', variableCostPercent: 1, receivables: '1e900' }
    expect(compareCreditPolicies([tiny], at360).policies[0]?.averageCollectionPeriod).toBe(Number.MAX_VALUE)
  })
})

/** An exact quotient, reduced by nothing: an oracle that shares no code with the verb. */
class Rational {
  constructor(
    readonly top: bigint,
    readonly bottom: bigint = 1n,
  ) {}
  static of(value: DecimalInput): Rational {
    const [mantissa = '', exponent = '0'] = String(value).split('e')
    const [whole = '', decimals = ''] = mantissa.split('.')
    const places = decimals.length - Number(exponent)
    const units = BigInt(whole + decimals)
    return places >= 0 ? new Rational(units, 10n ** BigInt(places)) : new Rational(units * 10n ** BigInt(-places))
  }
  times(other: Rational): Rational {
    return new Rational(this.top * other.top, this.bottom * other.bottom)
  }
  over(other: Rational): Rational {
    return new Rational(this.top * other.bottom, this.bottom * other.top)
  }
  plus(other: Rational): Rational {
    return new Rational(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }
  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.top, other.bottom))
  }
  above(other: Rational): boolean {
    return this.minus(other).top * this.bottom * other.bottom > 0n
  }
  /** In units of 10^-40, exact for what has no more places. */
  get places40(): bigint {
    return (this.top * 10n ** 40n) / this.bottom
  }
  /** Half-even at 20 places. */
  get rounded(): Rational {
    const scaled = (this.top * 10n ** 20n * 2n) / this.bottom
    const exact = (this.top * 10n ** 20n * 2n) % this.bottom === 0n
    let units = scaled / 2n
    if (scaled % 2n === 1n && (!exact || units % 2n === 1n)) units += 1n
    return new Rational(units, 10n ** 20n)
  }
}

const percent = (value: DecimalInput): Rational => Rational.of(value).over(new Rational(100n))

/** The same by the definitions, with ΔI by Brigham's two equations added to the investment of the policy in force. */
function naively(policies: readonly CreditPolicyFigures[], options: PolicyComparisonOptions): Map<string, { [key: string]: Rational }> {
  const year = new Rational(BigInt(options.daysInYear))
  const zero = new Rational(0n)
  const taken = (mix: readonly CollectionShare[], of: (share: CollectionShare) => DecimalInput): Rational =>
    mix
      .map((share) => Rational.of(share.share).times(Rational.of(of(share))))
      .reduce((sum, one) => sum.plus(one), zero)
      .over(mix.map(({ share }) => Rational.of(share)).reduce((sum, one) => sum.plus(one), zero))
  const base = policies.map((policy) => {
    const sales = Rational.of(policy.sales)
    const perDay = sales.over(year)
    const period =
      policy.collectionDays !== undefined
        ? Rational.of(policy.collectionDays)
        : policy.mix !== undefined
          ? taken(policy.mix, ({ days }) => days)
          : Rational.of(policy.receivables).over(perDay)
    const off =
      policy.mix === undefined
        ? Rational.of(policy.discount ?? 0)
        : sales.times(taken(policy.mix, ({ discountPercent = 0 }) => discountPercent).over(new Rational(100n)))
    return { policy, sales, perDay, period, variable: percent(policy.variableCostPercent), off }
  })
  const current = base.find(({ policy }) => policy.id === options.current) ?? (base[0] as (typeof base)[number])
  const found = base.map(({ policy, sales, perDay, period, variable, off }) => {
    const receivables = perDay.times(period)
    const more = perDay.minus(current.perDay)
    const atPrice = current.perDay
      .times(current.period)
      .plus(period.minus(current.period).times(sales.above(current.sales) ? current.perDay : perDay))
      .plus(more.times(sales.above(current.sales) ? variable.times(period) : current.variable.times(current.period)))
    const investment = options.existingReceivablesAt === 'price' ? atPrice : receivables.times(variable)
    const opportunity = investment.times(percent(options.costOfCapitalPercent)).rounded
    const contribution = sales.times(new Rational(1n).minus(variable))
    const badDebt = policy.badDebtPercent === undefined ? Rational.of(policy.badDebt ?? 0) : sales.times(percent(policy.badDebtPercent))
    const isReleased = options.existingReceivablesAt === 'variable-cost' || !current.sales.above(sales)
    const retained = isReleased ? zero : more.times(current.period).times(current.variable.minus(new Rational(1n)))
    const collection = Rational.of(policy.collectionCost ?? 0)
    const profit = contribution.minus(opportunity).minus(badDebt).minus(off).minus(collection)
    const amounts = {
      sales,
      contribution,
      receivables: receivables.rounded,
      retained: retained.rounded,
      investment: investment.rounded,
      opportunity,
      badDebt,
      discount: off,
      collection,
      profit,
    }
    return [policy.id, amounts] as const
  })
  return new Map(found)
}

const AMOUNTS = [
  'sales',
  'contribution',
  'receivables',
  'retained',
  'investment',
  'opportunity',
  'badDebt',
  'discount',
  'collection',
  'profit',
] as const

const amounts = fc.tuple(fc.integer({ min: 1, max: 10 ** 6 }), fc.nat(3)).map(([units, places]) => `${units}e-${places}`)
const perCent = fc.nat(10_000).map((hundredths) => hundredths / 100)
const mixes = fc
  .array(fc.record({ days: amounts, weight: fc.nat(40), discountPercent: perCent }), { minLength: 1, maxLength: 4 })
  .filter((parts) => parts.reduce((sum, { weight }) => sum + weight, 0) <= 100)
  .map((parts): CollectionShare[] => {
    const left = 100 - parts.reduce((sum, { weight }) => sum + weight, 0)
    return [...parts.map(({ weight, ...part }) => ({ ...part, share: weight })), { days: '45.5', share: left }]
  })
const discounts = fc.option(amounts, { nil: undefined })
const payments = fc.oneof(
  fc.record({ collectionDays: amounts, discount: discounts }),
  mixes.map((mix) => ({ mix })),
  fc.record({ receivables: amounts, discount: discounts }),
)
const losses = fc.oneof(
  fc.constant({}),
  perCent.map((badDebtPercent) => ({ badDebtPercent })),
  amounts.map((badDebt) => ({ badDebt })),
)
const policyFigures = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor'),
    sales: amounts,
    variableCostPercent: perCent,
    payment: payments,
    loss: losses,
    collection: fc.oneof(
      fc.constant({}),
      amounts.map((collectionCost) => ({ collectionCost })),
    ),
  })
  .map(({ payment, loss, collection, ...others }) => ({ ...others, ...payment, ...loss, ...collection }) as CreditPolicyFigures)
const comparisons = fc.record({
  policies: fc.uniqueArray(policyFigures, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
  costOfCapitalPercent: perCent,
  daysInYear: fc.constantFrom<360 | 365>(360, 365),
  existingReceivablesAt: fc.constantFrom<'variable-cost' | 'price'>('variable-cost', 'price'),
  chosen: fc.nat(4),
})
type Random = typeof comparisons extends fc.Arbitrary<infer Value> ? Value : never
const asked = ({
  policies,
  chosen,
  ...options
}: Random): readonly [readonly CreditPolicyFigures[], PolicyComparisonOptions & { current: string }] => [
  policies,
  { ...options, current: (policies[chosen % policies.length] as CreditPolicyFigures).id },
]

describe('compareCreditPolicies: laws', () => {
  it('gives what the definitions give in exact fractions', () => {
    fc.assert(
      fc.property(comparisons, (random) => {
        const [policies, options] = asked(random)
        const comparison = compareCreditPolicies(deepFreeze(policies), deepFreeze(options))
        const expected = naively(policies, options)
        for (const outcome of comparison.policies) {
          for (const key of AMOUNTS)
            expect(Rational.of(outcome[key].replace('-', '')).places40).toBe(absolute(expected.get(outcome.id)?.[key]?.places40))
        }
        const inForce = expected.get(options.current)
        for (const difference of comparison.differences) {
          const profit = expected.get(difference.id)?.['profit']?.minus(inForce?.['profit'] as Rational)
          expect(Rational.of(difference.profit).places40).toBe(profit?.places40)
        }
        const best = expected.get(comparison.best)?.['profit'] as Rational
        for (const [id, { profit }] of expected) {
          expect(profit?.above(best)).toBe(false)
          if (comparison.runnerUp !== null && id !== comparison.best)
            expect(profit?.above(expected.get(comparison.runnerUp)?.['profit'] as Rational)).toBe(false)
        }
        expect(JSON.parse(JSON.stringify(comparison))).toStrictEqual(comparison)
      }),
      { numRuns: 300 },
    )
  })

  it('parts add up to the profit, differences to the difference in profit, and advantages to the lead of the best', () => {
    const profitOf = (parts: Pick<PolicyOutcome, 'contribution' | 'opportunity' | 'badDebt' | 'discount' | 'collection'>): string =>
      subtractDecimals(parts.contribution, sumDecimals([parts.opportunity, parts.badDebt, parts.discount, parts.collection]))
    fc.assert(
      fc.property(comparisons, (random) => {
        const comparison = compareCreditPolicies(...asked(random))
        for (const outcome of comparison.policies) expect(outcome.profit).toBe(profitOf(outcome))
        for (const difference of comparison.differences) {
          expect(difference.profit).toBe(profitOf(difference))
          const [other, inForce] = [difference.id, comparison.current].map((id) => comparison.policies.find((one) => one.id === id) as PolicyOutcome)
          for (const key of AMOUNTS)
            if (key !== 'receivables' && key !== 'retained') expect(addDecimals(inForce?.[key] as string, difference[key])).toBe(other?.[key])
        }
        if (comparison.runnerUp === null) return
        const [best, next] = [comparison.best, comparison.runnerUp].map((id) => comparison.policies.find((one) => one.id === id)?.profit as string)
        const lead = subtractDecimals(best as string, next as string)
        expect(sumDecimals(comparison.advantages.map(({ amount }) => amount))).toBe(lead)
        expect(comparison.decidedBy === null).toBe(lead === '0')
        const deciding = comparison.advantages.find(({ component }) => component === comparison.decidedBy)
        if (deciding !== undefined)
          for (const { amount } of comparison.advantages) expect(Number(amount)).toBeLessThanOrEqual(Number(deciding.amount))
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on the order of the policies, but for the order of the list', () => {
    fc.assert(
      fc.property(comparisons, (random) => {
        const [policies, options] = asked(random)
        const { policies: outcomes, differences, ...forward } = compareCreditPolicies(policies, options)
        const { policies: turned, differences: differencesTurned, ...backward } = compareCreditPolicies([...policies].reverse(), options)
        expect(backward).toEqual(forward)
        expect([...turned].reverse()).toEqual(outcomes)
        expect([...differencesTurned].reverse()).toEqual(differences)
      }),
      { numRuns: 200 },
    )
  })

  const pairs = comparisons.filter(({ policies }) => policies.length > 1)
  const swapped = (random: Random) => {
    const [[one, other], options] = asked(random) as unknown as readonly [
      readonly [CreditPolicyFigures, CreditPolicyFigures],
      PolicyComparisonOptions,
    ]
    const there = compareCreditPolicies([one, other], { ...options, current: one.id })
    const back = compareCreditPolicies([one, other], { ...options, current: other.id })
    const turned = back.differences.map(({ id, against, ...others }) => ({
      id: against,
      against: id,
      ...Object.fromEntries(Object.entries(others).map(([key, amount]) => [key, subtractDecimals(0, amount)])),
    }))
    return { there, back, turned }
  }

  it('differences turn round with the policy in force, at variable cost', () => {
    fc.assert(
      fc.property(pairs, (random) => {
        const { there, back, turned } = swapped({ ...random, existingReceivablesAt: 'variable-cost' })
        expect(turned).toEqual(there.differences)
        expect(back.policies).toEqual(there.policies)
      }),
      { numRuns: 100 },
    )
  })

  it('and at the price but for the last place, where both have the same variable cost: a policy is not better for being in force', () => {
    fc.assert(
      fc.property(pairs, ({ policies, ...random }) => {
        const alike = policies.map((policy) => ({ ...policy, variableCostPercent: '62.5' }))
        const { there, turned } = swapped({ ...random, policies: alike, existingReceivablesAt: 'price' })
        for (const key of ['investment', 'opportunity', 'profit'] as const) {
          const gap = subtractDecimals(there.differences[0]?.[key] as string, (turned[0] as { [name: string]: string })[key] as string)
          expect(Math.abs(Number(gap))).toBeLessThanOrEqual(3e-20)
        }
      }),
      { numRuns: 100 },
    )
  })
})

function absolute(value: bigint | undefined): bigint | undefined {
  return value === undefined || value >= 0n ? value : -value
}

describe('compareCreditPolicies: what is wrong', () => {
  const good = { id: 'one', sales: 100, variableCostPercent: 60, collectionDays: 30 }
  const { collectionDays: _days, ...unpaid } = good
  const found = (policies: unknown, options: unknown = at360): unknown => issuesOf(() => compareCreditPolicies(policies as never, options as never))
  const inPolicy = (change: object): unknown => found([{ ...good, ...change }])
  const NOT_DECIMALS = [null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '１２', '', [], true]

  it('names policies that are none', () => {
    for (const [value, code] of [[undefined, 'missing'] as const, ...badLists]) expect(found(value)).toEqual([[code, ['policies']]])
    expect(found([])).toEqual([['empty', ['policies']]])
    for (const [value, code] of badRecords) expect(found([good, value])).toEqual([[code, ['policies', 1]]])
    expect(found(Object.assign([], { 1: good }))).toEqual([['missing', ['policies', 0]]])
    expect(found([good, { ...good, sales: 'x' }, good])).toEqual([
      ['not-a-decimal', ['policies', 1, 'sales']],
      ['duplicate', ['policies', 2, 'id']],
    ])
  })

  it('names each figure that is wrong', () => {
    expect(found([{}])).toEqual(['id', 'sales', 'variableCostPercent', 'collectionDays'].map((key) => ['missing', ['policies', 0, key]]))
    expect(found([Object.create(good)])).toEqual(
      ['id', 'sales', 'variableCostPercent', 'collectionDays'].map((key) => ['missing', ['policies', 0, key]]),
    )
    for (const [id, code] of [['', 'empty'] as const, [7, 'wrong-type'] as const, [null, 'wrong-type'] as const]) {
      expect(inPolicy({ id })).toEqual([[code, ['policies', 0, 'id']]])
    }
    for (const key of ['sales', 'variableCostPercent', 'collectionDays', 'badDebtPercent', 'badDebt', 'collectionCost', 'discount']) {
      for (const value of NOT_DECIMALS) expect(inPolicy({ [key]: value })).toEqual([['not-a-decimal', ['policies', 0, key]]])
      expect(inPolicy({ [key]: '-1e-9' })).toEqual([['too-small', ['policies', 0, key]]])
    }
    for (const value of NOT_DECIMALS) expect(found([{ ...unpaid, receivables: value }])).toEqual([['not-a-decimal', ['policies', 0, 'receivables']]])
    expect(inPolicy({ badDebtPercent: '100.1' })).toEqual([['too-large', ['policies', 0, 'badDebtPercent']]])
    expect(inPolicy({ variableCostPercent: 150 })).toBe('nothing was thrown')
    expect(inPolicy({ price: 1, days: undefined })).toEqual([
      ['unknown-key', ['policies', 0, 'price']],
      ['unknown-key', ['policies', 0, 'days']],
    ])
    expect(found([JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":1,'))])).toEqual([['unknown-key', ['policies', 0, '__proto__']]])
  })

  it('takes one way to tell when customers pay, and one what they do not', () => {
    const mix = [{ days: 30, share: 100 }]
    expect(inPolicy({ mix, receivables: 'x' })).toEqual([
      ['unknown-key', ['policies', 0, 'mix']],
      ['unknown-key', ['policies', 0, 'receivables']],
    ])
    expect(found([{ ...unpaid, mix, receivables: 1 }])).toEqual([['unknown-key', ['policies', 0, 'receivables']]])
    expect(inPolicy({ badDebtPercent: 1, badDebt: 1 })).toEqual([['unknown-key', ['policies', 0, 'badDebt']]])
    expect(found([{ ...unpaid, mix, discount: 'x' }])).toEqual([['unknown-key', ['policies', 0, 'discount']]])
    expect(found([{ ...unpaid, mix, discount: undefined }])).toBe('nothing was thrown')
    expect(inPolicy({ mix, discount: 1 })).toEqual([['unknown-key', ['policies', 0, 'mix']]])
    expect(found([{ ...unpaid, sales: 'x', mix, receivables: 1, discount: 1 }])).toEqual([
      ['unknown-key', ['policies', 0, 'receivables']],
      ['unknown-key', ['policies', 0, 'discount']],
      ['not-a-decimal', ['policies', 0, 'sales']],
    ])
    expect(inPolicy({ mix: undefined, receivables: undefined, badDebtPercent: undefined, badDebt: undefined, collectionCost: undefined })).toBe(
      'nothing was thrown',
    )
  })

  it('names what is wrong with a mix', () => {
    const inMix = (mix: unknown): unknown => found([{ ...unpaid, mix }])
    const part = { days: 30, share: 100 }
    for (const [value, code] of badLists) expect(inMix(value)).toEqual([[code, ['policies', 0, 'mix']]])
    expect(inMix([])).toEqual([['empty', ['policies', 0, 'mix']]])
    for (const [value, code] of badRecords) expect(inMix([value])).toEqual([[code, ['policies', 0, 'mix', 0]]])
    expect(inMix([{}])).toEqual(['days', 'share'].map((key) => ['missing', ['policies', 0, 'mix', 0, key]]))
    for (const key of ['days', 'share', 'discountPercent']) {
      for (const value of NOT_DECIMALS) expect(inMix([{ ...part, [key]: value }])).toEqual([['not-a-decimal', ['policies', 0, 'mix', 0, key]]])
      expect(inMix([{ ...part, [key]: -1 }])).toEqual([['too-small', ['policies', 0, 'mix', 0, key]]])
    }
    expect(inMix([{ ...part, discountPercent: 101, percent: 1 }])).toEqual([
      ['unknown-key', ['policies', 0, 'mix', 0, 'percent']],
      ['too-large', ['policies', 0, 'mix', 0, 'discountPercent']],
    ])
    for (const shares of [[99], ['0.9999999999999999999999999'], [60, 40.1], [0, 0], ['0.5', '50']]) {
      expect(inMix(shares.map((share) => ({ days: 1, share })))).toEqual([['sum-differs', ['policies', 0, 'mix']]])
    }
    expect(inMix([0.1, 0.2, 0.7].map((share) => ({ days: 1, share, discountPercent: undefined })))).toBe('nothing was thrown')
  })

  it('names each option that is wrong, with what is wrong with the policies', () => {
    for (const [value, code] of badRecords.slice(1)) expect(found([good], value)).toEqual([[code, ['options']]])
    expect(issuesOf(() => compareCreditPolicies([good], undefined as never))).toEqual([['missing', ['options']]])
    expect(found([good], {})).toEqual(['costOfCapitalPercent', 'daysInYear', 'existingReceivablesAt'].map((key) => ['missing', ['options', key]]))
    expect(
      found([{ ...good, sales: null }], { costOfCapitalPercent: -1, daysInYear: 366, existingReceivablesAt: 'cost', current: '', tax: 1 }),
    ).toEqual([
      ['not-a-decimal', ['policies', 0, 'sales']],
      ['unknown-key', ['options', 'tax']],
      ['too-small', ['options', 'costOfCapitalPercent']],
      ['not-allowed', ['options', 'daysInYear']],
      ['not-allowed', ['options', 'existingReceivablesAt']],
      ['empty', ['options', 'current']],
    ])
    expect(found([good], { ...at360, daysInYear: '360' })).toEqual([['not-allowed', ['options', 'daysInYear']]])
    expect(found([good], { ...at360, current: 'two' })).toEqual([['not-allowed', ['options', 'current']]])
    expect(found([{ ...good, id: '' }], { ...at360, current: 'two' })).toEqual([['empty', ['policies', 0, 'id']]])
    const many = Array.from({ length: 25 }, (_, index) => ({ ...good, id: String(index) }))
    expect(found(many, { ...at360, current: '25' })).toEqual([['not-allowed', ['options', 'current']]])
  })
})
