import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, currencies } from '../../testing/arbitraries.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditAccount, type LimitPolicy, type LimitRule, type SuggestedLimit, suggestLimit } from '../index.js'
import { lesser } from '../money/lesser.js'
import { usualLimitPolicy } from '../templates.js'

const account: CreditAccount = {
  customer: 'C-1',
  company: 'ours',
  currency: 'CNY',
  grade: 'A',
  netWorth: '800000',
  monthlyPurchases: '50000',
  creditDays: 45,
  requestedLimit: '100000',
}
const policyOf = (rules: readonly LimitRule[], others: Partial<LimitPolicy> = {}): LimitPolicy => ({
  kind: 'limit-policy',
  id: 'some',
  version: 2,
  rules,
  ...others,
})
const limitOf = (rules: readonly LimitRule[], others?: Partial<LimitPolicy>, facts: object = {}): string =>
  suggestLimit({ ...account, ...facts }, policyOf(rules, others)).limit

const netWorth = { type: 'share-of-net-worth', percent: '10' } as const
const purchases = { type: 'purchases-in-credit-period' } as const
const requested = { type: 'requested' } as const

describe('suggestLimit', () => {
  it('gives the lowest, and says all', () => {
    const byGrade: LimitRule = { type: 'by-grade', amounts: [{ grade: 'A', amount: { CNY: 200_000 } }] }
    const rules: LimitRule[] = [netWorth, purchases, requested, { type: 'maximum', amount: '500000.00' }, byGrade]
    expect(suggestLimit(deepFreeze(account), deepFreeze(policyOf(rules, { step: 10_000, minimumLimit: { CNY: 1000 } })))).toEqual({
      customer: 'C-1',
      company: 'ours',
      currency: 'CNY',
      limit: '70000.00',
      reasons: [
        { code: 'share-of-net-worth', params: { netWorth: '800000.00', percent: '10', amount: '80000.00' } },
        {
          code: 'purchases-in-credit-period',
          params: { monthlyPurchases: '50000.00', creditDays: 45, daysInMonth: 30, amount: '75000.00' },
        },
        { code: 'requested', params: { amount: '100000.00' } },
        { code: 'maximum', params: { amount: '500000.00' } },
        { code: 'by-grade', params: { grade: 'A', amount: '200000.00' } },
        { code: 'lowest', params: { rules: ['purchases-in-credit-period'], amount: '75000.00' } },
        { code: 'rounded-down', params: { step: '10000.00', from: '75000.00', to: '70000.00' } },
      ],
      policies: [{ kind: 'limit-policy', id: 'some', version: 2 }],
    })
  })

  it('has no company where the account has none', () => {
    const { company: _ours, ...others } = account
    expect('company' in suggestLimit(others, usualLimitPolicy)).toBe(false)
    expect(suggestLimit({ ...others, company: undefined }, usualLimitPolicy)).toEqual(suggestLimit(others, usualLimitPolicy))
  })

  it('names all rules that give the lowest, each type once, told apart below the minor digits', () => {
    const lowest = (rules: readonly LimitRule[], facts: object): unknown =>
      suggestLimit({ ...account, ...facts }, policyOf(rules)).reasons.find(({ code }) => code === 'lowest')?.params
    const maximum = { type: 'maximum', amount: '33.33' } as const
    expect(lowest([maximum, requested, maximum, netWorth], { requestedLimit: '33.33', netWorth: '333.30' })).toEqual({
      rules: ['maximum', 'requested', 'share-of-net-worth'],
      amount: '33.33',
    })
    expect(lowest([maximum, netWorth], { netWorth: '333.31' })).toEqual({ rules: ['maximum'], amount: '33.33' })
    expect(lowest([maximum, purchases], { monthlyPurchases: '99.99', creditDays: 10 })).toEqual({
      rules: ['maximum', 'purchases-in-credit-period'],
      amount: '33.33',
    })
    expect(lowest([maximum, purchases], { monthlyPurchases: '100', creditDays: 10 })).toEqual({ rules: ['maximum'], amount: '33.33' })
  })

  it('takes the share of the net worth, which may be more than all of it, and nothing of a negative one', () => {
    expect(limitOf([{ ...netWorth, percent: '12.5' }], {}, { netWorth: '0.09' })).toBe('0.01')
    expect(limitOf([{ ...netWorth, percent: 150 }], {}, { netWorth: 3 })).toBe('4.50')
    expect(limitOf([netWorth], {}, { netWorth: 0 })).toBe('0.00')
    const { limit, reasons } = suggestLimit({ ...account, netWorth: '-12.345' }, policyOf([netWorth]))
    expect([limit, reasons[0]?.params]).toEqual(['0.00', { netWorth: '-12.345', percent: '10', amount: '0.00' }])
  })

  it('takes what is bought in the credit period, of a month of 30 days or as many as are given', () => {
    expect(limitOf([purchases], {}, { monthlyPurchases: 100, creditDays: 20 })).toBe('66.66')
    expect(limitOf([{ ...purchases, daysInMonth: 31 }], {}, { monthlyPurchases: 100, creditDays: 62 })).toBe('200.00')
    expect(limitOf([purchases], {}, { creditDays: -0 })).toBe('0.00')
    const { reasons } = suggestLimit({ ...account, creditDays: -0 }, policyOf([purchases]))
    expect(reasons[0]?.params).toStrictEqual({ monthlyPurchases: '50000.00', creditDays: 0, daysInMonth: 30, amount: '0.00' })
  })

  it('decides nothing by what is asked for where nothing is asked for', () => {
    const { limit, reasons } = suggestLimit({ ...account, requestedLimit: undefined }, policyOf([requested, netWorth]))
    expect([limit, reasons.map(({ code }) => code)]).toEqual(['80000.00', ['nothing-requested', 'share-of-net-worth', 'lowest']])
    expect(limitOf([requested, netWorth], {}, { requestedLimit: 0 })).toBe('0.00')
  })

  it('gives nothing to a grade that is not listed, and takes the grade of a rating', () => {
    const rule: LimitRule = {
      type: 'by-grade',
      amounts: [
        { grade: 'A', amount: 10 },
        { grade: '__proto__', amount: { CNY: '7.5', JPY: 1 } },
      ],
    }
    const { limit, reasons } = suggestLimit({ ...account, grade: 'constructor' }, policyOf([rule]))
    expect([limit, reasons[0]]).toEqual(['0.00', { code: 'grade-not-listed', params: { grade: 'constructor' } }])
    expect(limitOf([rule], {}, { grade: '__proto__' })).toBe('7.50')
    expect(limitOf([rule], {}, { grade: { grade: 'A', meetsStandard: false, score: 3 } })).toBe('10.00')
  })

  it('a maximum by currency bounds no other currency, a step rounds none, and a least limit bars none', () => {
    const others = { step: { JPY: 1000 }, minimumLimit: { JPY: 1_000_000 } }
    const { limit, reasons } = suggestLimit(account, policyOf([{ type: 'maximum', amount: { JPY: 1 } }, netWorth], others))
    expect([limit, reasons.map(({ code }) => code)]).toEqual(['80000.00', ['maximum-not-named', 'share-of-net-worth', 'lowest']])
    expect(reasons[0]?.params).toEqual({ currency: 'CNY' })
  })

  it('rounds down to the step, in the digits of the currency', () => {
    expect(limitOf([requested], { step: '0.05' }, { requestedLimit: '0.14' })).toBe('0.10')
    expect(limitOf([requested], { step: 1000 }, { currency: 'JPY', requestedLimit: 1999 })).toBe('1000')
    expect(limitOf([requested], { step: '0.25' }, { currency: 'KWD', requestedLimit: '9.999' })).toBe('9.750')
    expect(suggestLimit({ ...account, requestedLimit: 50 }, policyOf([requested], { step: 25 })).reasons.map(({ code }) => code)).toEqual([
      'requested',
      'lowest',
    ])
  })

  it('gives none below the least limit, and the least limit itself', () => {
    const given = (requestedLimit: string, minimumLimit: string, step?: number): unknown => {
      const { limit, reasons } = suggestLimit({ ...account, requestedLimit }, policyOf([requested], { minimumLimit, step }))
      return [limit, reasons.at(-1)]
    }
    expect(given('999.99', '1000')).toEqual(['0.00', { code: 'below-minimum', params: { minimum: '1000.00', amount: '999.99' } }])
    expect(given('1000', '1000')).toEqual(['1000.00', { code: 'lowest', params: { rules: ['requested'], amount: '1000.00' } }])
    expect(given('1050', '1001', 100)).toEqual(['0.00', { code: 'below-minimum', params: { minimum: '1001.00', amount: '1000.00' } }])
    expect(given('0', '0')).toEqual(['0.00', { code: 'lowest', params: { rules: ['requested'], amount: '0.00' } }])
  })

  it('stays exact where the facts are long', () => {
    const nines = '9'.repeat(1000)
    expect(limitOf([netWorth, { ...netWorth, percent: `10.${'0'.repeat(900)}1` }], {}, { netWorth: nines })).toBe(`${'9'.repeat(999)}.90`)
    expect(limitOf([{ ...netWorth, percent: nines }], {}, { netWorth: `0.${'0'.repeat(998)}1` })).toBe('0.09')
  })
})

