import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type { BusinessCalendar, BusinessDayCalendar } from './business-time.js'
import {
  addDecimals,
  type CalendarDate,
  type Condition,
  compareDecimals,
  type DecimalInput,
  evaluateCondition,
  type Issue,
  isInputError,
  type LocalizedText,
} from './index.js'
import type {
  businessCalendarSchema,
  businessDayCalendarSchema,
  calendarDateSchema,
  conditionSchema,
  decimalInputSchema,
  localizedTextSchema,
} from './schemas.js'

expectTypeOf<z.output<typeof decimalInputSchema>>().toEqualTypeOf<DecimalInput>()
expectTypeOf<z.output<typeof calendarDateSchema>>().toEqualTypeOf<CalendarDate>()
expectTypeOf<z.output<typeof localizedTextSchema>>().toEqualTypeOf<LocalizedText>()
expectTypeOf<z.output<typeof conditionSchema>>().toEqualTypeOf<Condition>()
expectTypeOf<z.output<typeof businessDayCalendarSchema>>().toEqualTypeOf<BusinessDayCalendar>()
expectTypeOf<z.output<typeof businessCalendarSchema>>().toEqualTypeOf<BusinessCalendar>()

// A calendar may be written as a constant, and one with hours says which days are business days too.
const office = { kind: 'business-calendar', id: 'office', version: 1, zone: 'Europe/Berlin', windows: { mon: [['09:00', '17:00']] } } as const
expectTypeOf(office).toExtend<BusinessCalendar>()
expectTypeOf<BusinessCalendar>().toExtend<BusinessDayCalendar>()

expectTypeOf(compareDecimals(1, '2')).toEqualTypeOf<-1 | 0 | 1>()
// @ts-expect-error A bigint is no decimal input.
addDecimals(1n, 2)

// A condition may be written as a constant, deeply readonly.
const condition = {
  all: [{ field: 'budget', operator: 'at-least', value: '5' }, { not: { field: 'x', operator: 'in', value: ['a', 1, null] } }],
} as const
expectTypeOf(evaluateCondition(condition, {}, { asOf: '2024-01-01' }).met).toEqualTypeOf<boolean>()
// @ts-expect-error The date in question must be said.
evaluateCondition(condition, {})

const caught: unknown = undefined
if (isInputError(caught)) expectTypeOf(caught.issues).toEqualTypeOf<readonly Issue[]>()
