import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderPolicies } from '../../testing/accounts.js'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { assessExposure, checkOrderPolicy, type OrderPolicy } from '../index.js'

const policy: OrderPolicy = {
  kind: 'order-policy',
  id: 'usual',
  version: 1,
  format: 1,
  title: { en: 'Usual', 'zh-CN': '一般' },
  exposure: {
    count: ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'],
    convert: { to: 'CNY', rates: { JPY: '0.0475', USD: 7.1, CNY: '1.0' } },
    jointGuaranteesOnly: true,
  },
  breaches: {
    'over-limit': 'hold',
    'limit-expired': { response: 'refuse' },
    overdue: [{ response: 'hold' }, { days: 0, minimumAmount: { CNY: '100', JPY: undefined }, skipDisputed: true, response: 'refuse' }],
    'dunning-level': [{ response: 'hold' }, { from: 3, response: 'refuse' }],
    'guarantee-expired': 'refuse',
    'report-missing': { depth: 'standard', response: 'hold' },
    'report-stale': { validFor: 'P6M', response: 'hold' },
    'below-standard': { grades: ['AA', '__proto__'], unknown: 'hold', response: 'refuse' },
    'account-blocked': 'refuse',
  },
  release: [
    { breach: 'over-limit', role: 'sales', upToPercentOverLimit: '10', validFor: 'P14D' },
    { breach: 'over-limit', role: '__proto__', validFor: 'P0D' },
    { breach: 'overdue', role: 'sales', validFor: 'P1M' },
  ],
  roles: [
    { id: '__proto__', title: 'Boss' },
    { id: 'sales', title: { en: 'Sales', 'zh-CN': '销售' } },
  ],
}

const found = (value: unknown): unknown => codesAndPaths(checkOrderPolicy(value))
const told = (change: object, ...expected: readonly (readonly [string, readonly (string | number)[]])[]): void =>
  expect(found({ ...policy, ...change })).toEqual(expected)
const inExposure = (change: object, ...expected: readonly (readonly [string, readonly (string | number)[]])[]): void =>
  told({ exposure: { ...policy.exposure, ...change } }, ...expected.map(([code, path]) => [code, ['exposure', ...path]] as const))
const inBreaches = (breaches: object, ...expected: readonly (readonly [string, readonly (string | number)[]])[]): void =>
  told({ breaches }, ...expected.map(([code, path]) => [code, ['breaches', ...path]] as const))
const inRelease = (release: unknown, ...expected: readonly (readonly [string, readonly (string | number)[]])[]): void =>
  told({ release }, ...expected.map(([code, path]) => [code, ['release', ...path]] as const))

