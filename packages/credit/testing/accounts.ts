import { addCalendarDays } from '@clientele/core'
import fc from 'fast-check'
import type {
  BreachCode,
  BreachResponse,
  BreachRules,
  Commitment,
  CreditAccount,
  CreditGuarantee,
  CreditLimit,
  CreditOrder,
  ExposurePart,
  OpenItem,
  OrderCase,
  OrderPolicy,
  OrderRelease,
  ReleaseRule,
} from '../src/index.js'
import { moneyText } from '../src/money/moneyText.js'
import { currencies } from './arbitraries.js'

/** An order and its account, a policy that suits them, and the day of the decision. */
export interface DecisionCase {
  readonly orderCase: OrderCase
  readonly policy: OrderPolicy
  readonly asOf: string
}

type Currency = readonly [currency: string, digits: number]

/** The currencies of an account: its own, and one that some of its amounts may be in. */
interface Currencies {
  readonly own: Currency
  readonly other: Currency
}

const AS_OF = '2024-03-15'
/** Stands for the amount of the order. */
const AS_LARGE = 'as large'
export const parts: readonly ExposurePart[] = ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees']
export const breachCodes: readonly BreachCode[] = [
  'over-limit',
  'limit-expired',
  'overdue',
  'dunning-level',
  'guarantee-expired',
  'report-missing',
  'report-stale',
  'below-standard',
  'account-blocked',
]

/** Days about the day of the decision, most of them before it. */
const dates = fc.constantFrom(-400, -366, -365, -60, -31, -30, -29, -8, -7, -2, -1, -1, 0, 0, 1, 2, 30).map((days) => addCalendarDays(AS_OF, days))
const validities = fc.constantFrom(-30, -1, 0, 0, 1, 300, 300, 300).map((days) => addCalendarDays(AS_OF, days))
const durations = fc.constantFrom('P0D', 'P7D', 'P2W', 'P1M', 'P1Y')
const depths = fc.constantFrom('brief' as const, 'standard' as const, 'in-depth' as const)
const grades = fc.constantFrom('AA', 'B', 'C', '__proto__')
const roles = fc.constantFrom('sales-manager', 'director', '__proto__')
const responses = fc.constantFrom<BreachResponse>('hold', 'hold', 'hold', 'refuse')
const rates = fc.constantFrom<string | number>('0.92', 7.2345, '1', '0.0000317', '151.3333333')

/** Small amounts, so that many are alike, and some huge ones. */
const unitsFrom = (min: bigint): fc.Arbitrary<bigint> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.bigInt({ min, max: 40_000n }) },
    { weight: 4, arbitrary: fc.bigInt({ min: min / 100n, max: 20n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 40n }) },
  )

const textOf = ([, digits]: Currency, min = 0n): fc.Arbitrary<string> => unitsFrom(min).map((units) => moneyText(units, digits))

/** One of both currencies, said or not where it is the account's. */
const monies = ({ own, other }: Currencies, min = 0n): fc.Arbitrary<{ amount: string; currency?: string }> =>
  fc.oneof(
    { weight: 3, arbitrary: textOf(own, min).map((amount) => ({ amount })) },
    ...[own, other].map((one) => ({ weight: 1, arbitrary: textOf(one, min).map((amount) => ({ amount, currency: one[0] })) })),
  )

const ids = fc.constantFrom('I1', 'I2', 'I3', 'I4', '__proto__')
const orderIds = fc.constantFrom('SO-1', 'SO-1', 'SO-2', 'SO-3', undefined)

const itemsOf = ({ own, other }: Currencies): fc.Arbitrary<OpenItem[]> => {
  const itemOf = (currency: Currency) =>
    fc.record<OpenItem>(
      {
        id: ids,
        customer: fc.constant('C-1'),
        date: dates,
        due: dates,
        amount: textOf(currency, -8000n),
        currency: fc.constant(currency[0]),
        disputed: fc.boolean(),
        applications: fc.array(
          fc.record({ date: dates, type: fc.constantFrom('payment' as const, 'credit-note' as const), settles: textOf(currency) }),
          {
            maxLength: 2,
          },
        ),
      },
      { requiredKeys: ['id', 'customer', 'date', 'due', 'amount', 'currency'] },
    )
  return fc.uniqueArray(fc.oneof({ weight: 2, arbitrary: itemOf(own) }, itemOf(other)), { selector: ({ id }) => id, maxLength: 4 })
}

const commitmentsOf = (both: Currencies, min = 0n): fc.Arbitrary<Commitment[]> => {
  const more = fc.record({ id: orderIds, date: dates, customer: fc.constant('C-1') }, { requiredKeys: [] })
  const commitments = fc.tuple(monies(both, min), more).map(([money, others]) => ({ ...money, ...others }))
  return fc.array(commitments, { maxLength: 3 }).map(distinct)
}

/** The first of each id. */
const distinct = (list: readonly Commitment[]): Commitment[] =>
  list.filter(({ id }, index) => id === undefined || list.findIndex((other) => other.id === id) === index)

