import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { decimals, notDecimals } from '../testing/arbitraries.js'
import { businessCalendars, dayCalendarOf, dayCalendars } from '../testing/calendars.js'
import { schemaTests } from '../testing/schemaTests.js'
import { spoilWith } from '../testing/spoil.js'
import { checkBusinessDayCalendar } from './calendars/checkBusinessDayCalendar.js'
import { checkCalendar } from './calendars/checkCalendar.js'
import { checkLocalizedText } from './checks/checkLocalizedText.js'
import { checkCondition } from './conditions/checkCondition.js'
import { readDuration } from './conditions/readDuration.js'
import { parseDecimal } from './decimals/parseDecimal.js'
import { isCalendarDate } from './index.js'
import type { Issue } from './issues/types.js'
import {
  businessCalendarSchema,
  businessDayCalendarSchema,
  calendarDateSchema,
  collectingIssues,
  conditionSchema,
  decimalInputSchema,
  durationSchema,
  idSchema,
  jsonSchemas,
  localizedTextSchema,
  policyShape,
} from './schemas.js'

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

const almostConditions = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record(
      {
        field: fc.oneof(fc.constantFrom('a', 'a.b', '', 'a.'), fc.constant(1)),
        operator: fc.constantFrom('equals', 'not-equals', 'at-least', 'in', 'within', 'has', 'like', undefined),
        value: fc.oneof(decimals, fc.constantFrom('P1D', 'x', null, true, [], ['a'], [{}], {}, '2024-02-30', undefined, Number.NaN)),
      },
      { requiredKeys: ['field', 'operator'] },
    ),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }), extra: fc.constant(1) }, { requiredKeys: ['any'] }),
    fc.record({ not: tie('condition') }),
    fc.constantFrom({}, [], null, 'x', 1),
  ),
})).condition

describe('schemas accept what the verbs accept', () => {
  it('decimals', () => {
    fc.assert(
      fc.property(
        fc.oneof(decimals, fc.string(), fc.constantFrom(...notDecimals, '1e1001', undefined)),
        (value) => accepts(decimalInputSchema, value) === parseDecimal(value).ok,
      ),
    )
  })

  it('dates', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('2024-02-29', '2023-02-29', '0000-01-01', '2024-1-1', 5, null), fc.string()),
        (value) => accepts(calendarDateSchema, value) === isCalendarDate(value),
      ),
    )
  })

  it('texts', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.dictionary(fc.constantFrom('en', 'zh-CN', 'x', 'en_US', '__proto__'), fc.oneof(fc.string(), fc.constant(1))),
      fc.constantFrom(null, [], 5, undefined),
    )
    fc.assert(
      fc.property(texts, (value) => {
        const issues: Issue[] = []
        checkLocalizedText(value, [], issues)
        return accepts(localizedTextSchema, value) === (issues.length === 0)
      }),
    )
  })

  it('conditions', () => {
    fc.assert(
      fc.property(almostConditions, (value) => accepts(conditionSchema, value) === (checkCondition(value).length === 0)),
      { numRuns: 1000 },
    )
  })

  it("and speak with the verbs' own codes, paths and messages", () => {
    const value = { all: [{ field: 'x', operator: 'like', value: 1 }] }
    const { error } = conditionSchema.safeParse(value)
    expect(error?.issues.map(({ path, message }) => ({ path, message }))).toEqual(
      checkCondition(value).map(({ path, message }) => ({ path, message })),
    )
    expect(error?.issues[0]).toMatchObject({ code: 'custom', params: { code: 'not-allowed' } })
  })
})

const calendarJunk = [
  ['09:00', '17:00'],
  [['09:00', '17:00']],
  ['17:00', '24:00'],
  '24:00',
  '23:60',
  'Asia/Shanghai',
  'Europe/Atlantis',
  '2024-01-01',
]
const spoilCalendar = spoilWith(calendarJunk, ['zone', 'windows', 'closed', 'open', 'mon', 'sun', 'format', 'title'])
const { describeSchema, isValid } = schemaTests(jsonSchemas, spoilCalendar)

describeSchema({
  name: 'business-day-calendar',
  schema: businessDayCalendarSchema,
  examples: fc.oneof(dayCalendars, businessCalendars),
  issuesOf: collectingIssues(checkBusinessDayCalendar),
})
describeSchema({ name: 'business-calendar', schema: businessCalendarSchema, examples: businessCalendars, issuesOf: checkCalendar })

describe('calendars', () => {
  it('need a zone and hours for business time alone, and a zone that is known', () => {
    const days = dayCalendarOf()
    expect([businessDayCalendarSchema, businessCalendarSchema].map((schema) => accepts(schema, days))).toEqual([true, false])
    expect(['business-day-calendar', 'business-calendar'].map((name) => isValid(name, days))).toEqual([true, false])
    const elsewhere = { ...days, zone: 'Europe/Atlantis', windows: { mon: [['09:00', '17:00']] } }
    expect([businessDayCalendarSchema, businessCalendarSchema].map((schema) => accepts(schema, elsewhere))).toEqual([true, false])
    expect(businessCalendarSchema.safeParse(elsewhere).error?.issues).toMatchObject([{ path: ['zone'], params: { code: 'unknown-zone' } }])
  })
})

describe('parts of documents', () => {
  it('are ids and durations', () => {
    expect(['a', ' ', '', 1, undefined].map((value) => accepts(idSchema, value))).toEqual([true, true, false, false, false])
    expect(['P1Y2M3W4D', 'P0D', 'P', 'PT8H', 'soon', 5].map((value) => accepts(durationSchema, value))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('are what every policy has besides its kind', () => {
    const policy = z.strictObject({ kind: z.literal('rule'), ...policyShape })
    const rule = { kind: 'rule', id: 'r', version: 1 }
    const good = [rule, { ...rule, version: '2024-1' }, { ...rule, format: 1 }, { ...rule, title: 'Rule' }, { ...rule, title: { en: 'Rule' } }]
    const bad = [
      { ...rule, id: '' },
      { ...rule, version: '' },
      { ...rule, format: 2 },
      { ...rule, title: '' },
      { ...rule, more: 1 },
      { id: 'r', version: 1 },
    ]
    expect(good.map((value) => accepts(policy, value))).toEqual(good.map(() => true))
    expect(bad.map((value) => accepts(policy, value))).toEqual(bad.map(() => false))
  })

  it('tell what a reader finds wrong, from the value on', () => {
    const check = collectingIssues(readDuration)
    expect(check('P1D')).toEqual([])
    expect(check('soon').map(({ code, path }) => [code, path])).toEqual([['not-a-duration', []]])
    expect(check('soon')).toEqual(check('soon'))
  })
})

describe('JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  const validators = Object.fromEntries(Object.entries(jsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]))

  it('describes at least what the verbs accept', () => {
    fc.assert(
      fc.property(
        almostConditions,
        (value) => checkCondition(value).length > 0 || validators['condition']?.(JSON.parse(JSON.stringify(value))) === true,
      ),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(decimals, (value) => validators['decimal-input']?.(value) === true))
  })

  it('refuses what has another shape', () => {
    expect(validators['condition']?.({ all: [] })).toBe(false)
    expect(validators['condition']?.({ field: 'x', operator: 'like', value: 1 })).toBe(false)
    expect(validators['decimal-input']?.(' 1 ')).toBe(false)
    expect(validators['calendar-date']?.('2024-1-1')).toBe(false)
    expect(validators['localized-text']?.({ en: 5 })).toBe(false)
  })
})