describe('checkOrderPolicy', () => {
  it('finds nothing wrong with what may be said', () => {
    expect(found(policy)).toEqual([])
    expect(found({ kind: 'order-policy', id: 'least', version: '0', exposure: { count: ['orders'] }, breaches: {} })).toEqual([])
    inBreaches({ overdue: 'hold', 'dunning-level': 'refuse', 'report-missing': 'hold', 'report-stale': 'hold', 'below-standard': 'hold' })
    inBreaches({ overdue: { minimumAmount: '0.5', response: 'hold' }, 'over-limit': undefined, 'account-blocked': { response: 'hold' } })
    inRelease([])
  })

  it('takes what is undefined as left out', () => {
    const undefinedToo = { title: undefined, format: undefined, release: undefined, roles: undefined }
    told({ ...undefinedToo, exposure: { count: ['orders'], convert: undefined, jointGuaranteesOnly: undefined } })
    inExposure({ convert: { to: 'CNY', rates: { USD: undefined } } })
    inBreaches({ overdue: { days: undefined, minimumAmount: undefined, skipDisputed: undefined, response: 'hold' } })
    const others = { 'dunning-level': { from: undefined }, 'report-missing': { depth: undefined }, 'report-stale': { validFor: undefined } }
    inBreaches(Object.fromEntries(Object.entries(others).map(([code, rule]) => [code, { ...rule, response: 'hold' }])))
    inBreaches({ 'below-standard': { grades: undefined, unknown: undefined, response: 'hold' } })
    inRelease([{ breach: 'overdue', role: 'x', validFor: 'P1D', upToPercentOverLimit: undefined }])
  })

  it('takes any policy, frozen or not', () => {
    fc.assert(
      fc.property(orderPolicies, (one) => {
        expect(found(deepFreeze(one))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('checkOrderPolicy: what is wrong', () => {
  it.each(badRecords)('an object that is %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    told({ exposure: value }, [code, ['exposure']])
    told({ breaches: value }, [code, ['breaches']])
    inRelease([value], [code, [0]])
    inBreaches({ overdue: [value] }, [code, ['overdue', 0]])
    inExposure({ convert: { to: 'CNY', rates: value } }, [code, ['convert', 'rates']])
    if (value === undefined) return
    inExposure({ convert: value }, [code, ['convert']])
  })

  it.each(badLists)('a list that is %o', (value, code) => {
    inExposure({ count: value }, [code, ['count']])
    inRelease(value, [code, []])
    inBreaches({ 'below-standard': { grades: value, response: 'hold' } }, [code, ['below-standard', 'grades']])
  })

  it.each<[object, string, readonly string[]]>([
    [{ kind: 'orders' }, 'not-allowed', ['kind']],
    [{ id: '' }, 'empty', ['id']],
    [{ version: undefined }, 'missing', ['version']],
    [{ format: 2 }, 'not-allowed', ['format']],
    [{ title: 7 }, 'wrong-type', ['title']],
    [{ limit: 1 }, 'unknown-key', ['limit']],
  ])('%o', (change, code, path) => told(change, [code, path]))

  it('what counts', () => {
    inExposure({ count: undefined }, ['missing', ['count']])
    inExposure({ count: [] }, ['empty', ['count']])
    inExposure(
      { count: ['orders', 'stock', 'orders', undefined] },
      ['not-allowed', ['count', 1]],
      ['missing', ['count', 3]],
      ['duplicate', ['count', 2]],
    )
    inExposure({ jointGuaranteesOnly: 'yes' }, ['wrong-type', ['jointGuaranteesOnly']])
    inExposure({ counts: [] }, ['unknown-key', ['counts']])
  })

  it('rates of exchange', () => {
    const convert = (change: object, ...expected: readonly (readonly [string, readonly string[]])[]): void =>
      inExposure({ convert: { to: 'CNY', rates: {}, ...change } }, ...expected.map(([code, path]) => [code, ['convert', ...path]] as const))
    convert({})
    convert({ to: undefined }, ['missing', ['to']])
    convert({ to: 'cny' }, ['unknown-currency', ['to']])
    convert({ from: 'USD' }, ['unknown-key', ['from']])
    convert({ rates: { USD: 0 } }, ['not-above', ['rates', 'USD']])
    convert({ rates: { USD: '-7' } }, ['not-above', ['rates', 'USD']])
    convert({ rates: { USD: null } }, ['not-a-decimal', ['rates', 'USD']])
    convert({ rates: { USD: Number.NaN } }, ['not-a-decimal', ['rates', 'USD']])
    convert({ rates: { usd: 7 } }, ['unknown-currency', ['rates', 'usd']])
    convert({ rates: JSON.parse('{"__proto__":1}') }, ['unknown-currency', ['rates', '__proto__']])
    convert({ rates: { CNY: '1.01' } }, ['not-allowed', ['rates', 'CNY']])
    expect(checkOrderPolicy({ ...policy, exposure: { count: ['orders'], convert: { to: 'CNY', rates: { CNY: '1.01' } } } })[0]?.message).toBe(
      'must be one of 1, not 1.01',
    )
  })

  it('responses and rules', () => {
    for (const code of Object.keys(policy.breaches)) {
      inBreaches({ [code]: 'warn' }, ['not-allowed', [code]])
      inBreaches({ [code]: null }, ['wrong-type', [code]])
      inBreaches({ [code]: 7 }, ['wrong-type', [code]])
      inBreaches({ [code]: {} }, ['missing', [code, 'response']])
      inBreaches({ [code]: { response: 'warn' } }, ['not-allowed', [code, 'response']])
      inBreaches({ [code]: { response: 'hold', limit: 1 } }, ['unknown-key', [code, 'limit']])
      if (code === 'overdue' || code === 'dunning-level') {
        inBreaches({ [code]: [] }, ['empty', [code]])
        inBreaches({ [code]: ['hold'] }, ['wrong-type', [code, 0]])
        const sparse = [{ response: 'hold' }]
        sparse[2] = { response: 'stop' }
        inBreaches({ [code]: sparse }, ['missing', [code, 1]], ['not-allowed', [code, 2, 'response']])
      } else inBreaches({ [code]: [{ response: 'hold' }] }, ['wrong-type', [code]])
    }
    inBreaches({ 'too-late': 'hold' }, ['unknown-key', ['too-late']])
    inBreaches(JSON.parse('{"__proto__":"hold"}'), ['unknown-key', ['__proto__']])
  })

  it.each<[string, object, string, readonly (string | number)[]]>([
    ['overdue', { days: -1 }, 'too-small', ['days']],
    ['overdue', { days: '30' }, 'not-an-integer', ['days']],
    ['overdue', { days: 1.5 }, 'not-an-integer', ['days']],
    ['overdue', { minimumAmount: '-1' }, 'too-small', ['minimumAmount']],
    ['overdue', { minimumAmount: null }, 'not-a-decimal', ['minimumAmount']],
    ['overdue', { minimumAmount: { CNY: '0.001' } }, 'too-many-decimal-places', ['minimumAmount', 'CNY']],
    ['overdue', { minimumAmount: { XXX: 1 } }, 'unknown-currency', ['minimumAmount', 'XXX']],
    ['overdue', { skipDisputed: 1 }, 'wrong-type', ['skipDisputed']],
    ['dunning-level', { from: 0 }, 'too-small', ['from']],
    ['dunning-level', { from: null }, 'not-an-integer', ['from']],
    ['report-missing', { depth: 'deep' }, 'not-allowed', ['depth']],
    ['report-missing', { depth: null }, 'not-allowed', ['depth']],
    ['report-stale', { validFor: '1 year' }, 'not-a-duration', ['validFor']],
    ['report-stale', { validFor: 'PT8H' }, 'not-a-duration', ['validFor']],
    ['report-stale', { validFor: null }, 'not-a-duration', ['validFor']],
    ['below-standard', { grades: [] }, 'empty', ['grades']],
    ['below-standard', { grades: [''] }, 'empty', ['grades', 0]],
    ['below-standard', { grades: ['A', 7] }, 'wrong-type', ['grades', 1]],
    ['below-standard', { grades: ['A', 'B', 'A'] }, 'duplicate', ['grades', 2]],
    ['below-standard', { unknown: 'pass' }, 'not-allowed', ['unknown']],
    ['below-standard', { unknown: null }, 'not-allowed', ['unknown']],
  ])('the rule %s %o', (breach, rule, code, path) => {
    inBreaches({ [breach]: { ...rule, response: 'hold' } }, [code, [breach, ...path]])
    if (breach === 'overdue' || breach === 'dunning-level') inBreaches({ [breach]: [{ ...rule, response: 'hold' }] }, [code, [breach, 0, ...path]])
  })

  const rule = { breach: 'over-limit', role: 'sales', validFor: 'P14D' }
  it.each<[object, string, string]>([
    [{ breach: undefined }, 'missing', 'breach'],
    [{ breach: 'too-late' }, 'not-allowed', 'breach'],
    [{ breach: '__proto__' }, 'not-allowed', 'breach'],
    [{ role: '' }, 'empty', 'role'],
    [{ role: undefined }, 'missing', 'role'],
    [{ validFor: undefined }, 'missing', 'validFor'],
    [{ validFor: 14 }, 'not-a-duration', 'validFor'],
    [{ upToPercentOverLimit: -1 }, 'too-small', 'upToPercentOverLimit'],
    [{ upToPercentOverLimit: '10%' }, 'not-a-decimal', 'upToPercentOverLimit'],
    [{ breach: 'overdue', upToPercentOverLimit: 10 }, 'unknown-key', 'upToPercentOverLimit'],
    [{ level: 1 }, 'unknown-key', 'level'],
  ])('a release rule %o', (change, code, key) => inRelease([{ ...rule, ...change }], [code, [0, key]]))

  it('titles of roles', () => {
    const role = { id: 'sales', title: 'Sales' }
    const inRoles = (roles: unknown, ...expected: readonly (readonly [string, readonly (string | number)[]])[]): void =>
      told({ roles }, ...expected.map(([code, path]) => [code, ['roles', ...path]] as const))
    inRoles([role, { ...role, id: 'somebody else' }])
    inRoles([], ['empty', []])
    inRoles({}, ['wrong-type', []])
    for (const [value, code] of badRecords) inRoles([value], [code, [0]])
    inRoles([{}], ['missing', [0, 'id']], ['missing', [0, 'title']])
    inRoles([{ id: '', title: {}, name: 'x' }], ['empty', [0, 'id']], ['unknown-key', [0, 'name']], ['empty', [0, 'title']])
    inRoles([role, role], ['duplicate', [1, 'id']])
  })

  it('a role twice for one breach, but not for two', () => {
    inRelease([rule, { ...rule, role: 'other' }, { ...rule, breach: 'overdue' }, rule], ['duplicate', [3, 'role']])
    const [issue] = checkOrderPolicy({ ...policy, release: [rule, rule] })
    expect(issue?.params).toEqual({ value: 'sales', first: 0 })
  })

  it('finds everything at once', () => {
    expect(found({ kind: 'order-policy' })).toEqual([
      ['missing', ['id']],
      ['missing', ['version']],
      ['missing', ['exposure']],
      ['missing', ['breaches']],
    ])
  })

  it('finds nothing wrong exactly with what a verb takes, whatever is spoilt', () => {
    const account = { customer: 'C-1', currency: 'CNY', items: [], deliveries: [], orders: [], deposits: [], guarantees: [] }
    fc.assert(
      fc.property(spoil(policy), (spoilt) => {
        const issues = codesAndPaths(checkOrderPolicy(spoilt)).map(([code, path]) => [code, ['policy', ...path]])
        const thrown = issuesOf(() => assessExposure(account, spoilt as OrderPolicy, { asOf: '2024-03-15' }))
        expect(thrown).toEqual(issues.length === 0 ? 'nothing was thrown' : issues)
      }),
      { numRuns: 400 },
    )
  })
})
