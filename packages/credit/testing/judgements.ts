import fc from 'fast-check'
import type {
  CollectionShare,
  CreditPolicyFigures,
  CreditState,
  DeteriorationCase,
  DeteriorationMeasure,
  DeteriorationPolicy,
  DeteriorationSign,
  PolicyComparisonOptions,
  ReceivablesCostFigures,
} from '../src/index.js'

/** A change of a customer's credit state, and the policy that it is judged by. */
export interface RandomChange {
  readonly change: DeteriorationCase
  readonly policy: DeteriorationPolicy
}

/** Credit policies, and how they are compared. */
export interface RandomComparison {
  readonly policies: readonly CreditPolicyFigures[]
  readonly options: PolicyComparisonOptions
}

const grades = ['AA', 'A', '__proto__', 'C']
const SIGN_IDS = ['fallen', 'lossy', 'below', '__proto__', 'overdue', 'slow']
const hundredths = (most: number): fc.Arbitrary<number> => fc.nat(most * 100).map((units) => units / 100)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { freq: 4, nil: undefined })

const states: fc.Arbitrary<CreditState> = fc.record({
  grade: maybe(fc.constantFrom(...grades)),
  expectedBadDebtRate: maybe(fc.nat(9999).map((units) => units / 9999)),
  meetsStandard: maybe(fc.boolean()),
  dunningLevel: maybe(fc.nat(4)),
  overdue: maybe(hundredths(2000)),
  daysDelinquent: maybe(fc.integer({ min: -900, max: 900 }).map((units) => units / 7)),
})

const sizes = fc.record({
  by: maybe(fc.integer({ min: 1, max: 2 })),
  size: maybe(hundredths(3)),
  title: maybe(fc.constant({ en: 'Sign', 'zh-CN': '迹象' })),
})
const SIGN_TYPES = ['grade-fell', 'loss-rate-rose', 'standard-lost', 'dunning-level-rose', 'overdue-rose', 'days-delinquent-rose'] as const
const SIZE_KEYS = { 'loss-rate-rose': 'byPercentagePoints', 'overdue-rose': 'byAmount', 'days-delinquent-rose': 'byDays' } as const

const signs = fc.shuffledSubarray(SIGN_IDS, { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.tuple(fc.constantFrom(...SIGN_TYPES), sizes).map(([type, { by, size, title }]): DeteriorationSign => {
        if (type === 'standard-lost') return { id, type, title }
        if (type === 'grade-fell' || type === 'dunning-level-rose') return { id, type, title, by }
        return { id, type, title, [SIZE_KEYS[type]]: size } as DeteriorationSign
      }),
    ),
  ),
)

function measuresOn(ids: readonly string[]): fc.Arbitrary<DeteriorationMeasure[]> {
  const onSigns = maybe(fc.subarray([...ids], { minLength: 1 }))
  const toPercentOfLimit = maybe(hundredths(100))
  const measures: fc.Arbitrary<DeteriorationMeasure> = fc.oneof(
    fc.record({ measure: fc.constantFrom('guarantor' as const, 'joint-guarantor' as const, 'notarise-contract' as const), onSigns }),
    fc.record({ measure: fc.constantFrom('raise-deposit' as const, 'reduce-supply' as const), onSigns, toPercentOfLimit }),
    fc.record({ measure: fc.constant('restrict-shipments' as const), onSigns, to: maybe(fc.constant('prepaid')) }),
  )
  return fc.array(measures, { maxLength: 7 })
}

const accounts = fc
  .record({
    currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
    limit: maybe(fc.constantFrom(null, 0, 1, '50000')),
    deposit: maybe(fc.constantFrom(0, 1, 700)),
    joint: maybe(fc.boolean()),
  })
  .map(({ currency, limit, deposit, joint }) => ({
    customer: 'C-1',
    currency,
    limit: limit === undefined ? undefined : { amount: limit },
    deposits: deposit === undefined ? undefined : [{ amount: deposit }],
    guarantees: joint === undefined ? undefined : [{ amount: 1000, joint }],
  }))

/** Any change of a credit state, under a policy that looks for some signs of it. */
export const changes: fc.Arbitrary<RandomChange> = signs.chain((list) =>
  fc
    .record({ before: states, after: states, account: accounts, measures: measuresOn(list.map(({ id }) => id)) })
    .map(({ before, after, account, measures }) => {
      const whole = ({ overdue, ...state }: CreditState): CreditState => ({
        ...state,
        overdue: overdue === undefined ? undefined : Math.round(Number(overdue)),
      })
      const fitting = list.map((sign) => (sign.type === 'overdue-rose' ? { ...sign, byAmount: Math.round(Number(sign.byAmount ?? 0)) } : sign))
      const header = { kind: 'deterioration-policy' as const, id: 'random', version: 1, reportTo: 'superior', decidedBy: ['superior', 'credit'] }
      return { change: { before: whole(before), after: whole(after), account }, policy: { ...header, grades, signs: fitting, measures } }
    }),
)

const figures = fc.tuple(fc.nat(10 ** 6), fc.nat(3)).map(([units, places]) => `${units}e-${places}`)
const days = fc.nat(900).map((units) => units / 10)

/** Any figures of what credit sales tie up and cost. */
export const receivablesFigures: fc.Arbitrary<ReceivablesCostFigures> = fc.record({
  dailySales: figures,
  collectionDays: days,
  variableCostPercent: hundredths(120),
  costOfCapitalPercent: hundredths(40),
  managementCost: figures,
  badDebtPercent: hundredths(100),
  daysInYear: fc.constantFrom<360 | 365 | undefined>(360, 365, undefined),
})

const mixes = fc.record({ early: fc.nat(100), discountPercent: maybe(hundredths(5)), days }).map(({ early, ...first }): CollectionShare[] => [
  { ...first, share: early },
  { days: 60, share: 100 - early },
])

const policyFigures = fc
  .record({
    id: fc.constantFrom('a', 'n/60', '信用', '__proto__', 'constructor'),
    sales: figures,
    variableCostPercent: hundredths(120),
    payment: fc.oneof(
      days.map((collectionDays) => ({ collectionDays })),
      mixes.map((mix) => ({ mix })),
    ),
    badDebtPercent: maybe(hundredths(30)),
    collectionCost: maybe(figures),
  })
  .map(({ payment, ...others }) => ({ ...others, ...payment }) as CreditPolicyFigures)

/** Any comparison of one or more credit policies. */
export const comparisons: fc.Arbitrary<RandomComparison> = fc.record({
  policies: fc.uniqueArray(policyFigures, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  options: fc.record({
    costOfCapitalPercent: hundredths(40),
    daysInYear: fc.constantFrom<360 | 365>(360, 365),
    existingReceivablesAt: fc.constantFrom<'variable-cost' | 'price'>('variable-cost', 'price'),
  }),
})
