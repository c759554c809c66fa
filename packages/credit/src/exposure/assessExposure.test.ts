import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionCases } from '../../testing/accounts.js'
import { unitsOf } from '../../testing/arbitraries.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { naiveExposure } from '../../testing/naiveOrders.js'
import { digitsOf } from '../../testing/naiveSettlement.js'
import { spoil } from '../../testing/spoil.js'
import { assessExposure, type CreditAccount, type CreditExposure, type ExposureRule, type OpenItem, type OrderPolicy } from '../index.js'

const asOf = '2024-03-15'
const all = ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'] as const
const policyOf = (exposure: Partial<ExposureRule> = {}): OrderPolicy => ({
  kind: 'order-policy',
  id: 'usual',
  version: 3,
  exposure: { count: all, ...exposure },
  breaches: {},
})
const item: OpenItem = { id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '100', currency: 'EUR' }
const nothing: CreditAccount = { customer: 'C-1', currency: 'EUR', items: [], deliveries: [], orders: [], deposits: [], guarantees: [] }
const assess = (account: Partial<CreditAccount>, exposure: Partial<ExposureRule> = {}, day = asOf): CreditExposure =>
  assessExposure({ ...nothing, ...account }, policyOf(exposure), { asOf: day })
const amountsOf = ({ parts }: CreditExposure): string[] => parts.map(({ amount }) => amount)
const reversed = <Member>(list: readonly Member[] | undefined): Member[] | undefined => (list === undefined ? undefined : [...list].reverse())