const securitiesOf = (both: Currencies): fc.Arbitrary<CreditGuarantee[]> => {
  const days = fc.record({ validFrom: dates, validUntil: validities }, { requiredKeys: [] })
  const securities = fc
    .tuple(monies(both), days, fc.constantFrom({}, { joint: true }, { joint: false }))
    .map(([money, { validFrom, ...others }, joint]): CreditGuarantee => {
      const isOrdered = validFrom !== undefined && (others.validUntil === undefined || validFrom <= others.validUntil)
      return { ...money, ...others, ...joint, ...(isOrdered ? { validFrom } : {}) }
    })
  return fc.array(securities, { maxLength: 2 })
}

const limitsOf = (currency: Currency): fc.Arbitrary<CreditLimit> =>
  fc.record<CreditLimit>(
    { amount: fc.oneof(fc.constantFrom(null, 0), textOf(currency), fc.constant(moneyText(80_000n, currency[1]))), validUntil: validities },
    { requiredKeys: ['amount'] },
  )

/** Releases, some for an order as large as the one that is decided. */
const releases: fc.Arbitrary<OrderRelease[]> = fc
  .array(
    fc.record<OrderRelease>(
      {
        order: fc.constantFrom('SO-1', 'SO-1', 'SO-1', 'SO-1', 'SO-2', '__proto__'),
        by: fc.constantFrom('Chen', 'Li'),
        role: roles,
        until: fc.constantFrom(-1, 0, 0, 1, 1, 6, 7, 8, 20).map((days) => addCalendarDays(AS_OF, days)),
        date: fc.constantFrom(-7, -1, 0, 0, 0, 0, 1).map((days) => addCalendarDays(AS_OF, days)),
        amount: fc.constantFrom<string | number>(AS_LARGE, AS_LARGE, AS_LARGE, 0, '9'.repeat(42)),
        currency: fc.constantFrom('EUR', 'JPY', 'KWD', AS_LARGE, AS_LARGE, AS_LARGE),
        breaches: fc.uniqueArray(fc.constantFrom<BreachCode>(...breachCodes), { minLength: 1, maxLength: breachCodes.length, size: 'max' }),
      },
      { requiredKeys: ['order', 'by', 'role', 'until'] },
    ),
    { maxLength: 5, size: 'max' },
  )
  .map((list) => list.map(consistent))

/** A release that ends no earlier than it was given, and that says a currency only of an amount. */
function consistent({ date, currency, ...release }: OrderRelease): OrderRelease {
  const dated = date !== undefined && date <= release.until ? { date } : {}
  return { ...release, ...dated, ...(currency === undefined || release.amount === undefined ? {} : { currency }) }
}

/** A release whose amount and currency are those of the order, where it says so. */
function sized(release: OrderRelease, order: CreditOrder): OrderRelease {
  const currency = release.currency === AS_LARGE ? order.currency : release.currency
  const isOther = currency !== undefined && currency !== order.currency
  const amount = release.amount === AS_LARGE ? (isOther ? 7 : order.amount) : release.amount
  return { ...release, ...(amount === undefined ? {} : { amount }), ...(currency === undefined ? {} : { currency }) }
}

const accountsOf = (both: Currencies): fc.Arbitrary<CreditAccount & { readonly limit: CreditLimit }> =>
  fc.record(
    {
      customer: fc.constant('C-1'),
      company: fc.constantFrom('DE', '__proto__'),
      currency: fc.constant(both.own[0]),
      limit: limitsOf(both.own),
      items: itemsOf(both),
      deliveries: commitmentsOf(both, -4000n),
      orders: commitmentsOf(both),
      deposits: securitiesOf(both).map((list) => list.map(({ joint: _, ...deposit }) => deposit)),
      guarantees: securitiesOf(both),
      report: fc.record({ depth: depths, date: dates }),
      grade: fc.oneof(grades, fc.record({ grade: grades, meetsStandard: fc.boolean() })),
      dunningLevel: fc.nat(3),
      blocked: fc.constantFrom(true, false, false),
      releases,
      netWorth: fc.constantFrom('-5.5', 1e6),
      monthlyPurchases: fc.nat(1000),
      creditDays: fc.nat(90),
      requestedLimit: textOf(both.own),
    },
    { requiredKeys: ['customer', 'currency', 'limit', 'items', 'deliveries', 'orders', 'deposits', 'guarantees'] },
  )

