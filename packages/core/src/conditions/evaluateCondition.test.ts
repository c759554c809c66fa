import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { explainCondition } from '../explain.js'
import { addCalendarDays, type ComparisonOperator, type Condition, checkCondition, evaluateCondition, type JsonValue } from '../index.js'

const asOf = '2024-03-31'
const met = (actual: unknown, operator: ComparisonOperator, value: JsonValue): boolean =>
  evaluateCondition({ field: 'x', operator, value }, { x: actual }, { asOf }).met
const reason = (actual: unknown, operator: ComparisonOperator, value: JsonValue): string | undefined =>
  evaluateCondition({ field: 'x', operator, value }, { x: actual }, { asOf }).trace[0]?.reason

describe('evaluateCondition', () => {
  it('grades a lead: a demo asked for in the last 30 days and a clear budget (textbook S3)', () => {
    const condition: Condition = {
      all: [
        { field: 'demoAskedOn', operator: 'within', value: 'P30D' },
        { field: 'budget', operator: 'equals', value: 'clear' },
      ],
    }
    expect(evaluateCondition(condition, { demoAskedOn: '2024-03-01', budget: 'clear' }, { asOf })).toEqual({
      met: true,
      trace: [
        { path: ['demoAskedOn'], operator: 'within', required: 'P30D', actual: '2024-03-01', met: true },
        { path: ['budget'], operator: 'equals', required: 'clear', actual: 'clear', met: true },
      ],
    })
    expect(evaluateCondition(condition, { demoAskedOn: '2024-02-29', budget: 'clear' }, { asOf }).met).toBe(false)
  })

  it.each([
    ['600000', 'at-least', '500000', true],
    ['600000', 'at-least', 500000, true],
    ['60000', 'at-least', '500000', false],
    [9, 'above', '10', false],
    ['10', 'above', 9, true],
    [10, 'above', '10', false],
    ['10.0', 'at-most', 10, true],
    ['10.01', 'at-most', 10, false],
    ['2024-04-01', 'at-most', '2024-03-31', false],
    ['2024-03-31', 'above', '2024-03-31', false],
    ['0.30', 'below', 0.3, false],
    [-1, 'below', '0', true],
    ['1e3', 'at-least', 1000, true],
    ['9007199254740993', 'above', '9007199254740992', true],
    ['2024-03-31', 'at-least', '2024-03-31', true],
    ['2024-03-30', 'at-least', '2024-03-31', false],
    ['2024-04-01', 'above', '2024-03-31', true],
    ['2023-12-31', 'below', '2024-01-01', true],
    ['60.00', 'equals', 60, true],
    ['60.00', 'equals', '60', true],
    ['A', 'equals', 'A', true],
    ['a', 'equals', 'A', false],
    [null, 'equals', null, true],
    [false, 'equals', false, true],
    [0, 'equals', false, false],
    ['true', 'equals', true, false],
    ['007', 'equals', '7', false],
    ['A', 'not-equals', 'B', true],
    ['60.0', 'not-equals', 60, false],
    ['B', 'in', ['A', 'B'], true],
    ['C', 'in', ['A', 'B'], false],
    [2, 'in', ['1', '2.0'], true],
    [['a', 'b'], 'has', 'b', true],
    [['a', 'b'], 'has', 'c', false],
    [['1.0'], 'has', 1, true],
    [[], 'has', 'a', false],
  ] as const)('%j %s %j: %s', (actual, operator, required, expected) => {
    expect(met(actual, operator, required)).toBe(expected)
    expect(reason(actual, operator, required)).toBeUndefined()
  })

  it.each([
    ['P30D', '2024-03-01', true],
    ['P30D', '2024-02-29', false],
    ['P1M', '2024-02-29', true],
    ['P1M', '2024-02-28', false],
    ['P1Y', '2023-03-31', true],
    ['P2W', '2024-03-17', true],
    ['P2W', '2024-03-16', false],
    ['P1M1D', '2024-02-28', true],
    ['P0D', asOf, true],
    ['P0D', '2024-03-30', false],
    ['P30D', '2024-04-01', false],
    ['P99999Y', '0001-01-01', true],
  ])('within %s of 2024-03-31: %s is %s', (duration, date, expected) => {
    expect(met(date, 'within', duration)).toBe(expected)
  })

  it.each([
    ['abc', 'at-least', '1'],
    [true, 'above', 0],
    [null, 'below', 1],
    [['5'], 'at-least', 1],
    ['2024-01-01', 'above', 5],
    [5, 'above', '2024-01-01'],
    ['2024-02-30', 'above', '2024-01-01'],
    [Number.NaN, 'at-least', 0],
    ['abc', 'has', 'a'],
    [{ a: 1 }, 'has', 'a'],
    ['soon', 'within', 'P30D'],
    ['2024-03-01T00:00:00Z', 'within', 'P30D'],
    [20240301, 'within', 'P30D'],
    ['６００', 'at-least', 1],
  ] as const)('%j %s %j cannot be compared, is not met and says so', (actual, operator, required) => {
    expect(met(actual, operator, required)).toBe(false)
    expect(reason(actual, operator, required)).toBe('not-comparable')
  })

  it.each(['equals', 'not-equals', 'at-least', 'at-most', 'above', 'below', 'in', 'within', 'has'] as const)(
    '%s of a missing field is not met, and the trace says so',
    (operator) => {
      const value = operator === 'within' ? 'P1D' : operator === 'in' ? ['1'] : '1'
      for (const facts of [{}, { x: undefined }, Object.create({ x: '1' }), { y: 1 }]) {
        const result = evaluateCondition({ field: 'x', operator, value }, facts, { asOf })
        expect(result).toEqual({ met: false, trace: [{ path: ['x'], operator, required: value, actual: null, met: false, reason: 'missing' }] })
      }
    },
  )

  it('keeps the reason of a missing field that a negation turns round', () => {
    const result = evaluateCondition({ not: { field: 'x', operator: 'equals', value: 1 } }, {}, { asOf })
    expect([result.met, result.trace[0]?.met, result.trace[0]?.reason]).toEqual([true, false, 'missing'])
  })

  it('reads nested facts by own properties only', () => {
    const facts = JSON.parse('{"customer":{"region":"east","orders":[{"amount":"5"}]},"__proto__":{"x":"1"}}')
    const value = (field: string): JsonValue | undefined =>
      evaluateCondition({ field, operator: 'equals', value: 'none' }, facts, { asOf }).trace[0]?.actual
    expect(value('customer.region')).toBe('east')
    expect(value('customer.orders.0.amount')).toBe('5')
    expect(value('customer.orders.1.amount')).toBeNull()
    expect(value('customer.region.length')).toBeNull()
    expect(value('__proto__.x')).toBe('1')
    expect(value('constructor')).toBeNull()
    expect(value('toString.name')).toBeNull()
    expect(value('customer.__proto__')).toBeNull()
  })

  it('takes nothing of a prototype for a condition', () => {
    const disguised = Object.assign(Object.create({ all: [], any: [], not: {} }), { field: 'a', operator: 'equals', value: 1 })
    expect(evaluateCondition(disguised, { a: 2 }, { asOf })).toMatchObject({ met: false, trace: [{ actual: 2 }] })
    expect(checkCondition(Object.create({ field: 'a', operator: 'equals', value: 1 })).map(({ code }) => code)).toEqual(['not-a-condition'])
  })

  it('traces JSON whatever the facts hold, and a copy of it', () => {
    const cyclic: unknown[] = [1]
    cyclic.push(cyclic)
    const list = [-0, Number.NaN, undefined, () => 1, 5n, new Date(0), { a: -0, b: new Map() }]
    const facts = { date: new Date(0), list, cyclic, zero: -0, nan: Number.NaN, big: 5n }
    const all: Condition = { all: Object.keys(facts).map((field) => ({ field, operator: 'not-equals', value: -0 })) }
    const result = evaluateCondition(all, facts, { asOf })
    const text = JSON.stringify(result)
    list.push(7)
    expect(JSON.stringify(result)).toBe(text)
    expect(JSON.parse(text)).toEqual(result)
    expect(result.trace.map(({ met: one, reason: why }) => [one, why])).toEqual([
      [false, 'not-comparable'],
      [false, 'not-comparable'],
      [false, 'not-comparable'],
      [false, undefined],
      [false, 'not-comparable'],
      [false, 'not-comparable'],
    ])
    expect(result.trace[1]?.actual).toEqual([0, 'NaN', 'undefined', 'function', '5n', '{…}', { a: 0, b: '{…}' }])
    expect(explainCondition(result)).toHaveLength(7)
  })

  it.each([[new Map([['a', 1]])], [new Set()], [new Date(0)], [[1]], ['a'], [new Uint8Array(1)]])('refuses the facts %o', (facts) => {
    expect(issuesOf(() => evaluateCondition({ field: 'a', operator: 'equals', value: 1 }, facts as object, { asOf }))).toEqual([
      ['wrong-type', ['facts']],
    ])
  })

  it('traces every comparison in the order written, also those that no longer matter', () => {
    const leaf = (field: string): Condition => ({ field, operator: 'equals', value: 1 })
    const condition: Condition = { any: [leaf('a'), { all: [leaf('b'), { not: leaf('c') }] }, leaf('d')] }
    const result = evaluateCondition(condition, { a: 1, b: 2, c: 1, d: 0 }, { asOf })
    expect(result.trace.map(({ path, met: one }) => [path[0], one])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
      ['d', false],
    ])
    expect(result.met).toBe(true)
  })

  it('agrees with boolean logic, and obeys De Morgan', () => {
    const tree = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4 },
        fc.record({ field: fc.constantFrom('a', 'b', 'c'), operator: fc.constant('equals' as const), value: fc.constant(true) }),
        fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('condition') }),
      ),
    })).condition
    const truth = (condition: Condition, facts: Record<string, boolean>): boolean => {
      if ('all' in condition) return condition.all.every((one) => truth(one, facts))
      if ('any' in condition) return condition.any.some((one) => truth(one, facts))
      return 'not' in condition ? !truth(condition.not, facts) : facts[condition.field] === true
    }
    const facts = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() })
    fc.assert(
      fc.property(tree, tree, facts, (one, other, known) => {
        expect(checkCondition(one)).toEqual([])
        expect(evaluateCondition(one, known, { asOf }).met).toBe(truth(one, known))
        const either = evaluateCondition({ not: { any: [one, other] } }, known, { asOf })
        const both = evaluateCondition({ all: [{ not: one }, { not: other }] }, known, { asOf })
        expect(either).toEqual(both)
        expect(JSON.parse(JSON.stringify(either))).toEqual(either)
      }),
    )
  })

  it('does not depend on when it is asked, only on asOf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (ago, days) => {
        expect(met(addCalendarDays(asOf, -ago), 'within', `P${days}D`)).toBe(ago <= days)
      }),
    )
  })

  it('names everything that is wrong with its input', () => {
    const bad = { field: '', operator: 'like', value: 1 } as never
    expect(issuesOf(() => evaluateCondition(bad, null as never, { asOf: '2024-02-30', zone: 'UTC' } as never))).toEqual([
      ['empty', ['condition', 'field']],
      ['not-allowed', ['condition', 'operator']],
      ['wrong-type', ['facts']],
      ['unknown-key', ['options', 'zone']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(issuesOf(() => evaluateCondition({ field: 'x', operator: 'equals', value: 1 }, {}, undefined as never))).toEqual([
      ['missing', ['options']],
    ])
  })
})

describe('checkCondition', () => {
  const found = (value: unknown): unknown => codesAndPaths(checkCondition(value))

  it.each([
    [null, [['wrong-type', []]]],
    [undefined, [['missing', []]]],
    ['x', [['wrong-type', []]]],
    [[], [['wrong-type', []]]],
    [{}, [['not-a-condition', []]]],
    [{ none: [] }, [['not-a-condition', []]]],
    [{ all: [] }, [['empty', ['all']]]],
    [{ any: {} }, [['wrong-type', ['any']]]],
    [{ not: [] }, [['wrong-type', ['not']]]],
    [{ not: undefined }, [['missing', ['not']]]],
    [
      { all: [{}], any: [] },
      [
        ['unknown-key', ['any']],
        ['not-a-condition', ['all', 0]],
      ],
    ],
    [{ field: 'x', operator: 'equals' }, [['missing', ['value']]]],
    [{ operator: 'equals', value: 1 }, [['missing', ['field']]]],
    [{ field: 'x', value: 1 }, [['missing', ['operator']]]],
    [{ field: 'a..b', operator: 'equals', value: 1 }, [['empty', ['field']]]],
    [{ field: 1, operator: 'equals', value: 1 }, [['wrong-type', ['field']]]],
    [{ field: 'x', operator: 'equals', value: 1, note: 'y' }, [['unknown-key', ['note']]]],
    [{ field: 'x', operator: 'constructor', value: 1 }, [['not-allowed', ['operator']]]],
    [{ field: 'x', operator: 'at-least', value: 'abc' }, [['wrong-type', ['value']]]],
    [{ field: 'x', operator: 'at-least', value: Number.NaN }, [['wrong-type', ['value']]]],
    [{ field: 'x', operator: 'equals', value: Infinity }, [['wrong-type', ['value']]]],
    [{ field: 'x', operator: 'in', value: [] }, [['empty', ['value']]]],
    [{ field: 'x', operator: 'in', value: 'a' }, [['wrong-type', ['value']]]],
    [{ field: 'x', operator: 'in', value: ['a', {}] }, [['wrong-type', ['value', 1]]]],
    [{ field: 'x', operator: 'has', value: ['a'] }, [['wrong-type', ['value']]]],
    [{ field: 'x', operator: 'within', value: '30D' }, [['not-a-duration', ['value']]]],
    [{ field: 'x', operator: 'within', value: 'P' }, [['not-a-duration', ['value']]]],
    [{ field: 'x', operator: 'within', value: 'PT8H' }, [['not-a-duration', ['value']]]],
    [{ field: 'x', operator: 'within', value: 'P-1D' }, [['not-a-duration', ['value']]]],
    [{ field: 'x', operator: 'within', value: 'P1.5D' }, [['not-a-duration', ['value']]]],
    [{ field: 'x', operator: 'within', value: 30 }, [['not-a-duration', ['value']]]],
  ])('%j', (value, issues) => {
    expect(found(value)).toEqual(issues)
  })

  it('finds everything, deep inside too', () => {
    const value = { all: [{ any: [{ field: 'x', operator: '?', value: 1 }] }, { not: { field: 'y', operator: 'within', value: 'x' } }] }
    expect(found(value)).toEqual([
      ['not-allowed', ['all', 0, 'any', 0, 'operator']],
      ['not-a-duration', ['all', 1, 'not', 'value']],
    ])
  })

  it('takes 100 levels and refuses more, however many', () => {
    const nested = (levels: number): unknown => {
      let condition: unknown = { field: 'x', operator: 'equals', value: 1 }
      for (let level = 1; level < levels; level++) condition = { not: condition }
      return condition
    }
    expect(found(nested(100))).toEqual([])
    expect(found(nested(101))).toEqual([['too-deep', Array(100).fill('not')]])
    expect(found(nested(100_000))).toEqual([['too-deep', Array(100).fill('not')]])
  })

  it('refuses a list that holds itself twice, in no time', () => {
    const endless: { all: unknown[] } = { all: [] }
    endless.all.push(endless, endless)
    const issues = checkCondition(endless)
    expect(issues.filter(({ code }) => code === 'too-many-parts')).toHaveLength(1)
    expect(checkCondition({ any: Array.from({ length: 9_999 }, () => ({ field: 'x', operator: 'equals', value: 1 })) })).toEqual([])
    expect(checkCondition({ any: Array.from({ length: 10_000 }, () => ({ field: 'x', operator: 'equals', value: 1 })) })).toHaveLength(1)
  })

  it('takes no property of a prototype for a key', () => {
    expect(found(Object.create({ all: [] }))).toEqual([['not-a-condition', []]])
  })
})