describe('assessExposure: known answers', () => {
  it('adds what is invoiced, delivered and ordered, and deducts what is secured', () => {
    const account: CreditAccount = {
      customer: 'C-1',
      company: 'DE',
      currency: 'EUR',
      limit: { amount: 0 },
      items: [
        { ...item, applications: [{ date: '2024-03-10', type: 'payment', settles: '30' }] },
        { ...item, id: 'INV-2', amount: '50.50', disputed: true },
        { ...item, id: 'CN-1', amount: '-20' },
      ],
      deliveries: [
        { id: 'D-1', amount: '40' },
        { amount: '-5', date: asOf },
      ],
      orders: [{ id: 'SO-1', customer: 'C-1', amount: '300.25', currency: 'EUR', date: '2024-01-01' }],
      deposits: [{ amount: '25' }, { amount: '10', validFrom: asOf, validUntil: asOf }],
      guarantees: [{ amount: 100, validUntil: '2024-12-31', joint: true }],
    }
    // 70 + 50.50 − 20; 40 − 5; 300.25; 25 + 10; 100
    const expected: CreditExposure = {
      customer: 'C-1',
      company: 'DE',
      asOf,
      currency: 'EUR',
      total: '300.75',
      parts: [
        { part: 'receivables', amount: '100.50', counted: true },
        { part: 'deliveries', amount: '35.00', counted: true },
        { part: 'orders', amount: '300.25', counted: true },
        { part: 'deposits', amount: '-35.00', counted: true },
        { part: 'guarantees', amount: '-100.00', counted: true },
      ],
      diagnoses: [],
      policies: [{ kind: 'order-policy', id: 'usual', version: 3 }],
    }
    expect(assessExposure(account, policyOf(), { asOf })).toStrictEqual(expected)
  })

  it('shows what does not count, and does not add it', () => {
    const account = { items: [item], orders: [{ amount: 7 }], guarantees: [{ amount: 60 }] }
    const { total, parts } = assess(account, { count: ['orders', 'receivables'] })
    expect(total).toBe('107.00')
    expect(parts.map(({ part, amount, counted }) => `${part} ${amount} ${counted}`)).toEqual([
      'receivables 100.00 true',
      'deliveries 0.00 false',
      'orders 7.00 true',
      'deposits 0.00 false',
      'guarantees -60.00 false',
    ])
    expect(assess({ guarantees: [{ amount: 60 }] }).total).toBe('-60.00')
  })

  it.each<[string, string[]]>([
    ['2024-02-29', ['0.00', '0.00', '5.00', '0.00', '-9.00']],
    ['2024-03-01', ['100.00', '0.00', '5.00', '0.00', '-9.00']],
    ['2024-03-09', ['100.00', '20.00', '5.00', '0.00', '-9.00']],
    ['2024-03-10', ['70.00', '20.00', '5.00', '-30.00', '-9.00']],
    ['2024-03-20', ['70.00', '20.00', '35.00', '-30.00', '-9.00']],
    ['2024-03-21', ['70.00', '20.00', '35.00', '0.00', '0.00']],
  ])('on %s', (day, amounts) => {
    const account = {
      items: [{ ...item, applications: [{ date: '2024-03-10', type: 'payment' as const, settles: 30 }] }],
      deliveries: [{ amount: 20, date: '2024-03-09' }],
      orders: [{ amount: 5 }, { amount: 30, date: '2024-03-20' }],
      deposits: [{ amount: 30, validFrom: '2024-03-10', validUntil: '2024-03-20' }],
      guarantees: [{ amount: 9, validUntil: '2024-03-20' }],
    }
    expect(amountsOf(assess(account, {}, day))).toEqual(amounts)
  })

  it('tells what is left out, and why', () => {
    const account = {
      items: [
        { ...item, date: '2024-03-16' },
        { ...item, id: 'INV-2', applications: ['15', '16', '17'].map((day) => ({ date: `2024-03-${day}`, type: 'payment' as const, settles: 1 })) },
      ],
      deliveries: [{ amount: 1, date: '2024-03-16' }],
      orders: [{ amount: 1, date: '2024-03-16' }, { amount: 1, date: '9999-12-31' }, { amount: 1 }],
      deposits: [
        { amount: 1, validUntil: '2024-03-14' },
        { amount: '2.50', validUntil: '2020-01-01' },
        { amount: 4, validFrom: '2024-03-16' },
      ],
      guarantees: [
        { amount: 8, validUntil: '2024-03-14', joint: true },
        { amount: 16, validFrom: '2024-03-16' },
        { amount: 32 },
        { amount: 64, joint: false },
        { amount: 128, joint: true },
      ],
    }
    const { parts, diagnoses } = assess(account, { jointGuaranteesOnly: true })
    expect(parts.map(({ amount }) => amount)).toEqual(['99.00', '0.00', '1.00', '0.00', '-128.00'])
    expect(diagnoses).toEqual([
      { code: 'items-after-as-of', params: { count: 1 } },
      { code: 'applications-after-as-of', params: { count: 2 } },
      { code: 'commitments-after-as-of', params: { part: 'deliveries', count: 1 } },
      { code: 'commitments-after-as-of', params: { part: 'orders', count: 2 } },
      { code: 'security-expired', params: { part: 'deposits', count: 2, amount: '3.50' } },
      { code: 'security-expired', params: { part: 'guarantees', count: 1, amount: '8.00' } },
      { code: 'security-not-begun', params: { part: 'deposits', count: 1, amount: '4.00' } },
      { code: 'security-not-begun', params: { part: 'guarantees', count: 1, amount: '16.00' } },
      { code: 'guarantees-not-joint', params: { part: 'guarantees', count: 2, amount: '96.00' } },
    ])
    expect(assess(account).parts[4]?.amount).toBe('-224.00')
  })
})

