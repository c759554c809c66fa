import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { isBlank, readFields } from './readFields.js'

const read = (record: object, own: readonly string[] = []): readonly [fields: unknown, issues: unknown] => {
  const issues: Issue[] = []
  const fields = readFields(record as never, new Set(own), [], issues)
  return [fields, codesAndPaths(issues)]
}

describe('readFields', () => {
  it('takes all but the keys that are no fields, and what is undefined', () => {
    expect(read({ type: 'x', at: 7, note: [1], gone: undefined, empty: '', nothing: null }, ['type', 'at'])).toStrictEqual([
      { note: [1], empty: '', nothing: null },
      [],
    ])
  })

  it.each<[object, object]>([
    [
      { amount: 1, currency: 'CNY' },
      { amount: '1.00', currency: 'CNY' },
    ],
    [
      { amount: '1e2', currency: 'JPY' },
      { amount: '100', currency: 'JPY' },
    ],
    [
      { amount: '0.0050', currency: 'CNY' },
      { amount: '0.005', currency: 'CNY' },
    ],
    [
      { amount: 0.1 + 0.2, currency: 'CNY' },
      { amount: '0.30000000000000004', currency: 'CNY' },
    ],
    [
      { amount: -0, currency: 'CNY' },
      { amount: '0.00', currency: 'CNY' },
    ],
    [
      { amount: '-0', currency: 'BHD' },
      { amount: '0.000', currency: 'BHD' },
    ],
    [
      { amount: null, currency: null, paidToCustomer: null },
      { amount: null, currency: null, paidToCustomer: null },
    ],
    [{ paidToCustomer: '7.50' }, { paidToCustomer: '7.5' }],
    [
      { paidToCustomer: '7.5', currency: 'CNY' },
      { paidToCustomer: '7.50', currency: 'CNY' },
    ],
    [
      { amount: 1, currency: 'JPY', paidToCustomer: '7.50' },
      { amount: '1', currency: 'JPY', paidToCustomer: '7.5' },
    ],
  ])('writes amounts in canonical form: %j', (told, fields) => {
    expect(read(told)).toStrictEqual([fields, []])
  })

  it.each<[object, readonly [string, readonly string[]][]]>([
    [{ amount: 1 }, [['missing', ['currency']]]],
    [{ amount: 1, currency: null }, [['unknown-currency', ['currency']]]],
    [
      { amount: '', currency: '' },
      [
        ['not-a-decimal', ['amount']],
        ['unknown-currency', ['currency']],
      ],
    ],
    [
      { amount: 'x', currency: 'CNY', paidToCustomer: -1 },
      [
        ['not-a-decimal', ['amount']],
        ['too-small', ['paidToCustomer']],
      ],
    ],
    [{ currency: 7 }, [['unknown-currency', ['currency']]]],
    [{ content: 'price' }, [['not-allowed', ['content']]]],
    [{ content: ['service'] }, [['not-allowed', ['content']]]],
    [
      { customer: 7, into: {} },
      [
        ['wrong-type', ['customer']],
        ['wrong-type', ['into']],
      ],
    ],
    [JSON.parse('{"__proto__":{}}'), [['reserved-name', ['__proto__']]]],
  ])('refuses %j', (told, issues) => {
    expect(read(told)[1]).toEqual(issues)
  })

  it('takes for blank what says nothing, and nothing else', () => {
    expect([undefined, null, ''].every(isBlank)).toBe(true)
    expect([0, false, ' ', [], {}].some(isBlank)).toBe(false)
  })
})
