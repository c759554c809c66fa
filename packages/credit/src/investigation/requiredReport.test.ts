import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { investigationSchemes } from '../../testing/creditReports.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CustomerRisk, type CustomerSize, type InvestigationScheme, requiredReport } from '../index.js'

const scheme: InvestigationScheme = {
  kind: 'credit-investigation',
  id: 'three-depths',
  version: 3,
  depthBySize: { small: 'brief', ordinary: 'standard', important: 'in-depth' },
  depthByRisk: { low: 'brief', moderate: 'standard', high: 'in-depth' },
  sections: [
    { id: 'everything', from: 'in-depth' },
    { id: 'basics', from: 'brief' },
    { id: 'background', from: 'standard' },
    { id: '__proto__', from: 'brief' },
  ],
}
const sizes: readonly CustomerSize[] = ['small', 'ordinary', 'important']
const risks: readonly CustomerRisk[] = ['low', 'moderate', 'high']
const found = (customer: unknown, policy: unknown = scheme): unknown => issuesOf(() => requiredReport(customer as never, policy as never))

describe('requiredReport: textbook S1, 客戶信用管理', () => {
  it.each<[CustomerSize, CustomerRisk, string]>([
    ['small', 'low', 'brief'],
    ['ordinary', 'moderate', 'standard'],
    ['small', 'moderate', 'standard'],
    ['ordinary', 'low', 'standard'],
    ['important', 'low', 'in-depth'],
    ['important', 'moderate', 'in-depth'],
    ['important', 'high', 'in-depth'],
    ['small', 'high', 'in-depth'],
    ['ordinary', 'high', 'in-depth'],
  ])('a customer of %s size and %s risk: %s', (size, risk, depth) => {
    expect(requiredReport({ size, risk }, scheme).depth).toBe(depth)
  })

  it.each([
    ['small', 'low', ['basics', '__proto__']],
    ['ordinary', 'moderate', ['basics', 'background', '__proto__']],
    ['important', 'high', ['everything', 'basics', 'background', '__proto__']],
  ] as const)('the report on one of %s size and %s risk has the sections %j', (size, risk, sections) => {
    expect(requiredReport({ size, risk }, scheme).sections).toEqual(sections)
  })

  it('tells what size and risk ask for, and by which scheme', () => {
    const required = requiredReport(deepFreeze({ size: 'small', risk: 'high' }), deepFreeze(structuredClone(scheme)))
    expect(required.reasons).toEqual([
      { code: 'depth-by-size', params: { size: 'small', depth: 'brief' } },
      { code: 'depth-by-risk', params: { risk: 'high', depth: 'in-depth' } },
    ])
    expect(required.policies).toEqual([{ kind: 'credit-investigation', id: 'three-depths', version: 3 }])
    expect(JSON.parse(JSON.stringify(required))).toStrictEqual(required)
  })
})

describe('requiredReport: laws', () => {
  it('is the deeper of what size and risk ask for, with the sections of no deeper one', () => {
    const rank = { brief: 0, standard: 1, 'in-depth': 2 }
    fc.assert(
      fc.property(investigationSchemes, fc.constantFrom(...sizes), fc.constantFrom(...risks), (policy, size, risk) => {
        const { depth, sections } = requiredReport({ size, risk }, deepFreeze(policy))
        const wanted = Math.max(rank[policy.depthBySize[size]], rank[policy.depthByRisk[risk]])
        expect(rank[depth]).toBe(wanted)
        expect(sections).toEqual(policy.sections.filter(({ from }) => rank[from] <= wanted).map(({ id }) => id))
      }),
    )
  })
})

describe('requiredReport: what is wrong', () => {
  it.each(badRecords)('no customer, %o', (value, code) => expect(found(value)).toEqual([[code, ['customer']]]))

  it.each(badRecords)('no scheme, %o', (value, code) =>
    expect(found({ size: 'small', risk: 'low' }, value ?? null)).toEqual([[code === 'missing' ? 'wrong-type' : code, ['scheme']]]),
  )

  it.each([
    ['size', undefined, 'missing'],
    ['size', null, 'not-allowed'],
    ['size', 'large', 'not-allowed'],
    ['size', 'Small', 'not-allowed'],
    ['size', ['small'], 'not-allowed'],
    ['risk', undefined, 'missing'],
    ['risk', '__proto__', 'not-allowed'],
    ['risk', 1, 'not-allowed'],
    ['sizes', 'small', 'unknown-key'],
  ])('%s: %o', (key, value, code) => expect(found({ size: 'small', risk: 'low', [key]: value })).toEqual([[code, ['customer', key]]]))

  it('reads the customer once', () => {
    const risks = ['low', 'high'] as const
    let reads = 0
    const customer = {
      size: 'small' as const,
      get risk() {
        return risks[reads++] ?? 'high'
      },
    }
    expect(requiredReport(customer, scheme)).toMatchObject({ depth: 'brief', reasons: [{}, { params: { risk: 'low', depth: 'brief' } }] })
    expect(reads).toBe(1)
  })

  it('names everything at once, and reads own properties only', () => {
    expect(found(Object.create({ size: 'small', risk: 'low' }), { ...scheme, version: '', depthByRisk: { low: 'deep', moderate: 'brief' } })).toEqual(
      [
        ['empty', ['scheme', 'version']],
        ['not-allowed', ['scheme', 'depthByRisk', 'low']],
        ['missing', ['scheme', 'depthByRisk', 'high']],
        ['missing', ['customer', 'size']],
        ['missing', ['customer', 'risk']],
      ],
    )
  })
})