describe('assessExposure: currencies', () => {
  it('converts into the account’s currency, or into another, and says at which rates', () => {
    const account = {
      items: [
        { ...item, amount: '1000', currency: 'JPY' },
        { ...item, id: 'INV-2' },
      ],
      orders: [{ amount: '1.234', currency: 'KWD' }],
      deposits: [{ amount: 1, currency: 'KWD', validUntil: '2024-01-01' }],
    }
    // 1000 × 0.00613 + 100; 1.234 × 3.0007 = 3.7028638
    const own = assess(account, { convert: { to: 'EUR', rates: { KWD: '3.0007', JPY: 0.00613, USD: 1.1 } } })
    expect([own.currency, own.total, ...amountsOf(own)]).toEqual(['EUR', '109.83', '106.13', '0.00', '3.70', '0.00', '0.00'])
    expect(own.diagnoses).toEqual([
      { code: 'security-expired', params: { part: 'deposits', count: 1, amount: '3.00' } },
      { code: 'converted', params: { from: 'JPY', to: 'EUR', rate: '0.00613' } },
      { code: 'converted', params: { from: 'KWD', to: 'EUR', rate: '3.0007' } },
    ])
    // 1000 + 100 × 163.2 = 17320; 1.234 × 489.5 = 604.043
    const yen = assess(account, { convert: { to: 'JPY', rates: { EUR: '163.20', KWD: '489.5' } } })
    expect([yen.currency, yen.total, ...amountsOf(yen)]).toEqual(['JPY', '17924', '17320', '0', '604', '0', '0'])
    expect(yen.diagnoses.slice(1)).toEqual([
      { code: 'converted', params: { from: 'EUR', to: 'JPY', rate: '163.2' } },
      { code: 'converted', params: { from: 'KWD', to: 'JPY', rate: '489.5' } },
    ])
    // 1000 × 0.0000187 = 0.0187, 100 × 0.333 = 33.3; 1.234
    const dinars = assess(account, { convert: { to: 'KWD', rates: { EUR: '0.333', JPY: '0.0000187', KWD: 1 } } })
    expect([dinars.currency, dinars.total, ...amountsOf(dinars)]).toEqual(['KWD', '34.553', '33.319', '0.000', '1.234', '0.000', '0.000'])
  })

  it('rounds what counts so that it adds up to the total: to the greatest remainders, the first of those alike', () => {
    const third = [{ amount: 1, currency: 'JPY' }]
    const parts = { items: [{ ...item, amount: 1, currency: 'JPY' }], deliveries: third, orders: third }
    const by = (rate: string, count: ExposureRule['count'] = all) => {
      const { total, parts: shown } = assess(parts, { count, convert: { to: 'EUR', rates: { JPY: rate } } })
      return [total, ...shown.slice(0, 3).map(({ amount }) => amount)]
    }
    expect(by('0.00333')).toEqual(['0.01', '0.01', '0.00', '0.00'])
    expect(by('0.0066')).toEqual(['0.02', '0.01', '0.01', '0.00'])
    expect(by('0.005')).toEqual(['0.02', '0.01', '0.01', '0.00'])
    expect(by('0.0049')).toEqual(['0.01', '0.01', '0.00', '0.00'])
    expect(by('0.0099')).toEqual(['0.03', '0.01', '0.01', '0.01'])
    // What does not count is rounded by itself.
    expect(by('0.005', ['orders', 'deliveries'])).toEqual(['0.01', '0.01', '0.01', '0.00'])
    const secured = assess(
      { orders: [{ amount: 1, currency: 'JPY' }], deposits: [{ amount: 2, currency: 'JPY' }] },
      { convert: { to: 'EUR', rates: { JPY: '0.005' } } },
    )
    expect([secured.total, ...amountsOf(secured)]).toEqual(['-0.01', '0.00', '0.00', '0.00', '-0.01', '0.00'])
  })

  it('is exact for huge amounts and rates', () => {
    const amount = '123456789012345678901234567890123456789.01'
    const rates = { USD: `1.${'0'.repeat(39)}1` }
    const { total } = assess({ orders: [{ amount, currency: 'USD' }, { amount: '0.01' }] }, { convert: { to: 'EUR', rates } })
    // The rate adds 0.0123…: about a cent.
    expect(total).toBe('123456789012345678901234567890123456789.03')
  })

  it('refuses a currency that has no rate, each once, also of what is left out', () => {
    const account = {
      items: [{ ...item, currency: 'USD', date: '2025-01-01' }],
      deliveries: [{ amount: 1, currency: 'JPY' }],
      orders: [{ amount: 1, currency: 'USD' }],
      guarantees: [{ amount: 1, currency: 'KWD', validUntil: '2020-01-01' }],
    }
    const lacking = (...codes: readonly string[]) => codes.map((code) => ['no-exchange-rate', ['policy', 'exposure', 'convert', 'rates', code]])
    expect(issuesOf(() => assess(account))).toEqual(lacking('JPY', 'KWD', 'USD'))
    expect(issuesOf(() => assess(account, { convert: { to: 'EUR', rates: { USD: 1, KWD: undefined } } }))).toEqual(lacking('JPY', 'KWD'))
    expect(issuesOf(() => assess(account, { count: ['deposits'], convert: { to: 'USD', rates: { EUR: 1 } } }))).toEqual(lacking('JPY', 'KWD'))
    // A rate into another currency, or the other way round, is none.
    expect(issuesOf(() => assess({ orders: [{ amount: 1 }] }, { convert: { to: 'USD', rates: { JPY: 1 } } }))).toEqual(lacking('EUR'))
    expect(() => assess(account)).toThrow('must give the rate at which JPY is converted into EUR')
    // An account without amounts in its own currency needs no rate for it, and its limit is not looked at.
    expect(assess({ limit: { amount: 5 } }, { convert: { to: 'USD', rates: {} } }).total).toBe('0.00')
  })
})

