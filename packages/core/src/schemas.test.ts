import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { decimals, notDecimals } from '../testing/arbitraries.js'
import { checkLocalizedText } from './checks/checkLocalizedText.js'
import { checkCondition } from './conditions/checkCondition.js'
import { parseDecimal } from './decimals/parseDecimal.js'
import { isCalendarDate } from './index.js'
import type { Issue } from './issues/types.js'
import { calendarDateSchema, conditionSchema, decimalInputSchema, jsonSchemas, localizedTextSchema } from './schemas.js'

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
