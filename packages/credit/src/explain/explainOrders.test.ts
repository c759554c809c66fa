import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionCases } from '../../testing/accounts.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { spoil } from '../../testing/spoil.js'
import { assessExposure, type CreditAccount, decideOrder, type LimitPolicy, suggestLimit } from '../index.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { zhCN } from '../locales/zh-CN.js'
import { explainExposure } from './explainExposure.js'
import { explainLimit } from './explainLimit.js'
import { explainOrderDecision } from './explainOrderDecision.js'

/** A result, its policy, and the way to say it. */
interface Explainable {
  readonly result: unknown
  readonly policy: unknown
  readonly explain: (result: never, policy: never, locale?: CreditLocale) => { readonly sentences: readonly string[] }
}

const decisions = decisionCases.map(
  ({ orderCase, policy, asOf }): Explainable => ({ result: decideOrder(orderCase, policy, { asOf }), policy, explain: explainOrderDecision }),
)
const exposures = decisionCases.map(
  ({ orderCase, policy, asOf }): Explainable => ({ result: assessExposure(orderCase.account, policy, { asOf }), policy, explain: explainExposure }),
)

const amounts = fc.oneof(
  fc.nat(5000),
  fc.nat(500_000).map((units) => (units / 100).toFixed(2)),
  fc.constant('0'),
)
const byCurrency = fc.oneof(amounts, fc.record({ EUR: amounts, CNY: amounts }))
const grades = fc.constantFrom('A', 'B', '__proto__')
const rules = fc.oneof(
  fc.record({ type: fc.constant('share-of-net-worth' as const), percent: fc.constantFrom('10', 33.3, 0, '250') }),
  fc.record({ type: fc.constant('purchases-in-credit-period' as const), daysInMonth: fc.constantFrom(undefined, 30, 31, 7) }),
  fc.constant({ type: 'requested' as const }),
  fc.oneof(byCurrency, fc.record({ JPY: fc.constant(1) })).map((amount) => ({ type: 'maximum' as const, amount })),
  fc
    .uniqueArray(fc.record({ grade: grades, amount: byCurrency }), { selector: ({ grade }) => grade, minLength: 1 })
    .map((rows) => ({ type: 'by-grade' as const, amounts: rows })),
)
const limitPolicies = fc.record({
  kind: fc.constant('limit-policy' as const),
  id: fc.constantFrom('random', '__proto__'),
  version: fc.constantFrom(1, '2'),
  rules: fc.array(rules, { minLength: 1, maxLength: 5 }),
  step: fc.constantFrom(undefined, 100, '0.05', { CNY: 1000 }, { JPY: 5 }),
  minimumLimit: fc.constantFrom(undefined, 500, { CNY: '0.01', EUR: undefined }),
}) as fc.Arbitrary<LimitPolicy>
const means: fc.Arbitrary<CreditAccount> = fc.record(
  {
    customer: fc.constant('C-1'),
    currency: fc.constantFrom('CNY', 'EUR'),
    company: fc.constant('DE'),
    netWorth: fc.constantFrom('-5.5', 0, 1234.567, '98765.43'),
    monthlyPurchases: amounts,
    creditDays: fc.nat(90),
    grade: grades,
    requestedLimit: amounts,
  },
  { requiredKeys: ['customer', 'currency', 'netWorth', 'monthlyPurchases', 'creditDays', 'grade'] },
)
const limits = fc
  .tuple(means, limitPolicies)
  .map(([account, policy]): Explainable | undefined => {
    try {
      return { result: suggestLimit(account, policy), policy, explain: explainLimit }
    } catch (error) {
      // No rule may give an amount.
      if (isInputError(error)) return undefined
      throw error
    }
  })
  .filter((one) => one !== undefined)

const kinds: readonly (readonly [string, fc.Arbitrary<Explainable>])[] = [
  ['order decisions', decisions],
  ['exposures', exposures],
  ['limits', limits],
]

describe.each(kinds)('explaining %s', (_, results) => {
  it('says whole sentences of every result, also of stored copies whose keys stand in another order', () => {
    fc.assert(
      fc.property(results, ({ result, policy, explain }) => {
        const turned = JSON.parse(JSON.stringify(result), (__, value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
        )
        expect(explain(turned as never, policy as never)).toEqual(explain(deepFreeze(result) as never, deepFreeze(policy) as never))
        for (const sentence of explain(result as never, policy as never).sentences) {
          expect(sentence).toMatch(/^(?!.*([{]\w{2,}[}]|undefined|NaN|null|\[object|[ :(]-\d)).*\.$/s)
        }
        for (const sentence of explain(result as never, policy as never, zhCN).sentences) {
          expect(sentence).toMatch(/^(?!.*([{]\w{2,}[}]|undefined|NaN|null|\[object|[ ：（]-\d)).*。$/s)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('says something of what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(
        results.chain(({ result, policy, explain }) => spoil(result).map((changed) => ({ changed, policy, explain }))),
        ({ changed, policy, explain }) => {
          for (const locale of [en, zhCN]) {
            try {
              expect(explain(changed as never, policy as never, locale).sentences.join('')).not.toMatch(/undefined|NaN|null|\[object|function/)
            } catch (error) {
              if (!isInputError(error)) throw error
              refused += 1
            }
          }
        },
      ),
      { numRuns: 100 },
    )
    expect(refused).toBeGreaterThan(30)
  })

  it('takes any policy, or refuses it with issues', () => {
    fc.assert(
      fc.property(
        results.chain(({ result, policy, explain }) => spoil(policy).map((changed) => ({ result, changed, explain }))),
        ({ result, changed, explain }) => {
          try {
            explain(result as never, changed as never)
          } catch (error) {
            if (!isInputError(error)) throw error
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
