import type { DecimalString } from '@clientele/core'
import { expectTypeOf } from 'vitest'
import {
  type CreditAccount,
  type CreditPolicyFigures,
  type CreditRating,
  type CreditState,
  compareCreditPolicies,
  costOfReceivables,
  type DeteriorationMeasure,
  type DeteriorationPolicy,
  type DeteriorationResponse,
  type DeteriorationSign,
  type LimitPolicy,
  type LimitRule,
  type PolicyComparison,
  type ReceivablesCost,
  respondToDeterioration,
  type SuggestedLimit,
  suggestLimit,
} from './index.js'
import { textbookDeterioration, usualLimitPolicy } from './templates.js'

// What got worse is told apart by the code, and what is proposed by the measure.
const worse = { before: { grade: 'A' }, after: { grade: 'B', overdue: '1200' }, account: { customer: 'C-1', currency: 'CNY' } } as const
const response = respondToDeterioration(worse, textbookDeterioration)
expectTypeOf(response).toEqualTypeOf<DeteriorationResponse>()
for (const { code, params } of response.reasons) if (code === 'overdue-rose') expectTypeOf(params.after).toEqualTypeOf<DecimalString>()
for (const one of response.measures) if (one.measure === 'raise-deposit') expectTypeOf(one.amount).toEqualTypeOf<DecimalString | null>()
expectTypeOf<CreditRating>().toExtend<CreditState>()
expectTypeOf({ id: 'x', type: 'grade-fell', by: 2 } as const).toExtend<DeteriorationSign>()
// @ts-expect-error Grades fall by grades, not by days.
expectTypeOf({ id: 'x', type: 'grade-fell', byDays: 2 } as const satisfies DeteriorationSign)
// @ts-expect-error A guarantor has no percentage.
expectTypeOf({ measure: 'guarantor', toPercentOfLimit: 5 } as const satisfies DeteriorationMeasure)
// @ts-expect-error Somebody decides.
expectTypeOf({ kind: 'deterioration-policy', id: 'x', version: 1, signs: [], reportTo: 'a', measures: [] } as const).toExtend<DeteriorationPolicy>()

// When customers pay is told in one way.
const usual = { id: 'n/30', sales: 100, variableCostPercent: 60, collectionDays: 30 } as const
const compared = compareCreditPolicies([usual], { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' })
expectTypeOf(compared).toEqualTypeOf<PolicyComparison>()
expectTypeOf(compared.policies[0]?.averageCollectionPeriod).toEqualTypeOf<number | undefined>()
expectTypeOf(compared.runnerUp).toEqualTypeOf<string | null>()
// @ts-expect-error Days and receivables together tell twice when customers pay.
expectTypeOf({ ...usual, receivables: 10 } as const).toExtend<CreditPolicyFigures>()
const mixed = { id: 'mix', sales: 100, variableCostPercent: 60, mix: [{ days: 10, share: 100 }], discount: 1 } as const
// @ts-expect-error A mix tells its discounts.
expectTypeOf(mixed).toExtend<CreditPolicyFigures>()
expectTypeOf({ ...usual, discount: '1' } as const).toExtend<CreditPolicyFigures>()
// @ts-expect-error Without either, nothing tells it.
expectTypeOf({ id: 'n/30', sales: 100, variableCostPercent: 60 } as const).toExtend<CreditPolicyFigures>()
// @ts-expect-error What receivables tie up must be said.
compareCreditPolicies([usual], { costOfCapitalPercent: 10, daysInYear: 360 })
expectTypeOf(costOfReceivables).returns.toEqualTypeOf<ReceivablesCost>()

// A limit is an amount; why it is, is told apart by the code.
const customer: CreditAccount = { customer: 'C-1', currency: 'CNY', netWorth: 800_000, monthlyPurchases: '50000', creditDays: 45 }
const suggested = suggestLimit(customer, usualLimitPolicy)
expectTypeOf(suggested).toEqualTypeOf<SuggestedLimit>()
for (const { code, params } of suggested.reasons) if (code === 'lowest') expectTypeOf(params.rules).toEqualTypeOf<readonly LimitRule['type'][]>()
// @ts-expect-error A share is a percentage of what there is.
expectTypeOf({ ...usualLimitPolicy, rules: [{ type: 'share-of-net-worth' }] } as const).toExtend<LimitPolicy>()
