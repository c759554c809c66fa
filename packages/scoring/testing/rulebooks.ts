import type { ComparisonOperator, Condition, JsonValue } from '@clientele/core'
import fc from 'fast-check'
import type { Rulebook } from '../src/index.js'

const decimals = ['1', 2, '2.0', '2.5', 3, '1e0', -1]
const dates = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31']
const scalars: JsonValue[] = [...decimals, ...dates, 'a', 'b', '', '007', null, true, false]
const ordered: ComparisonOperator[] = ['at-least', 'at-most', 'above', 'below']
const fields = ['x', 'y', 'z.0', '__proto__']

const comparison: fc.Arbitrary<Condition> = fc.constantFrom(...fields).chain((field) =>
  fc.oneof(
    fc.record({ field: fc.constant(field), operator: fc.constantFrom(...ordered), value: fc.constantFrom(...decimals, ...dates) }),
    fc.record({
      field: fc.constant(field),
      operator: fc.constantFrom<ComparisonOperator>('equals', 'not-equals'),
      value: fc.constantFrom(...scalars),
    }),
    fc.record({
      field: fc.constant(field),
      operator: fc.constant('in' as const),
      value: fc.array(fc.constantFrom(...scalars), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ field: fc.constant(field), operator: fc.constant('within' as const), value: fc.constantFrom('P0D', 'P1M', 'P30D', 'P31D', 'P60D') }),
    fc.record({ field: fc.constant(field), operator: fc.constant('has' as const), value: fc.constantFrom('a', 'b', 2, '2.0') }),
  ),
)

/** Any condition that core takes, of few fields and values, so that conditions meet and exclude each other often. */
const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition

const routes = fc.constantFrom({}, { route: 'desk' }, { route: 'field' })

/** Any rulebook that the verbs take. */
export const rulebooks: fc.Arbitrary<Rulebook> = fc
  .record({
    rules: fc.array(fc.tuple(conditions, fc.constantFrom('A', 'B', 'C'), routes), { minLength: 1, maxLength: 6 }),
    otherwise: fc.tuple(fc.constantFrom('A', 'D'), routes),
    listed: fc.boolean(),
  })
  .map(({ rules, otherwise, listed }) => ({
    kind: 'rulebook',
    id: 'random',
    version: 1,
    rules: rules.map(([when, grade, route], index) => ({ id: `rule ${index}`, when, grade, ...route })),
    otherwise: { grade: otherwise[0], ...otherwise[1] },
    ...(listed ? { grades: ['A', 'B', 'C', 'D'].map((id) => ({ id })), routes: [{ id: 'desk' }, { id: 'field' }] } : {}),
  }))

const held = fc.oneof(
  fc.constantFrom<unknown>(
    ...scalars,
    1.5,
    '2.7',
    99,
    '-99',
    '2024-02-01',
    '2024-01-30',
    '2023-01-01',
    'other',
    ['a'],
    ['b', 2],
    ['2'],
    [],
    {},
    Number.NaN,
  ),
)

/** Facts that random conditions are about; any of them may be missing. */
export const subjects: fc.Arbitrary<object> = fc
  .record({ x: held, y: held, z: fc.tuple(held), proto: held }, { requiredKeys: [] })
  .map(({ proto, ...facts }) => (proto === undefined ? facts : Object.defineProperty(facts, '__proto__', { value: proto, enumerable: true })))