const random = fc.constantFrom(...currencies).chain(([currency, digits]) => {
  const money = fc.nat(200_000).map((units) => amountOf(BigInt(units), digits))
  const byCurrency = fc.oneof(
    money,
    money.map((amount) => ({ [currency]: amount })),
  )
  const percent = fc.nat(3000).map((tenths) => tenths / 10)
  const rule: fc.Arbitrary<LimitRule> = fc.oneof(
    percent.map((one) => ({ type: 'share-of-net-worth' as const, percent: one })),
    fc.integer({ min: 1, max: 40 }).map((daysInMonth) => ({ type: 'purchases-in-credit-period' as const, daysInMonth })),
    fc.constant({ type: 'purchases-in-credit-period' as const }),
    fc.constant(requested),
    byCurrency.map((amount) => ({ type: 'maximum' as const, amount })),
    fc.tuple(byCurrency, byCurrency).map(([a, b]) => ({
      type: 'by-grade' as const,
      amounts: [
        { grade: 'A', amount: a },
        { grade: 'B', amount: b },
      ],
    })),
  )
  const facts = fc.record({
    grade: fc.constantFrom('A', 'B', 'C'),
    netWorth: fc.integer({ min: -100_000, max: 10 ** 7 }).map((units) => `${units}e-${digits + 1}`),
    monthlyPurchases: fc.nat(10 ** 6).map((units) => `${units}e-${digits}`),
    creditDays: fc.nat(90),
    requestedLimit: money,
  })
  const step = fc.option(
    fc.integer({ min: 1, max: 5000 }).map((units) => amountOf(BigInt(units), digits)),
    { nil: undefined },
  )
  return fc.record({
    account: facts.map((known): CreditAccount => ({ customer: 'C-1', currency, ...known })),
    digits: fc.constant(digits),
    policy: fc
      .record({ rules: fc.array(rule, { minLength: 1, maxLength: 5 }), step, minimumLimit: fc.option(byCurrency, { nil: undefined }) })
      .map(({ rules, ...others }) => policyOf(rules, others)),
  })
})