describe('assessExposure: laws', () => {
  it('gives what a naive reference gives, adds up, whatever the order, and is plain JSON of unchanged input', () => {
    fc.assert(
      fc.property(decisionCases, ({ orderCase: { account }, policy, asOf: day }) => {
        const exposure = assessExposure(deepFreeze(account), deepFreeze(policy), deepFreeze({ asOf: day }))
        expect(exposure).toStrictEqual(naiveExposure(account, policy, day))
        expect(JSON.parse(JSON.stringify(exposure))).toStrictEqual(exposure)
        const digits = digitsOf(exposure.currency)
        const counted = exposure.parts.filter((part) => part.counted).reduce((sum, { amount }) => sum + unitsOf(amount, digits), 0n)
        expect(counted).toBe(unitsOf(exposure.total, digits))
        const { items, deliveries, orders, deposits, guarantees } = account
        const turned = {
          ...account,
          items: reversed(items),
          deliveries: reversed(deliveries),
          orders: reversed(orders),
          deposits: reversed(deposits),
          guarantees: reversed(guarantees),
        }
        expect(assessExposure(turned, policy, { asOf: day })).toEqual(exposure)
      }),
      { numRuns: 150 },
    )
  })
})

describe('assessExposure: what is wrong', () => {
  it.each(badRecords)('arguments that are %o', (value, code) => {
    expect(issuesOf(() => assessExposure(value as never, value as never, value as never))).toEqual([
      [code, ['policy']],
      [code, ['options']],
      [code, ['account']],
    ])
  })

  it('what counts and is not given', () => {
    const { items: _, ...account } = nothing
    expect(issuesOf(() => assessExposure(account, policyOf(), { asOf }))).toEqual([['missing', ['account', 'items']]])
    expect(issuesOf(() => assessExposure({ customer: 'C-1', currency: 'EUR' }, policyOf({ count: ['guarantees', 'orders'] }), { asOf }))).toEqual([
      ['missing', ['account', 'guarantees']],
      ['missing', ['account', 'orders']],
    ])
    expect(assessExposure(account, policyOf({ count: ['orders'] }), { asOf }).parts[0]).toEqual({
      part: 'receivables',
      amount: '0.00',
      counted: false,
    })
  })

  it('the day, and everything else at once', () => {
    const bad = { kind: 'order-policy', id: 'x', version: 1, exposure: { count: [] }, breaches: {} } as OrderPolicy
    expect(issuesOf(() => assessExposure({ ...nothing, currency: 'X' }, bad, { asOf: '2024-02-30', day: 1 } as never))).toEqual([
      ['empty', ['policy', 'exposure', 'count']],
      ['unknown-key', ['options', 'day']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['unknown-currency', ['account', 'currency']],
    ])
    expect(issuesOf(() => assessExposure({ ...nothing, orders: [{ amount: 1, currency: 'USD' }] }, policyOf(), {} as never))).toEqual([
      ['missing', ['options', 'asOf']],
      ['no-exchange-rate', ['policy', 'exposure', 'convert', 'rates', 'USD']],
    ])
  })

  it('gives an exposure or issues, whatever is spoilt', () => {
    const convert = { to: 'EUR', rates: { JPY: '0.0061' } }
    const account = {
      ...nothing,
      items: [item],
      orders: [{ amount: 5, currency: 'JPY' }],
      guarantees: [{ amount: 1, validUntil: asOf, joint: true }],
    }
    const whole = { account, policy: policyOf({ convert, jointGuaranteesOnly: true }), options: { asOf } }
    fc.assert(
      fc.property(spoil(whole), (spoilt) => {
        const { account: one, policy, options } = { ...(spoilt as typeof whole) }
        let assessed: unknown
        expect(issuesOf(() => (assessed = assessExposure(one, policy, options)))).toBeTypeOf(assessed === undefined ? 'object' : 'string')
        expect(JSON.parse(JSON.stringify({ assessed }))).toEqual({ assessed })
      }),
      { numRuns: 300 },
    )
  })
})
