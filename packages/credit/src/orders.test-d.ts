import type { CalendarDate, DecimalString } from '@clientele/core'
import { expectTypeOf } from 'vitest'
import {
  assessExposure,
  type CreditAccount,
  type CreditExposure,
  type CreditRating,
  type CreditReport,
  decideOrder,
  type OrderDecision,
  type OrderPolicy,
} from './index.js'

// An account takes a whole report and rating; breaches are told apart by their code.
const report = {} as CreditReport
const grade = {} as CreditRating
const creditAccount = { customer: 'C-1', currency: 'CNY', limit: { amount: null }, items: [], orders: [], report, grade }
expectTypeOf(creditAccount).toExtend<CreditAccount>()
const breaches = { 'over-limit': 'hold', overdue: [{ days: 30, minimumAmount: { CNY: 100 }, response: 'refuse' }] } as const
const exposure = { count: ['receivables', 'orders'], convert: { to: 'CNY', rates: { USD: '7.1' } } } as const
const orderPolicy = { kind: 'order-policy', id: 'one', version: 1, exposure, breaches } as const
expectTypeOf(orderPolicy).toExtend<OrderPolicy>()
expectTypeOf(assessExposure(creditAccount, orderPolicy, { asOf: '2024-05-01' })).toEqualTypeOf<CreditExposure>()
const creditOrder = { id: 'SO-1', customer: 'C-1', amount: 1, currency: 'CNY' }
const decided = decideOrder({ order: creditOrder, account: creditAccount }, orderPolicy, { asOf: '2024-05-01' })
expectTypeOf(decided).toEqualTypeOf<OrderDecision>()
expectTypeOf(decided.available).toEqualTypeOf<DecimalString | null>()
expectTypeOf(decided.release?.until).toEqualTypeOf<CalendarDate | undefined>()
for (const breach of decided.breaches) {
  if (breach.code === 'over-limit') expectTypeOf(breach.params.excessRate).toEqualTypeOf<number | null>()
  // @ts-expect-error What is blocked has no amount.
  if (breach.code === 'account-blocked') breach.params.amount
}
// @ts-expect-error A result is not to be changed.
decided.breaches.push()
// @ts-expect-error The day of the decision must be said.
decideOrder({ order: creditOrder, account: creditAccount }, orderPolicy, {})
// @ts-expect-error Who asks for credit has a limit, if only null.
decideOrder({ order: creditOrder, account: { customer: 'C-1', currency: 'CNY' } }, orderPolicy, { asOf: '2024-05-01' })
// @ts-expect-error An undefined limit is none.
decideOrder({ order: creditOrder, account: { ...creditAccount, limit: undefined } }, orderPolicy, { asOf: '2024-05-01' })
// @ts-expect-error An order is held or refused.
expectTypeOf({ ...orderPolicy, breaches: { 'over-limit': 'warn' } } as const).toExtend<OrderPolicy>()
// @ts-expect-error A release rule says for how long.
expectTypeOf({ ...orderPolicy, release: [{ breach: 'overdue', role: 'x' }] } as const).toExtend<OrderPolicy>()