/** Minor units times 10^40 of a text; no number of the random cases has more places. */
const SCALE = 10n ** 40n
function scaled(value: unknown): bigint {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  return (BigInt(whole + decimals) * SCALE * 10n ** 10n) / 10n ** BigInt(decimals.length - Number(exponent) + 10)
}

/** The same by the definitions, in units of 10^-40 that are too small to matter. */
function naively(
  { currency, netWorth: worth = 0, monthlyPurchases = 0, creditDays = 0, requestedLimit = 0, grade }: CreditAccount,
  policy: LimitPolicy,
  digits: number,
): bigint {
  const of = (amount: unknown): bigint => scaled(typeof amount === 'object' ? (amount as { [currency: string]: unknown })[currency] : amount)
  const amounts = policy.rules.map((rule): bigint => {
    if (rule.type === 'share-of-net-worth') return scaled(worth) < 0n ? 0n : (scaled(worth) * scaled(rule.percent)) / (100n * SCALE)
    if (rule.type === 'purchases-in-credit-period') return (scaled(monthlyPurchases) * BigInt(creditDays)) / BigInt(rule.daysInMonth ?? 30)
    if (rule.type === 'requested') return scaled(requestedLimit)
    return rule.type === 'maximum' ? of(rule.amount) : of(rule.amounts.find((row) => row.grade === grade)?.amount ?? 0)
  })
  const unit = SCALE / 10n ** BigInt(digits)
  const units = amounts.reduce((a, b) => lesser(a, b)) / unit
  const size = policy.step === undefined ? 1n : of(policy.step) / unit
  const limit = units - (units % size)
  return policy.minimumLimit !== undefined && limit < of(policy.minimumLimit) / unit ? 0n : limit
}

const unitsOf = ({ limit }: SuggestedLimit): bigint => BigInt(limit.replace('.', ''))