/** Each rule in turn is left out more often than not, so that orders pass. */
const rulesOf = (currency: Currency): fc.Arbitrary<BreachRules> => {
  const seldom = <Rule>(rule: fc.Arbitrary<Rule>): fc.Arbitrary<Rule | undefined> => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, rule)
  const plain = fc.oneof(
    responses,
    responses.map((response) => ({ response })),
  )
  const minimum = fc.oneof(
    textOf(currency),
    fc.nat(99),
    textOf(currency).map((amount) => ({ EUR: '0.01', JPY: undefined, [currency[0]]: amount })),
  )
  const overdue = fc.record(
    { response: responses, days: fc.constantFrom(0, 1, 7, 30), minimumAmount: minimum, skipDisputed: fc.boolean() },
    { requiredKeys: ['response'] },
  )
  const dunned = fc.record({ response: responses, from: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: ['response'] })
  const listed = <Rule>(rule: fc.Arbitrary<Rule>): fc.Arbitrary<BreachResponse | Rule | Rule[]> =>
    fc.oneof(responses, rule, fc.array(rule, { minLength: 1, maxLength: 3 }))
  const rule = <More extends object>(more: { [Key in keyof More]: fc.Arbitrary<More[Key]> }) =>
    fc.oneof(responses, fc.record({ response: responses, ...more }, { requiredKeys: ['response'] }))
  return fc.record({
    'over-limit': fc.oneof({ weight: 3, arbitrary: plain }, fc.constant(undefined)),
    'limit-expired': seldom(plain),
    overdue: seldom(listed(overdue)),
    'dunning-level': seldom(listed(dunned)),
    'guarantee-expired': seldom(plain),
    'report-missing': seldom(rule({ depth: depths })),
    'report-stale': seldom(rule({ validFor: durations })),
    'below-standard': seldom(rule({ grades: fc.uniqueArray(grades, { minLength: 1 }), unknown: responses })),
    'account-blocked': seldom(plain),
  }) as fc.Arbitrary<BreachRules>
}

/** For each breach some roles, in any order. */
const releaseRules: fc.Arbitrary<ReleaseRule[]> = fc
  .tuple(
    ...breachCodes.map((breach) => {
      const bounds = fc.constantFrom<string | number>(0, '12.5', 50, '1000', '1e6')
      const more = breach === 'over-limit' ? { upToPercentOverLimit: bounds } : {}
      const rule = fc.record(
        { breach: fc.constant(breach), role: roles, validFor: durations, ...more },
        { requiredKeys: ['breach', 'role', 'validFor'] },
      )
      return fc.uniqueArray(rule, { selector: ({ role }) => role, maxLength: 4, size: 'max' })
    }),
  )
  .map((lists) => lists.flat() as ReleaseRule[])

/** Policies for amounts in both currencies, which convert into a third where it is given. */
const policiesOf = ({ own, other }: Currencies, to: Currency | undefined): fc.Arbitrary<OrderPolicy> => {
  const count = fc.oneof({ weight: 2, arbitrary: fc.constant(parts) }, fc.shuffledSubarray([...parts], { minLength: 1 }))
  const pairs = fc.tuple(rates, rates).map((pair) => Object.fromEntries([own, other].map(([currency], index) => [currency, pair[index]])))
  const converts = pairs.map((pair) => (to === undefined ? undefined : { to: to[0], rates: to[0] in pair ? { ...pair, [to[0]]: 1 } : pair }))
  return fc
    .record({
      kind: fc.constant('order-policy' as const),
      id: fc.constantFrom('random', '__proto__'),
      version: fc.constantFrom('1', 2),
      exposure: fc.record({ count, convert: converts, jointGuaranteesOnly: fc.boolean() }, { requiredKeys: ['count', 'convert'] }),
      breaches: rulesOf(to ?? own),
      release: releaseRules,
      roles: fc.constantFrom(undefined, [{ id: 'director', title: { en: 'Director', 'zh-CN': '总监' } }]),
    })
    .map((policy) => policy as OrderPolicy)
}

/** Any case in two currencies, under a policy that converts or not. */
const casesOf = (both: Currencies, to: Currency | undefined): fc.Arbitrary<DecisionCase> => {
  const orderIn = (currency: Currency): fc.Arbitrary<CreditOrder> =>
    textOf(currency).map((amount) => ({ id: 'SO-1', customer: 'C-1', amount, currency: currency[0] }))
  return fc.tuple(fc.oneof(orderIn(both.own), orderIn(both.other)), accountsOf(both), policiesOf(both, to)).map(([order, account, policy]) => {
    const releases = account.releases?.map((release) => sized(release, order))
    return { orderCase: { order, account: releases === undefined ? account : { ...account, releases } }, policy, asOf: AS_OF }
  })
}

const oneCurrency = currencies.flatMap((own) => [undefined, ...currencies].map((to) => casesOf({ own, other: own }, to)))
const twoCurrencies = currencies.flatMap((own) => currencies.flatMap((other) => currencies.map((to) => casesOf({ own, other }, to))))

/** Any account with any order under any policy that suits them, in one currency or several. */
export const decisionCases: fc.Arbitrary<DecisionCase> = fc.oneof(fc.oneof(...oneCurrency), fc.oneof(...twoCurrencies))

/** Any account. */
export const creditAccounts: fc.Arbitrary<CreditAccount> = decisionCases.map(({ orderCase }) => orderCase.account)

/** Any order with its account. */
export const orderCases: fc.Arbitrary<OrderCase> = decisionCases.map(({ orderCase }) => orderCase)

/** Any order policy. */
export const orderPolicies: fc.Arbitrary<OrderPolicy> = decisionCases.map(({ policy }) => policy)