describe('suggestLimit: laws', () => {
  it('gives what the definitions give', () => {
    fc.assert(
      fc.property(random, ({ account: some, policy, digits }) => {
        const suggested = suggestLimit(deepFreeze(some), deepFreeze(policy))
        expect(unitsOf(suggested)).toBe(naively(some, policy, digits))
        expect(suggested.limit.split('.')[1]?.length ?? 0).toBe(digits)
        expect(JSON.parse(JSON.stringify(suggested))).toStrictEqual(suggested)
      }),
      { numRuns: 200 },
    )
  })

  it("is never above a rule's amount, and does not depend on the order of the rules", () => {
    fc.assert(
      fc.property(random, ({ account: some, policy }) => {
        const suggested = suggestLimit(some, policy)
        for (const { code, params } of suggested.reasons.slice(0, policy.rules.length)) {
          expect(code).not.toBe('lowest')
          if ('amount' in params) expect(unitsOf(suggested)).toBeLessThanOrEqual(BigInt(params.amount.replace('.', '')))
        }
        expect(suggestLimit(some, { ...policy, rules: [...policy.rules].reverse() }).limit).toBe(suggested.limit)
      }),
    )
  })

  it.each(['netWorth', 'monthlyPurchases', 'creditDays', 'requestedLimit'] as const)('never falls where %s rises', (fact) => {
    fc.assert(
      fc.property(random, fc.nat(1000), ({ account: some, policy }, more) => {
        const known = some[fact] as string | number
        const raised =
          fact === 'creditDays'
            ? Number(known) + more
            : fact === 'requestedLimit'
              ? Math.ceil(Number(known)) + more
              : `${Math.ceil(Number(known)) + more}`
        expect(unitsOf(suggestLimit({ ...some, [fact]: raised }, policy))).toBeGreaterThanOrEqual(unitsOf(suggestLimit(some, policy)))
      }),
    )
  })

  it('never rises by another rule, and never falls by taking away the step and the least limit', () => {
    fc.assert(
      fc.property(random, ({ account: some, policy }) => {
        const fewer = { ...policy, rules: policy.rules.slice(0, 1) }
        expect(unitsOf(suggestLimit(some, fewer))).toBeGreaterThanOrEqual(unitsOf(suggestLimit(some, policy)))
        const plain = { ...policy, step: undefined, minimumLimit: undefined }
        expect(unitsOf(suggestLimit(some, plain))).toBeGreaterThanOrEqual(unitsOf(suggestLimit(some, policy)))
      }),
    )
  })
})

describe('suggestLimit: what is wrong', () => {
  const found = (facts: unknown, policy: unknown): unknown => issuesOf(() => suggestLimit(facts as CreditAccount, policy as LimitPolicy))

  it('names an account and a policy that are none, together', () => {
    for (const [value, code] of badRecords) {
      expect(found(value, value)).toEqual([
        [code, ['policy']],
        [code, ['account']],
      ])
    }
    expect(found({ ...account, extra: 1, netWorth: 'x' }, { ...usualLimitPolicy, rules: [{ type: 'maximum' }] })).toEqual([
      ['missing', ['policy', 'rules', 0, 'amount']],
      ['unknown-key', ['account', 'extra']],
      ['not-a-decimal', ['account', 'netWorth']],
    ])
  })

  it('names each fact that a rule needs and the account lacks, once', () => {
    const bare = { customer: 'C-1', currency: 'CNY' }
    const byGrade = { type: 'by-grade', amounts: [{ grade: 'A', amount: 1 }] }
    expect(found(bare, policyOf([netWorth, purchases, netWorth, byGrade as LimitRule, requested]))).toEqual(
      ['netWorth', 'monthlyPurchases', 'creditDays', 'grade'].map((fact) => ['missing', ['account', fact]]),
    )
    expect(found(bare, policyOf([requested]))).toEqual([['missing', ['account', 'requestedLimit']]])
  })

  it('names the amounts that lack the currency where no rule gives an amount', () => {
    const rules: LimitRule[] = [requested, { type: 'maximum', amount: { JPY: 1 } }, { type: 'maximum', amount: {} }]
    expect(found({ ...account, requestedLimit: undefined }, policyOf(rules))).toEqual([
      ['missing', ['account', 'requestedLimit']],
      ['missing', ['policy', 'rules', 1, 'amount', 'CNY']],
      ['missing', ['policy', 'rules', 2, 'amount', 'CNY']],
    ])
    expect(found(account, policyOf(rules))).toBe('nothing was thrown')
  })

  it('names the amount of the grade that lacks the currency', () => {
    const amounts = [
      { grade: 'B', amount: {} },
      { grade: 'A', amount: { JPY: 1 } },
    ]
    expect(found(account, policyOf([netWorth, { type: 'by-grade', amounts }]))).toEqual([
      ['missing', ['policy', 'rules', 1, 'amounts', 1, 'amount', 'CNY']],
    ])
  })

  it('names every amount that is finer than the currency, with what is wrong with the account', () => {
    const amounts = [{ grade: 'A', amount: '0.1' }]
    const rules: LimitRule[] = [
      { type: 'maximum', amount: '0.1' },
      { type: 'by-grade', amounts },
      { type: 'maximum', amount: { CNY: '0.1' } },
    ]
    expect(found({ ...account, currency: 'JPY', creditDays: -1 }, policyOf(rules, { step: '0.5', minimumLimit: '0.5' }))).toEqual([
      ['too-small', ['account', 'creditDays']],
      ['too-many-decimal-places', ['policy', 'rules', 0, 'amount']],
      ['too-many-decimal-places', ['policy', 'rules', 1, 'amounts', 0, 'amount']],
      ['too-many-decimal-places', ['policy', 'step']],
      ['too-many-decimal-places', ['policy', 'minimumLimit']],
    ])
  })
})
